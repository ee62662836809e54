"""The calendar file of an event (RFC 5545), for a phone or an office calendar."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

PRODUCT = "-//Roundtable//Roundtable//RU"
USUAL_LENGTH = timedelta(hours=2)
ALARMS = (timedelta(days=1), timedelta(hours=2))


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """What a calendar needs to know of an event. Moments are aware; `stamp` is when it was last changed.

    `uid` never changes and `sequence` grows with every change, so a calendar replaces what it has (LESSONS X 88).
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


def calendar_file(event: CalendarEvent) -> bytes:
    """The event as a file of UTF-8 with CRLF: published, or cancelled with all that it said before.

    In the event's zone, with its VTIMEZONE, two hours long unless its end is known. Two alarms, a day and two hours
    before; none when it is cancelled.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if event.cancelled else "PUBLISH")
    calendar.add_component(_entry(event))
    _add_zone(calendar, event)
    return bytes(calendar.to_ical())


def _entry(event: CalendarEvent) -> "Event":
    from icalendar import Event

    entry = Event()
    ends_at = event.ends_at or event.starts_at + USUAL_LENGTH
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", event.stamp.astimezone(UTC))
    entry.add("last-modified", event.stamp.astimezone(UTC))
    entry.add("dtstart", event.starts_at.astimezone(event.zone))
    entry.add("dtend", ends_at.astimezone(event.zone))
    entry.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    entry.add("summary", event.title)
    for name in ("description", "location", "url"):
        if value := getattr(event, name):
            entry.add(name, value)
    for lead in () if event.cancelled else ALARMS:
        entry.add_component(_alarm(event.title, lead))
    return entry


def _alarm(title: str, lead: timedelta) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -lead)
    return alarm


def _add_zone(calendar: "Calendar", event: CalendarEvent) -> None:
    """The rules of the zone around the event: a file carries no more years than it needs."""
    from icalendar import Timezone

    year = timedelta(days=366)
    first, last = (event.starts_at - year).date(), (event.starts_at + year).date()
    zone = Timezone.from_tzid(event.zone.key, first_date=first, last_date=last)
    calendar.subcomponents.insert(0, zone)
