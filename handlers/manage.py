"""Managing an event: where it stands, and every way on from here."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.event import Event
from domain.life import HIDDEN, Status
from domain.people import Person
from handlers.ask import conversation
from handlers.callbacks import DeliveryOpen, ManageOpen
from handlers.card import Viewer, seats_line
from handlers.context import Library
from handlers.joint.words import tally
from handlers.manage_rows import card_button, manage_rows, spreading
from handlers.managed import Managed, back
from handlers.say import Html, Say, join
from handlers.screen import Screen, show
from handlers.view import heading, when
from storage.store import Store

LOST = ("failed", "unreachable", "unknown")
KINDS = {
    "part": "manage-kind-part",
    "invitation": "manage-kind-invitation",
    "moved": "manage-kind-moved",
    "relocated": "manage-kind-relocated",
    "cancelled": "manage-kind-cancelled",
    "thanks": "manage-kind-thanks",
    "seat": "manage-kind-seat",
    "reminder-week": "manage-kind-week",
    "reminder-day": "manage-kind-day",
    "reminder-hours": "manage-kind-hours",
}


TITLES = {
    Status.REVIEW: "manage-review",
    Status.AGREEING: "manage-agreeing",
    Status.PUBLISHED: "manage-title",
    Status.HELD: "manage-held",
    Status.REPORTED: "manage-reported",
}


def published_screen(event: Event, say: Say) -> Screen:
    """Shown once an event is published: what has happened, and how to bring people to it; or that it is reviewed."""
    if event.status is Status.REVIEW:
        return Screen(join(say("manage-handed-in"), _head(event, say), by="\n\n"), ((back(event, say),),))
    text = join(say("manage-published", invited=len(event.fields.partners)), _head(event, say), by="\n\n")
    return Screen(text, (spreading(event, say), (card_button(event, say), back(event, say))))


def agreeing_screen(event: Event, say: Say) -> Screen:
    """Shown once partners are being asked: nobody else knows of the event yet."""
    text = join(say("manage-asked", number=len(event.fields.partners)), _head(event, say), by="\n\n")
    return Screen(text, (spreading(event, say), (card_button(event, say), back(event, say))))


async def manage(
    query: CallbackQuery, *, event: Event, store: Store, person: Person, library: Library, say: Say, now: datetime
) -> None:
    await show(query, await manage_screen(event, store, Viewer(person, library, now), say))


async def manage_screen(event: Event, store: Store, viewer: Viewer, say: Say) -> Screen:
    """The event's numbers, and what this person can do."""
    lost = await _lost(event.id, store)
    missing = (await store.door.tally(event)).no_shows if event.is_over else 0
    stars = await store.feedback.of(event.id) if event.is_over else None
    parts = await store.joint.of(event.id) if event.status is Status.AGREEING else []
    text = join(
        _title(event, say),
        _head(event, say),
        join(
            *_numbers(event, say),
            tally(event, parts, say) if parts else None,
            say("manage-stars", stars=say.figures(f"{stars.average:.1f}"), number=stars.number) if stars else None,
            say("manage-no-shows", number=missing) if missing else None,
            say("manage-lost", number=lost) if lost else None,
        ),
        by="\n\n",
    )
    return Screen(text, manage_rows(event, viewer, say))


async def delivery(query: CallbackQuery, *, event: Event, store: Store, say: Say) -> None:
    """Who could be told, and how many could not."""
    tallies = await store.outbox.tallies(event.id)
    lines = [_delivered(kind, tallies[kind], say) for kind in KINDS if kind in tallies]
    silent = await store.rsvps.out_of_reach(event.id)
    blocked = say("manage-out-of-reach", number=silent) if silent else None
    body = join(*lines) if lines else say("manage-nothing-sent")
    await show(query, Screen(join(say("manage-delivery"), body, blocked, by="\n\n"), ((back(event, say),),)))


async def _lost(event_id: int, store: Store) -> int:
    tallies = await store.outbox.tallies(event_id)
    return sum(tallies[kind].get(state, 0) for kind in KINDS if kind in tallies for state in LOST)


def _delivered(kind: str, tally: dict[str, int], say: Say) -> Html:
    waiting = sum(tally.get(state, 0) for state in ("ready", "claimed", "sending"))
    failed = tally.get("failed", 0) + tally.get("unreachable", 0)
    numbers = {"sent": tally.get("sent", 0), "waiting": waiting, "failed": failed, "unknown": tally.get("unknown", 0)}
    return say("manage-delivered", what=say.plain(KINDS[kind]), **numbers)


def _title(event: Event, say: Say) -> Html:
    if event.is_cancelled:
        return say("card-cancelled", reason=event.cancel_reason or "")
    if event.status is Status.DRAFT:
        return say("manage-returned", remark=event.remark or "")
    return say(TITLES[event.status])


def _numbers(event: Event, say: Say) -> tuple[Html | None, ...]:
    """Seats, as long as there can be any to take, and answers; nobody has answered what only its partners know."""
    if event.status in HIDDEN:
        return ()
    return (None if _nobody_comes(event) else seats_line(event, say), _counts(event, say))


def _nobody_comes(event: Event) -> bool:
    """Any more: it is over, or off."""
    return event.is_over or event.is_cancelled


def _head(event: Event, say: Say) -> Html:
    return join(heading(event, say), when(event, say))


def _counts(event: Event, say: Say) -> Html:
    counts = event.counts
    numbers = {"people": event.seats.taken, "maybe": counts.maybe, "declined": counts.declined}
    return say("manage-counts-over" if _nobody_comes(event) else "manage-counts", **numbers)


def router() -> Router:
    router = conversation("manage")
    router.callback_query.register(manage, ManageOpen.filter(), Managed())
    router.callback_query.register(delivery, DeliveryOpen.filter(), Managed())
    return router
