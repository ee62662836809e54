"""What a person is shown: a text with buttons. `show()` alone sends or edits, and absorbs what Telegram minds."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)

from handlers.length import cut, fitting, units
from handlers.say import Html


@dataclass(frozen=True, slots=True)
class Button:
    """A button: either what it does in the bot (`data`, or that as it is packed), or an address it opens (`url`)."""

    text: str
    data: CallbackData | str | None = None
    url: str | None = None

    def markup(self) -> InlineKeyboardButton:
        return _button(self.text, self.data.pack() if isinstance(self.data, CallbackData) else self.data, self.url)


@lru_cache(1_000)
def _button(text: str, data: str | None, url: str | None) -> InlineKeyboardButton:
    """The same buttons stand under card after card; to make one costs more than to find it."""
    return InlineKeyboardButton(text=text, callback_data=data, url=url)


Row = tuple[Button, ...]
MOST_LETTERS = 40
"""Of a row, whose buttons are of one width: a phone cuts off what is longer."""

LONGEST, CAPTION = 4096, 1024
"""How long a text may be, and how long under a picture."""


@dataclass(frozen=True)
class Screen:
    """A text (≤3,900 characters; ≤1,000 with a photo) with up to eight rows of buttons.

    `photo` is the messenger's id of a picture or its bytes. A text that does not fit under it goes without; one that
    fits into no message breaks off.
    A row whose words a phone would cut off is shown as several.
    """

    text: Html
    rows: tuple[Row, ...] = field(default=())
    photo: str | bytes | None = None

    def __post_init__(self) -> None:
        length = units(self.text)
        if length > CAPTION:
            object.__setattr__(self, "photo", None)
        if length > LONGEST:
            object.__setattr__(self, "text", fitting(self.text, LONGEST))

    @cached_property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        rows = [[button.markup() for button in part] for row in self.rows for part in whole(row)]
        return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def whole(row: Row) -> list[Row]:
    """The row, or rows of about the same length in which every word can be read."""
    for parts in range(1, len(row) + 1):
        size = -(-len(row) // parts)
        split = [row[at : at + size] for at in range(0, len(row), size)]
        if all(max(len(button.text) for button in part) * len(part) <= MOST_LETTERS for part in split):
            return split
    return [(button,) for button in row]


ALERT = 200
"""Letters of an answer to a press; the rest is cut off."""
VANISHED = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID", "there is no text")


PICTURE_REFUSED = (
    "wrong file identifier",
    "wrong remote file identifier",
    "can't use file of type",
    "FILE_REFERENCE_",
    "not enough rights to send photos",
    "CHAT_SEND_PHOTOS_FORBIDDEN",
)


def picture(photo: str | bytes) -> str | BufferedInputFile:
    return photo if isinstance(photo, str) else BufferedInputFile(photo, "picture.png")


_wordy: dict[tuple[int, str], None] = {}
"""Chats with pictures that were not taken there: what was said without one is not said anew at each edit."""
MOST_WORDY = 1000


async def send(message: Message, screen: Screen) -> Message:
    """A new message under the person's own."""
    if screen.photo is not None:
        sent = await message.answer_photo(picture(screen.photo), caption=screen.text, reply_markup=screen.keyboard)
        if isinstance(screen.photo, str) and not sent.photo:
            _goes_without(sent.chat.id, screen.photo)
        return sent
    return await message.answer(screen.text, reply_markup=screen.keyboard)


def _goes_without(chat_id: int, photo: str) -> None:
    _wordy[chat_id, photo] = None
    if len(_wordy) > MOST_WORDY:
        del _wordy[next(iter(_wordy))]


async def post(bot: Bot, chat_id: int, screen: Screen) -> Message:
    """A message in another chat."""
    if screen.photo is not None:
        return await bot.send_photo(chat_id, picture(screen.photo), caption=screen.text, reply_markup=screen.keyboard)
    return await bot.send_message(chat_id, screen.text, reply_markup=screen.keyboard)


async def edit(message: Message, screen: Screen) -> Message:
    """The same message with the new screen; a new one where it can't be edited any more."""
    if not message.photo and message.text is None:
        return await send(message, screen)
    try:
        return await _edit(message, screen)
    except TelegramBadRequest as error:
        if not any(reason in error.message for reason in VANISHED):
            raise
        return await send(message, screen)


async def _edit(message: Message, screen: Screen) -> Message:
    if bool(message.photo) != (screen.photo is not None):
        if (message.chat.id, screen.photo) not in _wordy:
            return await _replace(message, screen)
        screen = replace(screen, photo=None)
    if isinstance(screen.photo, bytes):
        media = InputMediaPhoto(media=picture(screen.photo), caption=screen.text)
        done = await message.edit_media(media, reply_markup=screen.keyboard)
    elif screen.photo is not None and not _has(message, screen.photo):
        other = InputMediaPhoto(media=screen.photo, caption=screen.text)
        done = await message.edit_media(other, reply_markup=screen.keyboard)
    elif screen.photo is not None:
        done = await message.edit_caption(caption=screen.text, reply_markup=screen.keyboard)
    else:
        done = await message.edit_text(screen.text, reply_markup=screen.keyboard)
    return done if isinstance(done, Message) else _changed(message)


def _changed(message: Message) -> Message:
    """The message once it says something else, which is not read back."""
    return message.model_copy(update={"text": message.text and "", "caption": message.caption and "", "entities": None})


def _has(message: Message, photo: str) -> bool:
    """Whether it shows this very picture already."""
    return any(size.file_id == photo for size in message.photo or ())


async def _replace(message: Message, screen: Screen) -> Message:
    """Text cannot become a picture by an edit, nor the other way round: the old one goes, the new one comes."""
    with suppress(TelegramBadRequest):  # one older than 48 hours stays where it is
        await message.delete()
    return await send(message, screen)


async def show(event: Message | CallbackQuery, screen: Screen, toast: str | None = None) -> Message | None:
    """Shows the screen: in place of the pressed message, or below a typed one. A press is answered once, first."""
    if isinstance(event, Message):
        return await send(event, screen)
    await answer(event, toast)
    if event.message is None:
        return None
    if isinstance(event.message, InaccessibleMessage):
        return await below(event, screen)
    return await edit(event.message, screen)


async def below(query: CallbackQuery, screen: Screen) -> Message | None:
    """A new message under the pressed one, which stays as it is. The press is answered apart."""
    message = query.message
    if message is None:
        return None
    if screen.photo is not None:
        return await message.answer_photo(picture(screen.photo), caption=screen.text, reply_markup=screen.keyboard)
    return await message.answer(screen.text, reply_markup=screen.keyboard)


async def answer(
    query: CallbackQuery, toast: str | None = None, *, alert: bool = False, url: str | None = None
) -> None:
    """Answers a press; one that Telegram finds too old is as good as answered."""
    try:
        await query.answer(cut(toast, ALERT) if toast else None, show_alert=alert, url=url)
    except TelegramBadRequest as error:
        if not is_too_late(error):
            raise


def is_too_late(error: TelegramBadRequest) -> bool:
    """Whether it was the answer to a press or question that nobody waits for any more."""
    return "query is too old" in error.message or "query ID is invalid" in error.message


def is_picture_refused(error: TelegramBadRequest) -> bool:
    """Whether the messenger minds the picture alone: it does not know it, or takes none in this chat."""
    return any(words in error.message for words in PICTURE_REFUSED)
