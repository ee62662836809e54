"""Answers on both engines: order, limits, promotion and what is told."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.event import cancel, change_fields
from domain.people import Person
from domain.refusal import Gone, Refusal
from domain.seats import Answer, RsvpState
from storage.store import Store
from storage.tables import outbox
from tests.storage.conftest import NOW, START, MakeEvent, MakePerson


async def crowd(person: MakePerson, number: int) -> list[Person]:
    return [await person(100 + index) for index in range(number)]


async def messages(store: Store, kind: str) -> list[int]:
    async with store.db.read() as conn:
        query = select(outbox.c.chat_id).where(outbox.c.kind == kind, outbox.c.state == "ready").order_by(outbox.c.id)
        return list((await conn.execute(query)).scalars())


async def test_two_hundred_at_once_for_thirty_seats(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, people = await event(), await crowd(person, 200)
    await asyncio.gather(*(store.rsvps.answer(subject.id, one.id, Answer.GOING, NOW) for one in people))
    event_now = await store.events.get(subject.id)
    assert (event_now.counts.going, event_now.counts.queued, event_now.seats.taken) == (30, 170, 30)
    waiting = await store.rsvps.guests(subject.id, [RsvpState.QUEUED], 200)
    assert [guest.rsvp.ticket for guest in waiting] == list(range(1, 171))


async def test_who_leaves_lets_the_head_of_the_queue_in_and_it_is_told(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, people = await event(capacity=1), await crowd(person, 3)
    for one in people:
        await store.rsvps.answer(subject.id, one.id, Answer.GOING, NOW)
    await store.rsvps.answer(subject.id, people[0].id, Answer.DECLINED, NOW)
    risen = await store.rsvps.of(subject.id, people[1].id)
    assert risen is not None
    assert risen.state is RsvpState.GOING
    assert await messages(store, "seat") == [people[1].account_id]
    still = await store.rsvps.of(subject.id, people[2].id)
    assert still is not None
    assert still.ticket is not None
    assert await store.rsvps.place(subject.id, still.ticket) == 1


async def test_raising_the_capacity_lets_the_queue_in(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, people = await event(capacity=1), await crowd(person, 4)
    for one in people:
        await store.rsvps.answer(subject.id, one.id, Answer.GOING, NOW)
    librarian = await person(1)
    changed = await store.events.change(
        subject.id, lambda old: change_fields(old, replace(old.fields, capacity=3)), librarian, NOW
    )
    assert (changed.counts.going, changed.counts.queued, changed.seats.taken) == (3, 1, 3)
    assert await messages(store, "seat") == [one.account_id for one in people[1:3]]


async def test_a_party_at_the_head_that_does_not_fit_is_told_to_the_librarian(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, people = await event(capacity=2), await crowd(person, 3)
    await store.rsvps.answer(subject.id, people[0].id, Answer.GOING, NOW)
    await store.rsvps.answer(subject.id, people[1].id, Answer.GOING, NOW)
    await store.rsvps.answer(subject.id, people[2].id, Answer.GOING, NOW, guests=1)
    await store.rsvps.answer(subject.id, people[0].id, Answer.DECLINED, NOW)
    assert await messages(store, "queue-blocked") == [1]


async def test_nobody_moves_up_once_the_event_has_begun(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, people = await event(capacity=1), await crowd(person, 2)
    for one in people:
        await store.rsvps.answer(subject.id, one.id, Answer.GOING, NOW)
    with pytest.raises(Refusal, match="event-begun"):
        await store.rsvps.answer(subject.id, people[0].id, Answer.DECLINED, START)
    librarian = await person(1)
    wider = await store.events.change(
        subject.id, lambda old: change_fields(old, replace(old.fields, capacity=9)), librarian, START
    )
    assert wider.counts.queued == 1


async def test_a_librarian_seats_somebody_above_the_limit(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, people = await event(capacity=1), await crowd(person, 2)
    for one in people:
        await store.rsvps.answer(subject.id, one.id, Answer.GOING, NOW)
    done = await store.rsvps.seat(subject.id, people[1].id, "докладчик", await person(1), NOW)
    assert done.after.note == "докладчик"
    assert (done.event.seats.taken, done.event.counts.queued) == (2, 0)


async def test_saying_the_same_twice_changes_nothing(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, guest = await event(), await person(7)
    first = await store.rsvps.answer(subject.id, guest.id, Answer.GOING, NOW)
    again = await store.rsvps.answer(subject.id, guest.id, Answer.GOING, NOW + timedelta(hours=1))
    assert again.after == first.after
    assert again.event.counts.going == 1


async def test_refusals_stay_in_my_list(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, guest = await event(), await person(7)
    await store.rsvps.answer(subject.id, guest.id, Answer.DECLINED, NOW, reason="командировка")
    [(found, rsvp)] = await store.rsvps.mine(guest.id, NOW)
    assert found.id == subject.id
    assert (rsvp.state, rsvp.reason) == (RsvpState.DECLINED, "командировка")


async def test_a_cancelled_event_takes_no_answers(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, guest = await event(), await person(7)
    await store.events.change(subject.id, lambda old: cancel(old, "карантин"), await person(1), NOW)
    with pytest.raises(Refusal, match="event-cancelled"):
        await store.rsvps.answer(subject.id, guest.id, Answer.GOING, NOW)
    with pytest.raises(Gone):
        await store.rsvps.answer(999, guest.id, Answer.GOING, NOW)


async def test_the_counters_agree_with_the_answers(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, people = await event(capacity=3), await crowd(person, 8)
    wishes = [Answer.GOING, Answer.MAYBE, Answer.GOING, Answer.DECLINED, Answer.GOING, Answer.GOING, Answer.GOING]
    for one, wish in zip(people, wishes, strict=False):
        await store.rsvps.answer(subject.id, one.id, wish, NOW)
    await store.rsvps.answer(subject.id, people[1].id, Answer.GOING, NOW)
    await store.rsvps.answer(subject.id, people[0].id, Answer.MAYBE, NOW)
    counts = (await store.events.get(subject.id)).counts
    for state in RsvpState:
        assert getattr(counts, state) == len(await store.rsvps.guests(subject.id, [state], 99)), state


async def test_a_colleague_comes_for_the_same_partner(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, guest = await event(), await person(7)
    partner = await store.partners.add("Полиграфический колледж", "Колледж", "education", None, NOW)
    await store.rsvps.answer(subject.id, guest.id, Answer.DECLINED, NOW, partner_id=partner)
    token = await store.rsvps.substitute(subject.id, guest.id, NOW)
    assert token == await store.rsvps.substitute(subject.id, guest.id, NOW)
    assert await store.rsvps.instead(token, None) == (subject.id, partner)
    with pytest.raises(Refusal, match="link-unknown"):
        await store.rsvps.instead("nonsense", None)
    colleague = await person(8)
    await store.rsvps.come_instead(token, colleague.id, NOW)
    assert await store.rsvps.instead(token, colleague.id) == (subject.id, partner)
    with pytest.raises(Refusal, match="link-used"):
        await store.rsvps.instead(token, guest.id)
