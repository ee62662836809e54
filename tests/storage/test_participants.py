"""Keeping who comes for the partners."""

import pytest

from domain.event import EventFields, PartnerPart
from domain.participants import Group
from domain.partner import RepFields
from domain.person_name import PersonName
from domain.refusal import Gone
from domain.seats import Answer
from storage.store import Store
from tests.storage.conftest import NOW, START, MakePerson
from tests.storage.test_joint import partner

FIELDS = RepFields(PersonName("Лапина", "Мария", "Ивановна"), "методист")


async def test_who_said_so_who_was_noted_and_who_does_not_come(store: Store, person: MakePerson) -> None:
    librarian, rep = await person(1), await person(50, "Мария")
    college, radio = await partner(store, "Колледж", rep), await partner(store, "Радио")
    teacher = await store.partners.put_rep(radio, FIELDS, None, NOW)
    fields = EventFields("Вечер", START, "12+", partners=(PartnerPart(radio), PartnerPart(college)))
    event = await store.events.publish(fields, librarian, NOW)
    await store.rsvps.answer(event.id, rep.id, Answer.GOING, NOW)
    for comes in (True, True, False, True):
        await store.participants.note(event.id, teacher, librarian, NOW, comes=comes)
    found = await store.participants.known(event.id)
    assert [(one.listed, one.said, one.noted) for one in found] == [
        ("Лапина М.И.", False, True),
        ("Мария", True, False),
    ]
    await store.rsvps.answer(event.id, rep.id, Answer.DECLINED, NOW)
    assert [one.comes for one in await store.participants.known(event.id)] == [True, False]


async def test_only_people_of_the_event_are_noted(store: Store, person: MakePerson) -> None:
    librarian = await person(1)
    teacher = await store.partners.put_rep(await partner(store, "Колледж"), FIELDS, None, NOW)
    event = await store.events.publish(EventFields("Вечер", START, "12+"), librarian, NOW)
    with pytest.raises(Gone, match="participants-rep-gone"):
        await store.participants.note(event.id, teacher, librarian, NOW, comes=True)


async def test_groups_are_dropped_once(store: Store, person: MakePerson) -> None:
    librarian = await person(1)
    event = await store.events.publish(EventFields("Вечер", START, "12+"), librarian, NOW)
    for group in (Group(0, "сотрудники"), Group(0, "12 школьников", 12)):
        await store.participants.add_group(event.id, group, librarian, NOW)
    first, second = await store.participants.groups(event.id)
    await store.participants.drop_group(event.id, first.id, librarian, NOW)
    assert await store.participants.groups(event.id) == [second]
    with pytest.raises(Gone, match="participants-group-gone"):
        await store.participants.drop_group(event.id, first.id, librarian, NOW)
