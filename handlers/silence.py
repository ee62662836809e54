"""Who has not been seen for long is asked whether they stay; whoever says nothing is forgotten in time."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.people import Person
from handlers.ask import conversation
from handlers.callbacks import PrivacyErase, StayHere
from handlers.context import Library
from handlers.home import home_screen
from handlers.say import Say
from handlers.screen import Button, Screen, show
from handlers.telling import Maker, Telling


async def told(telling: Telling) -> Screen | None:
    """Only to who has not come back meanwhile."""
    warned_at = datetime.fromisoformat(telling.row.moment)
    if telling.person.seen_at is not None and telling.person.seen_at >= warned_at:
        return None
    say = telling.say
    day = say.day(telling.library.policy.retention.forgotten_on(warned_at), weekday=False)
    stay = Button(say.plain("silence-button-stay"), StayHere())
    leave = Button(say.plain("silence-button-leave"), PrivacyErase(sure=0))
    return Screen(say("silence-warning", day=day), ((stay,), (leave,)))


async def stay(query: CallbackQuery, *, person: Person | None, library: Library, say: Say) -> None:
    """The press itself is the sign of life (`bot.middleware`)."""
    await show(query, home_screen(person, library, say), say.plain("silence-toast-stay"))


MAKERS: dict[str, Maker] = {"silence": told}
SILENT = frozenset(MAKERS)


def router() -> Router:
    router = conversation("silence")
    router.callback_query.register(stay, StayHere.filter())
    return router
