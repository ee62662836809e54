"""Calendars by a secret address, as two calendar programs that know nothing of each other read them."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import structlog
from aiohttp import ClientResponse
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from bot.logs import set_up_logs
from domain.event import cancel, move
from domain.people import Grant, Role
from domain.seats import Answer
from sandbox.people import Person
from tests.chat.conftest import START, TITLE, Town
from tests.chat.talk import taps, text_of
from tests.web.conftest import Browser

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Seen:
    """An event as a calendar program understands it."""

    uid: str
    sequence: int
    status: str
    start: datetime | date
    end: datetime | date
    title: str
    place: str


def by_icalendar(body: str) -> list[Seen]:
    return [
        Seen(
            str(one["UID"]),
            int(str(one["SEQUENCE"])),
            str(one["STATUS"]),
            _utc(one.start),
            _utc(one.end),
            str(one["SUMMARY"]),
            str(one.get("LOCATION", "")),
        )
        for one in Calendar.from_ical(body).events
    ]


def by_ical(body: str) -> list[Seen]:
    """The reader of Home Assistant, with a parser of its own."""
    return [
        Seen(
            one.uid,
            one.sequence or 0,
            str(one.status.value if one.status else ""),
            _utc(one.dtstart),
            _utc(one.end),
            one.summary or "",
            one.location or "",
        )
        for one in IcsCalendarStream.calendar_from_ics(body).events
    ]


def _utc(moment: datetime | date | None) -> datetime | date:
    assert moment is not None
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def seen(body: str) -> list[Seen]:
    """What both readers see, which must be the same."""
    found = by_icalendar(body)
    assert found == by_ical(body)
    return found


async def given(town: Town, person: Person) -> str:
    """The address that the chat gives for one's own events."""
    await person.says("/settings")
    await person.sees("Настройки")
    await taps(town, person, "Подписка на календарь", "Получить адрес")
    return address_in(person)


def address_in(person: Person) -> str:
    shown = next(text for text in reversed([*map(text_of, person.chat.messages.values())]) if "/calendar/" in text)
    return shown[shown.index("http") : shown.index(".ics") + 4]


