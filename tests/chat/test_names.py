"""Every screen there is, walked through by everybody: names, telephones and people's own words only where allowed."""

from collections import Counter, deque
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from domain.event import PartnerPart
from domain.partner import RepFields
from domain.people import Grant, Purpose, Role
from domain.person_name import PersonName
from domain.seats import Answer
from sandbox.people import Person
from tests.chat.conftest import Town
from tests.chat.talk import settled

pytestmark = pytest.mark.long

PEOPLE = ("Приметова", "Кудеярова", "Незабудкин", "Скрытников", "Молчалина", "Анна Петрова")
"""Whoever is anybody in this town; the bot knows all of them."""
SECRETS = (*PEOPLE, "99-88-77", "998877", "tajna@", "ангина")
COMMANDS = ("/start", "/help", "/events", "/my", "/settings", "/privacy", "/staff", "/partners", "/new", "/survey")
FATAL = ("pve:1", "pvw:", "cando", "fx:", "lns:", "lang")


@dataclass
class Walk:
    """Somebody who writes every command and presses the buttons that turn up, so many of each kind at most."""

    town: Town
    person: Person
    most: int
    pressed: Counter[str] = field(default_factory=Counter)
    seen: set[str] = field(default_factory=set)

    async def everywhere(self, *links: str) -> None:
        queue: deque[str] = deque()
        for command in (*COMMANDS, *(f"/start {link}" for link in links)):
            await self.person.says(command)
            await self._look(queue)
            while queue:
                await self._press(queue.popleft(), queue)

    async def _press(self, data: str, queue: deque[str]) -> None:
        kind = data.split(":", maxsplit=1)[0]
        if data in self.seen or self.pressed[kind] >= self.most or data.startswith(FATAL):
            return
        self.seen.add(data)
        self.pressed[kind] += 1
        await self.person.presses(data, self.person.screen())
        await self._look(queue)

    async def _look(self, queue: deque[str]) -> None:
        await self.town.quiet()
        await settled(self.town)
        for message in self.person.chat.messages.values():
            rows = message.get("reply_markup", {}).get("inline_keyboard", [])
            queue.extend(button["callback_data"] for row in rows for button in row if "callback_data" in button)


class Ears:
    """Everything that the bot says to anybody, from the first word on."""

    def __init__(self, town: Town) -> None:
        self.world = town.box.world
        self.said: list[str] = []
        self._call = town.app.bot.session.make_request

    async def request(self, bot: Any, method: Any, timeout: int | None = None) -> Any:
        self.said.append(_words(method))
        return await self._call(bot, method, timeout)


def _words(method: Any) -> str:
    """A call with all that is in it, files too."""
    document = getattr(method, "document", None) or getattr(method, "photo", None)
    body = getattr(document, "data", b"")
    return f"{method.__api_method__}: {method.model_dump(exclude={'document', 'photo'})} {body.decode(errors='ignore')}"


async def _fill(town: Town) -> tuple[list[Person], list[str]]:
    """Everybody who is anybody, with something said and something to say."""
    librarian = await town.known("Вера Приметова", Purpose.NAMING)
    rep = await town.known("Игорь Незабудкин", Purpose.NAMING)
    guests = [await town.known(f"Пётр {name}", Purpose.NAMING) for name in ("Скрытников", "Молчалина")]
    await town.store.members.grant((await town.member(librarian)).id, Grant(Role.LIBRARIAN), None, town.now())
    partner = await town.partner("Колледж")
    await town.store.partners.bind(partner, (await town.member(rep)).id, None, town.now())
    [own] = await town.store.partners.reps(partner)
    known = RepFields(PersonName("Незабудкин", "Игорь"), "Директор", phone="+74822998877", email="tajna@x.ru")
    await town.store.partners.change_rep(own.id, lambda _: replace(known, is_primary=True), None, town.now())
    absent = replace(known, name=PersonName("Кудеярова", "Анна"), position="Секретарь")
    await town.store.partners.put_rep(partner, absent, None, town.now())
    event = await town.event(capacity=1, partners=(PartnerPart(partner),))
    for person, answer in zip((*guests, rep), (Answer.GOING, Answer.GOING, Answer.DECLINED), strict=True):
        member = await town.member(person)
        await town.store.rsvps.answer(event.id, member.id, answer, town.now(), reason="ангина")
    return [town.anna, librarian, rep, guests[0], town.person("Ольга Чужая")], [f"e{event.id}"]


async def _walk(town: Town, monkeypatch: pytest.MonkeyPatch, most: int) -> tuple[list[str], Counter[str]]:
    ears, pressed = Ears(town), Counter[str]()
    monkeypatch.setattr(town.app.bot.session, "make_request", ears.request)
    walkers, links = await _fill(town)
    for person in walkers:
        walk = Walk(town, person, most)
        await walk.everywhere(*links)
        pressed += walk.pressed
    return ears.said, pressed


async def test_where_chat_is_no_place_for_names_nobody_is_named(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    said, pressed = await _walk(town, monkeypatch, 3)
    told = [(secret, words) for words in said for secret in SECRETS if secret in words]
    assert not told
    assert len(pressed) > 40, sorted(pressed)


async def test_where_names_may_be_shown_they_are(open_town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    said, _ = await _walk(open_town, monkeypatch, 1)
    everything = "\n".join(said)
    assert [secret for secret in PEOPLE if secret not in everything] == []
    assert "ангина" in everything
    assert "99-88-77" in everything
