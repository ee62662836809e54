"""Conversations: one module for each thing that a person does in chat."""

from aiogram import Router

from handlers import (
    branches,
    cancelling,
    consent,
    groups,
    inviting,
    last,
    listing,
    manage,
    more,
    privacy,
    rsvp,
    seating,
    settings,
    staff,
    start,
)


def routers() -> list[Router]:
    """Every conversation in the order of asking; the last one answers what nothing else did."""
    meeting = (start, groups, listing, consent, rsvp, more)
    managing = (manage, cancelling, inviting, seating)
    own = (settings, privacy, staff, branches)
    return [module.router() for module in (*meeting, *managing, *own, last)]
