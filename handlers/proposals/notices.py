"""Messages about proposals: to the library that there is one, to the partner what has become of it."""

from domain.proposal import ProposalState
from handlers.forms.desk import Context
from handlers.opening import with_note
from handlers.proposals.deciding import proposal_screen
from handlers.screen import Screen
from handlers.telling import Maker, Telling

ANSWERS = {
    ProposalState.RETURNED: "proposal-notice-returned",
    ProposalState.ACCEPTED: "proposal-notice-accepted",
    ProposalState.DECLINED: "proposal-notice-declined",
}


async def proposed(telling: Telling) -> Screen | None:
    """A proposal to decide about; nothing once somebody has."""
    proposal = await telling.store.proposals.get(telling.row.subject)
    if proposal.state is not ProposalState.SENT or not telling.row.moment.startswith(f"r{proposal.revision}"):
        return None
    key = "proposal-notice-again" if proposal.revision > 1 else "proposal-notice"
    return with_note(await proposal_screen(proposal, _ctx(telling)), telling.say(key))


async def answered(telling: Telling) -> Screen | None:
    """To the partner, as long as nothing newer has been said."""
    proposal = await telling.store.proposals.get(telling.row.subject)
    if proposal.state not in ANSWERS or telling.row.moment != f"r{proposal.revision}-{proposal.state}":
        return None
    if proposal.partner_id not in telling.person.partner_ids:
        return None
    return with_note(await proposal_screen(proposal, _ctx(telling)), telling.say(ANSWERS[proposal.state]))


MAKERS: dict[str, Maker] = {"proposal": proposed, "proposal-answer": answered}
SILENT: frozenset[str] = frozenset()


def _ctx(telling: Telling) -> Context:
    return Context(telling.store, telling.person, telling.say, telling.library, telling.now)
