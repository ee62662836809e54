"""How a joint event is agreed: what a partner may say to its part, and what changes of the event make of it.

A date matters to whoever has agreed to come: an acceptance stays when the event moves, but it was given for the old
date and counts as one to be confirmed until the partner says yes to the new one. Another time that a partner proposed
is gone with the move: if the event moved just there, the partner has agreed to it already; if not, it is asked again.
A refusal stands. Another part is another question, so it is asked anew. Nothing is said after the start.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from domain.event import Event, PartnerPart, change_fields
from domain.life import Status
from domain.partner import BRINGS, Part, PartState
from domain.refusal import Gone, Refusal

REASON = 300


@dataclass(frozen=True, slots=True)
class Standing:
    """What a partner has said to its part: by whom, when, and of which start of the event (`said_of`).

    `brings` is what it agreed to bring, `comment` what else the library should know of it; `proposed_at` the time that
    it would rather have.
    """

    state: PartState = PartState.ASKED
    brings: tuple[str, ...] = ()
    reason: str | None = None
    proposed_at: datetime | None = None
    said_of: datetime | None = None
    answered_by: int | None = None
    answered_at: datetime | None = None
    comment: str | None = None


NOTHING = Standing()


@dataclass(frozen=True, slots=True)
class Agreed:
    """A partner's part with what the partner has said to it."""

    part: PartnerPart
    standing: Standing = Standing()

    @property
    def partner_id(self) -> int:
        return self.part.partner_id


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks for the partner, and when."""

    member_id: int
    at: datetime


def is_confirmed(event: Event, standing: Standing) -> bool:
    """Whether the partner has accepted, and the very date that the event has now."""
    return standing.state is PartState.ACCEPTED and standing.said_of == event.fields.starts_at


def is_stale(event: Event, standing: Standing) -> bool:
    """Whether the partner has accepted, but another date than the event has now."""
    return standing.state is PartState.ACCEPTED and standing.said_of != event.fields.starts_at


def is_special(part: PartnerPart) -> bool:
    """Whether the partner is more than a guest, or is asked to bring something."""
    return part.part is not Part.GUEST or bool(part.asked)


def come(event: Event, agreed: Agreed, voice: Voice) -> Standing:
    """Somebody of the partner says that they come: for a mere guest that is a yes to its part."""
    if is_special(agreed.part) or agreed.standing.state is not PartState.ASKED:
        return agreed.standing
    return accept(event, (), voice)


def accept(event: Event, brings: Collection[str], voice: Voice, before: Standing = NOTHING) -> Standing:
    """The partner takes part, and brings this. Who says so again is not parted from their comment."""
    known = tuple(one for one in BRINGS if one in brings)
    comment = before.comment if before.answered_by == voice.member_id else None
    said = _said(event, Standing(PartState.ACCEPTED, known, comment=comment), voice)
    return before if _agreed(before) == _agreed(said) else said


def overruled(before: Standing, after: Standing) -> int | None:
    """Whose word for the partner no longer holds because somebody else has said otherwise."""
    is_other = before.state is not after.state and before.answered_by != after.answered_by
    return before.answered_by if is_other else None


def remark(event: Event, agreed: Agreed, words: str | None, voice: Voice) -> Standing:
    """A word to what the partner has confirmed, in place of any other; None: no word any more."""
    _check(event, voice.at)
    if agreed.standing.state is not PartState.ACCEPTED:
        raise Gone("joint-not-confirmed")
    return replace(agreed.standing, comment=words, answered_by=voice.member_id)


def decline(event: Event, reason: str, voice: Voice) -> Standing:
    return _said(event, Standing(PartState.DECLINED, reason=reason), voice)


def propose(event: Event, agreed: Agreed, starts_at: datetime, voice: Voice) -> Standing:
    """The partner would rather have another time; what it agreed to bring is kept for then."""
    if starts_at <= voice.at:
        raise Refusal("joint-time-past")
    if starts_at == event.fields.starts_at:
        raise Refusal("joint-time-same")
    brings = agreed.standing.brings or agreed.part.asked
    return _said(event, Standing(PartState.PROPOSED, brings, proposed_at=starts_at), voice)


def keep_time(event: Event, agreed: Agreed, now: datetime) -> Standing:
    """The library keeps the time: the partner is asked whether it can come all the same."""
    _check(event, now)
    if agreed.standing.state is not PartState.PROPOSED:
        raise Gone("joint-no-proposal")
    return Standing()


def follow(before: Event, after: Event, agreed: Agreed) -> Standing:
    """What the partner's answer is worth once the event has changed."""
    old, new, standing = before.part_of(agreed.partner_id), after.part_of(agreed.partner_id), agreed.standing
    if old is None or new is None or old.part is not new.part:
        return Standing()
    start = after.fields.starts_at
    if standing.state is not PartState.PROPOSED or before.fields.starts_at == start:
        return standing
    if standing.proposed_at == start:
        return replace(standing, state=PartState.ACCEPTED, proposed_at=None, said_of=start)
    return Standing()


