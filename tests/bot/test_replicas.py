"""Three processes of the bot behind one nginx, on PostgreSQL and Redis: as if they were one that does not die.

They are started once for all tests of this file, and in the end one is killed.
"""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import cycle

import pytest
import pytest_asyncio
from sqlalchemy import select

from domain.event import Event, EventFields
from domain.people import Grant, Purpose, Role
from domain.seats import RsvpState
from domain.segment import partners_by
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.trouble import Rule
from storage.members import ConsentGiven
from storage.store import Store
from storage.tables import chores, inbox, outbox, replicas
from tests.bot.conftest import eventually
from tests.engines import NO_POSTGRES, POSTGRES, migrated, out_of_reach
from tests.process import TOKEN, until
from tests.replicas import Fleet
from tests.servers import NGINX, NO_NGINX, NO_REDIS, REDIS
from tests.storage.conftest import POLICY

pytestmark = [
    pytest.mark.long,
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES),
    pytest.mark.skipif(not REDIS, reason=NO_REDIS),
    pytest.mark.skipif(not NGINX, reason=NO_NGINX),
]
LETTERS = 210
SENT = "kind='broadcast' outcome='sent'"
LATE = 120.0
"""Patience with a busy machine."""


class Town:
    """A sandbox with people, the database that they share, and the processes."""

    def __init__(self, box: Sandbox, url: str, store: Store, fleet: Fleet) -> None:
        self.box = box
        self.url = url
        self.store = store
        self.fleet = fleet
        self.now = box.clock.now()

    async def known(self, name: str) -> Person:
        person = self.box.person(name)
        person.account.started = True
        consent = ConsentGiven(Purpose.EVENTS, "1", "Согласен", self.now)
        await self.store.members.consent(person.id, name, "ru", [consent], self.now)
        return person

    async def crowd(self, number: int) -> list[Person]:
        return [await self.known(f"Гость {one}") for one in range(number)]

    async def member_id(self, person: Person) -> int:
        found = await self.store.members.by_account(person.id)
        assert found is not None
        return found.id

    async def event(self) -> Event:
        host = await self.known("Анна Ветрова")
        await self.store.members.grant(await self.member_id(host), Grant(Role.LIBRARIAN), None, self.now)
        librarian = await self.store.members.by_account(host.id)
        assert librarian is not None
        fields = EventFields("«Вечер»", self.now + timedelta(days=30), "6+", capacity=100)
        return await self.store.events.publish(fields, librarian, self.now)

    async def letter(self, people: list[Person], text: str, sector: str) -> None:
        """A letter to them all, who act for a partner of that sector, is on its way."""
        author = await self.member_id(await self.known("Рита Белова"))
        partner = await self.store.partners.add(text[:20], text[:20], sector, None, self.now)
        for one in people:
            await self.store.partners.bind(partner, await self.member_id(one), None, self.now)
        draft = await self.store.broadcasts.draft(author, text, partners_by(sector=sector), self.now)
        await self.store.broadcasts.confirm(draft.id, draft.revision, self.now)

    async def in_hand(self) -> Counter[str]:
        """Updates by the process that has them."""
        async with self.store.db.read() as conn:
            return Counter((await conn.execute(select(inbox.c.claimed_by).where(inbox.c.state == "new"))).scalars())

    async def sending(self) -> Counter[str]:
        async with self.store.db.read() as conn:
            query = select(outbox.c.claimed_by).where(outbox.c.state == "sending")
            return Counter((await conn.execute(query)).scalars())

    async def unsent(self) -> int:
        async with self.store.db.read() as conn:
            query = select(outbox.c.id).where(outbox.c.state.in_(("ready", "claimed", "sending")))
            return len((await conn.execute(query)).all())


def told(people: list[Person], words: str) -> Counter[int]:
    return Counter(sum(words in text for text in person.texts()) for person in people)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    folder = tmp_path_factory.mktemp("replicas")
    async with migrated("postgresql", folder) as url, Sandbox(TOKEN) as box:
        store = Store(url, POLICY)
        async with Fleet(box, url, folder) as fleet:
            await fleet.started(3)
            yield Town(box, url, store, fleet)
        await store.close()


