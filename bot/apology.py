"""A word to who met a fault of ours, or brought more than we take."""

import structlog
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message, Update

from bot.lanes import event_of
from bot.pacer import unaided
from bot.texts import Texts
from handlers.length import cut
from handlers.say import Html
from handlers.screen import ALERT, answer, is_too_late

log = structlog.get_logger()

TOO_MUCH = "too-much"
WAITS = "waits"
SLOW = "slow"
KEPT = "kept"
"""In place of the number of a fault."""
REST = "rest"
"""No word at all: a pressed button comes to rest."""
KEYS = {TOO_MUCH: "common-too-much", WAITS: "common-waits", SLOW: "common-slow", KEPT: "common-kept"}


async def apologise(update: Update, code: str, texts: Texts) -> None:
    """Tells the person that it was not their fault, with the number under which it stands in the log; or that they
    were too quick (`TOO_MUCH`), that it is not lost and will be answered later, because nothing can be written down
    (`WAITS`) or because that takes long (`SLOW`), or that it is done (`KEPT`).

    `REST`: nothing is said, but a press is answered; that is tried once.
    """
    event = event_of(update)
    user = getattr(event, "from_user", None)
    key = KEYS.get(code, "common-apology")
    say = texts.voice_of(user.id, user.language_code) if user else texts(None)
    try:
        if code == REST and isinstance(event, CallbackQuery):
            with unaided():
                await answer(event)
        elif code == KEPT and isinstance(event, CallbackQuery):
            await _below(event, say(key))
        elif isinstance(event, CallbackQuery):
            await _alert(event, say(key, code=code), say.plain(key, code=code))
        elif isinstance(event, Message):
            await event.answer(say(key, code=code))
    except Exception as error:  # noqa: BLE001 - it was only a word
        log.warning("no-apology", update_id=update.update_id, error=type(error).__name__)


async def _alert(press: CallbackQuery, words: Html, alert: str) -> None:
    """Or below, where the press has had its one answer: «Секунду…», before what broke."""
    try:
        await press.answer(cut(alert, ALERT), show_alert=True)
    except TelegramBadRequest as error:
        if not is_too_late(error):
            raise
        await _below(press, words)


async def _below(press: CallbackQuery, words: Html) -> None:
    """A press is answered once, and this one was, with the first word. A group is not told of one person's press."""
    if press.message is not None and press.message.chat.type == "private":
        await press.message.answer(words)