def to_ask(before: Event | None, after: Event, parts: Collection[Agreed]) -> list[int]:
    """Partners that are asked (anew) because of a change; `before` None: the event is new.

    While an event is being agreed a move or another place asks everybody who has not declined. Once it is announced,
    moves and invitations are told as to everybody else, and only another part is a question of its own.
    """
    is_agreed_first = after.status is Status.AGREEING
    if not is_agreed_first and not after.is_open:
        return []
    if before is None or (is_agreed_first and before.status is not Status.AGREEING):
        return [one.partner_id for one in parts if is_agreed_first and not is_confirmed(after, one.standing)]
    if before.status is not after.status:
        return []
    if is_agreed_first and _elsewhere(before, after):
        return [one.partner_id for one in parts if one.standing.state is not PartState.DECLINED]
    known = {one.partner_id: one for one in before.fields.partners}
    changed = [one.part for one in parts if known.get(one.partner_id) != one.part]
    return [one.partner_id for one in changed if one.partner_id in known or is_agreed_first]


def set_part(event: Event, partner_id: int, part: Part, asked: Collection[str]) -> Event:
    """The event with another part of the partner, or other things that it is asked to bring."""
    if event.part_of(partner_id) is None:
        raise Gone("joint-gone")
    new = PartnerPart(partner_id, part, tuple(one for one in BRINGS if one in asked))
    parts = tuple(new if one.partner_id == partner_id else one for one in event.fields.partners)
    return change_fields(event, replace(event.fields, partners=parts))


def unconfirmed(event: Event, parts: Collection[Agreed]) -> Mapping[PartState, list[int]]:
    """Partners that have not confirmed, by what they have said; a yes to an old date is none."""
    found: dict[PartState, list[int]] = {}
    for one in parts:
        if not is_confirmed(event, one.standing):
            state = PartState.ASKED if one.standing.state is PartState.ACCEPTED else one.standing.state
            found.setdefault(state, []).append(one.partner_id)
    return found


def _elsewhere(before: Event, after: Event) -> bool:
    """Whether it is at another time or another place."""
    old, new = before.fields, after.fields
    places = [(one.branch_id, one.hall_id, one.address, one.mode) for one in (old, new)]
    return old.starts_at != new.starts_at or places[0] != places[1]


def _agreed(standing: Standing) -> tuple[object, ...]:
    return (standing.state, standing.brings, standing.said_of)


def _said(event: Event, standing: Standing, voice: Voice) -> Standing:
    _check(event, voice.at)
    return replace(standing, said_of=event.fields.starts_at, answered_by=voice.member_id, answered_at=voice.at)


def _check(event: Event, now: datetime) -> None:
    if event.is_cancelled:
        raise Refusal("event-cancelled")
    if event.has_begun(now):
        raise Refusal("event-begun")