async def test_each_update_is_answered_once_though_it_comes_twice_to_two(town: Town) -> None:
    people = await town.crowd(25)
    town.box.bring_each(2)
    for number in range(3):
        for person in people:
            await person.says(f"/help {number}")
    await town.box.settled(LATE)
    await until(town.box, lambda: all(len(one.texts()) >= 6 for one in people), LATE)
    town.box.bring_each(1)
    await eventually(lambda: _nothing_in_hand(town), LATE)
    assert Counter(len(one.texts()) for one in people) == {6: 25}
    assert town.fleet.count_all("event='update'") == 75
    async with asyncio.timeout(LATE):
        for person in cycle(people):  # one alone would be a flooder, whose updates come to rest
            if all(town.fleet.count(number, "event='update'") for number in range(3)):  # all of them answer
                break
            await person.says("/help")
            await town.box.settled(LATE)
            await asyncio.sleep(0.1)  # nginx leaves out for ten seconds one that it did not reach


async def test_a_broadcast_by_three_meets_no_429_and_quick_presses_their_order(town: Town) -> None:
    event, people = await town.event(), await town.crowd(LETTERS)
    quick = people[:3]
    for person in quick:
        await person.says(f"/start e{event.id}")
    cards = [await person.sees_button("Приду", LATE) for person in quick]
    refused = town.box.counter.given
    await town.letter(people, "Ждём вас в среду.", "education")
    presses = list[str]()
    for turn in range(20):
        for person, card in zip(quick, cards, strict=True):
            presses.append(await person.taps_at_once("Приду" if turn % 2 else "Возможно", card))
    await until(town.box, lambda: not told(people, "среду")[0], LATE)
    await eventually(lambda: _all_tried(town, presses), LATE)
    await eventually(lambda: _nothing_in_hand(town), LATE)
    assert town.box.counter.given == refused, "not one 429"
    assert told(people, "среду") == {1: LETTERS}
    assert answers(town.box, presses) == dict.fromkeys(presses, 1), "no press is answered twice"
    await eventually(lambda: _logged(town, SENT, LETTERS), LATE)
    delivered = [town.fleet.count(number, SENT) for number in range(3)]
    assert (sum(delivered), min(delivered) > 0) == (LETTERS, True), "all of them deliver"
    states = await town.store.rsvps.states(event.id, [await town.member_id(one) for one in quick])
    assert set(states.values()) == {RsvpState.GOING}


async def test_what_is_typed_quickly_is_read_in_order(town: Town) -> None:
    anna = await town.known("Вера Ли")
    await town.store.members.grant(await town.member_id(anna), Grant(Role.METHODIST), None, town.now)
    for words in ("/new", "Читаем Тургенева", "лекция", "18 мая в 18.00"):
        await anna.says(words)
    await anna.sees("пятница, 18 мая 2018", LATE)
    [draft] = await town.store.drafts.of(await town.member_id(anna))
    assert "Читаем Тургенева" in str(draft.body)


async def test_work_of_the_night_is_done_once(town: Town) -> None:
    await town.box.clock.forward(days=1)
    async with town.store.db.read() as conn:
        names = list((await conn.execute(select(chores.c.name))).scalars())
    await eventually(lambda: _logged(town, "event='chore'", len(names)), LATE)
    assert Counter(re.findall(r"event='chore' chore='([a-z-]+)'", town.fleet.log())) == Counter(names)


async def test_while_the_database_is_away_each_person_is_told_once(town: Town) -> None:
    """An update that one cannot keep is brought to the next, and again."""
    people = await town.crowd(5)
    async with out_of_reach(town.url):
        for person in people:
            await person.says("/help")
        for number in range(3):
            await eventually(lambda one=number: _is_without_database(town, one), LATE)  # type: ignore[misc]
    await until(town.box, lambda: told(people, "/privacy")[1] == 5, LATE)
    await eventually(lambda: _nothing_in_hand(town), LATE)
    assert told(people, "не могу ничего записать") == {1: 5}
    assert town.fleet.count_all("Error handling request") == 0


