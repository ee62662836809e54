"""An event as the library registers it, and the rules of changing it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.life import OVER, STANDS, Status, follows
from domain.partner import Part
from domain.refusal import Refusal
from domain.seats import Seats

URGENT_WITHIN = timedelta(hours=24)
USUAL_LENGTH = timedelta(hours=2)


class Mode(StrEnum):
    """Where it is held; form 6-НК counts them apart (DOMAIN.md §4.2)."""

    ONSITE = "onsite"
    OFFSITE = "offsite"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class PartnerPart:
    """A partner's part in an event, and what it is asked to bring (of `domain.partner.BRINGS`)."""

    partner_id: int
    part: Part = Part.GUEST
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that is asked with the sign-up; with `options` one of them is chosen, else words are typed."""

    text: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventFields:
    """What a librarian fills in before the event (DOMAIN.md §4.2).

    `all_day`: days without an hour, as exhibitions have them: from the first midnight to the last. `link`: where it is
    watched, for those who come. `wants_talks`: whoever signs up may offer to speak.
    """

    title: str
    starts_at: datetime
    age_mark: str
    form: str | None = None
    ends_at: datetime | None = None
    branch_id: int | None = None
    hall_id: int | None = None
    address: str | None = None
    mode: Mode = Mode.ONSITE
    goal: str | None = None
    summary: str | None = None
    occasion: str | None = None
    theme: str | None = None
    target_age: str | None = None
    audience: tuple[str, ...] = ()
    admission: str = "free"
    accessible: str | None = None
    capacity: int | None = None
    deadline: datetime | None = None
    poster: str | None = None
    partners: tuple[PartnerPart, ...] = ()
    agenda: tuple[str, ...] = ()
    all_day: bool = False
    link: str | None = None
    questions: tuple[Asked, ...] = ()
    wants_talks: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How many answered what. `going` and `queued` are parties, not seats."""

    going: int = 0
    maybe: int = 0
    declined: int = 0
    queued: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """A registered event with its seats and counts."""

    id: int
    status: Status
    revision: int
    fields: EventFields
    seats: Seats
    counts: Counts = Counts()
    responsible_id: int | None = None
    cancel_reason: str | None = None
    series_id: int | None = None
    remark: str | None = None

    @property
    def deadline(self) -> datetime:
        """Until when every answer may be changed: what was set, else the start (of an exhibition the end)."""
        return self.fields.deadline or self.begins_at

    @property
    def begins_at(self) -> datetime:
        """From when nobody is answered any more: the start; the end of what is open for days without an hour."""
        return self.ends_at if self.fields.all_day else self.fields.starts_at

    @property
    def ends_at(self) -> datetime:
        return self.fields.ends_at or self.fields.starts_at + USUAL_LENGTH

    @property
    def is_open(self) -> bool:
        """Whether it is announced: people see it and may answer."""
        return self.status is Status.PUBLISHED

    @property
    def is_cancelled(self) -> bool:
        return self.status is Status.CANCELLED

    @property
    def is_over(self) -> bool:
        """Whether it has been held."""
        return self.status in OVER

    def part_of(self, partner_id: int) -> PartnerPart | None:
        return next((one for one in self.fields.partners if one.partner_id == partner_id), None)

    def require_open(self) -> None:
        """Refuses what is for announced events alone."""
        if not self.is_open:
            raise Refusal(STANDS[self.status])

    def has_begun(self, now: datetime) -> bool:
        return now >= self.begins_at


@dataclass(frozen=True, slots=True)
class Told:
    """What those concerned are told of a change: its kind, and what the new state no longer says."""

    kind: str  # moved, relocated, cancelled
    old: dict[str, object]


