"""The menu of commands, by scope and language; and settings whose effect nobody sees here."""

import re
from typing import Any

from sandbox.access import chat_of
from sandbox.errors import ApiError, bad
from sandbox.shapes import Json
from sandbox.world import World

MOST = 100
MOST_NAME = 32
MOST_DESCRIPTION = 256
NAME = re.compile(r"[a-z0-9_]+")
LANGUAGE = re.compile(r"[a-z]{2}")
WIDE = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
NARROW = ("chat", "chat_administrators", "chat_member")


async def set_my_commands(world: World, params: Json) -> bool:
    commands = params.get("commands") or []
    if not isinstance(commands, list):
        raise bad("expected an Array of BotCommand")
    checked = [_command(one) for one in commands]
    where = _where(world, params)
    if not all(NAME.fullmatch(one["command"]) for one in checked):
        raise bad("BOT_COMMAND_INVALID")
    if len(checked) > MOST:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    world.commands[where] = checked
    world.changes.touch()
    return True


async def get_my_commands(world: World, params: Json) -> list[Json]:
    return world.commands.get(_where(world, params), [])


async def delete_my_commands(world: World, params: Json) -> bool:
    world.commands.pop(_where(world, params), None)
    return True


async def nod(_world: World, _params: Json) -> bool:
    return True


def _command(one: Any) -> Json:
    if not isinstance(one, dict):
        raise _unreadable("expected an Object")
    for field in ("command", "description"):
        if field not in one:
            raise _unreadable(f'Can\'t find field "{field}"')
    name = one["command"].strip().removeprefix("/")
    description = one["description"].strip()
    _check_length("command", name, MOST_NAME)
    _check_length("command description", description, MOST_DESCRIPTION)
    return {"command": name, "description": description}


def _check_length(what: str, text: str, most: int) -> None:
    if not text:
        raise bad(f"{what} must be non-empty")
    if len(text) > most:
        raise bad(f"{what} length must not exceed {most}")


def _where(world: World, params: Json) -> str:
    """The scope and the language as one key: `default::`, `chat:1001:ru`."""
    language, scope = language_of(params), params.get("scope") or {"type": "default"}
    return f"{scope.get('type')}:{_place(world, scope)}:{language}"


def language_of(params: Json) -> str:
    """The language that a text is for; "" = every one that has none of its own."""
    language = str(params.get("language_code") or "")
    if language and not LANGUAGE.fullmatch(language):
        raise bad("invalid language code specified")
    return language


def _place(world: World, scope: Json) -> str:
    if scope.get("type") in WIDE:
        return ""
    if scope.get("type") not in NARROW:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    if not scope.get("chat_id"):
        raise bad("can't parse BotCommandScope: Empty chat_id specified")
    return str(chat_of(world, scope["chat_id"], writes=False).id)


def _unreadable(why: str) -> ApiError:
    return bad(f"can't parse BotCommand: {why}")
