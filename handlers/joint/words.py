"""A partner's part in an event, and what the partner has said to it, in words."""

from collections.abc import Collection, Sequence
from datetime import datetime

from domain.event import Event, PartnerPart
from domain.joint import Agreed, Standing, is_confirmed, unconfirmed
from domain.partner import BRINGS, Part, PartState
from handlers.say import Html, Say, join

PARTS = {
    Part.CO_ORGANISER: "joint-part-co_organiser",
    Part.GUEST: "joint-part-guest",
    Part.SPEAKER: "joint-part-speaker",
    Part.INFO_PARTNER: "joint-part-info_partner",
}
THINGS = {
    "hall": "joint-brings-hall",
    "speaker": "joint-brings-speaker",
    "equipment": "joint-brings-equipment",
    "press": "joint-brings-press",
    "books": "joint-brings-books",
}


def part_name(part: Part, say: Say) -> str:
    """«соорганизатор»."""
    return say.plain(PARTS[part])


def things(brings: Sequence[str], say: Say) -> str:
    """«зал, книги»."""
    return ", ".join(say.plain(THINGS[one]) for one in brings if one in THINGS)


def asked_for(part: PartnerPart, say: Say) -> Html:
    """«соорганизатор, просим: зал, книги»."""
    if part.asked:
        return say("joint-role-asked", part=part_name(part.part, say), things=things(part.asked, say))
    return say("joint-role", part=part_name(part.part, say))


def state_words(event: Event, standing: Standing, say: Say) -> Html:
    """«участие подтверждено 26 марта, 10:00, принесут: зал»: what the partner has said, and when."""
    at = short(standing.answered_at, say)
    match standing.state:
        case PartState.ASKED:
            return say("joint-state-asked")
        case PartState.ACCEPTED:
            key = "joint-state-accepted" if is_confirmed(event, standing) else "joint-state-stale"
            return join(say(key, at=at), _brings(standing, say), _comment(standing, say), by=", ")
        case PartState.DECLINED:
            return say("joint-state-declined", at=at, reason=standing.reason or "")
        case PartState.PROPOSED if standing.proposed_at is not None:
            return say("joint-state-proposed", at=at, time=say.moment(standing.proposed_at))
    return say("joint-state-asked")


def agreed_line(event: Event, agreed: Agreed, name: str, say: Say) -> Html:
    """«Колледж (соорганизатор): участие подтверждено …»."""
    role = asked_for(agreed.part, say)
    return say("joint-line", partner=name, role=role, state=state_words(event, agreed.standing, say))


def short(moment: datetime | None, say: Say) -> str:
    """«26 марта, 10:00»."""
    return f"{say.day(moment, year=False, weekday=False)}, {say.hour(moment)}" if moment else ""


def marks_of(brings: Sequence[str]) -> int:
    """What a button carries of the things that a partner brings: a bit for each."""
    return sum(1 << number for number, one in enumerate(BRINGS) if one in brings)


def marked(marks: int) -> tuple[str, ...]:
    return tuple(one for number, one in enumerate(BRINGS) if marks >> number & 1)


def _comment(standing: Standing, say: Say) -> Html | None:
    return say("joint-comment", text=standing.comment) if standing.comment else None


def _brings(standing: Standing, say: Say) -> Html | None:
    return say("joint-brings", things=things(standing.brings, say)) if standing.brings else None


def tally(event: Event, parts: Collection[Agreed], say: Say) -> Html:
    """«Подтвердили: 1 из 2»."""
    missing = sum(map(len, unconfirmed(event, parts).values()))
    return say("joint-tally", confirmed=len(parts) - missing, total=len(parts))