async def _is_without_database(town: Town, number: int) -> bool:
    """And has turned somebody away."""
    return bool(re.search("database-unavailable.*update_id=", town.fleet.log_of(number)))


async def test_without_redis_they_slow_down_and_go_on(town: Town) -> None:
    people, refused = await town.crowd(30), town.box.counter.given
    await town.fleet.redis.stop()
    await town.letter(people, "Ждём вас в четверг.", "health")
    await until(town.box, lambda: told(people, "четверг")[1] >= 10, LATE)
    assert town.fleet.count_all("event='redis-gone'") >= 1
    await town.fleet.redis.start()
    await until(town.box, lambda: not told(people, "четверг")[0], LATE)
    await eventually(lambda: _is_back(town), LATE)
    assert (told(people, "четверг"), town.box.counter.given) == ({1: 30}, refused)


async def test_whoever_dies_is_taken_over_from_within_its_lease(town: Town) -> None:
    people, listeners = await town.crowd(20), await town.crowd(40)
    town.box.trouble.rules.append(Rule("slow", method="sendMessage", seconds=15))
    await town.letter(listeners, "Ждём вас в пятницу.", "culture")
    await eventually(town.sending, LATE)
    for person in people:
        await person.says("/help")
    name = await eventually(lambda: _who_has_both(town), LATE)
    await town.fleet.kill(town.fleet.names().index(name))
    doubled = await town.sending()
    town.box.trouble.clear()
    await until(town.box, lambda: not told(listeners, "пятницу")[0] and all(map(_helped, people)), LATE)
    await eventually(lambda: _nothing_in_hand(town), LATE)
    assert sum(told(listeners, "пятницу").values()) == 40
    assert told(listeners, "пятницу")[2] <= doubled[name]
    assert await town.unsent() == 0
    assert town.fleet.count_all(f"event='replica-gone' replica='{name}'") == 1, "taken out by one of the others"


async def test_one_that_starts_beside_the_others_disturbs_nobody(town: Town) -> None:
    people = await town.crowd(30)
    if all(map(town.fleet.is_alive, range(3))):  # the test before ran elsewhere
        await town.fleet.kill(0)
        await eventually(lambda: _logged(town, "event='replica-gone'", 1), LATE)
    await town.fleet.start(next(number for number in range(3) if not town.fleet.is_alive(number)))
    await town.letter(people, "Ждём вас в субботу.", "media")
    for person in people:
        await person.says("/help")
    await town.fleet.started(4)
    await until(town.box, lambda: not told(people, "субботу")[0] and all(map(_helped, people)), LATE)
    await eventually(lambda: _nothing_in_hand(town), LATE)
    assert told(people, "субботу") == {1: 30}
    assert Counter(len(one.texts()) for one in people) == {3: 30}
    async with town.store.db.read() as conn:
        assert len((await conn.execute(select(replicas.c.name))).all()) == 3


def answers(box: Sandbox, presses: list[str]) -> dict[str, int]:
    """How often the bot has answered each press; on a busy machine some answers come too late for the messenger."""
    answered = [call.params["callback_query_id"] for call in box.calls if call.method == "answerCallbackQuery"]
    return Counter(one for one in answered if one in presses)


def _helped(person: Person) -> bool:
    return any(text != "/help" and "среду" not in text for text in person.texts())


async def _nothing_in_hand(town: Town) -> bool:
    return not (await town.in_hand()) and not await town.unsent()


async def _all_tried(town: Town, presses: list[str]) -> bool:
    return len(answers(town.box, presses)) == len(presses)


async def _logged(town: Town, words: str, times: int) -> bool:
    """What is done is in the log a moment later."""
    return town.fleet.count_all(words) >= times


async def _is_back(town: Town) -> bool:
    return town.fleet.count_all("event='redis-back'") == town.fleet.count_all("event='redis-gone'")


async def _who_has_both(town: Town) -> str | None:
    """A process that has updates in hand and is sending letters."""
    return next((name for name in await town.in_hand() & await town.sending()), None)
