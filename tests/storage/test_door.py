"""The door, on both engines: who came, who never signed up, codes, groups, seats that nobody claimed."""

from datetime import timedelta

import pytest

from domain.people import Person
from domain.refusal import Gone, Refusal
from domain.seats import Answer, RsvpState
from storage.store import Store
from tests.storage.conftest import NOW, START, MakeEvent, MakePerson
from tests.storage.test_events import told

SOON = START - timedelta(minutes=15)
MINUTE = timedelta(minutes=1)


async def going(store: Store, event_id: int, *guests: Person, more: int = 0) -> None:
    for guest in guests:
        await store.rsvps.answer(event_id, guest.id, Answer.GOING, NOW, guests=more)


async def test_a_party_comes_once_and_a_mistake_is_taken_back(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, librarian, guest, other = await event(), await person(1), await person(10), await person(11)
    await going(store, subject.id, guest, more=2)
    await going(store, subject.id, other)
    for _ in range(2):
        await store.door.check_in(subject.id, (guest.id, None), librarian, SOON, came=True)
    await store.door.walk_ins(subject.id, 2, librarian, SOON)
    for people in (20, 24):
        await store.door.group(subject.id, "6 «Б»", people, librarian, SOON)
    tally = await store.door.tally(await store.events.get(subject.id))
    assert (tally.expected, tally.claimed, tally.others, tally.people, tally.no_shows) == (4, 3, 26, 29, 1)
    assert [(one.member_id, one.people, one.came) for one in await store.door.expected(subject.id)] == [
        (guest.id, 3, 3),
        (other.id, 1, 0),
    ]
    await store.door.check_in(subject.id, (guest.id, None), librarian, SOON, came=False)
    group = next(one for one in await store.door.others(subject.id) if one.name)
    await store.door.drop(subject.id, group.id)
    await store.door.walk_ins(subject.id, 0, librarian, SOON)
    assert await store.door.people(subject.id) == 0


async def test_who_never_signed_up_comes_in_only_where_that_is_meant(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, librarian, stranger = await event(), await person(1), await person(10)
    who = (stranger.id, None)
    with pytest.raises(Refusal, match="door-not-signed"):
        await store.door.check_in(subject.id, who, librarian, SOON, came=True)
    with pytest.raises(Gone, match="participants-rep-gone"):
        await store.door.check_in(subject.id, (None, 99), librarian, SOON, came=True)
    await store.door.check_in(subject.id, who, librarian, SOON, came=True, unsigned=True)
    tally = await store.door.tally(await store.events.get(subject.id))
    assert (tally.claimed, tally.others) == (0, 1)


async def test_nobody_is_noted_before_the_door_opens(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, librarian, guest = await event(), await person(1), await person(10)
    await going(store, subject.id, guest)
    with pytest.raises(Refusal, match="door-closed"):
        await store.door.check_in(subject.id, (guest.id, None), librarian, NOW, came=True)
    with pytest.raises(Refusal, match="door-people"):
        await store.door.group(subject.id, "Класс", 1001, librarian, SOON)


async def test_a_code_is_its_owners_for_one_event(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, other, guest = await event(), await event(title="Другое"), await person(10)
    with pytest.raises(Refusal, match="door-not-signed"):
        await store.door.code(subject.id, guest.id, NOW)
    await going(store, subject.id, guest)
    await going(store, other.id, guest)
    token = await store.door.code(subject.id, guest.id, NOW)
    assert await store.door.code(subject.id, guest.id, NOW) == token
    assert await store.door.code(other.id, guest.id, NOW) != token
    assert await store.door.behind(token) == (subject.id, guest.id)
    with pytest.raises(Gone, match="door-code-unknown"):
        await store.door.behind("x" * 16)


async def test_seats_that_nobody_claimed_go_to_whoever_waits_and_is_first(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, librarian = await event(capacity=2), await person(1)
    people = [await person(10 + number) for number in range(4)]
    await going(store, subject.id, *people)
    with pytest.raises(Refusal, match="door-offer-gone"):
        await store.door.take_seat(subject.id, people[2].id, NOW)
    await store.life.beat(SOON - MINUTE)
    assert await told(store, "door-offer") == []
    await store.door.check_in(subject.id, (people[0].id, None), librarian, SOON, came=True)
    for _ in range(2):
        await store.life.beat(SOON)
    assert [row[0] for row in await told(store, "door-offer")] == [12, 13]
    taken = await store.door.take_seat(subject.id, people[3].id, SOON + MINUTE)
    assert taken.after.state is RsvpState.GOING
    with pytest.raises(Refusal, match="door-offer-gone"):
        await store.door.take_seat(subject.id, people[2].id, SOON + MINUTE)
    with pytest.raises(Refusal, match="not-waiting-you"):
        await store.door.take_seat(subject.id, people[3].id, SOON + MINUTE)
    with pytest.raises(Refusal, match="door-offer-gone"):
        await store.door.take_seat(subject.id, people[2].id, START)


async def test_where_nobody_is_noted_the_staff_hears_of_it_before_seats_are_offered(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject = await event(capacity=1)
    for number in (10, 11):
        await going(store, subject.id, await person(number))
    for moment in (SOON - 16 * MINUTE, SOON - 15 * MINUTE, SOON - MINUTE):
        await store.life.beat(moment)
        assert await told(store, "door-offer") == []
        assert len(await told(store, "door-soon")) == int(moment > SOON - 16 * MINUTE), "once"
    await store.life.beat(SOON)
    assert [row[0] for row in await told(store, "door-offer")] == [11]
