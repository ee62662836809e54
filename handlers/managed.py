"""What every press of managing an event begins with: the event is there, and the presser may manage it."""

from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.types import TelegramObject

from domain.event import Event
from domain.people import Person
from domain.rights import Act, require
from handlers.callbacks import ManageOpen
from handlers.say import Say
from handlers.screen import Button
from storage.store import Store


class Managed(Filter):
    """Hands the handler the `event` of the press; `NotAllowed` for who may not manage it. Asked anew at each press."""

    async def __call__(
        self, _press: TelegramObject, *, callback_data: CallbackData, store: Store, person: Person | None
    ) -> dict[str, Event]:
        return {"event": await manageable(store, person, getattr(callback_data, "event_id", 0))}


async def manageable(store: Store, person: Person | None, event_id: int) -> Event:
    """The event, which this person may manage."""
    event = await store.events.get(event_id)
    require(person, Act.MANAGE_EVENT, event.fields.branch_id)
    return event


def back(event: Event, say: Say) -> Button:
    return Button(say.plain("manage-button-back"), ManageOpen(event_id=event.id))
