"""Messages about an event: invitations, news of it, seats, reminders."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.joint import is_special, is_stale
from domain.refusal import Gone
from domain.seats import Answer, RsvpState
from handlers.callbacks import ANSWERS, CapacityOpen, ManageOpen, QueueList
from handlers.card import (
    Viewer,
    answer_row,
    calendar_button,
    can_answer,
    event_card,
    link_line,
    map_row,
    open_button,
    part_row,
    standing,
)
from handlers.card_follow import code_button
from handlers.joint.words import asked_for
from handlers.opening import with_note
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen
from handlers.telling import Maker, Telling
from handlers.view import EventView, Place, heading, look, place_of, when, where
from handlers.words import to_list
from storage.news import SERIES
from storage.store import Store

SILENT = frozenset({"invitation", "reminder-week", "queue-blocked", "substitute"})
COMING = (RsvpState.GOING, RsvpState.MAYBE)
CONCERNED = (RsvpState.GOING, RsvpState.MAYBE, RsvpState.QUEUED, None)


@dataclass(frozen=True, slots=True)
class Matter:
    """What a message is about: the event as its recipient sees it now, and what live data no longer says."""

    view: EventView
    viewer: Viewer
    args: dict[str, Any]
    store: Store
    say: Say

    @property
    def state(self) -> RsvpState | None:
        return self.view.state

    @property
    def is_ahead(self) -> bool:
        return can_answer(self.view.event, self.viewer.now)


def about_event(make: Callable[[Matter], Awaitable[Screen | None]]) -> Maker:
    """A maker of messages whose subject is an event."""

    async def made(telling: Telling) -> Screen | None:
        return await make(await matter_of(telling))

    return made


async def matter_of(telling: Telling) -> Matter:
    """The event that the message is about, as its recipient sees it."""
    view = await look(telling.store, telling.row.subject, telling.person)
    viewer = Viewer(telling.person, telling.library, telling.now)
    return Matter(view, viewer, telling.row.args, telling.store, telling.say)


async def invitation(matter: Matter) -> Screen | None:
    """An invitation waits for an answer: whoever has given one needs none."""
    if not matter.is_ahead or matter.state is not None or not matter.view.parts:
        return None
    say = matter.say
    roles = (say("notice-role", role=asked_for(one.part, say)) for one in matter.view.parts if is_special(one.part))
    return with_note(event_card(matter.view, matter.viewer, say), join(say("notice-invitation"), *roles))


async def moved(matter: Matter) -> Screen | None:
    """Old and new date side by side, and the old place if that has changed too."""
    start = matter.view.event.fields.starts_at
    old = datetime.fromisoformat(matter.args["starts_at"])
    if not matter.is_ahead or matter.state not in CONCERNED:
        return None
    if old == start:
        return await relocated(matter)
    say = matter.say
    dates = say("notice-moved-dates", old=say.moment(old), new=say.moment(start))
    return _news(matter, say("notice-moved"), dates, await places(matter))


async def relocated(matter: Matter) -> Screen | None:
    """Old and new place; nothing if it came back to where it was."""
    both = await places(matter)
    if not matter.is_ahead or matter.state not in CONCERNED or both is None:
        return None
    return _news(matter, matter.say("notice-relocated"), when(matter.view.event, matter.say), both)


async def cancelled(matter: Matter) -> Screen | None:
    event, say = matter.view.event, matter.say
    if not event.is_cancelled or matter.state not in CONCERNED:
        return None
    reason = say("notice-cancelled-reason", reason=event.cancel_reason) if event.cancel_reason else None
    text = join(say("notice-cancelled"), join(heading(event, say), when(event, say)), reason, by="\n\n")
    return Screen(text, ((calendar_button(event, say), *to_list(say)),))


async def seat(matter: Matter) -> Screen | None:
    """A seat came free, and it is still theirs."""
    if not matter.is_ahead or matter.state is not RsvpState.GOING:
        return None
    return with_note(event_card(matter.view, matter.viewer, matter.say), matter.say("notice-seat"))


async def queue_blocked(matter: Matter) -> Screen | None:
    """To the librarian: the party at the head needs more than is free; what can be done about it."""
    event, say = matter.view.event, matter.say
    head = await matter.store.rsvps.guests(event.id, [RsvpState.QUEUED], 1)
    free = event.seats.free
    if not matter.is_ahead or not head or not free or head[0].rsvp.party <= free:
        return None
    text = say("notice-queue-blocked", event=heading(event, say), party=head[0].rsvp.party, free=free)
    queue = Button(say.plain("notice-button-queue"), QueueList(event_id=event.id))
    seats = Button(say.plain("notice-button-seats"), CapacityOpen(event_id=event.id))
    return Screen(text, ((queue, seats), (Button(say.plain("card-button-manage"), ManageOpen(event_id=event.id)),)))


async def reminder(matter: Matter) -> Screen | None:
    """When and where, with live buttons. Its words follow the day it arrives on, not its kind."""
    if not matter.is_ahead or matter.state not in COMING:
        return None
    event, say = matter.view.event, matter.say
    start = say.local(event.fields.starts_at)
    days = (start.date() - say.local(matter.viewer.now).date()).days
    text = (
        say("notice-reminder-days")
        if event.fields.all_day
        else say("notice-reminder", days=days, hour=say.hour(start)),
        _where_and_when(matter),
        standing(matter.view, say),
        link_line(matter.view, say),
        _claim_in_time(matter),
    )
    return Screen(join(*text, by="\n\n"), (_yes_or_no(matter), _useful(matter), _card(matter)))


async def substitute(matter: Matter) -> Screen | None:
    """A colleague comes in one's stead."""
    if not matter.is_ahead:
        return None
    event, say = matter.view.event, matter.say
    text = join(say("notice-substitute"), join(heading(event, say), when(event, say)), by="\n\n")
    return Screen(text, (_card(matter),))


