"""How the bot is doing: what waits, what comes, what was lost; and troubles, each told once."""

import asyncio
from datetime import timedelta

from domain.health import Trouble
from domain.people import Grant, Role
from domain.seats import Answer
from storage.health import OutOfReach
from storage.outbox import Message
from storage.store import Store
from storage.troubles import QUIET
from tests.storage.conftest import DAY, NOW, START, MakeEvent, MakePerson

HOUR = timedelta(hours=1)
MESSAGES, UPDATES, CHORES = Trouble.MESSAGES, Trouble.UPDATES, Trouble.CHORES


async def test_what_waits_is_counted_from_the_first(store: Store) -> None:
    nothing = await store.health.traffic(NOW)
    assert [nothing.of(one).number for one in Trouble] == [0, 0, 0]
    due = [Message("moved", 1, chat, "r1", NOW - HOUR) for chat in range(3)]
    await store.outbox.add([*due, Message("moved", 1, 9, "r1", NOW + HOUR)])
    await store.inbox.put([(5, "{}"), (6, "{}")], [], NOW)
    await store.chores.plan("night", NOW - DAY)
    [first, *_] = await store.outbox.claim("w", NOW, 2, HOUR)
    found = await store.health.traffic(NOW)
    assert (found.of(MESSAGES).number, found.of(MESSAGES).since, found.of(MESSAGES).first) == (3, NOW - HOUR, first.id)
    assert (found.of(UPDATES).number, found.of(UPDATES).since, found.of(UPDATES).first) == (2, NOW, 5)
    assert (found.of(CHORES).number, found.of(CHORES).since, found.of(CHORES).first) == (1, NOW - DAY, "night")
    assert {state: one.number for state, one in found.outbox.items()} == {"ready": 2, "claimed": 2, "sending": 0}


async def test_the_next_five_things_that_will_be_sent(store: Store, event: MakeEvent) -> None:
    await event()
    await event(title="Позже", starts_at=START + DAY)
    await store.outbox.add([Message("letter", 1, chat, "r1", NOW + HOUR) for chat in range(2)])
    report = await store.health.report(NOW)
    assert [(one.what, one.number) for one in report.next] == [("messages", 2), *[("reminder", 0)] * 4]
    assert [one.at for one in report.next] == sorted(one.at for one in report.next)
    assert {one.title for one in report.next[1:]} == {"«Наш принцип – взаимодействие»", "Позже"}


async def test_what_was_lost_lately_and_who_cannot_be_reached(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    concert, guest, colleague = await event(), await person(7, "Гость"), await person(8, "Коллега")
    await store.members.grant(colleague.id, Grant(Role.LIBRARIAN), None, NOW)
    await store.rsvps.answer(concert.id, guest.id, Answer.GOING, NOW)
    for one in (guest, colleague):
        await store.members.set_reachable(one.id, reachable=False)
    await store.outbox.add([Message("seat", 1, chat, "r1", NOW - HOUR) for chat in (1, 2, 3)])
    rows = await store.outbox.claim("w", NOW, 3, HOUR)
    await store.outbox.finish(rows[0].id, "failed", NOW)
    await store.outbox.finish(rows[1].id, "unreachable", NOW)
    await store.outbox.finish(rows[2].id, "failed", NOW - 2 * DAY)
    report = await store.health.report(NOW)
    assert report.lost == {"failed": 1, "unreachable": 1}
    assert report.out_of_reach == OutOfReach(2, staff=1, reps=0, coming=1, names=("Коллега", "Гость"))


async def test_a_trouble_is_told_once_by_one_process_however_often_it_is_found(store: Store) -> None:
    found = await asyncio.gather(*(store.troubles.found([MESSAGES, CHORES], NOW) for _ in range(5)))
    assert sorted(one for told in found for one in told) == [CHORES, MESSAGES]
    assert await store.troubles.found([MESSAGES, CHORES], NOW + DAY) == []


async def test_one_that_comes_and_goes_is_told_again_only_much_later(store: Store) -> None:
    assert await store.troubles.found([MESSAGES], NOW) == [MESSAGES]
    for minute in range(1, 5):
        now = NOW + timedelta(minutes=minute)
        assert await store.troubles.found([] if minute % 2 else [MESSAGES], now) == []
    assert await store.troubles.found([], NOW + HOUR) == []
    assert await store.troubles.found([MESSAGES], NOW + QUIET + HOUR) == [MESSAGES]


async def test_what_could_not_be_told_is_tried_again(store: Store) -> None:
    assert await store.troubles.found([UPDATES], NOW) == [UPDATES]
    await store.troubles.untold(UPDATES)
    assert await store.troubles.found([UPDATES], NOW + HOUR) == [UPDATES]


async def test_it_concerns_administrators_and_directors_who_can_be_reached(store: Store, person: MakePerson) -> None:
    admin, director, silent, librarian = [await person(account) for account in (1, 2, 3, 4)]
    for one in (director, silent):
        await store.members.grant(one.id, Grant(Role.DIRECTOR), None, NOW)
    await store.members.grant(librarian.id, Grant(Role.LIBRARIAN), None, NOW)
    await store.members.set_reachable(silent.id, reachable=False)
    assert [chat for _, chat in await store.troubles.audience()] == [admin.account_id, director.account_id]
    await store.health.ping()
