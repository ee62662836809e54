"""Asks at every door (handlers/doors): before any handler, anew at each press and each command."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.people import Person
from domain.refusal import NotAllowed, Refusal
from handlers.ask import leave_question
from handlers.doors import BY_PREFIX, COMMANDS, Door, opens
from handlers.home import not_for_you, stranger_screen
from handlers.last import old_button, unknown_command
from handlers.opening import is_shared, leave_card
from handlers.say import Say
from handlers.screen import send, show

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class PressKeeper(BaseMiddleware):
    """For buttons: a button is a claim, whoever presses it. Only the conversations that know the button are asked."""

    def __init__(self, conversations: Sequence[Router]) -> None:
        self._homes: dict[str, list[Router]] = {prefix: [] for prefix in BY_PREFIX}
        for conversation in conversations:
            for prefix in _prefixes(conversation) & BY_PREFIX.keys():
                self._homes[prefix].append(conversation)

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if not isinstance(event, CallbackQuery):
            return await handler(event, data)
        prefix = (event.data or "").partition(":")[0]
        door = BY_PREFIX.get(prefix)
        if door is None:
            return await old_button(event, say=data["say"])
        if not await _lets_through(event, door, data["person"], data["say"]):
            return None
        done = await self._ask(prefix, event, data)
        if done is UNHANDLED:
            done = await handler(event, data)
        await leave_card(event, data["store"])
        return done

    async def _ask(self, prefix: str, event: CallbackQuery, data: dict[str, Any]) -> Any:
        for conversation in self._homes[prefix]:
            done = await conversation.propagate_event("callback_query", event, **data)
            if done is not UNHANDLED:
                return done
        return UNHANDLED


class CommandKeeper(BaseMiddleware):
    """For commands in the private chat; what a group may say to the bot is for `handlers.groups`."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        command = command_of(event) if isinstance(event, Message) and event.chat.type == "private" else None
        if not isinstance(event, Message) or command is None:
            return await handler(event, data)
        door = COMMANDS.get(command)
        if door is not None and opens(door, data["person"]):
            return await handler(event, data)
        await leave_question(event, data)
        if door is None:
            return await unknown_command(event, say=data["say"])
        person, say = data["person"], data["say"]
        return await send(event, stranger_screen(say) if person is None else not_for_you(person, say))


def command_of(message: Message) -> str | None:
    """The command's name, read as aiogram reads it: also from a caption, also with the bot's name behind it."""
    words = (message.text or message.caption or "").split(maxsplit=1)
    return words[0][1:].partition("@")[0] if words and words[0].startswith("/") else None


def _prefixes(conversation: Router) -> set[str]:
    """Of the buttons that the conversation knows."""
    handlers = [one for router in conversation.chain_tail for one in router.callback_query.handlers]
    filters = [one.callback for handler in handlers for one in handler.filters or ()]
    return {one.callback_data.__prefix__ for one in filters if isinstance(one, CallbackQueryFilter)}


async def _lets_through(query: CallbackQuery, door: Door, person: Person | None, say: Say) -> bool:
    """False: the stranger has been shown the way in. Another's no is a `Refusal`, said in an alert."""
    if is_shared(query) and not door.shared:
        raise Refusal("not-here")
    if opens(door, person):
        return True
    if person is not None:
        raise NotAllowed
    await show(query, stranger_screen(say))
    return False
