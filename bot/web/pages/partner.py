"""A partner with the people who act for it: see, add, change, remove. For staff."""

from aiohttp import web

from bot.web.kind import Kind
from bot.web.rep_form import BLANK, FIELDS, read_rep, typed, written
from bot.web.visit import Visit, back
from domain.partner import Rep
from domain.phone import phone_words
from domain.refusal import Gone, Refusal
from domain.rights import Act, require


async def admit(visit: Visit) -> None:
    require(visit.person, Act.SEE_PARTNERS)


async def show(visit: Visit) -> web.Response:
    return await _page(visit)


async def put_rep(visit: Visit) -> web.Response:
    """Adds a representative, or changes one of this partner's."""
    require(visit.person, Act.EDIT_PARTNERS)
    rep = await _rep(visit) if visit.number("rep") else None
    try:
        fields = read_rep(visit)
    except Refusal as refusal:
        return await _page(visit, bad=refusal, again=rep.id if rep else 0)
    await visit.store.partners.put_rep(visit.subject, fields, visit.person.id, visit.now, rep.id if rep else None)
    raise back("saved")


async def ask_remove(visit: Visit) -> web.Response:
    rep = await _rep(visit)
    title = visit.say("pages-partner-remove", name=rep.called)
    what, button = visit.say("pages-partner-remove-what"), visit.say.plain("pages-button-remove")
    return visit.page("sure", title=title, what=what, button=button, fields={"rep": rep.id})


async def remove(visit: Visit) -> web.Response:
    require(visit.person, Act.EDIT_PARTNERS)
    rep = await _rep(visit)
    await visit.store.partners.remove_rep(rep.id, visit.person.id, visit.now)
    raise back("removed", rep=rep.id)


async def bring_back(visit: Visit) -> web.Response:
    """Undoes a removal."""
    require(visit.person, Act.EDIT_PARTNERS)
    await visit.store.partners.bring_back(visit.number("rep"), visit.person.id, visit.now)
    raise back("returned")


async def _page(visit: Visit, *, bad: Refusal | None = None, again: int | None = None) -> web.Response:
    """The partner's page; the form of `again` (0: of a new one) holds what was typed."""
    partner = await visit.store.partners.get(visit.subject)
    found = await visit.store.partners.reps(visit.subject)
    reps = [(rep, typed(visit) if rep.id == again else written(rep.fields)) for rep in found]
    new = typed(visit) if again == 0 else BLANK
    phone = phone_words(partner.fields.phone) if partner.fields.phone else ""
    undo = visit.number("rep") if visit.query.get("note") == "removed" else 0
    known = {"partner": partner, "reps": reps, "phone": phone, "undo": undo}
    return visit.page("partner", bad=bad, fields=FIELDS, new=new, again=again, **known)


async def _rep(visit: Visit) -> Rep:
    """The representative that is meant: one of this partner's, no other."""
    rep = await visit.store.partners.rep(visit.number("rep"))
    if rep.partner_id != visit.subject:
        raise Gone("rep-gone")
    return rep


KIND = Kind(
    admit, shows={"": show, "remove": ask_remove}, acts={"rep": put_rep, "remove": remove, "return": bring_back}
)
