"""How a letter stands once it is sent: whom it got to, why not the others, and whom to telephone."""

from handlers.callbacks import LetterCalls, LetterList, LetterText, WriteStop
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen
from handlers.writing.whom_words import whom_words
from storage.broadcast_rows import Broadcast, Reach
from storage.outbox import OPEN
from storage.store import Store

OUTCOMES = {
    "unreachable": "letter-number-blocked",
    "failed": "letter-number-failed",
    "unknown": "letter-number-unknown",
    "missed": "letter-number-missed",
    "superseded": "letter-number-superseded",
}
REASONS = {
    "unwilling": "letter-number-unwilling",
    "rested": "letter-number-rested",
    "unconsented": "letter-number-unconsented",
    "unbound": "letter-number-unbound",
}


async def report_screen(letter: Broadcast, store: Store, say: Say) -> Screen:
    """The numbers as they are now; the last ones, when nothing is under way any more."""
    title = say("letter-done" if letter.state == "done" else "letter-under-way")
    when = say.moment(letter.confirmed_at) if letter.confirmed_at else None
    head = join(title, when, await whom_words(letter.segment, store, say))
    return Screen(join(head, join(*_numbers(letter, say)), by="\n\n"), (*_rows(letter, say), _last(letter, say)))


def waiting(letter: Broadcast) -> int:
    """Letters that have not had their outcome yet."""
    return sum(letter.tally.get(state, 0) for state in OPEN)


def reasons(reach: Reach, say: Say) -> list[Html]:
    """Why some get nothing, a line each."""
    return [say(key, number=number) for name, key in REASONS.items() if (number := getattr(reach, name))]


def calls_button(letter_id: int, reach: Reach, say: Say) -> Row:
    """«Кому позвонить: 3», where there is anybody."""
    if not reach.calls:
        return ()
    return (Button(say.plain("letter-button-calls", number=len(reach.calls)), LetterCalls(letter_id=letter_id)),)


def _numbers(letter: Broadcast, say: Say) -> list[Html]:
    tally, still = letter.tally, waiting(letter)
    first = [say("letter-number-sent", number=tally.get("sent", 0))]
    queued = [say("letter-number-waiting", number=still)] if still else []
    lost = [say(key, number=tally[state]) for state, key in OUTCOMES.items() if tally.get(state)]
    return first + queued + lost + reasons(letter.reach, say)


def _rows(letter: Broadcast, say: Say) -> tuple[Row, ...]:
    stop = Button(say.plain("letter-button-stop"), WriteStop(letter_id=letter.id))
    return ((stop,) if waiting(letter) else (), calls_button(letter.id, letter.reach, say))


def _last(letter: Broadcast, say: Say) -> Row:
    text = Button(say.plain("letter-button-text"), LetterText(letter_id=letter.id))
    return (text, Button(say.plain("letter-button-list"), LetterList()))
