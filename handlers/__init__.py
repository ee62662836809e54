"""Conversations: one module for each thing that a person does in chat."""

from aiogram import Router

from handlers import consent, groups, last, listing, more, rsvp, start


def routers() -> list[Router]:
    """Every conversation in the order of asking; the last one answers what nothing else did."""
    return [module.router() for module in (start, groups, listing, consent, rsvp, more, last)]
