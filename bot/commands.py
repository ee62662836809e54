"""The menu of commands: what everybody may do, in each language, and for staff and representatives what is theirs."""

import structlog
from aiogram import Bot
from aiogram.types import BotCommand

from bot.texts import Texts
from handlers.home import commands_for
from handlers.menu import offer_menu
from storage.store import Store

log = structlog.get_logger()


async def offer_commands(bot: Bot, store: Store, texts: Texts, languages: tuple[str, ...]) -> None:
    """Sets the menus. A messenger that will not take one is no reason to stop: the next start sets them."""
    try:
        await bot.set_my_commands(_menu(texts, languages[0]))
        for language in languages:
            await bot.set_my_commands(_menu(texts, language), language_code=language)
        for person in await store.members.with_own_menu():
            await offer_menu(bot, person, texts(person.language))
    except Exception as error:  # noqa: BLE001 - whatever it is, the bot works without
        log.warning("commands-not-set", error=type(error).__name__)


def _menu(texts: Texts, language: str) -> list[BotCommand]:
    return [BotCommand(command=name, description=what) for name, what in commands_for(None, texts(language))]
