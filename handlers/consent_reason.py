"""What somebody is asked to consent for: what they came for, in words that stand above the text."""

from datetime import datetime

from domain.event import Event
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


async def came_for(goal: Goal, store: Store) -> Event | None:
    """The event that somebody came for; None for none, and for one that is no more."""
    try:
        return await store.events.get(goal.event_id) if goal.event_id is not None else None
    except Refusal:
        return None


async def reason(goal: Goal, event: Event | None, store: Store, say: Say, now: datetime) -> Html | None:
    """The event, the organisation or the role; None where there is nothing to be said of it (any more)."""
    if goal.invitation is not None:
        return await _invited(goal.invitation, store, say, now)
    if goal.event_id is not None:
        return _event(goal, event, say) if event is not None and event.status not in HIDDEN else None
    return say("consent-for-representing") if goal.represents else None


def wants_seat(goal: Goal) -> bool:
    """Whether they came to say that they come."""
    return goal.instead is not None or goal.answer is Answer.GOING


def would_wait(event: Event | None) -> bool:
    """Whether who comes now only gets into the queue."""
    return event is not None and not event.seats.takes(1)


def _event(goal: Goal, event: Event, say: Say) -> Html:
    full = say("consent-full") if wants_seat(goal) and would_wait(event) else None
    return join(heading(event, say), when(event, say), full)


async def _invited(code: str, store: Store, say: Say, now: datetime) -> Html | None:
    try:
        return await _invitation(await store.invitations.open(code, now), store, say)
    except Refusal:
        return None


async def _invitation(invitation: Invitation, store: Store, say: Say) -> Html:
    if invitation.role == PARTNER_REP:
        partner = await store.partners.get(invitation.partner_id or 0)
        return say("consent-for-partner", partner=partner.short_name)
    branches = {one.id: one for one in await store.branches.all()}
    return say("consent-for-staff", role=role_name(Grant(Role(invitation.role), invitation.branch_id), branches, say))
