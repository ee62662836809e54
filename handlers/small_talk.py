"""What people say to a person: thanks, a greeting, «ок», a thumb up. One short line, and the way on as a button."""

import re
import unicodedata

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import Message, TelegramObject

from handlers.ask import PRIVATE, TYPED
from handlers.say import Say
from handlers.screen import Screen, send
from handlers.words import to_menu

ANSWERS = {
    "small-words-thanks": "small-thanks",
    "small-words-farewell": "small-farewell",
    "small-words-greeting": "small-greeting",
    "small-words-fine": "small-fine",
}
"""By their words: the first that one of the words belongs to is answered."""
LONGEST = 60
SIGNS = ("So", "Sk", "Mn", "Cf")
"""What emoji are made of."""


class SmallTalk(Filter):
    """Hands on the key of the answer to a text that says nothing but such words, in whichever language."""

    def __init__(self, languages: tuple[str, ...] = ("ru", "en")) -> None:
        self._languages = languages

    async def __call__(self, message: TelegramObject, *, say: Say) -> dict[str, str] | bool:
        text = message.text or "" if isinstance(message, Message) else ""
        found = next(filter(None, (answer_to(text, say.into(one)) for one in self._languages)), None)
        return {"key": found} if found else False


def answer_to(text: str, say: Say) -> str | None:
    """The key of the answer; None where anything else is said, too."""
    if len(text) > LONGEST or "?" in text:
        return None
    words = re.findall(r"[^\W_]+", text.casefold().replace("ё", "е"))
    if not words:
        return "small-fine" if _is_emoji(text) else None
    known = {key: set(say.plain(key).split(", ")) for key in ANSWERS}
    if not set(words) <= set().union(*known.values(), say.plain("small-words-beside").split(", ")):
        return None
    return next((answer for key, answer in ANSWERS.items() if known[key] & set(words)), None)


def _is_emoji(text: str) -> bool:
    kinds = {unicodedata.category(sign) for sign in text if not sign.isspace()}
    return "So" in kinds and kinds <= set(SIGNS)


async def small_talk(message: Message, *, key: str, say: Say) -> None:
    await send(message, Screen(say(key), (to_menu(say),)))


def router() -> Router:
    router = Router(name="small-talk")
    router.message.register(small_talk, PRIVATE, TYPED, SmallTalk())
    return router
