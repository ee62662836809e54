"""Who is it, what do they speak, what time is it; and a rule's no in words."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import structlog
from aiogram import BaseMiddleware
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject, Update, User

from bot.clock import RemoteClock, SystemClock
from bot.partner_sheets import PartnerSheets
from bot.texts import Texts
from domain.people import Person
from domain.refusal import Refusal
from handlers.ask import way_back
from handlers.context import Library
from handlers.length import units
from handlers.say import Say
from handlers.screen import ALERT, Screen, answer, below, send
from handlers.words import to_menu
from storage.store import Store
from storage.unit import in_hand

log = structlog.get_logger()

DAY = timedelta(days=1)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Introduce(BaseMiddleware):
    """Gives each handler `store, library, person, say, now, sheets`, and says a refusal to whom it concerns."""

    def __init__(self, store: Store, library: Library, texts: Texts, clock: SystemClock | RemoteClock) -> None:
        self._store = store
        self._library = library
        self._texts = texts
        self._clock = clock
        self._sheets = PartnerSheets(store)

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        person = await self._store.members.by_account(user.id) if user is not None else None
        language = person.language if person else user.language_code if user else None
        if user is not None:
            self._texts.heard(user.id, user.language_code, person.language if person else None)
        owe_answer(person)
        say = self._texts(language)
        data |= {"store": self._store, "library": self._library, "texts": self._texts, "person": person}
        now = self._clock.now()
        data |= {"say": say, "now": now, "sheets": self._sheets}
        try:
            result = await handler(event, data)
        except Refusal as refusal:
            forget_conversation()
            return await say_no(event, refusal, say, data.get("state"))
        if person is not None and is_news(person, event, now):
            await self._store.members.seen(person.id, now)
        return result


def is_news(person: Person, event: TelegramObject, now: datetime) -> bool:
    """Whether it is worth writing down that the person is there: once a day, and when they had blocked the bot."""
    if not _is_private(event) and not _is_press(event):
        return False
    return not person.reachable or person.seen_at is None or now - person.seen_at >= DAY


def owe_answer(person: Person | None) -> None:
    """Should the process die after the effect of this update, the person is shown where they were."""
    unit = in_hand.get()
    if unit is not None and person is not None:
        unit.account_id = person.account_id


def forget_conversation() -> None:
    """What was refused leaves the conversation where it was."""
    unit = in_hand.get()
    if unit is not None and not unit.done:
        unit.conversations.clear()


async def say_no(event: TelegramObject, refusal: Refusal, say: Say, state: FSMContext | None = None) -> None:
    """An alert for a press, a reply for a text, with a way on where the person is alone with the bot.

    What an alert would cut off is a message there.
    """
    inner = event.event if isinstance(event, Update) else event
    log.info("refused", code=refusal.code)
    if isinstance(inner, CallbackQuery):
        words = say.plain(f"refusal-{refusal.code}", **refusal.values)
        is_long = units(words) > ALERT and inner.message is not None and inner.message.chat.type == "private"
        await answer(inner, words, alert=True)
        if is_long:
            await below(inner, Screen(say.text(words), (to_menu(say),)))
    elif isinstance(inner, Message):
        way = await way_back(state) if state else ()
        rows = (way or to_menu(say),) if inner.chat.type == "private" else ()
        await send(inner, Screen(say(f"refusal-{refusal.code}", **refusal.values), rows))


def _is_press(event: TelegramObject) -> bool:
    return isinstance(event.event if isinstance(event, Update) else event, CallbackQuery)


def _is_private(event: TelegramObject) -> bool:
    """Whether the person is in touch with the bot itself; a block is told by an update of its own."""
    inner = event.event if isinstance(event, Update) else event
    return isinstance(inner, Message) and inner.chat.type == "private"
