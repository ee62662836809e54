"""Files that people send, fetched from the messenger."""

from io import BytesIO

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Document


async def downloaded(bot: Bot, document: Document, most: int, too_large: Exception) -> bytes:
    """What the file holds; raises `too_large` for more bytes than `most`, and for more than the messenger hands out.

    It need not have said how many they are.
    """
    if (document.file_size or 0) > most:
        raise too_large
    into = BytesIO()
    try:
        await bot.download(document, into)
    except TelegramBadRequest as error:
        if "too big" not in error.message:
            raise
        raise too_large from error
    if len(into.getvalue()) > most:
        raise too_large
    return into.getvalue()
