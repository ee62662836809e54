"""Reminders: at their moments, to those concerned then, once."""

from datetime import timedelta

from sqlalchemy import select

from domain.event import move
from domain.people import Purpose
from domain.seats import Answer
from storage.store import Store
from storage.tables import outbox
from tests.storage.conftest import DAY, NOW, START, MakeEvent, MakePerson

WEEK_MOMENT = START - 7 * DAY


async def reminded(store: Store, kind: str) -> list[int]:
    query = select(outbox.c.chat_id).where(outbox.c.kind == f"reminder-{kind}", outbox.c.state == "ready")
    async with store.db.read() as conn:
        return sorted((await conn.execute(query)).scalars())


async def test_three_moments_are_planned_and_follow_the_date(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject = await event()
    due = [moment.due_at for moment in await store.reminders.of(subject.id)]
    assert due == [WEEK_MOMENT, START - DAY, START - timedelta(hours=2)]
    await store.events.change(subject.id, lambda old: move(old, START + 7 * DAY), await person(1), NOW)
    assert (await store.reminders.of(subject.id))[0].due_at == START


async def test_only_those_concerned_at_the_moment_are_reminded(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject = await event(capacity=3)
    for account, wish in ((10, Answer.GOING), (11, Answer.MAYBE), (12, Answer.DECLINED), (13, Answer.GOING)):
        await store.rsvps.answer(subject.id, (await person(account)).id, wish, NOW)
    await store.rsvps.answer(subject.id, (await person(14)).id, Answer.GOING, WEEK_MOMENT + DAY)
    await store.rsvps.answer(subject.id, (await person(15)).id, Answer.GOING, NOW)
    await store.members.set_muted((await person(13)).id, ["week"])
    assert await store.reminders.fire(WEEK_MOMENT) == 1
    assert await reminded(store, "week") == [10, 11]


async def test_who_cannot_be_reached_or_has_withdrawn_gets_none(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject = await event()
    gone, withdrawn = await person(10), await person(11)
    for one in (gone, withdrawn):
        await store.rsvps.answer(subject.id, one.id, Answer.GOING, NOW)
    await store.members.set_reachable(gone.id, False)
    await store.members.withdraw(withdrawn.id, Purpose.EVENTS, NOW)
    await store.reminders.fire(WEEK_MOMENT)
    assert await reminded(store, "week") == []


async def test_firing_fifty_times_reminds_once(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject = await event()
    await store.rsvps.answer(subject.id, (await person(10)).id, Answer.GOING, NOW)
    for _ in range(50):
        await store.reminders.fire(WEEK_MOMENT)
    assert await reminded(store, "week") == [10]


async def test_after_an_outage_the_late_ones_are_missed(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject = await event()
    await store.rsvps.answer(subject.id, (await person(10)).id, Answer.GOING, NOW)
    await store.reminders.fire(START + timedelta(minutes=1))
    assert {moment.state for moment in await store.reminders.of(subject.id)} == {"missed"}
    assert await reminded(store, "hours") == []


async def test_a_fired_reminder_comes_again_when_its_moment_is_ahead_again(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, librarian = await event(), await person(1)
    await store.reminders.fire(WEEK_MOMENT)
    await store.events.change(subject.id, lambda old: move(old, START + 14 * DAY), librarian, WEEK_MOMENT)
    assert {moment.state for moment in await store.reminders.of(subject.id)} == {"planned"}
    assert await store.reminders.next_due(WEEK_MOMENT) == START + 7 * DAY
