"""The messenger's own menu of commands, for one person's role."""

from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommand, BotCommandScopeChat

from domain.people import Person
from handlers.home import commands_for
from handlers.say import Say


async def offer_menu(bot: Bot, person: Person, say: Say) -> None:
    """Puts the commands of the person's role into their chat's menu; for who has no role the common one is enough."""
    if not person.is_staff:
        return
    commands = [BotCommand(command=name, description=what) for name, what in commands_for(person, say)]
    with suppress(TelegramAPIError):
        await bot.set_my_commands(commands, scope=BotCommandScopeChat(chat_id=person.account_id))


async def withdraw_menu(bot: Bot, person: Person) -> None:
    """Back to the common menu: the last role is gone."""
    with suppress(TelegramAPIError):
        await bot.delete_my_commands(scope=BotCommandScopeChat(chat_id=person.account_id))
