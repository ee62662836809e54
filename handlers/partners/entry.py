"""Who comes to the register: the door's question asked again for texts, and what every handler here needs."""

from datetime import datetime

from aiogram.filters import Filter
from aiogram.types import TelegramObject

from domain.people import Person
from domain.rights import Act, require
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.say import Say
from storage.store import Store


class SeesPartners(Filter):
    """Hands on the `ctx`; `NotAllowed` for who may not: a text that searches goes through no door."""

    async def __call__(
        self, _event: TelegramObject, *, store: Store, person: Person | None, say: Say, library: Library, now: datetime
    ) -> dict[str, Context]:
        return {"ctx": Context(store, require(person, Act.SEE_PARTNERS), say, library, now)}
