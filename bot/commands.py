"""The menu of commands: what everybody may do, in each language, and for staff and representatives what is theirs."""

from hashlib import sha256

import structlog
from aiogram import Bot
from aiogram.types import BotCommand

from bot.texts import Texts
from handlers.home import commands_for
from handlers.menu import menu_of, renew_menu
from storage.store import Store

log = structlog.get_logger()


async def offer_commands(bot: Bot, store: Store, texts: Texts, languages: tuple[str, ...]) -> None:
    """Sets the menus. A messenger that will not take one is no reason to stop: the next start sets them."""
    try:
        await bot.set_my_commands(_menu(texts, languages[0]))
        for language in languages:
            await bot.set_my_commands(_menu(texts, language), language_code=language)
        await _offer_own(bot, store, texts)
    except Exception as error:  # noqa: BLE001 - whatever it is, the bot works without
        log.warning("commands-not-set", error=type(error).__name__)


async def _offer_own(bot: Bot, store: Store, texts: Texts) -> None:
    """To who has a menu of their own, unless the messenger has just this one since an earlier start."""
    before, taken = await store.menus.taken(), dict[int, str]()
    try:
        for person in await store.members.with_own_menu():
            say = texts(person.language)
            mark = _mark(bot.id, menu_of(person, say))
            if before.get(person.id) != mark and await renew_menu(bot, person, say):
                taken[person.id] = mark
    finally:
        await store.menus.keep(taken)


def _mark(bot_id: int, menu: list[BotCommand]) -> str:
    """Another bot's menu is another one: a database may be taken along to it."""
    said = repr((bot_id, [(one.command, one.description) for one in menu]))
    return sha256(said.encode()).hexdigest()[:16]


def _menu(texts: Texts, language: str) -> list[BotCommand]:
    return [BotCommand(command=name, description=what) for name, what in commands_for(None, texts(language))]
