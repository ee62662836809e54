"""Links let one person in once, are revoked, and taken back when it was the wrong person."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from domain.event import PartnerPart
from domain.joint import Standing, Voice, accept
from domain.partner import Part, PartState, RepFields
from domain.people import Grant, Person, Role
from domain.person_name import PersonName
from domain.proposal import ProposalState, decide
from domain.refusal import Gone, Refusal
from domain.seats import Answer
from storage.denying import Undone
from storage.library import BranchFields
from storage.store import Store
from storage.tables import audit, outbox
from tests.storage.conftest import DAY, NOW, START, MakeEvent, MakePerson

BARANOVA = RepFields(PersonName("Баранова", initials="Е.П."), "директор")


@dataclass
class Case:
    """A college, a methodist who invites, and Olga, who comes in."""

    store: Store
    college: int
    methodist: Person
    olga: Person

    async def token(self, rep_id: int | None = None, event_id: int | None = None) -> str:
        return await self.store.invitations.for_partner(self.college, event_id, self.methodist.id, NOW, rep_id=rep_id)

    async def told(self, kind: str) -> list[tuple[int | None, str]]:
        query = select(outbox.c.member_id, outbox.c.args).where(outbox.c.kind == kind).order_by(outbox.c.id)
        async with self.store.db.read() as conn:
            return [(row.member_id, row.args["token"]) for row in await conn.execute(query)]

    async def acts_for(self, person: Person) -> tuple[int, ...]:
        found = await self.store.members.find(person.id)
        assert found is not None
        return found.partner_ids


@pytest.fixture
async def case(store: Store, person: MakePerson) -> Case:
    methodist = await person(2, "Анна Петрова")
    await store.members.grant(methodist.id, Grant(Role.METHODIST), None, NOW)
    college = await store.partners.add("Полиграфический колледж", "Колледж", "education", methodist.id, NOW)
    return Case(store, college, methodist, await person(7))


async def test_a_link_for_somebody_of_the_register_binds_that_person(case: Case) -> None:
    rep_id = await case.store.partners.put_rep(case.college, BARANOVA, None, NOW)
    token = await case.token(rep_id)
    assert token != await case.token()
    assert (await case.store.invitations.take_up(token, case.olga.id, NOW)).rep_id == rep_id
    [rep] = await case.store.partners.reps(case.college)
    assert (rep.id, rep.member_id, rep.called) == (rep_id, case.olga.id, "Баранова Е.П.")


async def test_one_account_acts_for_a_partner_once_and_the_link_stays_good(case: Case, person: MakePerson) -> None:
    store, other = case.store, await person(8)
    await store.invitations.take_up(await case.token(), case.olga.id, NOW)
    rep_id = await store.partners.put_rep(case.college, BARANOVA, None, NOW)
    for token in (await case.token(), await case.token(rep_id)):
        with pytest.raises(Refusal, match="rep-already"):
            await store.invitations.take_up(token, case.olga.id, NOW)
    assert (await store.invitations.take_up(token, other.id, NOW)).partner_id == case.college


async def test_one_person_acts_for_two_partners(case: Case) -> None:
    school = await case.store.partners.add("Школа № 20", "Школа", "education", None, NOW)
    await case.store.invitations.take_up(await case.token(), case.olga.id, NOW)
    token = await case.store.invitations.for_partner(school, None, case.methodist.id, NOW)
    await case.store.invitations.take_up(token, case.olga.id, NOW)
    assert await case.acts_for(case.olga) == (case.college, school)


async def test_a_role_that_one_has_is_not_given_twice(case: Case) -> None:
    branch = await case.store.branches.put(BranchFields("Герцена", "Герцена", "Тверь"), None, NOW)
    grant = Grant(Role.LIBRARIAN, branch)
    await case.store.members.grant(case.olga.id, grant, None, NOW)
    token = await case.store.invitations.for_staff(grant, case.methodist.id, NOW)
    with pytest.raises(Refusal, match="role-already"):
        await case.store.invitations.take_up(token, case.olga.id, NOW)
    assert (await case.store.invitations.open(token, NOW)).used_by is None


async def test_open_links_are_listed_and_revoked(case: Case) -> None:
    invitations = case.store.invitations
    token, staff = await case.token(), await invitations.for_staff(Grant(Role.METHODIST), case.methodist.id, NOW)
    assert [one.token for one in await invitations.standing(case.college, NOW)] == [token]
    assert [one.token for one in await invitations.standing(None, NOW)] == [staff]
    assert (await invitations.standing(case.college, NOW))[0].expires_at == NOW + 30 * DAY
    assert await invitations.standing(case.college, NOW + 30 * DAY) == []
    await invitations.revoke(token, case.methodist.id, NOW)
    assert await invitations.standing(case.college, NOW) == []
    with pytest.raises(Refusal, match="link-revoked"):
        await invitations.take_up(token, case.olga.id, NOW)
    for gone in (token, "guessed"):
        with pytest.raises(Refusal, match="link-revoked-already"):
            await invitations.revoke(gone, case.methodist.id, NOW)
    assert token != await case.token()


async def test_a_used_link_is_not_revoked_behind_the_back_of_who_came_in(case: Case) -> None:
    token = await case.token()
    await case.store.invitations.take_up(token, case.olga.id, NOW)
    with pytest.raises(Refusal, match="link-used-already"):
        await case.store.invitations.revoke(token, case.methodist.id, NOW)
    assert await case.acts_for(case.olga) == (case.college,)


async def test_a_link_into_an_archived_partner_opens_nothing(case: Case) -> None:
    token = await case.token()
    await case.store.partners.archive(case.college, None, NOW)
    for act in (
        case.store.invitations.open(token, NOW),
        case.store.invitations.take_up(token, case.olga.id, NOW),
        case.token(),
    ):
        with pytest.raises(Gone, match="partner-archived"):
            await act


async def test_the_link_of_who_has_been_forgotten_lets_nobody_else_in(case: Case, person: MakePerson) -> None:
    token, other = await case.token(), await person(8)
    await case.store.invitations.take_up(token, case.olga.id, NOW)
    await case.store.members.erase(case.olga.id, NOW)
    with pytest.raises(Refusal, match="link-used"):
        await case.store.invitations.take_up(token, other.id, NOW)
    with pytest.raises(Refusal, match="deny-nothing"):
        await case.store.invitations.deny(token, case.methodist.id, NOW)


async def test_the_first_use_tells_who_made_the_link_once(case: Case) -> None:
    token = await case.token()
    for _ in range(2):
        await case.store.invitations.take_up(token, case.olga.id, NOW)
    assert await case.told("invitation-used") == [(case.methodist.id, token)]


async def test_where_the_maker_is_gone_whoever_keeps_the_partner_up_is_told(case: Case, person: MakePerson) -> None:
    store, another = case.store, await person(9)
    await store.members.grant(another.id, Grant(Role.METHODIST), None, NOW)
    token = await case.token()
    await store.members.revoke(case.methodist.id, Grant(Role.METHODIST), None, NOW)
    await store.invitations.take_up(token, case.olga.id, NOW)
    assert await case.told("invitation-used") == [(another.id, token)]


async def test_a_colleague_s_link_tells_the_colleague_and_the_staff(case: Case, person: MakePerson) -> None:
    store, deputy = case.store, await person(8)
    await store.invitations.take_up(await case.token(), case.olga.id, NOW)
    token = await store.invitations.for_partner(case.college, None, case.olga.id, NOW)
    await store.invitations.take_up(token, deputy.id, NOW)
    assert (await case.told("invitation-used"))[1:] == [(case.olga.id, token), (case.methodist.id, token)]


async def test_a_role_by_link_tells_those_who_give_roles(case: Case, person: MakePerson) -> None:
    admin = await person(1)
    token = await case.store.invitations.for_staff(Grant(Role.LIBRARIAN), case.methodist.id, NOW)
    await case.store.invitations.take_up(token, case.olga.id, NOW)
    assert await case.told("invitation-used") == [(admin.id, token)]


async def test_the_wrong_person_is_out_at_once_and_told(case: Case) -> None:
    token = await case.token()
    await case.store.invitations.take_up(token, case.olga.id, NOW)
    denied = await case.store.invitations.deny(token, case.methodist.id, NOW)
    assert (denied.member_id, denied.invitation.partner_id) == (case.olga.id, case.college)
    assert await case.acts_for(case.olga) == ()
    assert await case.store.partners.reps(case.college) == []
    assert await case.told("invitation-denied") == [(case.olga.id, token)]
    with pytest.raises(Refusal, match="deny-nothing"):
        await case.store.invitations.deny(token, case.methodist.id, NOW)
    with pytest.raises(Refusal, match="link-revoked"):
        await case.store.invitations.take_up(token, case.olga.id, NOW)
    async with case.store.db.read() as conn:
        actions = (await conn.execute(select(audit.c.action, audit.c.actor_id))).all()
    assert ("rep-denied", case.methodist.id) in actions


async def test_whom_the_register_has_stays_in_it_when_the_wrong_person_goes(case: Case) -> None:
    rep_id = await case.store.partners.put_rep(case.college, BARANOVA, None, NOW)
    token = await case.token(rep_id)
    await case.store.invitations.take_up(token, case.olga.id, NOW)
    await case.store.invitations.deny(token, case.methodist.id, NOW)
    [rep] = await case.store.partners.reps(case.college)
    assert (rep.id, rep.member_id, rep.fields.is_primary) == (rep_id, None, True)


async def test_what_the_wrong_person_said_is_theirs_and_no_longer_the_partner_s(case: Case, event: MakeEvent) -> None:
    store, olga = case.store, case.olga
    coming = await event(partners=(PartnerPart(case.college),))
    other = await event(title="Семинар", partners=(PartnerPart(case.college),), starts_at=START + DAY)
    token = await case.token()
    await store.invitations.take_up(token, olga.id, NOW)
    await store.rsvps.answer(coming.id, olga.id, Answer.GOING, NOW, guests=2)
    await store.rsvps.answer(other.id, olga.id, Answer.DECLINED, NOW)
    denied = await store.invitations.deny(token, case.methodist.id, NOW)
    assert denied.let_go is not None
    assert denied.let_go.kept == 2
    rsvp = await store.rsvps.of(coming.id, olga.id)
    assert rsvp is not None
    assert (rsvp.partner_id, rsvp.seated) == (None, 3)
    assert (await store.events.get(coming.id)).seats.taken == 3


async def test_what_is_over_stays_as_it_was(case: Case, event: MakeEvent) -> None:
    over = await event(partners=(PartnerPart(case.college),))
    token = await case.token()
    await case.store.invitations.take_up(token, case.olga.id, NOW)
    await case.store.rsvps.answer(over.id, case.olga.id, Answer.GOING, NOW)
    await case.store.invitations.deny(token, case.methodist.id, START + DAY)
    rsvp = await case.store.rsvps.of(over.id, case.olga.id)
    assert rsvp is not None
    assert rsvp.partner_id == case.college


async def test_a_wrong_colleague_loses_the_role(case: Case, person: MakePerson) -> None:
    admin = await person(1)
    token = await case.store.invitations.for_staff(Grant(Role.LIBRARIAN), admin.id, NOW)
    await case.store.invitations.take_up(token, case.olga.id, NOW)
    denied = await case.store.invitations.deny(token, admin.id, NOW)
    assert denied.let_go is None
    found = await case.store.members.find(case.olga.id)
    assert found is not None
    assert found.grants == ()


async def test_who_does_not_act_for_the_partner_any_more_and_said_nothing_is_let_go_of_quietly(case: Case) -> None:
    token = await case.token()
    await case.store.invitations.take_up(token, case.olga.id, NOW)
    [rep] = await case.store.partners.reps(case.college)
    await case.store.partners.remove_rep(rep.id, None, NOW)
    gone = (await case.store.invitations.deny(token, case.methodist.id, NOW)).let_go
    assert gone is not None
    assert (gone.kept, gone.taken_back, gone.undone) == (0, 0, Undone())
    assert await case.store.invitations.find("guessed") is None


@pytest.mark.parametrize("is_named", [True, False])
async def test_a_removal_undone_does_not_bring_back_whom_staff_denied_meanwhile(case: Case, *, is_named: bool) -> None:
    partners, anna = case.store.partners, case.methodist
    token = await case.token()
    await case.store.invitations.take_up(token, case.olga.id, NOW)
    [rep] = await partners.reps(case.college)
    if is_named:
        await partners.put_rep(case.college, BARANOVA, anna.id, NOW, rep.id)
    await partners.remove_rep(rep.id, anna.id, NOW)
    await case.store.invitations.deny(token, anna.id, NOW)
    if is_named:
        await partners.bring_back(rep.id, anna.id, NOW)
    else:
        with pytest.raises(Gone, match="rep-forgotten"):
            await partners.bring_back(rep.id, anna.id, NOW)
    assert [one.id for one in await partners.reps(case.college)] == [rep.id] * is_named
    assert await case.acts_for(case.olga) == ()


@pytest.mark.parametrize("has_left", [False, True])
async def test_the_partner_is_asked_anew_what_the_wrong_person_accepted(
    case: Case, event: MakeEvent, *, has_left: bool
) -> None:
    store, made = case.store, await event(partners=(PartnerPart(case.college, Part.SPEAKER),))
    token = await case.token()
    await store.invitations.take_up(token, case.olga.id, NOW)
    voice = Voice(case.olga.id, NOW)
    said = await store.joint.answer(made.id, case.college, lambda one, _old: accept(one, ["books"], voice), voice)
    assert said.after.standing.state is PartState.ACCEPTED
    if has_left:
        await store.representing.leave(case.college, case.olga.id, NOW, with_link=False)
    denied = await store.invitations.deny(token, case.methodist.id, NOW)
    assert denied.let_go is not None
    assert denied.let_go.taken_back == 1
    assert (await store.joint.one(made.id, case.college)).standing == Standing()


@pytest.mark.parametrize("has_left", [False, True])
async def test_what_the_wrong_person_proposed_and_began_is_taken_back(case: Case, *, has_left: bool) -> None:
    store, anna = case.store, case.methodist
    token = await case.token()
    await store.invitations.take_up(token, case.olga.id, NOW)
    body = {"title": "Чтения", "when": "2018-05-20T14:00"}
    sent, taken = [await store.proposals.send(case.college, case.olga.id, body, NOW) for _ in range(2)]
    await store.proposals.decide(taken.id, lambda old: decide(old, ProposalState.ACCEPTED, anna.id, NOW), anna, NOW)
    for form, own in (("proposal", {}), ("part-time", {"partner": case.college}), ("rep-request", {})):
        await store.drafts.start(case.olga.id, form, None, {"answers": {}} | own, NOW)
    mixed = {"answers": {"q1": "да", "q2": "нет"}, "authors": {"q1": case.olga.id, "q2": anna.id}}
    await store.responses.draft(1, case.college, mixed, NOW)
    await store.responses.draft(2, case.college, {"answers": {"q1": "да"}, "authors": {"q1": case.olga.id}}, NOW)
    if has_left:
        await store.representing.leave(case.college, case.olga.id, NOW, with_link=False)
    denied = await store.invitations.deny(token, anna.id, NOW)
    assert denied.let_go is not None
    assert denied.let_go.undone == Undone(proposals=1, taken=1)
    assert (await store.proposals.get(sent.id)).state is ProposalState.WITHDRAWN
    assert [one.form for one in await store.drafts.of(case.olga.id)] == ["rep-request"]
    left = await store.responses.begun(1, case.college)
    assert left is not None
    assert left.body == {"answers": {"q2": "нет"}, "authors": {"q2": anna.id}}
    assert await store.responses.begun(2, case.college) is None
