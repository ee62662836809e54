"""What somebody is asked to consent for: what they came for, in words that stand above the text."""

from datetime import datetime

from domain.life import HIDDEN
from domain.people import Grant, Role
from domain.refusal import Refusal
from domain.seats import Answer
from handlers.say import Html, Say, join
from handlers.view import heading, when
from handlers.words import role_name
from storage.invitations import PARTNER_REP, Invitation
from storage.store import Store
from storage.welcome import Goal


async def reason(goal: Goal, store: Store, say: Say, now: datetime) -> Html | None:
    """The event, the organisation or the role; None where there is nothing to be said of it (any more)."""
    try:
        if goal.invitation is not None:
            return await _invited(await store.invitations.open(goal.invitation, now), store, say)
        if goal.event_id is not None:
            event = await store.events.get(goal.event_id)
            full = say("consent-full") if wants_seat(goal) and not event.seats.takes(1) else None
            return None if event.status in HIDDEN else join(heading(event, say), when(event, say), full)
    except Refusal:
        return None
    return say("consent-for-representing") if goal.represents else None


def wants_seat(goal: Goal) -> bool:
    """Whether they came to say that they come."""
    return goal.instead is not None or goal.answer is Answer.GOING


async def would_wait(goal: Goal, store: Store) -> bool:
    """Whether who comes now only gets into the queue."""
    if goal.event_id is None:
        return False
    try:
        return not (await store.events.get(goal.event_id)).seats.takes(1)
    except Refusal:
        return False


async def _invited(invitation: Invitation, store: Store, say: Say) -> Html:
    if invitation.role == PARTNER_REP:
        partner = await store.partners.get(invitation.partner_id or 0)
        return say("consent-for-partner", partner=partner.short_name)
    branches = {one.id: one for one in await store.branches.all()}
    return say("consent-for-staff", role=role_name(Grant(Role(invitation.role), invitation.branch_id), branches, say))