async def fetch(browser: Browser, address: str, status: int = 200, **headers: str) -> ClientResponse:
    answer = await browser.session.get(
        address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    assert answer.status == status, await answer.text()
    return answer


async def test_moved_twice_and_cancelled_it_is_one_event_in_both_readers(paged: Town, browser: Browser) -> None:
    event, olga = await paged.event(), await paged.known("Ольга Котова")
    member, anna = await paged.member(olga), await paged.member(paged.anna)
    await paged.store.rsvps.answer(event.id, member.id, Answer.GOING, paged.now())
    address, states = await given(paged, olga), []
    rules: list[Any] = [
        lambda old: old,
        lambda old: move(old, START + HOUR),
        lambda old: move(old, START + 24 * HOUR),
        lambda old: cancel(old, "карантин; до осени, \\ или позже"),
    ]
    for rule in rules:
        await paged.store.events.change(event.id, rule, anna, paged.now())
        [one] = seen(await (await fetch(browser, address)).text())
        states.append(one)
    assert [one.start for one in states] == [START, START + HOUR, START + 24 * HOUR, START + 24 * HOUR]
    assert len({one.uid for one in states}) == 1
    assert [one.sequence for one in states] == [1, 2, 3, 4]
    assert [one.status for one in states] == ["CONFIRMED"] * 3 + ["CANCELLED"]
    assert states[0].title == f"Круглый стол «{TITLE}»"
    assert states[0].end == START + 2 * HOUR
    assert states[0].place.endswith("Тверской пр-т, д. 5, Тверь")
    assert states[-1].title == f"Отменено: Круглый стол «{TITLE}»"


async def test_both_readers_understand_exhibitions_and_odd_titles(paged: Town, browser: Browser) -> None:
    """Lines longer than 75 bytes fall between the bytes of letters; commas, semicolons and newlines are marked."""
    title = "Книги; рукописи, письма: " + "ё" * 60 + " \\n 📚"
    await paged.event(title=title, form=None, goal="Первая строка\nвторая, третья; \\ конец")
    await paged.event(title="Герб", form="exhibition", ends_at=START + timedelta(days=21))
    await paged.event(title="Ночь", form=None, ends_at=START + timedelta(hours=11))
    midnight = datetime(2018, 4, 26, 21, tzinfo=UTC)
    await paged.event(title="День", all_day=True, starts_at=midnight, ends_at=midnight + 24 * HOUR)
    body = await (await fetch(browser, await given(paged, paged.anna))).text()
    day, odd, herb, night = seen(body)
    assert odd.title == f"«{title}»"
    assert (herb.start, herb.end) == (date(2018, 4, 27), date(2018, 5, 19)), "the end is the day after"
    assert (day.start, day.end) == (date(2018, 4, 27), date(2018, 4, 28))
    assert (night.start, night.end) == (START, START + timedelta(hours=11)), "past midnight it still has its hours"
    assert all(len(line) <= 75 for line in body.encode().split(b"\r\n"))
    assert body.index("TZID:Europe/Moscow") < body.index("BEGIN:VEVENT")


async def test_what_has_not_changed_is_not_sent_again(paged: Town, browser: Browser) -> None:
    event = await paged.event()
    address = await given(paged, paged.anna)
    first = await fetch(browser, address)
    tag, since = first.headers["ETag"], first.headers["Last-Modified"]
    assert first.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert first.headers["Cache-Control"] == "private, no-cache"
    await paged.box.clock.forward(hours=1)
    again = await fetch(browser, address, 304, If_None_Match=f"W/{tag}")
    assert (await again.read(), again.headers["ETag"], again.headers["Last-Modified"]) == (b"", tag, since)
    await fetch(browser, address, 304, If_Modified_Since=since)
    await fetch(browser, address, 200, If_None_Match='"other"', If_Modified_Since=since)
    await paged.store.events.change(
        event.id, lambda old: move(old, START + HOUR), await paged.member(paged.anna), paged.now()
    )
    changed = await fetch(browser, address, 200, If_None_Match=tag)
    assert changed.headers["ETag"] != tag
    await fetch(browser, address, 200, If_Modified_Since=since)
    head = await browser.session.head(address)
    assert (head.status, head.headers["ETag"]) == (200, changed.headers["ETag"])


async def test_revoked_renewed_guessed_and_forgotten_addresses_answer_alike(paged: Town, browser: Browser) -> None:
    olga = await paged.known("Ольга Котова")
    first = await given(paged, olga)
    await taps(paged, olga, "Новый адрес")
    second = address_in(olga)
    assert second != first
    await fetch(browser, second)
    await taps(paged, olga, "Отозвать")
    guessed = first.replace(first[-10:-4], "AAAAAA")
    pages = [await (await fetch(browser, one, 404)).text() for one in (first, second, guessed, first[:-4], first + "x")]
    assert len(set(pages)) == 1, "nothing tells one from the other"
    third = await given(paged, olga)
    await paged.store.members.erase((await paged.member(olga)).id, paged.now())
    await fetch(browser, third, 404)


async def test_a_branchs_calendar_outlives_who_asked_for_it_and_its_staff_revokes_it(
    paged: Town, browser: Browser
) -> None:
    event, olga = await paged.event(), await paged.known("Ольга Котова")
    member, grant = await paged.member(olga), Grant(Role.LIBRARIAN, event.fields.branch_id)
    await paged.store.members.grant(member.id, grant, None, paged.now())
    await olga.says("/settings")
    await olga.sees("Настройки")
    await taps(paged, olga, "Подписка на календарь", "Календари библиотек", "Герцена", "Получить адрес")
    address = address_in(olga)
    body = await (await fetch(browser, address)).text()
    assert [one.title for one in seen(body)] == [f"Круглый стол «{TITLE}»"]
    assert "X-WR-CALNAME:Герцена" in body
    await paged.store.members.revoke(member.id, grant, None, paged.now())
    await fetch(browser, address)
    await paged.anna.says("/settings")
    await paged.anna.sees("Настройки")
    await taps(paged, paged.anna, "Подписка на календарь", "Календари библиотек", "Герцена", "Отозвать")
    await fetch(browser, address, 404)


@pytest.fixture
def _as_it_was() -> Iterator[None]:
    yield
    structlog.reset_defaults()
    logging.basicConfig(force=True)


@pytest.mark.usefixtures("_as_it_was")
async def test_an_address_is_in_no_log(
    paged: Town, browser: Browser, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up_logs()
    address = await given(paged, paged.anna)
    await fetch(browser, address)
    await fetch(browser, address.replace(".ics", "x.ics"), 404)
    monkeypatch.setattr(paged.store.feeds, "entries", None)
    await fetch(browser, address, 500)
    written = capfd.readouterr().err
    assert "page-failed" in written
    assert address.rpartition("/")[2][:20] not in written
