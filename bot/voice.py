"""The bot as it speaks to the messenger: how it words things, and what each of its calls passes on the way out."""

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.middlewares.base import BaseRequestMiddleware
from aiogram.enums import ParseMode
from aiogram.types import LinkPreviewOptions

from bot.session import open_session
from bot.settings import Telegram


def open_bot(telegram: Telegram, *passed: BaseRequestMiddleware) -> Bot:
    """A bot whose calls pass these, the first of them first."""
    session = open_session(telegram.api_base, telegram.proxy)
    for one in passed:
        session.middleware(one)
    defaults = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview=LinkPreviewOptions(is_disabled=True))
    return Bot(telegram.token.get_secret_value(), session=session, default=defaults)
