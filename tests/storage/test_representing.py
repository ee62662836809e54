"""Whoever leaves hands over: to a deputy, to a successor by a link, or to nobody, which the staff are told."""

import pytest
from sqlalchemy import select

from domain.event import PartnerPart
from domain.people import Grant, Person, Role
from domain.refusal import Gone, NotAllowed
from domain.seats import Answer
from storage.store import Store
from storage.tables import outbox
from tests.storage.conftest import NOW, MakeEvent, MakePerson


@pytest.fixture
async def methodist(store: Store, person: MakePerson) -> Person:
    made = await person(2, "Анна Петрова")
    await store.members.grant(made.id, Grant(Role.METHODIST), None, NOW)
    return made


@pytest.fixture
async def college(store: Store, methodist: Person) -> int:
    return await store.partners.add("Полиграфический колледж", "Колледж", "education", methodist.id, NOW)


async def told(store: Store, kind: str) -> list[int | None]:
    async with store.db.read() as conn:
        query = select(outbox.c.member_id).where(outbox.c.kind == kind).order_by(outbox.c.id)
        return list((await conn.execute(query)).scalars())


async def test_the_deputy_becomes_the_primary_and_is_told(
    store: Store, person: MakePerson, college: int, methodist: Person
) -> None:
    olga, ivan = await person(7), await person(8)
    for one in (olga, ivan):
        await store.partners.bind(college, one.id, None, NOW)
    left = await store.representing.leave(college, olga.id, NOW, with_link=False)
    [rep] = await store.partners.reps(college)
    assert (rep.member_id, rep.fields.is_primary, left.token) == (ivan.id, True, None)
    assert await told(store, "rep-primary") == [ivan.id]
    assert await told(store, "rep-left") == [methodist.id]


async def test_a_deputy_leaves_and_the_primary_stays(store: Store, person: MakePerson, college: int) -> None:
    olga, ivan = await person(7), await person(8)
    for one in (olga, ivan):
        await store.partners.bind(college, one.id, None, NOW)
    await store.representing.leave(college, ivan.id, NOW, with_link=False)
    assert await told(store, "rep-primary") == []
    assert [one.member_id for one in await store.partners.reps(college)] == [olga.id]


async def test_the_last_one_leaves_a_link_behind(
    store: Store, person: MakePerson, college: int, methodist: Person
) -> None:
    olga, ivan = await person(7), await person(8)
    await store.partners.bind(college, olga.id, None, NOW)
    left = await store.representing.leave(college, olga.id, NOW, with_link=True)
    assert left.token is not None
    assert left.gone.primary is None
    await store.invitations.take_up(left.token, ivan.id, NOW)
    assert [one.member_id for one in await store.partners.reps(college)] == [ivan.id]
    assert await told(store, "invitation-used") == [methodist.id]


async def test_answers_stay_with_the_person_and_parts_with_the_partner(
    store: Store, person: MakePerson, college: int, event: MakeEvent
) -> None:
    olga, made = await person(7), await event(partners=(PartnerPart(college),))
    await store.partners.bind(college, olga.id, None, NOW)
    await store.rsvps.answer(made.id, olga.id, Answer.GOING, NOW)
    left = await store.representing.leave(college, olga.id, NOW, with_link=False)
    rsvp = await store.rsvps.of(made.id, olga.id)
    assert rsvp is not None
    assert (left.gone.kept, left.gone.taken_back, rsvp.partner_id, rsvp.seated) == (1, 0, None, 1)


async def test_who_does_not_act_for_it_cannot_leave(store: Store, person: MakePerson, college: int) -> None:
    olga = await person(7)
    with pytest.raises(NotAllowed):
        await store.representing.leave(college, olga.id, NOW, with_link=True)
    assert await store.invitations.standing(college, NOW) == []


async def test_one_may_leave_what_is_in_the_archive_but_lets_nobody_in(
    store: Store, person: MakePerson, college: int
) -> None:
    olga = await person(7)
    await store.partners.bind(college, olga.id, None, NOW)
    await store.partners.archive(college, None, NOW)
    with pytest.raises(Gone, match="partner-archived"):
        await store.representing.leave(college, olga.id, NOW, with_link=True)
    await store.representing.leave(college, olga.id, NOW, with_link=False)
    assert await store.partners.reps(college) == []