MAKERS = {
    "invitation": about_event(invitation),
    "moved": about_event(moved),
    "relocated": about_event(relocated),
    "cancelled": about_event(cancelled),
    "seat": about_event(seat),
    "queue-blocked": about_event(queue_blocked),
    "substitute": about_event(substitute),
    "reminder-week": about_event(reminder),
    "reminder-day": about_event(reminder),
    "reminder-hours": about_event(reminder),
}


def _news(matter: Matter, title: Html, *facts: Html | None) -> Screen:
    view, say = matter.view, matter.say
    place = None if facts[-1] else where(view.place, say)
    stale = any(is_stale(view.event, one.standing) for one in view.parts)
    others = say("notice-other-dates") if SERIES in matter.args else None
    own = (others, standing(view, say), say("notice-part-stale") if stale else None)
    text = join(title, heading(view.event, say), join(*facts, place), *own, by="\n\n")
    now = matter.viewer.now
    return Screen(text, (answer_row(view, now, say), part_row(view, now, say), _useful(matter), _card(matter)))


async def places(matter: Matter) -> Html | None:
    """«Было: … Стало: …» of the place, when it is another one."""
    if "branch_id" not in matter.args:
        return None
    old = await _old_place(matter)
    if old == matter.view.place:
        return None
    say = matter.say
    return say("notice-places", old=_one_line(old, say), new=_one_line(matter.view.place, say))


async def _old_place(matter: Matter) -> Place:
    branch_id, hall_id, address = (matter.args[name] for name in ("branch_id", "hall_id", "address"))
    try:
        return await place_of(matter.store, branch_id, hall_id, address)
    except Gone:
        return Place()


def _one_line(place: Place, say: Say) -> Html:
    return Html((where(place, say) or say("notice-place-unknown")).replace("\n", ", "))


def _where_and_when(matter: Matter) -> Html:
    event, say = matter.view.event, matter.say
    return join(heading(event, say), when(event, say), where(matter.view.place, say))


def _yes_or_no(matter: Matter) -> Row:
    """Without «Возможно»: now it counts."""
    row = answer_row(matter.view, matter.viewer.now, matter.say)
    maybe = ANSWERS.index(Answer.MAYBE)
    return tuple(button for button in row if getattr(button.data, "answer", None) != maybe)


def _claim_in_time(matter: Matter) -> Html | None:
    """Where others wait: until when a seat is kept."""
    minutes, event = matter.viewer.library.policy.events.door_minutes, matter.view.event
    kept = matter.state is RsvpState.GOING and minutes and event.seats.queued and not event.fields.all_day
    return matter.say("notice-claim", minutes=minutes) if kept else None


def _useful(matter: Matter) -> Row:
    code = (code_button(matter.view.event, matter.say),) if matter.state is RsvpState.GOING else ()
    return (*code, calendar_button(matter.view.event, matter.say), *map_row(matter.view, matter.say))


def _card(matter: Matter) -> Row:
    return (open_button(matter.view.event, matter.say.plain("notice-button-card")),)
