"""What people do in a random walk, and what must hold after each step of it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import func, select
from structlog.processors import format_exc_info
from structlog.testing import capture_logs

from bot.run import free_port
from domain.health import Trouble
from domain.seats import RsvpState
from sandbox import acts
from sandbox.actors import Call
from sandbox.looking import text_of
from sandbox.people import Person
from sandbox.shapes import Json
from storage.event_rows import ahead
from storage.tables import events, rsvps
from tests.chat.conftest import town_of
from tests.chat.crowd import Crowd, crowd_of

PATIENCE = 30.0
LOUD = ("error", "exception", "critical")
ONLY_TELEGRAM_KNOWS = (
    "message is not modified",  # a live card that looks as it did
    "not enough rights to send",  # a group in which the bot may only read
    "was upgraded to a supergroup",
    "message thread not found",  # and the answer goes to the chat itself
    "invalid file_id",  # of a file that nobody has sent
    "wrong file identifier",
)
NOTES = {"pinned_message"}
"""What a messenger notes by itself, and nobody answers."""
HARMLESS = (200, 403)
"""403: the person has blocked the bot, or has never written to it."""
STORY = 15


@dataclass
class Walk:
    """A crowd on its way. Numbers choose among what there is, whatever there is; `done` tells what was done."""

    crowd: Crowd
    session: aiohttp.ClientSession
    logs: Sequence[Any]
    done: list[str] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    seen: list[int] = field(default_factory=lambda: [0, 0])

    async def press(self, who: int, back: int, which: int) -> None:
        """A button of the message so many before the newest one that has any."""
        person = self.back(who)
        found = [message for message in self._seen_by(person) if buttons(message)]
        if not found:
            await self.say(who, "/start")
            return
        message = found[-1 - back % len(found)]
        button = buttons(message)[which % len(buttons(message))]
        self.note(person, f"[{button['text']}] {button.get('callback_data', '')}")
        await self._follow(person, button, message)

    async def _follow(self, person: Person, button: Json, message: Json) -> None:
        if "callback_data" in button:
            await person.presses(button["callback_data"], message)
        elif "start=" in button.get("url", ""):
            await person.follows(button["url"])
        elif button.get("url", "").startswith(self.crowd.town.app.library.pages_url):
            await self._open(button["url"])

    async def _open(self, address: str) -> None:
        """A page or calendar: looked at, and its button pressed."""
        for method in ("GET", "POST"):
            async with self.session.request(method, address) as answer:
                assert answer.status < 500, f"{method} {address}: {answer.status}\n{self.story()}"

    async def say(self, who: int, text: str) -> None:
        person = self.back(who)
        self.note(person, text[:60])
        await person.says(text)

    async def forge(self, who: int, data: str, which: int) -> None:
        """A press that no button stands for."""
        person = self.back(who)
        messages = [one for one in person.chat.messages.values() if one["from"]["is_bot"]]
        if messages:
            self.note(person, f"forged {data}")
            await person.presses(data, messages[which % len(messages)])

    async def send(self, who: int, what: Json | str) -> None:
        person = self.back(who)
        self.note(person, f"sends {what}"[:80])
        if what == "photo":
            await person.sends_photo()
        elif what == "sticker":
            await person.sends_sticker()
        elif isinstance(what, str):
            await person.sends_document(what, b"\xff\xfe\x00broken" if what.endswith("x") else "Лапина".encode())
        else:
            album = {"media_group_id": str(len(self.done))} if "media_group_id" in what else {}
            await person.sends(dict(what) | album)

    async def speak_up(self, who: int, text: str) -> None:
        """In the group."""
        person = self.back(who)
        self.note(person, f"in the group: {text[:60]}")
        await person.says(text, chat=self.crowd.group)

    async def look_for(self, who: int, words: str, pick: int) -> None:
        """Inline, in the group; what is found is sent there."""
        person = self.back(who)
        self.note(person, f"inline: {words}")
        found = await person.inlines(words, chat=self.crowd.group)
        if found:
            await person.picks(pick % len(found))

    async def block(self, who: int) -> None:
        """Until the person is in touch again."""
        person = self.crowd.people[who]
        self.note(person, "blocks")
        await person.blocks()

    async def start(self, who: int) -> None:
        """There is always a way on from here."""
        await self.say(who, "/start")
        await self.settle()
        newest = list(self.crowd.people[who].chat.messages.values())[-1]
        assert newest["from"]["is_bot"], f"/start is not answered\n{self.story()}"
        assert buttons(newest), f"/start leads nowhere: {text_of(newest)}\n{self.story()}"

    async def pass_time(self, hours: float) -> None:
        """The work of the night is done before anybody goes on: whoever it forgets is in the midst of nothing."""
        self.done.append(f"+{hours} h")
        town = self.crowd.town
        await town.box.clock.forward(hours=hours)
        async with asyncio.timeout(PATIENCE):
            while (await town.store.health.traffic(town.now())).of(Trouble.CHORES).number:  # noqa: ASYNC110
                await asyncio.sleep(0.02)

    async def restart(self) -> None:
        self.done.append("the bot is started anew")
        await self.crowd.town.restart()

    async def settle(self) -> None:
        """Waits until the bot has dealt with everything that was sent to it."""
        town = self.crowd.town
        await town.box.settled(PATIENCE)
        async with asyncio.timeout(PATIENCE):
            while town.app.workers.in_hand or town.app.delivery.in_hand:  # noqa: ASYNC110 - many short waits
                await asyncio.sleep(0.002)

    async def check(self) -> None:
        """What holds after each step."""
        await self.settle()
        loud = [line for line in self._new_lines() if line["log_level"] in LOUD]
        assert not loud, f"{loud}\n{self.story()}"
        refused = [call for call in self._new_calls() if call.outcome not in HARMLESS and not _is_news(call)]
        assert not refused, f"{[(c.method, c.why, c.params) for c in refused]}\n{self.story()}"
        assert all(press.answered for press in self.crowd.town.box.world.presses.values()), self.story()
        stuck = [self._stands(person) for person in self.crowd.people if not self._has_way_on(person)]
        assert not stuck, f"{stuck}\n{self.story()}"
        await self._check_seats()

    async def end(self) -> None:
        for who in range(len(self.crowd.people)):
            await self.start(who)
        await self.check()

    def story(self) -> str:
        return "\n".join(self.done[-STORY:])

    def _new_lines(self) -> Sequence[Any]:
        first, self.seen[0] = self.seen[0], len(self.logs)
        return self.logs[first:]

    def _new_calls(self) -> Sequence[Call]:
        calls = self.crowd.town.box.calls
        first, self.seen[1] = self.seen[1], len(calls)
        return calls[first:]

    def _has_way_on(self, person: Person) -> bool:
        """What the bot has said since the person's last word has a button, or asks for a word; news alone need not."""
        said = [one for one in self._seen_by(person) if not NOTES & one.keys()]
        newest = next((place for place, one in reversed(list(enumerate(said))) if not one["from"]["is_bot"]), -1)
        answers = said[newest + 1 :]
        return newest < 0 or any(buttons(one) or _asks(one) for one in answers)

    def _stands(self, person: Person) -> str:
        return f"{person.account.name} has no way on: {[text_of(one) for one in self._seen_by(person)[-3:]]}"

    def _seen_by(self, person: Person) -> list[Json]:
        return list(person.chat.messages.values())

    async def _check_seats(self) -> None:
        """Nobody has been seated beyond the seats but by a colleague's word; the counts are those of the answers.

        What is over keeps its counts when people are forgotten.
        """
        party = func.sum(1 + rsvps.c.guests)
        going = select(rsvps.c.event_id, party.label("seats")).where(rsvps.c.state == RsvpState.GOING)
        seated = going.group_by(rsvps.c.event_id).subquery()
        by_hand = going.where(rsvps.c.note.is_not(None)).group_by(rsvps.c.event_id).subquery()
        query = select(
            events.c.id,
            events.c.capacity,
            events.c.seats_taken,
            func.coalesce(seated.c.seats, 0).label("seated"),
            func.coalesce(by_hand.c.seats, 0).label("by_hand"),
        )
        query = query.outerjoin(seated, seated.c.event_id == events.c.id)
        query = query.outerjoin(by_hand, by_hand.c.event_id == events.c.id).where(ahead(self.crowd.town.now()))
        async with self.crowd.town.store.db.read() as conn:
            rows = (await conn.execute(query)).all()
        for row in rows:
            self._check_event(row)

    def _check_event(self, row: Any) -> None:
        """A number of seats that was made smaller unseats nobody, but it seats nobody either."""
        before, self.taken[row.id] = self.taken.get(row.id, 0), row.seats_taken
        assert row.seats_taken == row.seated, f"{row}\n{self.story()}"
        most = max(row.capacity or 0, before)
        assert row.capacity is None or row.seated - row.by_hand <= most, f"{row}, before {before}\n{self.story()}"

    def back(self, who: int) -> Person:
        """The person, who lets the bot in again if they had blocked it."""
        person = self.crowd.people[who]
        if person.account.blocked:
            acts.block(person.world, person.account, blocked=False)
        return person

    def note(self, person: Person, what: str) -> None:
        self.done.append(f"{person.account.name}: {what}")


def _is_news(call: Call) -> bool:
    return any(words in call.why for words in ONLY_TELEGRAM_KNOWS)


def buttons(message: Json) -> list[Json]:
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def _asks(message: Json) -> bool:
    """A question is answered in words."""
    return "?" in text_of(message)


@asynccontextmanager
async def walk_of(folder: Path, engine: str, *, has_names: bool, review: str) -> AsyncIterator[Walk]:
    """A walk in a town of its own, with the bot's pages."""
    port = free_port("127.0.0.1", 0)
    sections: dict[str, dict[str, Any]] = {
        "web": {"url": f"http://127.0.0.1:{port}", "port": port},
        "privacy": {"personal_data_in_chat": has_names},
        "events": {"review": review},
        "limits": {"group_per_minute": 1000},
    }
    jar = aiohttp.CookieJar(unsafe=True)
    with capture_logs(processors=[format_exc_info]) as logs:
        async with town_of(folder, engine, **sections) as town, aiohttp.ClientSession(cookie_jar=jar) as session:
            yield Walk(await crowd_of(town), session, logs)
