"""The calendar file, read back by icalendar and by eye."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from icalendar import Calendar

from handlers.calendar_file import CalendarEvent, calendar_feed, calendar_file
from handlers.qr import qr_png

MOSCOW = ZoneInfo("Europe/Moscow")
EVENT = CalendarEvent(
    uid="event-1@roundtable",
    sequence=3,
    title="Круглый стол «Наш принцип – взаимодействие»; библиотеки, школы, СМИ",
    description="Первая строка\nВторая, с запятой; и точкой с запятой \\ и чертой",
    starts_at=datetime(2018, 4, 27, 11, tzinfo=UTC),
    location="Тверской пр-т, д. 5, Тверь",
    url="https://t.me/roundtable_bot?start=e1",
    stamp=datetime(2018, 3, 26, 7, tzinfo=UTC),
    zone=MOSCOW,
)


def unfolded(data: bytes) -> list[str]:
    """The lines of RFC 5545, read without icalendar."""
    return data.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def values(data: bytes) -> dict[str, str]:
    """The properties of the first VEVENT up to its alarms."""
    lines = unfolded(data)
    own = lines[lines.index("BEGIN:VEVENT") + 1 :]
    end = next(number for number, line in enumerate(own) if line in {"BEGIN:VALARM", "END:VEVENT"})
    return dict(line.split(":", 1) for line in own[:end])


def test_the_file_says_what_the_event_says() -> None:
    entry = Calendar.from_ical(calendar_file(EVENT)).events[0]
    assert entry["SUMMARY"] == EVENT.title
    assert entry["DESCRIPTION"] == EVENT.description
    assert entry["LOCATION"] == EVENT.location
    assert entry.start == EVENT.starts_at
    assert entry.end == EVENT.starts_at + timedelta(hours=2)
    assert EVENT.stamp == entry.DTSTAMP


def test_it_is_read_without_a_library_too() -> None:
    found = values(calendar_file(EVENT))
    assert found["DTSTART;TZID=Europe/Moscow"] == "20180427T140000"
    assert found["DTEND;TZID=Europe/Moscow"] == "20180427T160000"
    assert found["UID"] == EVENT.uid
    assert (found["SEQUENCE"], found["STATUS"]) == ("3", "CONFIRMED")
    assert found["DESCRIPTION"] == "Первая строка\\nВторая\\, с запятой\\; и точкой с запятой \\\\ и чертой"
    assert found["URL"] == EVENT.url


def test_the_zone_comes_with_the_file_before_the_event_that_uses_it() -> None:
    lines = unfolded(calendar_file(EVENT))
    assert "METHOD:PUBLISH" in lines
    assert lines.index("TZID:Europe/Moscow") < lines.index("BEGIN:VEVENT")
    assert "TZOFFSETTO:+0300" in lines


def test_a_calendar_of_many_says_of_each_what_its_own_file_says() -> None:
    """Also where a text looks like the moment of the last change, which another look at the same events moves on."""
    tricky = replace(EVENT, title="DTSTAMP:20180101T000000Z", description="x" * 61 + "\nLAST-MODIFIED:1\r\nDTSTAMP:2")
    events = [EVENT, tricky, replace(EVENT, cancelled=True)]
    for stamp in (EVENT.stamp, EVENT.stamp + timedelta(days=1, seconds=7)):
        now = [replace(one, stamp=stamp) for one in events]
        found = Calendar.from_ical(calendar_feed("Мои события", now)).events
        own = [Calendar.from_ical(calendar_file(one)).events[0] for one in now]
        assert [one.property_items(recursive=False) for one in found] == [
            one.property_items(recursive=False) for one in own
        ]
        assert {(one.DTSTAMP, one.LAST_MODIFIED) for one in found} == {(stamp, stamp)}


def test_an_event_whose_end_is_known_ends_then() -> None:
    longer = replace(EVENT, ends_at=EVENT.starts_at + timedelta(hours=3))
    assert values(calendar_file(longer))["DTEND;TZID=Europe/Moscow"] == "20180427T170000"


def test_it_rings_a_day_and_two_hours_before() -> None:
    assert [line for line in unfolded(calendar_file(EVENT)) if line.startswith("TRIGGER")] == [
        "TRIGGER:-P1D",
        "TRIGGER:-PT2H",
    ]


def test_a_cancelled_one_keeps_what_it_said_and_does_not_ring() -> None:
    data = calendar_file(replace(EVENT, cancelled=True, sequence=4))
    before, after = values(calendar_file(EVENT)), values(data)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"STATUS", "SEQUENCE"}
    assert (after["STATUS"], after["SEQUENCE"]) == ("CANCELLED", "4")
    assert "METHOD:CANCEL" in unfolded(data)
    assert b"VALARM" not in data


def test_empty_fields_are_left_out() -> None:
    bare = values(calendar_file(replace(EVENT, description="", location="", url="")))
    assert not {"DESCRIPTION", "LOCATION", "URL"} & bare.keys()


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Kamchatka", "America/New_York", "UTC"])
def test_another_zone_comes_with_its_own_rules(zone: str) -> None:
    entry = Calendar.from_ical(calendar_file(replace(EVENT, zone=ZoneInfo(zone)))).events[0]
    assert entry.start == EVENT.starts_at


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")) | st.just("\n"), max_size=300))
def test_no_title_breaks_the_lines_or_comes_back_another(title: str) -> None:
    assume("\\N" not in title)  # RFC 5545 lets a line break be written so, and icalendar reads it so
    data = calendar_file(replace(EVENT, title=title))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert Calendar.from_ical(data).events[0]["SUMMARY"] == title


def test_a_link_becomes_a_picture_large_enough_for_a_phone() -> None:
    picture = qr_png("https://t.me/roundtable_bot?start=e123456789")
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))
    assert width == height
    assert 400 <= width <= 800
