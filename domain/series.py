"""Several dates under one announcement, each an event of its own with its own seats."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.event import Event, EventFields, change_fields
from domain.refusal import Refusal
from domain.when import NotUnderstood, read_when

MOST = 60
"""Dates of one series."""
WEEK = timedelta(days=7)
OWN_DATES = ("starts_at", "ends_at", "deadline")
BETWEEN = re.compile(r"[,;\n]|\s(?:и|and)\s")
BARE = re.compile(r"\d{1,2}")


def weekly(start: datetime, number: int) -> list[datetime]:
    """So many dates more, a week after another, at the same hour of the wall clock."""
    check_number(number)
    return [start + place * WEEK for place in range(1, number + 1)]


def read_dates(text: str, now: datetime, hour: time) -> list[datetime]:
    """«4, 11 и 18 мая», «4.05 в 15.00; 11.05»: dates on the wall clock, at `hour` where none is said.

    `Refusal` names what cannot be read; too many dates are refused before they are read.
    """
    parts = [part.strip() for part in BETWEEN.split(text) if part.strip()]
    check_number(len(parts))
    found: list[datetime] = []
    for part in reversed(parts):
        found.append(_one(part, found[-1] if found else None, now, hour))
    return sorted(found)


def check_number(number: int) -> None:
    if not 1 <= number <= MOST:
        raise Refusal("series-many", most=MOST, number=number)


def new_dates(standing: Iterable[datetime], wanted: Sequence[datetime], now: datetime) -> list[datetime]:
    """Those of the wanted that are not there yet, in order; `Refusal` for one that is past, or too many together."""
    known = set(standing)
    fresh = sorted(set(wanted) - known)
    if not fresh:
        raise Refusal("series-nothing")
    if fresh[0] <= now:
        raise Refusal("series-past", when=fresh[0])
    check_number(len(known) + len(fresh))
    return fresh


def at(fields: EventFields, starts_at: datetime) -> EventFields:
    """The same at another date: the end and a deadline keep their distance to the start."""
    shift = starts_at - fields.starts_at
    end = fields.ends_at + shift if fields.ends_at else None
    deadline = fields.deadline + shift if fields.deadline else None
    return replace(fields, starts_at=starts_at, ends_at=end, deadline=deadline)


def spread(event: Event, old: EventFields, new: EventFields) -> Event:
    """Another date of the series with what changed between the two: it moves as far, what it has of its own stays."""
    names = [one.name for one in fields_of(EventFields) if one.name not in OWN_DATES]
    changed: dict[str, Any] = {name: getattr(new, name) for name in names if getattr(new, name) != getattr(old, name)}
    if "partners" in changed:
        parts = {part.partner_id: part for part in event.fields.partners}
        changed["partners"] = tuple(parts.get(part.partner_id, part) for part in new.partners)
    start = event.fields.starts_at + (new.starts_at - old.starts_at)
    for name in OWN_DATES[1:]:
        apart = _kept(event.fields, old, new, name)
        changed[name] = start + apart if apart is not None else None
    return change_fields(event, replace(event.fields, **changed, starts_at=start))


def _kept(fields: EventFields, old: EventFields, new: EventFields, name: str) -> timedelta | None:
    """How far from its start the end or the deadline is: as far as in the changed one, if it changed there."""
    was, is_now, own = (_apart(one, name) for one in (old, new, fields))
    return own if was == is_now else is_now


def _apart(fields: EventFields, name: str) -> timedelta | None:
    moment: datetime | None = getattr(fields, name)
    return moment - fields.starts_at if moment else None


def to_utc(walls: Iterable[datetime], zone: ZoneInfo) -> list[datetime]:
    return [wall.replace(tzinfo=zone).astimezone(UTC) for wall in walls]


def _one(part: str, after: datetime | None, now: datetime, hour: time) -> datetime:
    """A bare number is a day of the month that the date after it names."""
    if after is not None and BARE.fullmatch(part):
        try:
            return datetime.combine(date(after.year, after.month, int(part)), hour)
        except ValueError:
            raise Refusal("series-date", text=part) from None
    read = read_when(part[:200], now)
    if isinstance(read, NotUnderstood) or read.date_start is None:
        raise Refusal("series-date", text=part[:40])
    return datetime.combine(read.date_start, read.time_start or hour)
