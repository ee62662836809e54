"""What nothing else answered: an old button, a text outside a dialogue, a sticker. Never silence."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from domain.people import Person
from handlers.ask import PRIVATE
from handlers.context import Library
from handlers.groups import come_over
from handlers.home import home_screen
from handlers.say import Say
from handlers.screen import Screen, answer, send
from handlers.unspoken import RestOfAlbum, pass_by
from handlers.words import to_list, to_menu


async def old_button(query: CallbackQuery, *, say: Say) -> None:
    await answer(query, say.plain("last-button-old"), alert=True)


async def unknown_command(message: Message, *, say: Say) -> None:
    await send(message, Screen(say("last-command"), (to_list(say),)))


async def any_text(message: Message, *, say: Say, person: Person | None, library: Library) -> None:
    await send(message, home_screen(person, library, say, say("last-text")))


async def anything(message: Message, *, say: Say) -> None:
    await send(message, Screen(say("last-no-text"), (to_menu(say),)))


async def edited(message: Message, *, say: Say) -> None:
    await send(message, Screen(say("last-edited")))


async def addressed(message: Message, *, library: Library, say: Say) -> None:
    """A reply to the bot, or a mention of it, in a group."""
    await come_over(message, library=library, say=say)


def is_addressed(message: Message, *, library: Library) -> bool:
    reply = message.reply_to_message
    to_me = reply is not None and reply.from_user is not None and reply.from_user.username == library.bot_username
    return to_me or f"@{library.bot_username}".casefold() in (message.text or message.caption or "").casefold()


def router() -> Router:
    """The last router of all."""
    router = Router(name="last")
    router.callback_query.register(old_button)
    router.message.register(unknown_command, PRIVATE, F.text.startswith("/"))
    router.message.register(any_text, PRIVATE, F.text)
    router.message.register(pass_by, PRIVATE, RestOfAlbum())
    router.message.register(anything, PRIVATE)
    router.message.register(addressed, ~PRIVATE, is_addressed)
    router.edited_message.register(edited, PRIVATE)
    return router
