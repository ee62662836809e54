"""The bot as it runs, on the sandbox over HTTP: what the tests of conversations live in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.app import App
from bot.clock import RemoteClock
from bot.settings import Settings
from domain.people import Grant, Person as Member, Purpose, Role
from sandbox.limits import Limits
from sandbox.people import Person
from sandbox.server import Sandbox
from storage.members import ConsentGiven

TOKEN = "42:TEST-TOKEN-OF-THE-SANDBOX"


@dataclass(slots=True)
class House:
    """The sandbox, the bot on it, and the people in it. `url` is the bot's database."""

    box: Sandbox
    app: App
    url: str

    @property
    def now(self) -> datetime:
        return self.box.clock.now()

    async def knows(self, person: Person, *purposes: Purpose) -> Member:
        """The person has pressed Start and consented before."""
        person.account.started = True
        given = [ConsentGiven(purpose, "1", "Согласен", self.now) for purpose in (Purpose.EVENTS, *purposes)]
        return await self.app.store.members.consent(person.id, person.account.name, "ru", given, self.now)

    async def employs(self, person: Person, role: Role = Role.METHODIST) -> Member:
        """The person has consented and has a role."""
        member = await self.knows(person)
        await self.app.store.members.grant(member.id, Grant(role), None, self.now)
        found = await self.app.store.members.find(member.id)
        assert found is not None
        return found

    async def represents(self, person: Person, organisation: str, sector: str = "education") -> int:
        """The person has consented and acts for a partner; the partner's id."""
        member = await self.knows(person)
        partner = await self.app.store.partners.add(organisation, organisation, sector, None, self.now)
        await self.app.store.partners.bind(partner, member.id, None, self.now)
        return partner

    async def restarts(self) -> None:
        """The process ends in good order, and another one takes over."""
        await self.app.stop()
        self.app = open_app(self.box, self.url)
        await self.app.start()


def settings_for(box: Sandbox, url: str, **sections: dict[str, Any]) -> Settings:
    """Settings of a bot on the sandbox; keywords are sections laid over them."""
    base: dict[str, dict[str, Any]] = {
        "telegram": {"token": TOKEN, "api_base": box.url},
        "storage": {"url": url},
        "library": {"name": "Библиотеки Твери"},
        "limits": {"overall_per_second": 1000, "chat_burst": 1000, "group_per_minute": 1000},
        "privacy": {"operator": "МБС Твери", "address": "Тверь", "contact": "data@library.example"},
    }
    for name, section in sections.items():
        base[name] = base.get(name, {}) | section
    return Settings(**base)  # type: ignore[arg-type]  # pydantic builds the sections


def open_app(box: Sandbox, url: str, **sections: dict[str, Any]) -> App:
    return App(settings_for(box, url, **sections), RemoteClock(f"{box.url}/clock"))


@asynccontextmanager
async def open_house(url: str, limits: Limits | None = None, **sections: dict[str, Any]) -> AsyncIterator[House]:
    """A sandbox with the bot running on it; its clock stands still until somebody turns it."""
    async with Sandbox(TOKEN, limits=limits) as box:
        await box.clock.freeze(frozen=True)
        app = open_app(box, url, **sections)
        box.next_moment = lambda after: app.next_moment(after)
        await app.start()
        house = House(box, app, url)
        try:
            yield house
        finally:
            await house.app.stop()