def check(fields: EventFields) -> EventFields:
    """The fields, if they can stand together; otherwise a `Refusal`."""
    if fields.capacity is not None and not 1 <= fields.capacity <= 1000:
        raise Refusal("capacity-range")
    last = fields.ends_at if fields.all_day else fields.starts_at
    if fields.deadline is not None and last is not None and fields.deadline > last:
        raise Refusal("deadline-after-start")
    if fields.ends_at is not None and fields.ends_at == fields.starts_at:
        raise Refusal("no-minutes")
    if fields.ends_at is not None and fields.ends_at < fields.starts_at:
        raise Refusal("end-before-start")
    return fields


def change_fields(event: Event, fields: EventFields) -> Event:
    """The event with other fields. A capacity below the seats taken unseats nobody."""
    if event.is_cancelled:
        raise Refusal("event-cancelled")
    return replace(event, fields=check(fields), seats=replace(event.seats, capacity=fields.capacity))


def move(event: Event, starts_at: datetime, ends_at: datetime | None = None) -> Event:
    """The event at another time; a deadline that was set keeps its distance to the start."""
    fields = event.fields
    shift = starts_at - fields.starts_at
    end = ends_at or (fields.ends_at + shift if fields.ends_at else None)
    deadline = fields.deadline + shift if fields.deadline else None
    return change_fields(event, replace(fields, starts_at=starts_at, ends_at=end, deadline=deadline))


def cancel(event: Event, reason: str) -> Event:
    """The event, cancelled for a reason."""
    return replace(_step(event, Status.CANCELLED), cancel_reason=reason)


def publish(event: Event) -> Event:
    """The event, announced once its partners have been asked."""
    return hand_in(event, Status.PUBLISHED)


def return_with(event: Event, remark: str) -> Event:
    """The event, back at its author with what the reviewer says."""
    return replace(_step(event, Status.DRAFT), remark=remark)


def hand_in(event: Event, status: Status) -> Event:
    """The event, announced or before whoever reviews it; a remark is answered by that."""
    return replace(_step(event, status), remark=None)


def hold(event: Event, now: datetime) -> Event:
    """The event as it stands after its end, if that has come."""
    is_due = event.is_open and now >= event.ends_at
    return _step(event, Status.HELD) if is_due else event


def report(event: Event, now: datetime) -> Event:
    """The event, reported; `Refusal` for one that is not over or did not take place. A report may be corrected."""
    held = hold(event, now)
    return held if held.status is Status.REPORTED else _step(held, Status.REPORTED)


def reopen(event: Event, now: datetime) -> Event:
    """A held event that is moved ahead is announced again."""
    is_ahead = event.status is Status.HELD and now < event.ends_at
    return _step(event, Status.PUBLISHED) if is_ahead else event


def _step(event: Event, status: Status) -> Event:
    if not follows(event.status, status):
        raise Refusal(STANDS[event.status])
    return replace(event, status=status)


def told_of(before: Event, after: Event, now: datetime) -> Told | None:
    """What those concerned must be told of a change, None when nothing.

    Nobody is told of an event that was already over, nor of a move into the past (a date typed wrongly; LESSONS R 9).
    """
    if now >= before.ends_at or after.has_begun(now):
        return None
    if after.is_cancelled and not before.is_cancelled:
        return Told("cancelled", {})
    if before.fields.starts_at != after.fields.starts_at:
        return Told("moved", {"starts_at": before.fields.starts_at.isoformat()} | _old_place(before, after))
    if _old_place(before, after):
        return Told("relocated", _old_place(before, after))
    return None


def is_urgent(before: Event, after: Event, now: datetime) -> bool:
    """Whether the news may break into quiet hours: the event was or is less than 24 hours away."""
    return min(before.fields.starts_at, after.fields.starts_at) - now <= URGENT_WITHIN


def _old_place(before: Event, after: Event) -> dict[str, object]:
    old, new = before.fields, after.fields
    if (old.branch_id, old.hall_id, old.address) == (new.branch_id, new.hall_id, new.address):
        return {}
    return {"branch_id": old.branch_id, "hall_id": old.hall_id, "address": old.address}
