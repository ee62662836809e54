"""A store on each engine, and a few people in it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import WorkCalendar
from domain.event import Event, EventFields
from domain.people import Person, Purpose
from domain.policy import Policy, ReminderRules
from domain.quiet import QuietHours
from storage.members import ConsentGiven
from storage.store import Store
from tests.engines import ENGINES, database, migrated

NOW = datetime(2018, 3, 26, 7, tzinfo=UTC)
START = datetime(2018, 4, 27, 11, tzinfo=UTC)
DAY = timedelta(days=1)
POLICY = Policy(ZoneInfo("Europe/Moscow"), WorkCalendar(frozenset(), frozenset()), QuietHours(), ReminderRules())

MakePerson = Callable[..., Awaitable[Person]]
MakeEvent = Callable[..., Awaitable[Event]]


@pytest.fixture(params=ENGINES)
async def url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    async with migrated(request.param, tmp_path) as address:
        yield address


@pytest.fixture(params=ENGINES)
async def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """A database without a table."""
    async with database(request.param, tmp_path) as address:
        yield address


@pytest.fixture
async def store(url: str) -> AsyncIterator[Store]:
    opened = Store(url, POLICY, admins=[1])
    yield opened
    await opened.close()


@pytest.fixture
def person(store: Store) -> MakePerson:
    """Makes a member who has consented to events; the account decides who it is."""

    async def make(account: int, name: str = "Ольга Котова", *purposes: Purpose) -> Person:
        given = [ConsentGiven(purpose, "1", "Согласен", NOW) for purpose in (Purpose.EVENTS, *purposes)]
        return await store.members.consent(account, name, "ru", given, NOW)

    return make


@pytest.fixture
def event(store: Store, person: MakePerson) -> MakeEvent:
    """Publishes an event in April; keywords change its fields."""

    async def make(**fields: object) -> Event:
        librarian = await person(1, "Анна Петрова")
        values = {"title": "«Наш принцип – взаимодействие»", "starts_at": START, "age_mark": "12+", "capacity": 30}
        return await store.events.publish(EventFields(**(values | fields)), librarian, NOW)  # type: ignore[arg-type]

    return make
