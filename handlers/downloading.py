"""Files that people send, fetched from the messenger."""

from io import BytesIO

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Document

from domain.refusal import Refusal


async def downloaded(bot: Bot, document: Document, most: int, too_large: Exception) -> bytes:
    """What the file holds; raises `too_large` for more bytes than `most`, and for more than the messenger hands out.

    It need not have said how many they are. What it hands out no more had better be sent again.
    """
    if (document.file_size or 0) > most:
        raise too_large
    into = BytesIO()
    try:
        await bot.download(document, into)
    except TelegramBadRequest as error:
        raise (too_large if "too big" in error.message else Refusal("file-not-there")) from error
    if len(into.getvalue()) > most:
        raise too_large
    return into.getvalue()
