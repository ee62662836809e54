"""What a card offers to who has answered it: guests, the code for the door, questions, a talk, a colleague."""

from datetime import datetime

from domain.event import Event
from domain.seats import MAX_GUESTS, RsvpState
from handlers.callbacks import DoorCode, RsvpColleague, RsvpGuests, RsvpWhy, SeriesDates, SignUpAsk, TalkOffer
from handlers.say import Say
from handlers.screen import Button, Row
from handlers.view import EventView


def code_button(event: Event, say: Say) -> Button:
    """The code for the door."""
    return Button(say.plain("card-button-code"), DoorCode(event_id=event.id))


def has_declined(view: EventView) -> bool:
    return view.state is RsvpState.DECLINED


def follow_up(view: EventView, now: datetime, say: Say) -> tuple[Row, ...]:
    """What goes with the answer: guests, or a reason and a colleague."""
    event = view.event
    if view.mine is None or not event.is_open or event.has_begun(now):
        return ()
    if has_declined(view):
        why = Button(say.plain("card-button-why"), RsvpWhy(event_id=event.id))
        instead = Button(say.plain("card-button-colleague"), RsvpColleague(event_id=event.id))
        return ((why, instead) if now < event.deadline else (why,),)
    if view.mine.state is RsvpState.MAYBE or now >= event.deadline:
        return ()
    return (_guests(event.id, view.mine.guests, say), _asked(event, say, seated=view.mine.state is RsvpState.GOING))


def _asked(event: Event, say: Say, *, seated: bool) -> Row:
    """The code for the door, what is asked of who comes, and what they may offer."""
    questions = Button(say.plain("card-button-questions"), SignUpAsk(event_id=event.id))
    talk = Button(say.plain("card-button-talk"), TalkOffer(event_id=event.id))
    code = (code_button(event, say),) if seated else ()
    return (*code, *((questions,) if event.fields.questions else ()), *((talk,) if event.fields.wants_talks else ()))


def _guests(event_id: int, guests: int, say: Say) -> Row:
    less = Button(say.plain("card-button-fewer"), RsvpGuests(event_id=event_id, guests=guests - 1))
    more = Button(say.plain("card-button-guest"), RsvpGuests(event_id=event_id, guests=guests + 1))
    return (*((less,) if guests else ()), *((more,) if guests < MAX_GUESTS else ()))


def dates_row(event: Event, number: int, say: Say) -> Row:
    """The way to the other dates of the same announcement."""
    if number < 2:
        return ()
    return (Button(say.plain("card-button-dates", number=number), SeriesDates(event_id=event.id)),)
