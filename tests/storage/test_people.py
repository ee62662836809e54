"""Members, roles, consents, invitations, branches: who is kept, and why."""

from datetime import timedelta

import pytest

from domain.people import Grant, Purpose, Role
from domain.refusal import Gone, Refusal
from storage.library import BranchFields
from storage.members import ConsentGiven
from storage.store import Store
from tests.storage.conftest import DAY, NOW, MakePerson


async def test_nobody_is_known_before_consent(store: Store, person: MakePerson) -> None:
    assert await store.members.by_account(7) is None
    made = await person(7, "Ольга Котова")
    assert await store.members.by_account(7) == made
    assert made.consents == {Purpose.EVENTS}


async def test_a_second_consent_adds_a_purpose_and_repeats_nothing(store: Store, person: MakePerson) -> None:
    made = await person(7)
    again = await person(7, "Ольга Котова", Purpose.NAMING)
    assert again.id == made.id
    assert [consent.purpose for consent in await store.members.consents_of(made.id)] == ["events", "naming"]


async def test_only_who_agreed_is_named(store: Store, person: MakePerson) -> None:
    shy, open_one = await person(7), await person(8, "Пётр Лосев", Purpose.NAMING)
    assert await store.members.named([shy.id, open_one.id]) == {open_one.id: "Пётр Лосев"}
    await store.members.withdraw(open_one.id, Purpose.NAMING, NOW)
    assert await store.members.named([open_one.id]) == {}
    await store.members.consent(8, "Пётр Лосев", "ru", [ConsentGiven(Purpose.NAMING, "2", "Да", NOW)], NOW)
    assert open_one.id in await store.members.named([open_one.id])


async def test_the_settings_name_the_first_administrators(store: Store, person: MakePerson) -> None:
    assert (await person(1)).grants == (Grant(Role.ADMIN),)
    assert [one.account_id for one in await store.members.staff()] == [1]


async def test_a_role_is_given_and_taken(store: Store, person: MakePerson) -> None:
    admin, made = await person(1), await person(7)
    grant = Grant(Role.LIBRARIAN)
    for _ in range(2):
        await store.members.grant(made.id, grant, admin.id, NOW)
    found = await store.members.find(made.id)
    assert found is not None
    assert found.grants == (grant,)
    await store.members.revoke(made.id, grant, admin.id, NOW)
    assert [one.account_id for one in await store.members.staff()] == [1]


async def test_an_erased_person_is_unknown_again(store: Store, person: MakePerson) -> None:
    made = await person(7)
    await store.members.erase(made.id, NOW)
    assert await store.members.by_account(7) is None


async def test_an_invitation_lets_one_person_in_once(store: Store, person: MakePerson) -> None:
    admin, rep, other = await person(1), await person(7), await person(8)
    partner = await store.partners.add("Полиграфический колледж", "Колледж", "education", admin.id, NOW)
    token = await store.invitations.for_partner(partner, None, admin.id, NOW)
    assert token == await store.invitations.for_partner(partner, None, admin.id, NOW)
    for _ in range(2):
        assert (await store.invitations.take_up(token, rep.id, NOW)).partner_id == partner
    with pytest.raises(Refusal, match="link-used"):
        await store.invitations.take_up(token, other.id, NOW)
    [found] = await store.partners.representatives([partner])
    assert (found.member_id, found.is_primary) == (rep.id, True)


async def test_a_staff_invitation_gives_the_role(store: Store, person: MakePerson) -> None:
    admin, made = await person(1), await person(7)
    token = await store.invitations.for_staff(Grant(Role.METHODIST), admin.id, NOW)
    await store.invitations.take_up(token, made.id, NOW)
    found = await store.members.find(made.id)
    assert found is not None
    assert found.grants == (Grant(Role.METHODIST),)


@pytest.mark.parametrize("why", ["link-unknown", "link-expired", "link-revoked"])
async def test_an_invitation_that_does_not_open_says_why(store: Store, person: MakePerson, why: str) -> None:
    admin = await person(1)
    token = await store.invitations.for_staff(Grant(Role.METHODIST), admin.id, NOW)
    if why == "link-revoked":
        await store.invitations.revoke(token, admin.id, NOW)
    now = NOW + 31 * DAY if why == "link-expired" else NOW
    with pytest.raises(Refusal, match=why):
        await store.invitations.open("guessed" if why == "link-unknown" else token, now)


