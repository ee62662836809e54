"""Under the preview of a letter: whom it is for, how many get it and when, and what can be done."""

from datetime import datetime

from domain.segment import Segment, Whom
from handlers.callbacks import LetterList, LetterOpen, WhomOpen, WriteDrop, WriteReady, WriteSend, WriteText, WriteTrial
from handlers.managed import back
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen
from handlers.writing.letter import MOST
from handlers.writing.report import calls_button, reasons, report_screen
from handlers.writing.whom_words import whom_words
from storage.broadcast_rows import Broadcast, Reach
from storage.store import Store


async def ask_screen(segment: Segment, store: Store, say: Say, now: datetime) -> Screen:
    """Asks for the text; says first whom it would get to."""
    reach = await store.broadcasts.reach(segment, now)
    await store.broadcasts.when(segment, now)
    numbers = join(_reached(reach, say), *reasons_of(reach, say))
    text = join(say("letter-ask", most=MOST), join(await whom_words(segment, store, say), numbers), by="\n\n")
    return Screen(text, (_ready(segment, say), (await back_button(segment, store, say),)))


def _ready(segment: Segment, say: Say) -> Row:
    """Who only wants to remind need not think of words."""
    if segment.whom is not Whom.UNANSWERED or segment.event_id is None:
        return ()
    return (Button(say.plain("letter-button-ready"), WriteReady(event_id=segment.event_id)),)


async def back_button(segment: Segment, store: Store, say: Say) -> Button:
    """To where the letter was begun."""
    if segment.event_id is not None:
        return back(await store.events.get(segment.event_id), say)
    return Button(say.plain("letter-button-list"), LetterList())


def to_letter(letter: Broadcast, say: Say) -> Button:
    """To what can be done with it."""
    return Button(say.plain("letter-button-back"), LetterOpen(letter_id=letter.id))


async def panel_screen(letter: Broadcast, store: Store, say: Say, now: datetime) -> Screen:
    """A draft with what can be done; how it stands, once it was sent."""
    if letter.state != "draft":
        return await report_screen(letter, store, say)
    reach = await store.broadcasts.reach(letter.segment, now)
    numbers = join(_reached(reach, say), *reasons_of(reach, say))
    whom = await whom_words(letter.segment, store, say)
    leaves = await _leaves(letter.segment, store, say, now) if reach.reached else None
    text = join(say("letter-preview"), join(whom, leaves), numbers, by="\n\n")
    return Screen(text, (*_sending(letter, reach, say), calls_button(letter.id, reach, say), _changing(letter, say)))


def reasons_of(reach: Reach, say: Say) -> list[Html]:
    """Why some get nothing, those who have blocked the bot first."""
    blocked = [say("letter-number-blocked", number=reach.blocked)] if reach.blocked else []
    return blocked + reasons(reach, say)


def _reached(reach: Reach, say: Say) -> Html:
    return say("letter-reached", number=reach.reached)


async def _leaves(segment: Segment, store: Store, say: Say, now: datetime) -> Html | None:
    """When it leaves, if that is not at once."""
    when = await store.broadcasts.when(segment, now)
    return say("letter-leaves", when=say.moment(when)) if when > now else None


def _sending(letter: Broadcast, reach: Reach, say: Say) -> tuple[Row, ...]:
    trial = Button(say.plain("letter-button-trial"), WriteTrial(letter_id=letter.id))
    if not reach.reached:
        return ((trial,),)
    press = WriteSend(letter_id=letter.id, revision=letter.revision)
    return ((Button(say.plain("letter-button-send", number=reach.reached), press),), (trial,))


def _changing(letter: Broadcast, say: Say) -> Row:
    return (
        Button(say.plain("letter-button-rewrite"), WriteText(letter_id=letter.id)),
        Button(say.plain("letter-button-whom"), WhomOpen(letter_id=letter.id)),
        Button(say.plain("letter-button-drop"), WriteDrop(letter_id=letter.id)),
    )
