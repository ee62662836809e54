"""People come in with what they came for, in one transaction, and leave without leaving a seat taken."""

import pytest
from sqlalchemy import select

from domain.event import PartnerPart
from domain.people import Grant, Purpose, Role
from domain.refusal import Refusal
from domain.seats import Answer, RsvpState
from storage.members import ConsentGiven, Newcomer
from storage.store import Store
from storage.tables import audit, outbox
from storage.welcome import Goal
from tests.storage.conftest import DAY, NOW, START, MakeEvent, MakePerson

OLGA = Newcomer(7, "Ольга Котова", "ru")
GIVEN = [ConsentGiven(Purpose.EVENTS, "events-1", "Согласен и приду", NOW)]


async def test_the_consent_and_the_answer_are_one(store: Store, event: MakeEvent) -> None:
    made = await event()
    arrived = await store.welcome.come_in(OLGA, GIVEN, Goal(made.id, Answer.GOING), NOW)
    assert arrived.answered is not None
    assert arrived.answered.after.state is RsvpState.GOING
    assert arrived.person.consents == {Purpose.EVENTS}
    assert (await store.events.get(made.id)).seats.taken == 1


async def test_the_consent_stands_when_the_rest_cannot_be(store: Store, event: MakeEvent) -> None:
    made = await event()
    arrived = await store.welcome.come_in(OLGA, GIVEN, Goal(made.id, Answer.GOING), START)
    assert arrived.refusal is not None
    assert arrived.refusal.code == "event-begun"
    assert await store.members.by_account(7) is not None


async def test_coming_in_for_nothing_in_particular(store: Store) -> None:
    arrived = await store.welcome.come_in(OLGA, GIVEN, Goal(), NOW)
    assert (arrived.answered, arrived.invitation, arrived.refusal) == (None, None, None)


async def test_an_invitation_is_taken_up_with_the_consent(store: Store, person: MakePerson) -> None:
    admin = await person(1)
    token = await store.invitations.for_staff(Grant(Role.METHODIST), admin.id, NOW)
    arrived = await store.welcome.come_in(OLGA, GIVEN, Goal(invitation=token), NOW)
    assert arrived.person.grants == (Grant(Role.METHODIST),)


async def test_a_colleague_comes_for_the_same_partner(store: Store, event: MakeEvent, person: MakePerson) -> None:
    rep = await person(5)
    partner = await store.partners.add("Колледж", "Колледж", "education", rep.id, NOW)
    await store.partners.bind(partner, rep.id, None, NOW)
    made = await event(partners=(PartnerPart(partner),))
    answered = await store.rsvps.answer(made.id, rep.id, Answer.DECLINED, NOW)
    assert answered.after.partner_id == partner
    token = await store.rsvps.substitute(made.id, rep.id, NOW)
    arrived = await store.welcome.come_in(OLGA, GIVEN, Goal(made.id, instead=token), NOW)
    assert arrived.answered is not None
    assert arrived.answered.after.partner_id == partner
    again = await store.rsvps.come_instead(token, arrived.person.id, NOW)
    assert again.after.state is RsvpState.GOING
    with pytest.raises(Refusal, match="link-used"):
        await store.rsvps.come_instead(token, rep.id, NOW)
    assert await store.rsvps.substitute(made.id, rep.id, NOW) != token


async def test_a_reason_changes_no_answer(store: Store, event: MakeEvent, person: MakePerson) -> None:
    made, olga = await event(), await person(7)
    await store.rsvps.answer(made.id, olga.id, Answer.GOING, NOW)
    await store.rsvps.explain(made.id, olga.id, "болею")
    found = await store.rsvps.of(made.id, olga.id)
    assert found is not None
    assert (found.state, found.reason) == (RsvpState.GOING, None)


async def test_who_is_named_and_who_is_out_of_reach(store: Store, event: MakeEvent, person: MakePerson) -> None:
    made = await event()
    olga, ivan = await person(7, "Ольга Котова", Purpose.NAMING), await person(8, "Иван Серов")
    for one in (olga, ivan):
        await store.rsvps.answer(made.id, one.id, Answer.GOING, NOW)
    await store.members.set_reachable(ivan.id, reachable=False)
    assert await store.rsvps.named(made.id, 10) == ["Ольга Котова"]
    assert await store.rsvps.out_of_reach(made.id) == 1
    assert await store.rsvps.states(made.id, [olga.id, ivan.id, 999]) == dict.fromkeys(
        (olga.id, ivan.id), RsvpState.GOING
    )
    assert await store.events.audience(made.id, except_id=0) == 1
    assert await store.events.audience(made.id, except_id=olga.id) == 0


async def test_being_forgotten_frees_the_seat_and_moves_the_queue(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    made, other = await event(capacity=2), await event(title="Семинар")
    olga, ivan = await person(7), await person(8)
    await store.rsvps.answer(made.id, olga.id, Answer.GOING, NOW, guests=1)
    await store.rsvps.answer(made.id, ivan.id, Answer.GOING, NOW)
    await store.rsvps.answer(other.id, olga.id, Answer.MAYBE, NOW)
    await store.members.erase(olga.id, NOW)
    after = await store.events.get(made.id)
    assert (after.seats.taken, after.counts.going, after.counts.queued) == (1, 1, 0)
    assert (await store.events.get(other.id)).counts.maybe == 0
    assert (await store.outbox.tallies(made.id))["seat"] == {"ready": 1}
    async with store.db.read() as conn:
        erased = await conn.execute(select(audit.c.subject_id).where(audit.c.action == "member-erased"))
        assert erased.scalars().all() == [olga.id]


async def test_what_is_over_keeps_its_figures(store: Store, event: MakeEvent, person: MakePerson) -> None:
    made, olga = await event(), await person(7)
    await store.rsvps.answer(made.id, olga.id, Answer.GOING, NOW)
    await store.members.erase(olga.id, START + DAY)
    assert (await store.events.get(made.id)).counts.going == 1
    assert await store.rsvps.of(made.id, olga.id) is None


async def test_whoever_is_seated_by_hand_is_told(store: Store, event: MakeEvent, person: MakePerson) -> None:
    made = await event(capacity=1)
    first, second = await person(7), await person(8)
    for one in (first, second):
        await store.rsvps.answer(made.id, one.id, Answer.GOING, NOW)
    await store.rsvps.seat(made.id, second.id, "выступает", await person(1), NOW)
    async with store.db.read() as conn:
        rows = await conn.execute(select(outbox.c.member_id).where(outbox.c.kind == "seat"))
        assert rows.scalars().all() == [second.id]


async def test_a_name_is_corrected(store: Store, person: MakePerson) -> None:
    olga = await person(7, "olga")
    await store.members.set_name(olga.id, "Ольга Котова")
    found = await store.members.find(olga.id)
    assert found is not None
    assert found.name == "Ольга Котова"
