"""Messages about surveys: an organisation is invited, asked again, reminded; its library hears whom to telephone."""

from domain.survey import Survey
from handlers.forms.desk import Context
from handlers.say import Html, join
from handlers.screen import Screen
from handlers.surveys.screens import notice_screen
from handlers.surveys.words import until
from handlers.telling import Maker, Telling
from storage.chasing import CALLS, INVITATION, KINDS, LATER, Missing

HEADS = {
    INVITATION: "survey-invited",
    "survey-half": "survey-again",
    "survey-last": "survey-last-day",
    LATER: "survey-reminded",
}
MOST = 60


async def asked(telling: Telling) -> Screen | None:
    """The notice, for who still acts for the organisation, as long as nothing has been sent."""
    survey, partner_id = await telling.store.surveys.get(telling.row.subject), int(telling.row.args["partner"])
    if not survey.is_open(telling.now) or partner_id not in telling.person.partner_ids:
        return None
    if await telling.store.responses.find(survey.id, partner_id) is not None:
        return None
    ctx = _context(telling)
    head = telling.say(HEADS[telling.row.kind], at=until(ctx, survey))
    return await notice_screen(ctx, survey, await telling.store.partners.get(partner_id), head)


async def calls(telling: Telling) -> Screen | None:
    """To whoever has made the survey: the organisations that have not sent anything."""
    survey = await telling.store.surveys.get(telling.row.subject)
    missing = await telling.store.chasing.missing(survey.id)
    if not survey.is_open(telling.now) or not missing:
        return None
    say, ctx = telling.say, _context(telling)
    head = say("survey-calls", title=survey.fields.title, number=len(missing), at=until(ctx, survey))
    rest = say("survey-calls-rest", number=len(missing) - MOST) if len(missing) > MOST else None
    return Screen(join(head, join(*(_line(telling, one, survey) for one in missing[:MOST]), rest), by="\n\n"))


def _line(telling: Telling, one: Missing, survey: Survey) -> Html:
    say = telling.say
    if one.put_off_until is not None and telling.now < one.put_off_until < survey.fields.closes_at:
        return say("survey-calls-later", partner=one.name, at=say.moment(one.put_off_until))
    return say("survey-calls-begun" if one.has_begun else "survey-calls-line", partner=one.name)


def _context(telling: Telling) -> Context:
    return Context(telling.store, telling.person, telling.say, telling.library, telling.now)


MAKERS: dict[str, Maker] = {CALLS: calls, **dict.fromkeys(HEADS, asked)}
SILENT = frozenset(KINDS)
