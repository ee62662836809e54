"""Calendar files (RFC 5545): of an event for a phone or an office calendar, and of many, to be fetched again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event, Timezone

PRODUCT = "-//Roundtable//Roundtable//RU"
USUAL_LENGTH = timedelta(hours=2)
ALARMS = (timedelta(days=1), timedelta(hours=2))
REFRESH = timedelta(hours=1)
"""How often a program is asked to fetch a calendar again."""
DAY = timedelta(days=1)
SOME_DAY = datetime(2018, 1, 1, tzinfo=UTC)
STAMPED = re.compile(rb"(?m)^(DTSTAMP|LAST-MODIFIED):\w+")
"""A text that says so goes on in a line that begins with a space."""
END = b"END:VCALENDAR\r\n"
REMEMBERED = 2_000
"""Events whose lines are kept, some 2 KB each: the same ones stand in many calendars, and are fetched over and over."""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """What a calendar needs to know of an event. Moments are aware; `stamp` is when it was last changed.

    `uid` never changes and `sequence` grows with every change, so a calendar replaces what it has (LESSONS X 88).
    `tentative`: it may take place, or the calendar's owner may be there.
    """

    uid: str
    sequence: int
    title: str
    starts_at: datetime
    stamp: datetime
    zone: ZoneInfo
    ends_at: datetime | None = None
    description: str = ""
    location: str = ""
    url: str = ""
    cancelled: bool = False
    tentative: bool = False
    all_day: bool = False

    @property
    def last(self) -> datetime:
        return self.ends_at or self.starts_at + USUAL_LENGTH

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day of what has no hours or goes on for a day and longer, such as an exhibition."""
        first, last = (moment.astimezone(self.zone) for moment in (self.starts_at, self.last))
        if not self.all_day and last - first < DAY:
            return None
        return first.date(), (last - timedelta(microseconds=1)).date()


def calendar_file(event: CalendarEvent) -> bytes:
    """The event as a file of UTF-8 with CRLF: published, or cancelled with all that it said before.

    In the event's zone, with its VTIMEZONE, two hours long unless its end is known. Two alarms, a day and two hours
    before; none when it is cancelled.
    """
    calendar = _calendar("CANCEL" if event.cancelled else "PUBLISH")
    calendar.add_component(_entry(event, () if event.cancelled else ALARMS))
    _add_zone(calendar, [event])
    return bytes(calendar.to_ical())


def calendar_feed(name: str, events: Sequence[CalendarEvent]) -> bytes:
    """A calendar with its name, to be fetched every hour. It rings for nothing: the bot itself reminds."""
    calendar = _calendar("PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH)
    calendar.add("x-published-ttl", "PT1H")
    _add_zone(calendar, events)
    head = bytes(calendar.to_ical()).removesuffix(END)
    return b"".join((head, *map(_stamped, events), END))


def _stamped(event: CalendarEvent) -> bytes:
    """The lines of an event in a calendar, with the moment of which they are true."""
    stamp = f"{event.stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}".encode()
    return STAMPED.sub(rb"\1:" + stamp, _lines(replace(event, stamp=SOME_DAY)))


@lru_cache(REMEMBERED)
def _lines(event: CalendarEvent) -> bytes:
    return bytes(_entry(event, ()).to_ical())


def _calendar(method: str) -> "Calendar":
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    return calendar


def _entry(event: CalendarEvent, alarms: Sequence[timedelta]) -> "Event":
    from icalendar import Event

    entry = Event()
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", event.stamp.astimezone(UTC))
    entry.add("last-modified", event.stamp.astimezone(UTC))
    _add_time(entry, event)
    entry.add("status", "CANCELLED" if event.cancelled else "TENTATIVE" if event.tentative else "CONFIRMED")
    entry.add("summary", event.title)
    for name in ("description", "location", "url"):
        if value := getattr(event, name):
            entry.add(name, value)
    for lead in alarms:
        entry.add_component(_alarm(event.title, lead))
    return entry


def _add_time(entry: "Event", event: CalendarEvent) -> None:
    """Hours in the event's zone, or whole days (the end is the day after), in which the owner is free."""
    if event.days is None:
        entry.add("dtstart", event.starts_at.astimezone(event.zone))
        entry.add("dtend", event.last.astimezone(event.zone))
        return
    first, last = event.days
    entry.add("dtstart", first)
    entry.add("dtend", last + DAY)
    entry.add("transp", "TRANSPARENT")


def _alarm(title: str, lead: timedelta) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -lead)
    return alarm


def _add_zone(calendar: "Calendar", events: Sequence[CalendarEvent]) -> None:
    """The rules of the zone around the events that have hours: a file carries no more years than it needs."""
    timed = [event for event in events if event.days is None]
    if not timed:
        return
    first, last = min(event.starts_at for event in timed), max(event.last for event in timed)
    calendar.subcomponents.insert(0, _zone(timed[0].zone.key, first.year - 1, last.year + 2))


@lru_cache(maxsize=16)
def _zone(name: str, first: int, until: int) -> "Timezone":
    """The rules from the first year on until another begins."""
    from icalendar import Timezone

    return Timezone.from_tzid(name, first_date=date(first, 1, 1), last_date=date(until, 1, 1))
