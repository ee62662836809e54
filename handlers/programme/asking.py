"""Whom the handlers of the programme speak with."""

from datetime import datetime

from aiogram.filters import Filter
from aiogram.types import TelegramObject

from domain.people import Person
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.say import Say
from storage.store import Store


class AsContext(Filter):
    """Hands on the `ctx` of who is known."""

    async def __call__(
        self, _event: TelegramObject, *, store: Store, person: Person | None, say: Say, library: Library, now: datetime
    ) -> dict[str, Context] | bool:
        return {"ctx": Context(store, person, say, library, now)} if person is not None else False
