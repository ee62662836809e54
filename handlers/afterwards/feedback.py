"""Who came is thanked and asked for one to five stars and a word; the staff sees what it comes to."""

from datetime import datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.event import Event
from domain.people import Person
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, line
from handlers.callbacks import EventOpen, FeedbackGive, FeedbackList
from handlers.context import Library
from handlers.managed import Managed, back
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, send, show
from handlers.telling import Maker, Telling
from handlers.view import heading
from handlers.words import pager, to_list
from storage.feedback import MOST_STARS
from storage.store import Store

WORDS = 500
SIZE = 5


async def thanks(telling: Telling) -> Screen | None:
    """To who came, as long as the event counts as held."""
    event, say = await telling.store.events.get(telling.row.subject), telling.say
    if not event.is_over:
        return None
    text = join(say("feedback-thanks"), heading(event, say), say("feedback-ask"), by="\n\n")
    return Screen(text, (_stars(event.id, 0),))


async def give(
    query: CallbackQuery,
    callback_data: FeedbackGive,
    *,
    state: FSMContext,
    store: Store,
    person: Person,
    say: Say,
    now: datetime,
) -> None:
    """The stars count at once; a word is welcome, and the stars may be changed."""
    event_id, stars = callback_data.event_id, callback_data.stars
    await store.feedback.give(event_id, person.id, stars, now)
    enough = Button(say.plain("feedback-button-enough"), EventOpen(event_id=event_id))
    await ask(state, Ask.feedback, enough, event=event_id)
    await show(query, Screen(say("feedback-given", stars=stars), (_stars(event_id, stars), (enough,))))


async def typed(message: Message, *, state: FSMContext, store: Store, person: Person | None, say: Say) -> None:
    words, event_id = line(message, WORDS), int((await asked(state))["event"])
    await done(state)
    if person is not None:
        await store.feedback.say(event_id, person.id, words)
    await send(message, Screen(say("feedback-said"), (to_list(say),)))


async def see(
    query: CallbackQuery, callback_data: FeedbackList, *, event: Event, store: Store, library: Library, say: Say
) -> None:
    """The mean, and the words as far as they may stand in a chat: they may name anybody."""
    stars, total = await store.feedback.of(event.id), await store.feedback.count_words(event.id)
    page = callback_data.page
    head = join(say("feedback-title"), heading(event, say), _mean(stars.average, stars.number, say) if stars else None)
    if not library.personal_data_in_chat:
        words = say("feedback-hidden", number=total) if total else None
        await show(query, Screen(join(head, words or say("feedback-none"), by="\n\n"), ((back(event, say),),)))
        return
    said = await store.feedback.words(event.id, SIZE, page * SIZE)
    lines = [say("feedback-line", stars=number, words=text) for number, text in said]
    turn = pager(page, total, SIZE, FeedbackList(event_id=event.id))
    text = join(head, join(*lines, by="\n\n") if lines else say("feedback-none"), by="\n\n")
    await show(query, Screen(text, (turn, (back(event, say),))))


def _mean(average: float, number: int, say: Say) -> Html:
    return say("manage-stars", stars=say.figures(f"{average:.1f}"), number=number)


def _stars(event_id: int, chosen: int) -> Row:
    """A digit for each number of stars, the one that was given marked."""
    return tuple(
        Button(f"★ {number}" if number == chosen else str(number), FeedbackGive(event_id=event_id, stars=number))
        for number in range(1, MOST_STARS + 1)
    )


MAKERS: dict[str, Maker] = {"thanks": thanks}
SILENT = frozenset(MAKERS)


def router() -> Router:
    router = conversation("feedback")
    router.callback_query.register(give, FeedbackGive.filter())
    router.callback_query.register(see, FeedbackList.filter(), Managed())
    router.message.register(typed, Ask.feedback, TYPED)
    return router
