"""A partner's proposal of an event: sent, returned with a remark and sent again, taken into work, or declined."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from domain.refusal import NotAllowed, Refusal

REMARK = 500


class ProposalState(StrEnum):
    SENT = "sent"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    """By the library: who sent it turned out not to act for the partner."""


DECIDED = {
    ProposalState.RETURNED: "proposal-returned",
    ProposalState.ACCEPTED: "proposal-accepted",
    ProposalState.DECLINED: "proposal-declined",
    ProposalState.WITHDRAWN: "proposal-withdrawn",
}
"""What the second librarian is told who wants to decide."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """`body`: the answers of the form. `revision` grows with each sending. `remark`: of whoever decided."""

    id: int
    partner_id: int
    member_id: int
    body: dict[str, Any]
    state: ProposalState
    remark: str | None
    decided_by: int | None
    decided_at: datetime | None
    revision: int
    created_at: datetime

    @property
    def branch_id(self) -> int | None:
        """The branch that it wants to be held in."""
        place = str(self.body.get("branch", ""))
        return int(place) if place.isdecimal() else None


def decide(
    proposal: Proposal, state: ProposalState, member_id: int, now: datetime, *, remark: str | None = None
) -> Proposal:
    """The library's answer. The first one counts: whoever decides after it is told what was decided, and when."""
    if proposal.state is not ProposalState.SENT:
        raise Refusal(DECIDED[proposal.state], at=proposal.decided_at)
    return replace(proposal, state=state, remark=remark, decided_by=member_id, decided_at=now)


def send_again(proposal: Proposal, body: dict[str, Any], partner_ids: Collection[int]) -> Proposal:
    """The proposal as somebody who acts for the partner has corrected it; it waits for an answer anew."""
    if proposal.partner_id not in partner_ids:
        raise NotAllowed
    if proposal.state is not ProposalState.RETURNED:
        raise Refusal("proposal-not-returned")
    return replace(
        proposal,
        body=body,
        state=ProposalState.SENT,
        remark=None,
        decided_by=None,
        decided_at=None,
        revision=proposal.revision + 1,
    )
