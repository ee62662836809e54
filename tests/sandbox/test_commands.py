"""The menu of commands."""

from typing import Any

import pytest

from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.state import state_of
from tests.sandbox.conftest import Call, refused


def command(name: str = "start", description: str = "Начать") -> dict[str, str]:
    return {"command": name, "description": description}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"commands": [command("Start")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("старт")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("a b")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("/")]}, "command must be non-empty"),
        ({"commands": [command("a" * 33)]}, "command length must not exceed 32"),
        ({"commands": [command(description=" ")]}, "command description must be non-empty"),
        ({"commands": [command(description="я" * 257)]}, "command description length must not exceed 256"),
        ({"commands": [command(f"c{number}") for number in range(101)]}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [{"command": "a"}]}, "can't parse BotCommand: Can't find field \"description\""),
        ({"commands": ["a"]}, "can't parse BotCommand: expected an Object"),
        ({"commands": {"a": 1}}, "expected an Array of BotCommand"),
        ({"commands": [command()], "language_code": "rus"}, "invalid language code specified"),
        ({"scope": {"type": "world"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"scope": {"type": "chat"}}, "can't parse BotCommandScope: Empty chat_id specified"),
        ({"scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
    ],
)
async def test_a_menu_that_cannot_be(call: Call, params: dict[str, Any], words: str) -> None:
    await refused(call, words, "setMyCommands", **params)


async def test_each_scope_and_language_has_its_own_menu(box: Sandbox, call: Call, anna: Person) -> None:
    hers = {"type": "chat", "chat_id": anna.id}
    for name, where in (("one", {}), ("two", {"language_code": "ru"}), ("three", {"scope": hers})):
        assert (await call("setMyCommands", commands=[command(f"/{name}")], **where))["ok"]
        assert [one["command"] for one in (await call("getMyCommands", **where))["result"]] == [name]
        assert [one["command"] for one in state_of(box.world)["people"][0]["commands"]] == [name]
    assert (await call("deleteMyCommands", scope=hers))["ok"]
    assert (await call("getMyCommands", scope=hers))["result"] == []


async def test_the_largest_menu_is_taken(call: Call) -> None:
    commands = [command(f"c{number}".ljust(32, "x"), "я" * 256) for number in range(100)]
    assert (await call("setMyCommands", commands=commands))["ok"]


@pytest.mark.parametrize(("what", "most"), [("name", 64), ("description", 512), ("short_description", 120)])
async def test_what_the_bot_says_of_itself_has_its_length(call: Call, what: str, most: int) -> None:
    method, longer = f"setMy{what.title().replace('_', '')}", {what: "я" * (most + 1)}
    assert (await call(method, **{what: "я" * most}))["ok"]
    assert (await call(method, **longer))["description"] == f"Bad Request: {what.replace('_', ' ')} is too long"
    await refused(call, "invalid language code specified", method, language_code="russian")
