"""Who comes to surveys as their author: the door's question asked again for files, and what handlers here need."""

from datetime import datetime

from aiogram.filters import Filter
from aiogram.types import TelegramObject

from domain.people import Person
from domain.rights import Act, may, require
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.say import Say
from storage.store import Store


class Authors(Filter):
    """Hands on the `ctx`; `NotAllowed` for who may not."""

    async def __call__(
        self, _event: TelegramObject, *, store: Store, person: Person | None, say: Say, library: Library, now: datetime
    ) -> dict[str, Context]:
        return {"ctx": Context(store, require(person, Act.MANAGE_SURVEYS), say, library, now)}


class ByAuthor(Filter):
    """Hands on the `ctx` if it is an author who sends this; whatever others send is not for surveys."""

    async def __call__(
        self, _event: TelegramObject, *, store: Store, person: Person | None, say: Say, library: Library, now: datetime
    ) -> dict[str, Context] | bool:
        if person is None or not may(person, Act.MANAGE_SURVEYS):
            return False
        return {"ctx": Context(store, person, say, library, now)}
