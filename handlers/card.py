"""The event's card: what it is, when and where, how many seats, and what the one who looks has said."""

from dataclasses import dataclass
from datetime import datetime

from domain.event import Event
from domain.joint import Agreed, is_confirmed
from domain.life import HIDDEN, Status
from domain.people import Person
from domain.refusal import Gone
from domain.rights import Act, may
from domain.seats import Answer, RsvpState
from handlers.callbacks import (
    ANSWERS,
    EventCalendar,
    EventList,
    EventMore,
    EventOpen,
    ManageOpen,
    PartOpen,
    RsvpAnswer,
)
from handlers.card_follow import dates_row, follow_up, has_declined
from handlers.context import Library
from handlers.length import units
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen
from handlers.view import EventView, announced, bare_heading, heading, look, when, where
from storage.store import Store

SHORT = (300, 120, 40)
"""Letters of goal and of summary on the card, as many as fit; the rest is behind «Подробнее»."""
MOST, MOST_WITH_POSTER = 3900, 1000
MOST_PARTS = 2


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks at the card, and when. `shared`: many do, in a group or channel."""

    person: Person | None
    library: Library
    now: datetime
    shared: bool = False


async def card_screen(store: Store, event_id: int, viewer: Viewer, say: Say) -> Screen:
    """The card from live data, for one person or for a group."""
    if viewer.shared:
        return event_card(await announced(store, event_id), viewer, say)
    return event_card(await look(store, event_id, viewer.person), viewer, say)


async def live_card(store: Store, event_id: int, viewer: Viewer, say: Say) -> Screen:
    """The card as it is redrawn where it stands; who may not see the event any more is told so."""
    try:
        return await card_screen(store, event_id, viewer, say)
    except Gone:
        return Screen(say("card-closed"), ((Button(say.plain("card-button-list"), EventList()),),))


def event_card(view: EventView, viewer: Viewer, say: Say) -> Screen:
    """The card; ≤1,000 characters when it has a poster."""
    rows = _shared_rows(view, viewer, say) if viewer.shared else _own_rows(view, viewer, say)
    return Screen(_text(view, viewer, say), rows, photo=view.event.fields.poster)


def standing(view: EventView, say: Say, *, full: bool = False) -> Html | None:
    """What the person has said, in words that follow the state; in the queue also which place and why.

    `full`: that there are no seats is said already.
    """
    if view.mine is None:
        return None
    guests = view.mine.guests
    match view.mine.state:
        case RsvpState.GOING:
            return say("card-you-going", guests=guests)
        case RsvpState.QUEUED:
            why = None if full else say(why_waiting(view))
            return join(why, say("card-you-queued", place=view.position or 0, guests=guests), by=" ")
        case RsvpState.MAYBE:
            return say("card-you-maybe")
        case RsvpState.DECLINED:
            reason = view.mine.reason
            return say("card-you-declined-why", reason=reason) if reason else say("card-you-declined")


def why_waiting(view: EventView) -> str:
    """The message that says why the person waits: no seats, a party too large, or somebody ahead."""
    seats = view.event.seats
    if not seats.free:
        return "card-wait-full"
    return "card-wait-party" if view.position == 1 else "card-wait-behind"


def can_answer(event: Event, now: datetime) -> bool:
    return event.is_open and not event.has_begun(now)


def _text(view: EventView, viewer: Viewer, say: Say) -> Html:
    most = MOST_WITH_POSTER if view.event.fields.poster else MOST
    for letters in SHORT:
        text = _text_with(view, viewer, say, letters)
        if units(text) <= most:
            break
    return text


def _text_with(view: EventView, viewer: Viewer, say: Say, letters: int) -> Html:
    event, now = view.event, viewer.now
    place = join(when(event, say), where(view.place, say))
    if viewer.shared:
        return _announcement(view, place, viewer, say, letters)
    own = None if not can_answer(event, now) else _own(view, now, say)
    parts = (_banner(event, now, say), heading(event, say), place, about(event, say, letters))
    return join(*parts, _numbers(view, now, say), own, by="\n\n")


BEFORE = {
    Status.DRAFT: "card-draft",
    Status.REVIEW: "card-review",
    Status.AGREEING: "card-agreeing",
}


def _announcement(view: EventView, place: Html, viewer: Viewer, say: Say, letters: int) -> Html:
    """For many: partners are named, and the age mark comes last."""
    event, now = view.event, viewer.now
    parts = (_banner(event, now, say), bare_heading(event, say), place, about(event, say, letters))
    return join(*parts, _numbers(view, now, say), credits_line(view, say, letters), age_mark(event, say), by="\n\n")


def credits_line(view: EventView, say: Say, letters: int) -> Html | None:
    """«Партнёр: Колледж»: a name and nothing more, for what praises is advertising."""
    names = view.credits
    return say("card-credits", number=len(names), names=shortened(", ".join(names), letters)) if names else None


def age_mark(event: Event, say: Say) -> Html:
    return say("card-age", age=event.fields.age_mark)


def _banner(event: Event, now: datetime, say: Say) -> Html | None:
    if event.is_cancelled:
        return say("card-cancelled", reason=event.cancel_reason or "")
    if event.status in HIDDEN:
        return say(BEFORE[event.status])
    if event.is_over or now >= event.ends_at:
        return say("card-over")
    return say("card-begun") if event.has_begun(now) else None


def about(event: Event, say: Say, letters: int) -> Html | None:
    """Goal and summary, shortened."""
    goal, summary = event.fields.goal, event.fields.summary
    return join(
        say("card-goal", goal=shortened(goal, letters)) if goal else None,
        say("card-summary", summary=shortened(summary, letters)) if summary else None,
    )


def shortened(text: str, most: int) -> str:
    """The text up to a whole word within `most` letters."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,.;:–-") + "…"


