"""Whom a letter is for, in words."""

from domain.seats import RsvpState
from domain.segment import Segment, Whom
from handlers.partners.words import GRADE_NAMES, sector_name
from handlers.say import Html, Say, join
from handlers.view import heading
from storage.store import Store

STATES = {
    RsvpState.GOING: "letter-state-going",
    RsvpState.QUEUED: "letter-state-queued",
    RsvpState.MAYBE: "letter-state-maybe",
    RsvpState.DECLINED: "letter-state-declined",
}


async def whom_words(segment: Segment, store: Store, say: Say) -> Html:
    """«Кому: партнёры, СМИ, Герцена» and, below, who is left out."""
    return join(say("letter-whom", whom=await _whom(segment, store, say)), _without(segment, say))


async def _whom(segment: Segment, store: Store, say: Say) -> Html:
    if segment.event_id is not None:
        event = heading(await store.events.get(segment.event_id), say)
        states = ", ".join(say.plain(STATES[state]) for state in segment.states)
        key = "letter-whom-unanswered" if segment.whom is Whom.UNANSWERED else "letter-whom-guests"
        return say(key, event=event, states=states or "–") if segment.whom is Whom.GUESTS else say(key, event=event)
    return join(*[say.text(words) for words in await _filters(segment, store, say)], by=", ")


async def _filters(segment: Segment, store: Store, say: Say) -> list[str]:
    chosen = [sector_name(sector, say) for sector in segment.sectors]
    if segment.branch_id is not None:
        chosen.append((await store.branches.get(segment.branch_id)).short_name)
    if segment.grade is not None:
        chosen.append(say.plain(GRADE_NAMES[segment.grade]))
    if segment.only:
        chosen.append(say.plain("letter-whom-found", number=len(segment.only)))
    return [say.plain("letter-whom-partners" if chosen else "letter-whom-all"), *chosen]


def _without(segment: Segment, say: Say) -> Html | None:
    """«Кроме: 2 организации, СМИ, кому писали за 7 дней»."""
    out = [sector_name(sector, say) for sector in segment.without_sectors]
    if segment.without_partners:
        out.insert(0, say.plain("letter-without-partners", number=len(segment.without_partners)))
    if segment.rest_days:
        out.append(say.plain("letter-without-rested", days=segment.rest_days))
    return say("letter-without", who=", ".join(out)) if out else None
