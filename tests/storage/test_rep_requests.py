"""Who asks to represent an organisation is answered once, by whoever is first."""

import asyncio

import pytest
from sqlalchemy import select

from domain.people import Grant, Person, Role
from domain.refusal import Gone, Refusal
from storage.rep_requests import Request
from storage.store import Store
from storage.tables import outbox
from tests.storage.conftest import NOW, MakePerson


@pytest.fixture
async def methodist(store: Store, person: MakePerson) -> Person:
    made = await person(2, "Анна Петрова")
    await store.members.grant(made.id, Grant(Role.METHODIST), None, NOW)
    return made


async def asks(store: Store, who: Person, partner_id: int | None = None, name: str = "Клуб «Ветеран»") -> Request:
    return await store.rep_requests.ask(who.id, partner_id, name, "зам. директора, к.п.н.", NOW)


async def told(store: Store, kind: str) -> list[int | None]:
    async with store.db.read() as conn:
        query = select(outbox.c.member_id).where(outbox.c.kind == kind).order_by(outbox.c.id)
        return list((await conn.execute(query)).scalars())


async def test_staff_are_told_once_of_a_request(store: Store, person: MakePerson, methodist: Person) -> None:
    olga = await person(7)
    first, again = await asks(store, olga), await asks(store, olga)
    assert first == again
    assert (first.state, first.name, first.position) == ("open", "Ольга Котова", "зам. директора, к.п.н.")
    assert await told(store, "rep-asked") == [methodist.id]
    assert (await store.rep_requests.waiting(10), await store.rep_requests.count_waiting()) == ([first], 1)


async def test_where_there_is_no_methodist_the_administrator_is_told(store: Store, person: MakePerson) -> None:
    admin, olga = await person(1), await person(7)
    await asks(store, olga)
    assert await told(store, "rep-asked") == [admin.id]


async def test_a_new_organisation_is_entered_on_approval(store: Store, person: MakePerson, methodist: Person) -> None:
    olga = await person(7)
    asked = await asks(store, olga)
    assert await store.partners.all() == []
    approved = await store.rep_requests.approve(asked.id, methodist.id, NOW)
    [partner] = await store.partners.all()
    [rep] = await store.partners.reps(partner.id)
    assert (partner.name, partner.sector, approved.partner_id) == ("Клуб «Ветеран»", "other", partner.id)
    assert (rep.member_id, rep.fields.position, rep.fields.is_primary) == (olga.id, "зам. директора, к.п.н.", True)
    assert await told(store, "rep-answered") == [olga.id]


async def test_one_of_that_very_name_is_not_entered_twice(store: Store, person: MakePerson, methodist: Person) -> None:
    club = await store.partners.add("Клуб «Ветеран»", "Ветеран", "ngo", None, NOW)
    asked = await asks(store, await person(7))
    assert (await store.rep_requests.approve(asked.id, methodist.id, NOW)).partner_id == club


async def test_staff_may_say_which_one_was_meant(store: Store, person: MakePerson, methodist: Person) -> None:
    club = await store.partners.add("Клуб ветеранов", "Ветераны", "ngo", None, NOW)
    asked = await asks(store, await person(7))
    await store.rep_requests.approve(asked.id, methodist.id, NOW, partner_id=club)
    assert [one.id for one in await store.partners.all()] == [club]
    again = await asks(store, await person(8))
    with pytest.raises(Gone, match="partner-gone"):
        await store.rep_requests.approve(again.id, methodist.id, NOW, partner_id=99)


async def test_a_second_decision_is_refused(store: Store, person: MakePerson, methodist: Person) -> None:
    asked, other = await asks(store, await person(7)), await asks(store, await person(8))
    await store.rep_requests.decline(asked.id, methodist.id, NOW)
    await store.rep_requests.approve(other.id, methodist.id, NOW)
    for request, code in ((asked, "request-declined"), (other, "request-approved")):
        for decide in (store.rep_requests.approve, store.rep_requests.decline):
            with pytest.raises(Refusal, match=code):
                await decide(request.id, methodist.id, NOW)
    assert await store.rep_requests.count_waiting() == 0


async def test_of_two_who_decide_at_once_one_is_first(store: Store, person: MakePerson, methodist: Person) -> None:
    asked = await asks(store, await person(7))
    both = (store.rep_requests.approve(asked.id, methodist.id, NOW) for _ in range(2))
    outcomes = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(one).__name__ for one in outcomes) == ["Refusal", "Request"]


async def test_who_represents_already_need_not_ask(store: Store, person: MakePerson) -> None:
    olga, club = await person(7), await store.partners.add("Клуб", "Клуб", "ngo", None, NOW)
    for one in (await person(8), olga):
        await store.partners.bind(club, one.id, None, NOW)
    with pytest.raises(Refusal, match="request-needless"):
        await asks(store, olga, club)
    await store.partners.archive(club, None, NOW)
    with pytest.raises(Gone, match="partner-archived"):
        await asks(store, olga, club)


async def test_three_requests_may_wait_at_a_time(store: Store, person: MakePerson) -> None:
    olga = await person(7)
    for number in range(3):
        await asks(store, olga, name=f"Клуб {number}")
    with pytest.raises(Refusal, match="request-too-many"):
        await asks(store, olga, name="Клуб 4")


async def test_the_request_of_who_has_been_forgotten_is_gone(
    store: Store, person: MakePerson, methodist: Person
) -> None:
    olga = await person(7)
    asked = await asks(store, olga)
    await store.members.erase(olga.id, NOW)
    with pytest.raises(Gone, match="request-gone"):
        await store.rep_requests.approve(asked.id, methodist.id, NOW)
    with pytest.raises(Gone, match="request-gone"):
        await store.rep_requests.get(asked.id)


async def test_the_draft_goes_with_the_asking(store: Store, person: MakePerson) -> None:
    olga = await person(7)
    draft = await store.drafts.start(olga.id, "rep-request", None, {"answers": {}}, NOW)
    await store.rep_requests.ask(olga.id, None, "Клуб", None, NOW, draft_id=draft.id)
    assert await store.drafts.find(draft.id) is None


async def test_one_more_for_a_partner_that_has_somebody_is_a_deputy(
    store: Store, person: MakePerson, methodist: Person
) -> None:
    club = await store.partners.add("Клуб", "Клуб", "ngo", None, NOW)
    await store.partners.bind(club, (await person(8)).id, None, NOW)
    asked = await asks(store, await person(7), club)
    await store.rep_requests.approve(asked.id, methodist.id, NOW)
    assert [rep.fields.is_primary for rep in await store.partners.reps(club)] == [True, False]