def _own(view: EventView, now: datetime, say: Say) -> Html:
    """What the person has said; that a refusal is not the last word, as long as it need not be."""
    is_open = has_declined(view) and now < view.event.deadline
    mine = standing(view, say, full=not view.event.seats.free)
    said = join(mine, say("card-you-may-still") if is_open else None, by=" ")
    return join(said, _still(view, say), link_line(view, say))


def _still(view: EventView, say: Say) -> Html | None:
    """One person's no is not their organisation's."""
    confirmed = any(is_confirmed(view.event, one.standing) for one in view.parts)
    return say("card-part-stands") if confirmed and has_declined(view) else None


def link_line(view: EventView, say: Say) -> Html | None:
    """Where it is watched: for those who come."""
    link = view.event.fields.link
    return say("card-link", link=link) if link and view.state is RsvpState.GOING else None


def _numbers(view: EventView, now: datetime, say: Say) -> Html | None:
    event = view.event
    if not can_answer(event, now):
        return None
    counts = say("card-counts", people=event.seats.taken, maybe=event.counts.maybe)
    return join(seats_line(event, say), counts, _deadline(view, now, say))


def seats_line(event: Event, say: Say) -> Html | None:
    """«Свободно 12 из 30», «Мест нет, в очереди 4»; nothing where seats are not counted."""
    seats = event.seats
    if seats.capacity is None:
        return None
    if not seats.free:
        return say("card-seats-none", queued=seats.queued)
    return say("card-seats-free", free=seats.free, capacity=seats.capacity, queued=seats.queued)


def _deadline(view: EventView, now: datetime, say: Say) -> Html | None:
    event = view.event
    if event.fields.deadline is None:
        return None
    if now < event.deadline:
        day = say.day(event.deadline, year=False, weekday=False)
        return say("card-deadline", day=day, hour=say.hour(event.deadline))
    leave = None if has_declined(view) else say("card-deadline-leave")
    return join(say("card-deadline-past"), leave, by=" ")


def _shared_rows(view: EventView, viewer: Viewer, say: Say) -> tuple[Row, ...]:
    more = Button(say.plain("card-button-more"), url=viewer.library.link(f"e{view.event.id}"))
    return (answer_row(view, viewer.now, say), (*map_row(view, say), more))


def _own_rows(view: EventView, viewer: Viewer, say: Say) -> tuple[Row, ...]:
    event = view.event
    more = Button(say.plain("card-button-more"), EventMore(event_id=event.id))
    last = (Button(say.plain("card-button-list"), EventList()), *_manage(event, viewer.person, say))
    calendar = (calendar_button(event, say),) if event.is_open or event.is_cancelled else ()
    return (
        answer_row(view, viewer.now, say),
        *follow_up(view, viewer.now, say),
        part_row(view, viewer.now, say),
        dates_row(event, view.dates, say),
        (*calendar, *map_row(view, say), more),
        last,
    )


def part_row(view: EventView, now: datetime, say: Say) -> Row:
    """For who acts for a partner: its part in the event, to be agreed or changed."""
    event = view.event
    if event.is_cancelled or event.has_begun(now):
        return ()
    return tuple(_part(event, one, say) for one in view.parts[:MOST_PARTS])


def _part(event: Event, one: Agreed, say: Say) -> Button:
    key = "card-button-part" if is_confirmed(event, one.standing) else "card-button-agree"
    return Button(say.plain(key), PartOpen(event_id=event.id, partner_id=one.partner_id))


def answer_row(view: EventView, now: datetime, say: Say) -> Row:
    """«Приду», «Возможно», «Не смогу», the standing one marked; only what may still be said."""
    if not can_answer(view.event, now):
        return ()
    if now >= view.event.deadline:
        return (_answer(view, Answer.DECLINED, say),) if view.state is not RsvpState.DECLINED else ()
    return tuple(_answer(view, answer, say) for answer in ANSWERS)


ANSWER_KEYS = {
    Answer.GOING: "card-button-going",
    Answer.MAYBE: "card-button-maybe",
    Answer.DECLINED: "card-button-declined",
}
STANDING = {RsvpState.GOING: Answer.GOING, RsvpState.QUEUED: Answer.GOING}


def _answer(view: EventView, answer: Answer, say: Say) -> Button:
    chosen = view.state is not None and STANDING.get(view.state, view.state) == answer
    label = say.plain(ANSWER_KEYS[answer])
    text = say.plain("card-button-chosen", label=label) if chosen else label
    return Button(text, RsvpAnswer(event_id=view.event.id, answer=ANSWERS.index(answer)))


def calendar_button(event: Event, say: Say) -> Button:
    return Button(say.plain("card-button-calendar"), EventCalendar(event_id=event.id))


def map_row(view: EventView, say: Say) -> Row:
    """«Карта», where there is an address."""
    return (Button(say.plain("card-button-map"), url=view.place.map_url),) if view.place.map_url else ()


def _manage(event: Event, person: Person | None, say: Say) -> Row:
    if not may(person, Act.MANAGE_EVENT, event.fields.branch_id):
        return ()
    return (Button(say.plain("card-button-manage"), ManageOpen(event_id=event.id)),)


def open_button(event: Event, text: str) -> Button:
    """A button that opens the card."""
    return Button(text, EventOpen(event_id=event.id))
