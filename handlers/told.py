"""What a press on an answer is told: words that follow the state, never the wish."""

from domain.seats import RsvpState
from handlers.card import why_waiting
from handlers.say import Say
from handlers.view import EventView, Place, when
from storage.rsvps import Answered


def told(done: Answered, say: Say) -> str:
    """The toast, ≤200 characters."""
    if same(done):
        return _already(done, say)
    match done.after.state:
        case RsvpState.GOING:
            return _going(done, say)
        case RsvpState.QUEUED:
            return _queued(done, say)
        case RsvpState.MAYBE:
            return say.plain("rsvp-toast-maybe")
        case RsvpState.DECLINED:
            freed = done.before is not None and done.before.seated > 0
            return say.plain("rsvp-toast-freed" if freed else "rsvp-toast-declined")


def same(done: Answered) -> bool:
    """Whether the press has changed nothing."""
    before, after = done.before, done.after
    return before is not None and (before.state, before.guests) == (after.state, after.guests)


def _going(done: Answered, say: Say) -> str:
    before, after = done.before, done.after
    if before is not None and before.state is RsvpState.GOING:
        return say.plain("rsvp-toast-guests", guests=after.guests)
    return say.plain("rsvp-toast-going", when=when(done.event, say))


def _queued(done: Answered, say: Say) -> str:
    view = EventView(done.event, Place(), done.after, done.place)
    return say.plain("rsvp-toast-queued", why=say.plain(why_waiting(view)), place=done.place or 0)


ALREADY = {
    RsvpState.GOING: "rsvp-toast-already-going",
    RsvpState.MAYBE: "rsvp-toast-already-maybe",
    RsvpState.DECLINED: "rsvp-toast-already-declined",
}


def _already(done: Answered, say: Say) -> str:
    if done.after.state is RsvpState.QUEUED:
        return say.plain("rsvp-toast-already-queued", place=done.place or 0)
    return say.plain(ALREADY[done.after.state])
