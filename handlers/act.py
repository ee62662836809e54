"""The act of destruction: what was erased of whom, when and why, with the extract from the log (order 179).

It is made of the audit trail whenever it is asked for, and kept nowhere: the library keeps the file.
"""

from datetime import datetime

from aiogram import Router
from aiogram.types import BufferedInputFile, CallbackQuery

from domain.destruction import Destruction, Ground
from domain.people import Person
from handlers.ask import conversation
from handlers.callbacks import ActOpen, MenuOpen
from handlers.context import Library
from handlers.elsewhere import page_screen
from handlers.say import Say
from handlers.screen import Button, Screen, answer, show
from handlers.telling import Maker, Telling
from handlers.words import file_name
from storage.page_links import Page
from storage.store import Store

GROUNDS = {
    Ground.ASKED: "act-ground-asked",
    Ground.WITHDRAWN: "act-ground-withdrawn",
    Ground.SILENCE: "act-ground-silence",
    Ground.RESTORED: "act-ground-restored",
}


def act_file(gone: Destruction, library: Library, say: Say) -> tuple[str, bytes]:
    """The act as a text file, and its name."""
    name = file_name(say.plain("act-file", number=str(gone.number)), "txt")
    return name, act_text(gone, library, say).replace("\n", "\r\n").encode("utf-8-sig")


def act_text(gone: Destruction, library: Library, say: Say) -> str:
    """What order 179 wants in an act and in the extract, in the library's language."""
    operator = library.operator
    values = {
        "number": str(gone.number),
        "operator": operator.name or library.name,
        "address": operator.address,
        "subject": str(gone.member_id),
        "when": say.moment(gone.at),
        "ground": say.plain(GROUNDS[gone.ground]),
        "system": f"@{library.bot_username}" if library.bot_username else library.name,
        "what": "\n".join(_categories(gone, say)),
        "consents": ", ".join(gone.consents) or say.plain("act-no-consents"),
    }
    return say.plain("act-text", **values)


def _categories(gone: Destruction, say: Say) -> list[str]:
    return [
        say.plain("act-category", what=say.plain(f"mydata-{part}"), number=number)
        for part, number in gone.counts.items()
    ]


async def told(telling: Telling) -> Screen | None:
    """To the administrators: there is an act, and it is theirs to keep."""
    gone, say = await telling.store.erasures.get(telling.row.subject), telling.say
    text = say("act-told", number=str(gone.number), ground=say.plain(GROUNDS[gone.ground]), when=say.moment(gone.at))
    return Screen(text, ((Button(say.plain("act-button-open"), ActOpen(number=gone.number)),),))


async def open_act(
    query: CallbackQuery,
    callback_data: ActOpen,
    *,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    gone = await store.erasures.get(callback_data.number)
    if not library.personal_data_in_chat:
        back = (Button(say.plain("events-button-menu"), MenuOpen()),)
        command = say("elsewhere-command", command=f"roundtable act {gone.number} act-{gone.number}.txt")
        screen = page_screen(
            Page.ACT,
            gone.number,
            back,
            store=store,
            person=person,
            library=library,
            say=say,
            now=now,
            command=command,
        )
        await show(query, await screen)
        return
    name, body = act_file(gone, library, say.into(library.languages[0]))
    await answer(query)
    if query.message is not None:
        await query.message.answer_document(BufferedInputFile(body, name))


MAKERS: dict[str, Maker] = {"erased": told}
SILENT = frozenset(MAKERS)


def router() -> Router:
    router = conversation("act")
    router.callback_query.register(open_act, ActOpen.filter())
    return router
