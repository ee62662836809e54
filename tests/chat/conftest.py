"""The production wiring on the sandbox, over HTTP, with the people of the case."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from bot.clock import RemoteClock
from bot.settings import Settings
from domain.event import Event, EventFields
from domain.people import Person as Member
from domain.people import Purpose
from sandbox.people import Person
from sandbox.server import Sandbox
from storage.library import BranchFields
from storage.members import ConsentGiven
from storage.store import Store
from tests.engines import migrated

TOKEN = "42:test"
START = datetime(2018, 4, 27, 11, tzinfo=UTC)
TITLE = "Наш принцип – взаимодействие"
UNPACED = {"overall_per_second": 1000, "chat_burst": 1000, "person_burst": 100_000}
"""The sandbox counts nothing unless a test asks it to, so nobody need wait for a turn."""
HERZEN = BranchFields(
    "Центральная городская библиотека им. А.И. Герцена",
    "Герцена",
    "Тверской пр-т, д. 5, Тверь",
    aliases=("Герценка",),
    halls=("Михайловский зал", "Горница"),
)


@dataclass
class Town:
    """The bot at work, its store, and `anna`, whom the settings name as administrator. `make`: the bot once more."""

    box: Sandbox
    app: App
    anna: Person
    make: Callable[[], App]

    @property
    def store(self) -> Store:
        return self.app.store

    def now(self) -> datetime:
        return self.box.clock.now()

    async def restart(self) -> None:
        """Ends the bot, and starts another on the same database."""
        await self.app.stop()
        self.app = self.make()
        await self.app.start()

    async def quiet(self) -> None:
        """Waits until everything that people did has been handled."""
        await self.box.settled()
        while self.app.workers.in_hand:  # noqa: ASYNC110 - the workers have no sign for tests
            await asyncio.sleep(0.01)

    def person(self, name: str, language: str | None = "ru") -> Person:
        """Somebody who has never written to the bot."""
        return self.box.person(name, language)

    async def known(self, name: str, *purposes: Purpose, language: str = "ru") -> Person:
        """Somebody who consented long ago."""
        person = self.box.person(name, language)
        await self.admit(person, *purposes)
        return person

    async def admit(self, person: Person, *purposes: Purpose) -> Member:
        person.account.started = True
        given = [ConsentGiven(purpose, "1", "Согласен", self.now()) for purpose in (Purpose.EVENTS, *purposes)]
        language = person.account.language or "ru"
        return await self.store.members.consent(person.id, person.account.name, language, given, self.now())

    async def member(self, person: Person) -> Member:
        found = await self.store.members.by_account(person.id)
        assert found is not None
        return found

    async def event(self, **fields: Any) -> Event:
        """The round table of 27 April 2018, 14:00, or what the keywords make of it."""
        branch = (await self.store.branches.all())[0]
        values: dict[str, Any] = {"title": TITLE, "form": "round_table", "starts_at": START, "age_mark": "12+"}
        values |= {"capacity": 30, "branch_id": branch.id, "hall_id": branch.halls[0].id}
        anna = await self.member(self.anna)
        return await self.store.events.publish(EventFields(**(values | fields)), anna, self.now())

    async def partner(self, name: str, sector: str = "education") -> int:
        anna = await self.member(self.anna)
        return await self.store.partners.add(name, name, sector, anna.id, self.now())


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """Names and telephones in chat are as the settings have them by themselves: not there."""
    async with town_of(tmp_path) as made:
        yield made


@pytest.fixture
async def open_town(tmp_path: Path) -> AsyncIterator[Town]:
    """Names and telephones may be shown in chat."""
    async with town_of(tmp_path, privacy={"personal_data_in_chat": True}) as made:
        yield made


@asynccontextmanager
async def town_of(folder: Path, engine: str = "sqlite", **sections: dict[str, Any]) -> AsyncIterator[Town]:
    """The town, with these settings over its own."""
    async with migrated(engine, folder) as url, Sandbox(token=TOKEN) as box:
        anna = box.person("Анна Петрова")
        operator = {"operator": "МБС г. Твери", "address": "Тверской пр-т, д. 5", "contact": "8 (4822) 00-00-00"}
        own: dict[str, dict[str, Any]] = {
            "telegram": {"token": TOKEN, "api_base": box.url},
            "storage": {"url": url},
            "library": {"name": "Библиотеки Твери", "admins": [anna.id]},
            "privacy": operator,
            "limits": UNPACED,
            "backup": {"folder": str(folder / "backups")},
        }
        settings = {name: own.get(name, {}) | sections.get(name, {}) for name in own | sections}

        def make() -> App:
            return App(Settings.model_validate(settings), RemoteClock(f"{box.url}/clock"))

        town = Town(box, make(), anna, make)
        await town.app.start()
        try:
            member = await town.admit(anna)
            await town.store.branches.put(HERZEN, member.id, town.now())
            yield town
        finally:
            await town.app.stop()