async def test_a_branch_is_put_and_put_again(store: Store) -> None:
    fields = BranchFields("Центральная городская библиотека", "ЦГБ", "Тверской пр-т, д. 5", halls=("Горница",))
    branch_id = await store.branches.put(fields, None, NOW)
    again = BranchFields("Центральная городская библиотека", "Герценка", "Тверской пр-т, д. 5", halls=("Холл",))
    assert await store.branches.put(again, None, NOW) == branch_id
    branch = await store.branches.get(branch_id)
    assert (branch.short_name, [hall.name for hall in branch.halls]) == ("Герценка", ["Горница", "Холл"])
    await store.branches.drop_hall(branch.halls[0].id, None, NOW)
    await store.branches.change(branch_id, {"address": "Тверь"}, None, NOW)
    assert (await store.branches.get(branch_id)).address == "Тверь"
    with pytest.raises(Gone):
        await store.branches.get(999)


async def test_drafts_are_changed_one_after_the_other(store: Store, person: MakePerson) -> None:
    import asyncio

    made = await person(7)
    draft = await store.drafts.start(made.id, "event", None, {"n": 0}, NOW)
    later = NOW + timedelta(minutes=1)
    one_more = [store.drafts.change(draft.id, lambda body: {"n": body["n"] + 1}, later) for _ in range(10)]
    await asyncio.gather(*one_more)
    found = await store.drafts.find(draft.id)
    assert found is not None
    assert (found.body, found.revision, found.updated_at) == ({"n": 10}, 11, later)
    assert [one.id for one in await store.drafts.of(made.id)] == [draft.id]
    await store.drafts.drop(draft.id)
    with pytest.raises(Gone):
        await store.drafts.change(draft.id, lambda body: body, later)


async def test_who_goes_on_with_a_draft_goes_on_from_where_it_is(store: Store, person: MakePerson) -> None:
    """What was seen is enough as long as nobody else has gone on since."""
    import asyncio

    made = await person(7)
    seen = await store.drafts.start(made.id, "event", None, {"n": 0}, NOW)
    later = NOW + timedelta(minutes=1)
    one_more = [store.drafts.go_on(seen, lambda body: {"n": body["n"] + 1}, later) for _ in range(10)]
    assert sorted(draft.body["n"] for draft in await asyncio.gather(*one_more)) == list(range(1, 11))
    found = await store.drafts.find(seen.id)
    assert found is not None
    assert (found.body, found.revision, found.updated_at) == ({"n": 10}, 11, later)
    await store.drafts.drop(seen.id)
    with pytest.raises(Gone):
        await store.drafts.go_on(found, lambda body: body, later)


async def test_live_cards_are_the_newest_twenty_and_ten_changes_are_one_refresh(
    store: Store, person: MakePerson
) -> None:
    from domain.event import EventFields
    from domain.seats import Answer

    librarian = await person(1)
    subject = await store.events.publish(EventFields("«Вечер»", NOW + DAY, "6+"), librarian, NOW)
    for number in range(25):
        await store.cards.put(subject.id, -100, number, None, has_poster=False)
    assert [card.message_id for card in await store.cards.live(subject.id)] == list(range(24, 4, -1))
    for number in range(10):
        await store.rsvps.answer(subject.id, (await person(100 + number)).id, Answer.GOING, NOW)
    assert await store.cards.due(NOW) == []
    [refresh] = await store.cards.due(NOW + timedelta(seconds=1))
    await store.rsvps.answer(subject.id, librarian.id, Answer.MAYBE, NOW)
    await store.cards.refreshed([refresh], NOW)
    [again] = await store.cards.due(NOW + timedelta(seconds=1))
    await store.cards.refreshed([again], NOW)
    assert await store.cards.due(NOW + DAY) == []


async def test_who_may_do_more_than_everybody_has_a_menu_of_their_own(store: Store, person: MakePerson) -> None:
    admin, librarian, rep = await person(1), await person(7), await person(8)
    await person(9)
    await store.members.grant(librarian.id, Grant(Role.LIBRARIAN), admin.id, NOW)
    college = await store.partners.add("Колледж", "Колледж", "education", admin.id, NOW)
    await store.partners.bind(college, rep.id, None, NOW)
    assert [one.account_id for one in await store.members.with_own_menu()] == [1, 7, 8]
