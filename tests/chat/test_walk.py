"""A random walk over the whole bot: whatever people do, nothing breaks and nobody is left without a word."""

import asyncio
import random
from dataclasses import dataclass, field
from typing import Any

import pytest
from structlog.processors import format_exc_info
from structlog.testing import capture_logs

from domain.people import Grant, Role
from sandbox.people import Person
from tests.chat.conftest import Town

STEPS = 150
PATIENCE = 15.0
TEXTS = (
    "/start", "/help", "/events", "/my", "/new", "/settings", "/privacy", "/staff", "/cancel",
    "/start e1", "/start e1-going", "/start e999", "/start pno-such", "/start Z", "/new Вечер завтра в 15-00, Герцена",
    'Круглый стол "Наш принцип" 27 апреля в 14.00, Герцена, 30 мест', "Вечер", "31 февраля", "0", "100000",
    "<b>жирно", "a & b < c", "{ $title }", "=1+1", "я" * 5000, "😀", "\u202eобратно", " ", "завтра", "27.04.2018 14:00",
    "30", "12+", "да", "нет", "Герцена", "1\n2\n3", "https://t.me/x?start=e1", "DROP TABLE events;--",
)  # fmt: skip
FORGED = (
    "",
    "x",
    "ra:1:0",
    "ra:999:0",
    "ra:1:9",
    "rg:1:-5",
    "mg:1",
    "mgxd:1:0",
    "fo:1:0:0",
    "st:0",
    "ev:abc",
    "cgv:1:0:e1",
)
LOUD = ("error", "exception", "critical")
UNCHANGED = "message is not modified"
"""A live card that looks as it did: only Telegram knows."""
HARMLESS = (200, 403)
"""403: the person has blocked the bot, or has never written to it."""


@dataclass(slots=True)
class Walk:
    """One seeded walk, with what was done so far, so that a failure can be read."""

    town: Town
    people: list[Person]
    chance: random.Random
    done: list[str] = field(default_factory=list)

    async def step(self) -> None:
        person = self.chance.choice(self.people)
        acts = [*[self.press] * 8, *[self.type] * 4, self.forge, self.send, self.block, self.turn]
        act = self.chance.choice(acts)
        await act(person)
        await self.settle()

    async def press(self, person: Person) -> None:
        """Any button of any message, also an old one."""
        messages = [message for message in person.chat.messages.values() if "reply_markup" in message]
        if not messages:
            await self.type(person)
            return
        message = self.chance.choice(messages[-4:] if self.chance.random() < 0.8 else messages)
        rows = message["reply_markup"]["inline_keyboard"]
        button = self.chance.choice([button for row in rows for button in row])
        self.note(person, f"[{button['text']}] {button.get('callback_data', '')}")
        if "callback_data" in button:
            await person.presses(button["callback_data"], message)
        elif "start=" in button.get("url", ""):
            await person.follows(button["url"])

    async def type(self, person: Person) -> None:
        text = self.chance.choice(TEXTS)
        self.note(person, text[:60])
        await person.says(text)

    async def forge(self, person: Person) -> None:
        messages = [message for message in person.chat.messages.values() if message["from"]["is_bot"]]
        if messages:
            data = self.chance.choice(FORGED)
            self.note(person, f"forged {data}")
            await person.presses(data, self.chance.choice(messages))

    async def send(self, person: Person) -> None:
        self.note(person, "a thing")
        await self.chance.choice([person.sends_sticker, person.sends_photo])()

    async def block(self, person: Person) -> None:
        self.note(person, "blocks and comes back")
        await person.blocks()
        await person.unblocks()

    async def turn(self, _person: Person) -> None:
        hours = self.chance.choice([1, 5, 24, 24 * 7])
        self.done.append(f"+{hours} h")
        await self.town.box.clock.forward(hours=hours)

    def note(self, person: Person, what: str) -> None:
        self.done.append(f"{person.account.name}: {what}")

    async def settle(self) -> None:
        """Waits until the bot has dealt with everything that was sent to it."""
        await self.town.box.settled(PATIENCE)
        async with asyncio.timeout(PATIENCE):
            while self.town.app.workers.in_hand:  # noqa: ASYNC110 - many short waits, each for whatever is left
                await asyncio.sleep(0.005)

    def check(self, logs: list[Any]) -> None:
        story = "\n".join(self.done[-12:])
        loud = [line for line in logs if line["log_level"] in LOUD]
        assert not loud, f"{loud}\n{story}"
        refused = [call for call in self.town.box.calls if call.outcome not in HARMLESS and UNCHANGED not in call.why]
        assert not refused, f"{[(c.method, c.why, c.params) for c in refused]}\n{story}"
        pressed = [press for press in self.town.box.world.presses.values() if not press.answered]
        assert not pressed, story


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_nothing_breaks_whatever_people_do(town: Town, seed: int) -> None:
    await town.event()
    librarian = await town.known("Марина Ковалёва")
    member = await town.member(librarian)
    await town.store.members.grant(member.id, Grant(Role.LIBRARIAN), None, town.now())
    people = [
        town.anna,
        librarian,
        await town.known("Игорь Лапин"),
        town.person("Ольга Котова"),
        town.person("Ann Lee", "en"),
    ]
    walk = Walk(town, people, random.Random(seed))
    with capture_logs(processors=[format_exc_info]) as logs:
        for _ in range(STEPS):
            await walk.step()
            walk.check(logs)
    seats = [event.seats for event in await town.store.events.upcoming(town.now(), 50)]
    assert all(one.capacity is None or one.taken <= one.capacity for one in seats if not one.queued)
