"""What every press on a letter begins with: the letter is there, and the presser may do this with it."""

from datetime import datetime

from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import TelegramObject

from domain.people import Person
from domain.refusal import NotAllowed, Refusal
from domain.rights import Act, may, require
from domain.segment import Segment
from handlers.managed import manageable
from storage.broadcast_rows import Broadcast
from storage.store import Store


async def may_write(store: Store, person: Person | None, segment: Segment) -> None:
    """`NotAllowed` for who may not write to these: an event's people are for who manages it, others for the office."""
    if segment.event_id is None:
        require(person, Act.WRITE_TO_PARTNERS)
    else:
        await manageable(store, person, segment.event_id)


async def own_letter(store: Store, person: Person | None, letter_id: int, now: datetime) -> Broadcast:
    """The person's own letter; `Refusal` for a draft that has expired."""
    letter = await store.broadcasts.get(letter_id)
    if person is None or letter.author_id != person.id:
        raise NotAllowed
    await may_write(store, person, letter.segment)
    if letter.state == "draft" and letter.expires_at <= now:
        raise Refusal("letter-expired")
    return letter


async def readable(store: Store, person: Person | None, letter_id: int, now: datetime) -> Broadcast:
    """A letter that was sent is for its author and for who may write to all partners; a draft for its author alone."""
    letter = await store.broadcasts.get(letter_id)
    if letter.state == "draft" or not may(person, Act.WRITE_TO_PARTNERS):
        return await own_letter(store, person, letter_id, now)
    return letter


class Own(Filter):
    """Hands the handler the `letter` of the press, whose author presses. Asked anew at each press."""

    async def __call__(
        self, _press: TelegramObject, *, callback_data: CallbackData, store: Store, person: Person | None, now: datetime
    ) -> dict[str, Broadcast]:
        return {"letter": await own_letter(store, person, getattr(callback_data, "letter_id", 0), now)}


class Readable(Filter):
    """Hands the handler the `letter`, to be read. Asked anew at each press."""

    async def __call__(
        self, _press: TelegramObject, *, callback_data: CallbackData, store: Store, person: Person | None, now: datetime
    ) -> dict[str, Broadcast]:
        return {"letter": await readable(store, person, getattr(callback_data, "letter_id", 0), now)}
