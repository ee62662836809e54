"""The first word with the messenger: who is the bot?"""

import asyncio
from itertools import chain, repeat

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError
from aiogram.types import User

from bot.outcome import Fate, fate_of
from bot.pacer import unaided

log = structlog.get_logger()

PAUSES = (1, 2, 5, 10, 30, 60)
FINAL = (Fate.GONE, Fate.REFUSED)


async def greet(bot: Bot) -> User:
    """The bot's own account; waits as long as the messenger is out of reach. A refused token is raised."""
    for pause in chain(PAUSES, repeat(PAUSES[-1])):
        try:
            with unaided():
                return await bot.me()
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise
        except Exception as error:
            if fate_of(error) in FINAL:
                raise
            log.warning("messenger-unreachable", error=type(error).__name__, pause=pause)
        await asyncio.sleep(pause)
    raise AssertionError("the pauses never end")
