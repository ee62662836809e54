"""A proposal: the first answer counts, and only what came back is corrected."""

from dataclasses import replace

import pytest

from domain.proposal import Proposal, ProposalState, decide, send_again
from domain.refusal import NotAllowed, Refusal
from tests.storage.conftest import NOW

SENT = Proposal(1, 3, 7, {"branch": "2"}, ProposalState.SENT, None, None, None, 1, NOW)


@pytest.mark.parametrize("state", [ProposalState.RETURNED, ProposalState.ACCEPTED, ProposalState.DECLINED])
def test_the_second_answer_is_told_the_first(state: ProposalState) -> None:
    decided = decide(SENT, state, 9, NOW, remark="время")
    assert (decided.state, decided.remark, decided.decided_by) == (state, "время", 9)
    with pytest.raises(Refusal, match=f"proposal-{state}") as refused:
        decide(decided, ProposalState.ACCEPTED, 8, NOW)
    assert refused.value.values == {"at": NOW}


def test_what_came_back_is_sent_again_by_anybody_of_the_partner() -> None:
    again = send_again(decide(SENT, ProposalState.RETURNED, 9, NOW, remark="время"), {"title": "Вечер"}, [3])
    assert (again.state, again.revision, again.remark, again.decided_at) == (ProposalState.SENT, 2, None, None)
    with pytest.raises(Refusal, match="proposal-not-returned"):
        send_again(again, {}, [3])
    with pytest.raises(NotAllowed):
        send_again(again, {}, [4])


@pytest.mark.parametrize(("place", "branch"), [("2", 2), ("offsite", None), ("online", None)])
def test_the_branch_is_known_where_one_is_named(place: str, branch: int | None) -> None:
    assert replace(SENT, body={"branch": place}).branch_id == branch
    assert replace(SENT, body={}).branch_id is None
