"""Buttons carry little, and whose seats a press wants is read from the update alone."""

from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Chat, Message, Update, User
from pydantic import ValidationError

from handlers import callbacks
from handlers.callbacks import ConsentGive, EventOpen, RsvpAnswer, RsvpGuests, RsvpInstead, seat_event

CLASSES = [one for one in vars(callbacks).values() if isinstance(one, type) and issubclass(one, CallbackData)]
OWN = [one for one in CLASSES if one is not CallbackData]
USER = User(id=7, is_bot=False, first_name="Ольга")
WORST = 2**53 - 1


def worst(field: str) -> Any:
    texts = {"goal": "c999999999999999-" + "x" * 16, "token": "x" * 16}
    if field in texts:
        return texts[field]
    return -WORST if field == "chat_id" else WORST if field.endswith("_id") else 1


@pytest.mark.parametrize("press", OWN, ids=lambda one: one.__name__)
def test_every_press_fits_into_64_bytes(press: type[CallbackData]) -> None:
    fields = [name for name in press.model_fields if not name.startswith("_")]
    assert len(press.__prefix__) <= 6
    assert len(press(**{name: worst(name) for name in fields}).pack().encode()) <= 64


def test_no_two_presses_share_a_prefix() -> None:
    prefixes = [press.__prefix__ for press in OWN]
    assert len(set(prefixes)) == len(prefixes)


def test_what_no_database_holds_does_not_parse() -> None:
    with pytest.raises(ValidationError):
        EventOpen.unpack("ev:99999999999999999999")


def press(data: str) -> Update:
    return Update(update_id=1, callback_query=CallbackQuery(id="1", from_user=USER, chat_instance="1", data=data))


def text(words: str) -> Update:
    chat = Chat(id=7, type="private")
    return Update(update_id=1, message=Message(message_id=1, date=datetime.now(UTC), chat=chat, text=words))


@pytest.mark.parametrize(
    ("update", "event"),
    [
        (press(RsvpAnswer(event_id=17, answer=0).pack()), 17),
        (press(RsvpGuests(event_id=17, guests=2).pack()), 17),
        (press(RsvpInstead(event_id=17, token="abcdefgh").pack()), 17),
        (press(ConsentGive(adult=1, naming=0, goal="e17-going").pack()), 17),
        (press(ConsentGive(adult=1, naming=1, goal="c17-abcdefgh").pack()), 17),
        (press(ConsentGive(adult=1, naming=0, goal="pabcdefgh").pack()), None),
        (press(EventOpen(event_id=17).pack()), None),
        (text("/start e17-going"), 17),
        (text("/start@some_bot e17-going"), 17),
        (text("/start e17"), None),
        (text("ra:17:0"), None),
        (text("привет"), None),
    ],
)
def test_whose_seats_an_update_wants(update: Update, event: int | None) -> None:
    assert seat_event(update) == event
