"""The messenger's own menu of commands, for one person's role."""

from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeChat

from domain.people import Person
from handlers.home import commands_for
from handlers.say import Say


def menu_of(person: Person, say: Say) -> list[BotCommand]:
    """The commands that are theirs, in their language."""
    words = say.into(person.language)
    return [BotCommand(command=name, description=what) for name, what in commands_for(person, words)]


async def offer_menu(bot: Bot, person: Person, say: Say) -> None:
    """Puts the commands that are theirs into the person's own chat, for who has come in; the common menu is enough
    for who may do no more than everybody.
    """
    if person.is_staff or person.partner_ids:
        await renew_menu(bot, person, say)


async def renew_menu(bot: Bot, person: Person, say: Say) -> bool:
    """The menu of the person's own chat as it is from now on, in their language: after a role was given or taken,
    or another language chosen. A messenger that will not take it is no reason to stop. Whether it took it.
    """
    with suppress(TelegramAPIError):
        await bot.set_my_commands(menu_of(person, say), scope=BotCommandScopeChat(chat_id=person.account_id))
        return True
    return False
