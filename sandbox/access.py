"""What the bot may reach, and Telegram's words where it may not."""

import asyncio
from typing import Any

from sandbox.actors import MEMBERS, Account, Chat, Query
from sandbox.errors import ApiError, bad, forbidden
from sandbox.shapes import Json
from sandbox.world import World

QUERY_SECONDS = 15.0
"""How long a press or a question may be answered, in real seconds."""
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def chat_of(world: World, chat_id: Any, *, writes: bool = True) -> Chat:
    """The chat that the bot names, if it has heard of it and may write there (or at least read)."""
    if chat_id in (None, ""):
        raise bad("chat_id is empty")
    chat = world.chats.get(_number(chat_id)) or _named(world, str(chat_id))
    if chat is None or not (chat.known or chat.username or _is_started(world, chat)):
        raise bad("chat not found")
    if chat.kind != "private":
        _check_inside(chat)
    elif writes:
        _check_open(world.accounts[chat.id])
    return chat


def message_of(chat: Chat, message_id: Any, what: str) -> Json:
    """The message of that number; `what` it is wanted for goes into the refusal."""
    message = chat.messages.get(message_id)
    if message is None:
        raise bad(f"{what} not found")
    return message


def answered(waiting: dict[str, Query], query_id: Any) -> Query:
    """The press or question that is answered now: once, and in time."""
    query = waiting.get(str(query_id))
    if query is None or query.answered or asyncio.get_running_loop().time() - query.at > QUERY_SECONDS:
        raise bad(TOO_OLD)
    query.answered = True
    return query


def _number(chat_id: Any) -> int:
    text = str(chat_id)
    return int(text) if text.removeprefix("-").isdecimal() else 0


def _named(world: World, name: str) -> Chat | None:
    """The public group or channel of that @name."""
    public = (chat for chat in world.chats.values() if chat.username)
    return next((chat for chat in public if f"@{chat.username}".casefold() == name.casefold()), None)


def _is_started(world: World, chat: Chat) -> bool:
    return chat.id in world.accounts and world.accounts[chat.id].started


def _check_open(account: Account) -> None:
    if account.deactivated:
        raise forbidden("user is deactivated")
    if account.blocked:
        raise forbidden("bot was blocked by the user")
    if not account.started:
        raise forbidden("bot can't initiate conversation with a user")


def _check_inside(chat: Chat) -> None:
    if chat.moved_to is not None:
        raise ApiError(
            400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to
        )
    if chat.bot_status not in MEMBERS:
        kicked = chat.bot_status == "kicked" or (chat.kind == "group" and chat.expelled)
        was = "was kicked from" if kicked else "is not a member of"
        raise forbidden(f"bot {was} the {chat.kind} chat")
    if chat.kind == "channel" and chat.bot_status != "administrator":
        raise bad("need administrator rights in the channel chat")
