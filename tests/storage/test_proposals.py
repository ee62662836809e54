"""Keeping proposals: who is told, what becomes of the draft, and that the first answer counts."""

from collections.abc import Mapping
from functools import partial

import pytest

from domain.people import Grant, Person, Role
from domain.proposal import ProposalState, decide, send_again
from domain.refusal import Gone, NotAllowed, Refusal
from storage.library import BranchFields
from storage.store import Store
from tests.storage.conftest import NOW, MakePerson
from tests.storage.test_joint import partner, told

BODY = {"title": "Вечер", "when": "2018-05-03T15:00", "branch": "offsite"}


async def proposed(store: Store, person: MakePerson, body: Mapping[str, object] = BODY) -> tuple[int, int, Person]:
    """A proposal of a college, by its representative."""
    await person(1)
    rep = await person(50)
    college = await partner(store, "Колледж", rep)
    draft = await store.drafts.start(rep.id, "proposal", None, {}, NOW)
    sent = await store.proposals.send(college, rep.id, dict(body), NOW, draft_id=draft.id)
    assert await store.drafts.find(draft.id) is None
    return sent.id, college, rep


async def test_methodists_are_told_where_no_branch_is_named(store: Store, person: MakePerson) -> None:
    methodist = await person(3)
    await store.members.grant(methodist.id, Grant(Role.METHODIST), None, NOW)
    await proposed(store, person)
    assert [chat for chat, _, _ in await told(store, "proposal")] == [3]


async def test_the_branch_named_is_told(store: Store, person: MakePerson) -> None:
    branch = await store.branches.put(BranchFields("ЦГБ", "ЦГБ", "Тверь"), None, NOW)
    librarian = await person(4)
    await store.members.grant(librarian.id, Grant(Role.LIBRARIAN, branch), None, NOW)
    await proposed(store, person, BODY | {"branch": str(branch)})
    assert [chat for chat, _, _ in await told(store, "proposal")] == [4]


async def test_taken_into_work_with_a_draft_or_not_at_all(store: Store, person: MakePerson) -> None:
    proposal_id, _, _ = await proposed(store, person)
    first, second = await person(3), await person(4)

    async def take(actor: Person) -> int:
        rule = partial(decide, state=ProposalState.ACCEPTED, member_id=actor.id, now=NOW)
        return (await store.proposals.take(proposal_id, rule, actor, NOW, form="event", body={})).id

    assert (await store.drafts.find(await take(first))) is not None
    with pytest.raises(Refusal, match="proposal-accepted"):
        await take(second)
    assert await store.drafts.of(second.id) == []
    assert [chat for chat, _, _ in await told(store, "proposal-answer")] == [50]


async def test_returned_and_sent_again_the_library_is_told_again(store: Store, person: MakePerson) -> None:
    proposal_id, college, rep = await proposed(store, person)
    admin = await person(1)
    back = partial(decide, state=ProposalState.RETURNED, member_id=admin.id, now=NOW, remark="время")
    await store.proposals.decide(proposal_id, back, admin, NOW)
    again = await store.proposals.send_again(
        proposal_id, lambda old: send_again(old, BODY | {"capacity": 15}, [college]), rep.id, NOW
    )
    assert (again.revision, again.body["capacity"]) == (2, 15)
    assert len(await told(store, "proposal")) == 2
    assert [one.id for one in await store.proposals.of([college], 5)] == [proposal_id]


async def test_nobody_proposes_for_a_partner_of_others(store: Store, person: MakePerson) -> None:
    _, college, _ = await proposed(store, person)
    with pytest.raises(NotAllowed):
        await store.proposals.send(college, (await person(60)).id, {}, NOW)
    with pytest.raises(Gone, match="proposal-gone"):
        await store.proposals.get(999)
