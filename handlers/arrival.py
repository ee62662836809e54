"""What somebody sees who has just come in: what they came for, with a word of what has been done."""

from dataclasses import dataclass
from datetime import datetime

from handlers.card import Viewer, card_screen, event_card
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.home import home_screen
from handlers.my_partner import partner_screen
from handlers.say import Say
from handlers.screen import Screen
from handlers.told import told
from handlers.view import after
from handlers.words import refused
from storage.invitations import PARTNER_REP, Invitation
from storage.store import Store
from storage.welcome import Arrived, Goal


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is shown, and said about it. `event_id`: whose card it is, if it is one."""

    screen: Screen
    toast: str
    event_id: int | None = None


async def arrival(arrived: Arrived, goal: Goal, *, store: Store, say: Say, library: Library, now: datetime) -> Arrival:
    """After the consent, or after a link that a known person opened."""
    viewer = Viewer(arrived.person, library, now)
    if arrived.answered is not None:
        card = event_card(await after(store, arrived.answered, arrived.person), viewer, say)
        return Arrival(card, told(arrived.answered, say), arrived.answered.event.id)
    toast = await _toast(arrived, store, say)
    invitation = arrived.invitation
    event_id = invitation.event_id if invitation else goal.event_id
    if invitation and invitation.partner_id in arrived.person.partner_ids and event_id is None:
        ctx = Context(store, arrived.person, say, library, now)
        return Arrival(await partner_screen(ctx, invitation.partner_id), toast)
    if event_id is None or (arrived.refusal and arrived.refusal.code == "event-gone"):
        return Arrival(home_screen(arrived.person, library, say), toast)
    return Arrival(await card_screen(store, event_id, viewer, say), toast, event_id)


async def _toast(arrived: Arrived, store: Store, say: Say) -> str:
    if arrived.refusal is not None:
        return refused(arrived.refusal, say)
    if arrived.invitation is not None:
        return await invited(arrived.invitation, store, say)
    return say.plain("consent-toast")


async def invited(invitation: Invitation, store: Store, say: Say) -> str:
    """«Теперь вы представляете: …», «Вам дана роль: …»."""
    if invitation.role == PARTNER_REP and invitation.partner_id is not None:
        partner = await store.partners.get(invitation.partner_id)
        return say.plain("consent-toast-partner", partner=partner.short_name)
    return say.plain("consent-toast-staff")
