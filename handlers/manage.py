"""Managing an event: where it stands, and every way on from here."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.event import Event
from domain.life import Status
from handlers.ask import conversation
from handlers.callbacks import (
    CancelAsk,
    CapacityOpen,
    DeliveryOpen,
    EventChange,
    EventMove,
    EventOpen,
    EventPublish,
    GuestList,
    ManageGroups,
    ManageInvite,
    ManageLink,
    ManageOpen,
    PeopleList,
    WriteEvent,
)
from handlers.card import seats_line
from handlers.managed import Managed, back
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, show
from handlers.view import heading, when
from storage.store import Store

LOST = ("failed", "unreachable", "unknown")
KINDS = {
    "part": "manage-kind-part",
    "invitation": "manage-kind-invitation",
    "moved": "manage-kind-moved",
    "relocated": "manage-kind-relocated",
    "cancelled": "manage-kind-cancelled",
    "seat": "manage-kind-seat",
    "reminder-week": "manage-kind-week",
    "reminder-day": "manage-kind-day",
    "reminder-hours": "manage-kind-hours",
}


def published_screen(event: Event, say: Say) -> Screen:
    """Shown once an event is published: what has happened, and how to bring people to it."""
    text = join(say("manage-published", invited=len(event.fields.partners)), _head(event, say), by="\n\n")
    return Screen(text, (*_spreading(event, say), (_card(event, say), back(event, say))))


def agreeing_screen(event: Event, say: Say) -> Screen:
    """Shown once partners are being asked: nobody else knows of the event yet."""
    text = join(say("manage-asked", number=len(event.fields.partners)), _head(event, say), by="\n\n")
    return Screen(text, (*_spreading(event, say), (_card(event, say), back(event, say))))


async def manage(query: CallbackQuery, *, event: Event, store: Store, say: Say) -> None:
    await show(query, await manage_screen(event, store, say))


async def manage_screen(event: Event, store: Store, say: Say) -> Screen:
    """The event's numbers, and what can be done."""
    lost = await _lost(event.id, store)
    text = join(
        _title(event, say),
        _head(event, say),
        join(*_numbers(event, say), say("manage-lost", number=lost) if lost else None),
        by="\n\n",
    )
    last = (_card(event, say), Button(say.plain("manage-button-delivery"), DeliveryOpen(event_id=event.id)))
    changing = (*_announcing(event, say), *_changing(event, say))
    rest = (_people(event, say), *_writing(event, say), last)
    return Screen(text, (*changing, *_spreading(event, say), *rest))


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
    return say("manage-title" if event.is_open else "manage-agreeing")


def _numbers(event: Event, say: Say) -> tuple[Html | None, ...]:
    """Seats and answers; nobody has answered an event that only its partners know."""
    return () if event.status is Status.AGREEING else (seats_line(event, say), _counts(event, say))


def _head(event: Event, say: Say) -> Html:
    return join(heading(event, say), when(event, say))


def _counts(event: Event, say: Say) -> Html:
    counts = event.counts
    numbers = {"people": event.seats.taken, "maybe": counts.maybe, "declined": counts.declined}
    return say("manage-counts", **numbers)


def _announcing(event: Event, say: Say) -> tuple[Row, ...]:
    if event.status is not Status.AGREEING:
        return ()
    return ((Button(say.plain("manage-button-publish"), EventPublish(event_id=event.id, sure=0)),),)


def _changing(event: Event, say: Say) -> tuple[Row, ...]:
    if event.is_cancelled:
        return ()
    change = Button(say.plain("manage-button-change"), EventChange(event_id=event.id))
    move = Button(say.plain("manage-button-move"), EventMove(event_id=event.id))
    return ((change, move, Button(say.plain("manage-button-cancel"), CancelAsk(event_id=event.id))),)


def _spreading(event: Event, say: Say) -> tuple[Row, ...]:
    if event.is_cancelled:
        return ()
    partners = ManageInvite(event_id=event.id)
    if not event.is_open:
        return ((Button(say.plain("manage-button-partners"), partners),),)
    link = Button(say.plain("manage-button-link"), ManageLink(event_id=event.id))
    groups = Button(say.plain("manage-button-groups"), ManageGroups(event_id=event.id))
    return ((Button(say.plain("manage-button-invite"), partners), link, groups),)


def _people(event: Event, say: Say) -> Row:
    guests = Button(say.plain("manage-button-guests"), GuestList(event_id=event.id))
    people = Button(say.plain("manage-button-participants"), PeopleList(event_id=event.id))
    if not event.is_open:
        return (guests, people)
    return (guests, people, Button(say.plain("manage-button-seats"), CapacityOpen(event_id=event.id)))


def _writing(event: Event, say: Say) -> tuple[Row, ...]:
    """To guests, once there can be any; to partners who have not answered, as long as they may."""
    write = Button(say.plain("manage-button-write"), WriteEvent(event_id=event.id, whom=0))
    remind = Button(say.plain("manage-button-remind"), WriteEvent(event_id=event.id, whom=1))
    asked = bool(event.fields.partners) and not event.is_cancelled
    return ((write,) if event.status is not Status.AGREEING else (), (remind,) if asked else ())


def _card(event: Event, say: Say) -> Button:
    return Button(say.plain("manage-button-card"), EventOpen(event_id=event.id))


def router() -> Router:
    router = conversation("manage")
    router.callback_query.register(manage, ManageOpen.filter(), Managed())
    router.callback_query.register(delivery, DeliveryOpen.filter(), Managed())
    return router
