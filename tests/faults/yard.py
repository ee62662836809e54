"""A sandbox, a database and many people, for bots that are processes and come to harm."""

import asyncio
import shutil
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from domain.event import Event, EventFields
from domain.health import Trouble
from domain.people import Grant, Purpose, Role
from domain.people import Person as Member
from domain.segment import partners_by
from sandbox import acts
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.shapes import Json
from storage.members import ConsentGiven
from storage.store import Store
from storage.tables import consents, members, partner_reps
from tests.engines import at_newest
from tests.nursery import Bot
from tests.process import TOKEN, running_bot, until
from tests.storage.conftest import POLICY

WORDS = "Ждём вас в среду"
"""What the letter to many says."""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
WAITING = """
    SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'new'),
           (SELECT COUNT(*) FROM outbox WHERE state IN ('claimed', 'sending'))
"""


@dataclass
class Yard:
    """`store` is for what was there before; while a bot is killed nobody else holds the database open."""

    box: Sandbox
    store: Store
    url: str
    folder: Path
    anna: Person | None = None

    @property
    def file(self) -> Path:
        return self.folder / "roundtable.db"

    def now(self) -> datetime:
        return self.box.clock.now()

    async def known(self, name: str, *purposes: Purpose) -> Person:
        """Somebody who consented before."""
        person = self.box.person(name)
        await self.member(person, *purposes)
        return person

    async def member(self, person: Person, *purposes: Purpose) -> Member:
        person.account.started = True
        given = [ConsentGiven(purpose, "1", "Согласен", self.now()) for purpose in (Purpose.EVENTS, *purposes)]
        return await self.store.members.consent(person.id, person.account.name, "ru", given, self.now())

    async def librarian(self) -> Member:
        """Anna, who registers events and writes to partners."""
        if self.anna is None:
            self.anna = self.box.person("Анна Ветрова")
            newcomer = await self.member(self.anna)
            await self.store.members.grant(newcomer.id, Grant(Role.LIBRARIAN), None, self.now())
        found = await self.store.members.by_account(self.anna.id)
        assert found is not None
        return found

    async def event(self, host: Member, **fields: Any) -> Event:
        """An event in a month, or what the keywords make of it."""
        base: dict[str, Any] = {"title": "«Вечер»", "starts_at": self.now() + timedelta(days=30), "age_mark": "6+"}
        return await self.store.events.publish(EventFields(**(base | fields)), host, self.now())

    async def crowd(self, number: int) -> list[Person]:
        """Many at once who consented before, and act for one college."""
        people = [self.box.person(f"Гость {one}") for one in range(number)]
        for person in people:
            person.account.started = True
        college = await self.store.partners.add("Колледж", "Колледж", "education", None, self.now())
        now = self.now()

        async def job(conn: Any) -> None:
            own = {"language": "ru", "muted": [], "created_at": now}
            rows = [{"account_id": one.id, "name": one.account.name} | own for one in people]
            await conn.execute(insert(members), rows)
            query = select(members.c.id).where(members.c.account_id.in_([one.id for one in people]))
            ids = list((await conn.execute(query)).scalars())
            given = {"purpose": "events", "text_version": "1", "button": "Согласен", "given_at": now}
            await conn.execute(insert(consents), [given | {"member_id": one} for one in ids])
            acting = {"partner_id": college, "is_primary": False, "since": now}
            await conn.execute(insert(partner_reps), [acting | {"member_id": one} for one in ids])

        await self.store.db.write(job)
        return people

    async def letter(self, words: str = WORDS) -> int:
        """Anna sends a letter to everybody who acts for a partner now."""
        author = await self.librarian()
        draft = await self.store.broadcasts.draft(author.id, words, partners_by(), self.now())
        await self.store.broadcasts.confirm(draft.id, draft.revision, self.now())
        return draft.id

    def press(self, person: Person, message: Json, data: str) -> tuple[str, int]:
        """A press, by its own id and the id of its update."""
        press = acts.press(self.box.world, person.account, message, data)
        return press, int(self.box.world.updates[-1]["update_id"])

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the database says now."""
        with closing(sqlite3.connect(self.file)) as live:
            return live.execute(query).fetchall()

    def remains(self, *queries: str) -> list[list[tuple[Any, ...]]]:
        """What a dead bot has left, read from a copy: the next one is to find the files as they are."""
        with closing(sqlite3.connect(self._copy())) as copy:
            return [copy.execute(query).fetchall() for query in queries]

    def _copy(self) -> Path:
        copy = self.folder / "copy"
        copy.mkdir(exist_ok=True)
        for file in copy.iterdir():
            file.unlink()
        for name in (self.file.name, f"{self.file.name}-wal"):
            if (self.folder / name).exists():
                shutil.copy(self.folder / name, copy / name)
        return copy / self.file.name

    async def summed_up(self, number: int, within: float = 120.0) -> None:
        """Waits until Anna is told that so many letters have arrived, and checks that she is told once."""
        assert self.anna is not None
        await self.anna.sees(f"Доставлено: {number}", within)
        assert told([self.anna], "Доставлено").total() == 1

    @asynccontextmanager
    async def bot(self, *, clock: str = "", **settings: str) -> AsyncIterator[Bot]:
        """A bot at work; it is told to stop in the end, and does."""
        async with running_bot(self.box, self.url, self.folder, clock=clock, **settings) as bot:
            yield bot
            bot.terminate()
            assert await bot.wait() == 0

    async def logged(self, words: str, *, log: str = "bot.log") -> None:
        """Waits until the log says this; it has no sign for tests."""
        async with asyncio.timeout(40):
            while words not in self.log(log):  # noqa: ASYNC110
                await asyncio.sleep(0.05)

    def log(self, file: str = "bot.log") -> str:
        return (self.folder / file).read_text(encoding="utf-8")

    async def all_sent(self) -> None:
        """Waits until all that is due by now has gone its way."""
        await self.reminders_fired()
        async with asyncio.timeout(60):
            while (await self.store.health.traffic(self.now())).of(Trouble.MESSAGES).number:  # noqa: ASYNC110
                await asyncio.sleep(0.05)

    async def reminders_fired(self) -> None:
        """Waits until the bot has seen what time it is."""
        async with asyncio.timeout(20):
            while (due := await self.store.reminders.next_due(LONG_AGO)) and due < self.now():  # noqa: ASYNC110
                await asyncio.sleep(0.05)

    async def nothing_waits(self, within: float = 20.0) -> None:
        """Waits until every update is done and no message is under way; nothing has been given up."""
        async with asyncio.timeout(within):
            while self.rows(WAITING) != [(0, 0)]:  # noqa: ASYNC110 - another process writes it
                await asyncio.sleep(0.1)
        assert self.rows("SELECT COUNT(*) FROM inbox WHERE state = 'failed'") == [(0,)]

    async def answers_everybody(self, people: Iterable[Person]) -> None:
        """Nobody is stuck: what each of them asks next is answered."""
        asked = {person: told([person], "/privacy") for person in people}
        for person in asked:
            await person.says("/help")
        await until(self.box, lambda: all(told([one], "/privacy") > before for one, before in asked.items()), 60)
        await self.box.settled()


@asynccontextmanager
async def yard_in(folder: Path) -> AsyncIterator[Yard]:
    """A yard whose files are in the folder; no bot is there yet."""
    url = f"sqlite+aiosqlite:///{folder / 'roundtable.db'}"
    await at_newest(url)
    async with Sandbox(TOKEN) as box:
        store = Store(url, POLICY)
        yield Yard(box, store, url, folder)
        await store.close()


def told(people: Iterable[Person], words: str) -> Counter[int]:
    """How often the bot has told each of them so."""
    return Counter({one.id: number for one in people if (number := _times(one, words))})


def _times(person: Person, words: str) -> int:
    messages = person.chat.messages.values()
    return sum(one["from"]["is_bot"] and words in (one.get("text") or one.get("caption", "")) for one in messages)
