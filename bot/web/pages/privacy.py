"""My data: see, correct, take along, withdraw each consent, be forgotten. For the person alone."""

from dataclasses import replace

from aiohttp import web

from bot.web.house import COOKIE
from bot.web.kind import Kind
from bot.web.rep_form import FIELDS, read_rep, typed, written
from bot.web.visit import Visit, back, download
from domain.partner import Rep
from domain.people import Purpose
from domain.refusal import Gone, Refusal
from handlers.consent_texts import PURPOSES
from handlers.forgetting import erased_screen, what_goes
from handlers.forms.desk import Context
from handlers.my_answers import in_words
from handlers.my_data import JSON_NAME, TEXT_NAME, as_json, as_text, called, rows
from handlers.privacy import NAME
from storage.personal import PersonalData


async def admit(_visit: Visit) -> None:
    """Everybody may see what is kept of themselves."""


async def show(visit: Visit) -> web.Response:
    return await _page(visit)


async def _page(visit: Visit, *, bad: Refusal | None = None) -> web.Response:
    data = await _words(visit)
    parts = [
        (visit.say(f"mydata-{part}"), [rows(record, visit.say) for record in records]) for part, records in data.items()
    ]
    return visit.page(
        "privacy",
        bad=bad,
        parts=parts,
        consents=list(enumerate(await visit.store.members.consents_of(visit.person.id))),
        purposes=PURPOSES,
        reps=await _reps(visit),
        fields=FIELDS,
        name=visit.form.get("name", visit.person.name),
        longest=NAME,
    )


async def _words(visit: Visit) -> PersonalData:
    """All that is kept, for reading."""
    ctx = Context(visit.store, visit.person, visit.say, visit.library, visit.now)
    return await in_words(await visit.store.personal.of(visit.person.id), ctx)


async def _reps(visit: Visit) -> list[tuple[Rep, str, dict[str, str]]]:
    """What the register has of the person, with the partner's name and what stands in the form."""
    found, again = await visit.store.partners.reps_by(visit.person.id), visit.form.get("rep")
    names = {one.id: one.name for one in await visit.store.partners.those([rep.partner_id for rep in found])}
    return [
        (rep, names[rep.partner_id], typed(visit) if str(rep.id) == again else written(rep.fields)) for rep in found
    ]


async def json_file(visit: Visit) -> web.Response:
    return download(
        as_json(await visit.store.personal.of(visit.person.id)), called("json", visit.say), "application/json"
    )


async def text_file(visit: Visit) -> web.Response:
    return download(as_text(await _words(visit), visit.say, visit.now), called("txt", visit.say), "text/plain")


async def consent(visit: Visit) -> web.Response:
    """The very text of one consent."""
    given, number = await visit.store.members.consents_of(visit.person.id), visit.number("n")
    if number >= len(given):
        raise Gone
    return visit.page("consent", consent=given[number], what=visit.say(PURPOSES[given[number].purpose]))


async def ask_withdraw(visit: Visit) -> web.Response:
    """What withdrawing will bring, and the button."""
    purpose = _purpose(visit.query.get("purpose", ""))
    what = await what_goes(purpose, visit.person, visit.store, visit.say, visit.now)
    title = visit.say("privacy-withdraw-ask", what=visit.say.plain(PURPOSES[purpose]))
    button = visit.say.plain("privacy-button-withdraw-yes")
    return visit.page("sure", title=title, what=what, button=button, fields={"purpose": purpose})


async def ask_erase(visit: Visit) -> web.Response:
    title, button = visit.say("pages-erase"), visit.say.plain("privacy-button-erase-yes")
    return visit.page("sure", title=title, what=visit.say("privacy-erase-ask"), button=button, fields={})


async def keep_name(visit: Visit) -> web.Response:
    try:
        name = visit.line("name", NAME)
        if name is None:
            raise Refusal("text-empty")
    except Refusal as refusal:
        return await _page(visit, bad=refusal)
    await visit.store.members.set_name(visit.person.id, name)
    raise back("saved")


async def keep_rep(visit: Visit) -> web.Response:
    """What the register has of the person as a representative; who is the primary one is for the library to say."""
    rep = await visit.store.partners.rep(visit.number("rep"))
    if rep.member_id != visit.person.id:
        raise Gone("rep-gone")
    try:
        fields = read_rep(visit)
    except Refusal as refusal:
        return await _page(visit, bad=refusal)
    fields = replace(fields, is_primary=rep.fields.is_primary)
    await visit.store.partners.change_rep(rep.id, lambda _: fields, visit.person.id, visit.now)
    raise back("saved")


async def withdraw(visit: Visit) -> web.Response:
    gone = await visit.store.members.withdraw(visit.person.id, _purpose(visit.form.get("purpose", "")), visit.now)
    if gone is None:
        raise back("withdrawn")
    return _erased(visit.page("over", words=erased_screen(gone, visit.say).text))


async def erase(visit: Visit) -> web.Response:
    gone = await visit.store.members.erase(visit.person.id, visit.now)
    return _erased(visit.page("over", words=erased_screen(gone, visit.say).text))


def _erased(response: web.Response) -> web.Response:
    response.del_cookie(COOKIE)
    return response


def _purpose(name: str) -> Purpose:
    if name not in list(Purpose):
        raise Gone
    return Purpose(name)


KIND = Kind(
    admit,
    shows={
        "": show,
        JSON_NAME: json_file,
        TEXT_NAME: text_file,
        "consent": consent,
        "withdraw": ask_withdraw,
        "erase": ask_erase,
    },
    acts={"name": keep_name, "rep": keep_rep, "withdraw": withdraw, "erase": erase},
)
