"""The way to the report of an event: its librarian is asked, says it, and may correct it."""

from datetime import datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.event import Event, report
from domain.life import Status
from domain.people import Person
from domain.progress import Progress
from handlers.afterwards.report_form import REPORT, answers_of, report_kind
from handlers.afterwards.words import report_lines
from handlers.ask import conversation
from handlers.callbacks import ReportFill, ReportOpen
from handlers.context import Library
from handlers.forms.answering import FORM
from handlers.forms.desk import Context, open_desk
from handlers.forms.whole import current_screen
from handlers.managed import Managed, back
from handlers.say import Say, join
from handlers.screen import Button, Screen, show
from handlers.telling import Maker, Telling
from handlers.view import heading, when
from storage.store import Store


async def due(telling: Telling) -> Screen | None:
    """To the librarian who answers for it; nothing once it is reported."""
    event, say = await telling.store.events.get(telling.row.subject), telling.say
    if event.status is not Status.HELD:
        return None
    text = join(say("report-due"), join(heading(event, say), when(event, say)), by="\n\n")
    fill = Button(say.plain("report-button-fill"), ReportFill(event_id=event.id))
    return Screen(text, ((fill, back(event, say)),))


async def see(query: CallbackQuery, *, event: Event, store: Store, say: Say) -> None:
    found = (await store.reports.of(event.id)).report
    lines = report_lines(found, say) if found else say("report-none")
    text = join(join(say("report-title"), heading(event, say)), lines, by="\n\n")
    correct = Button(say.plain("report-button-correct"), ReportFill(event_id=event.id))
    await show(query, Screen(text, ((correct, back(event, say)),)))


async def fill(
    query: CallbackQuery,
    *,
    event: Event,
    state: FSMContext,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """The form; what was reported before stands in it. One that is being filled in goes on."""
    report(event, now)
    drafts = [one for one in await store.drafts.of(person.id) if (one.form, one.subject) == (REPORT, event.id)]
    known = (await store.reports.of(event.id)).report
    began = Progress(answers_of(known) if known else {})
    await state.set_state(FORM)
    await state.set_data({"draft": drafts[0].id} if drafts else {})
    draft = drafts[0] if drafts else await store.drafts.start(person.id, REPORT, event.id, began.to_json(), now)
    ctx = Context(store, person, say, library, now)
    await show(query, await current_screen(await open_desk(ctx, report_kind, draft)))


MAKERS: dict[str, Maker] = {"report-due": due}
SILENT: frozenset[str] = frozenset()


def router() -> Router:
    router = conversation("reporting")
    router.callback_query.register(see, ReportOpen.filter(), Managed())
    router.callback_query.register(fill, ReportFill.filter(), Managed())
    return router
