"""A letter as it arrives, for its preview and its sending alike; and the summary for its author."""

from domain.event import Event
from domain.life import ANNOUNCED
from domain.people import Purpose
from domain.segment import Segment, Whom
from handlers.callbacks import LetterEvent
from handlers.context import Library
from handlers.say import Say, join
from handlers.screen import Button, Row, Screen
from handlers.telling import Maker, Telling
from handlers.writing.report import report_screen
from storage.segments import KIND
from storage.store import Store

MOST = 3000
"""Letters of the alphabet in a letter."""


async def letter_screen(text: str, segment: Segment, store: Store, library: Library, say: Say) -> Screen:
    """The text as it was written, who it is from, and the way to the event where it speaks of one."""
    event = await store.events.get(segment.event_id) if segment.event_id is not None else None
    way = _to_event(event, segment, say) if event is not None else ()
    return Screen(join(say.text(text), say("letter-from", library=library.name), by="\n\n"), (way,))


async def trial_screen(text: str, segment: Segment, store: Store, library: Library, say: Say) -> Screen:
    """The same, marked as a trial."""
    screen = await letter_screen(text, segment, store, library, say)
    return Screen(join(say("letter-trial"), screen.text, by="\n\n"), screen.rows)


def _to_event(event: Event, segment: Segment, say: Say) -> Row:
    """Its card; partners that are asked see it before it is announced."""
    sees = not event.is_cancelled if segment.whom is Whom.UNANSWERED else event.status in ANNOUNCED
    if not sees:
        return ()
    return (Button(say.plain("letter-button-event"), LetterEvent(event_id=event.id)),)


async def letter(telling: Telling) -> Screen | None:
    """Who has stopped the letters meanwhile gets none; nor is anybody reminded who has answered by now."""
    person, store = telling.person, telling.store
    sent = await store.broadcasts.get(telling.row.subject)
    if KIND in person.muted or Purpose.EVENTS not in person.consents:
        return None
    if sent.segment.whom is Whom.UNANSWERED and not await store.broadcasts.concerns(sent.segment, person.id):
        return None
    return await letter_screen(sent.text, sent.segment, store, telling.library, telling.say)


async def summary(telling: Telling) -> Screen | None:
    """To the author, once, when nothing is under way any more."""
    done = await telling.store.broadcasts.get(telling.row.subject)
    return await report_screen(done, telling.store, telling.say)


MAKERS: dict[str, Maker] = {KIND: letter, "broadcast-summary": summary}
SILENT = frozenset({KIND, "broadcast-summary"})
