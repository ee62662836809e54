"""What staff may do about another time that a partner proposes."""

from domain.event import Event
from domain.joint import Agreed
from domain.partner import PartState
from handlers.callbacks import EventMoveTo, PartKeep
from handlers.say import Say
from handlers.screen import Button, Row


def proposal_row(event: Event, agreed: Agreed, say: Say) -> Row:
    """«Перенести на это время», «Оставить»; nothing where no other time is proposed."""
    if agreed.standing.state is not PartState.PROPOSED or event.is_cancelled:
        return ()
    ids = {"event_id": event.id, "partner_id": agreed.partner_id}
    move = Button(say.plain("joint-button-move"), EventMoveTo(**ids))
    return (move, Button(say.plain("joint-button-keep"), PartKeep(**ids)))
