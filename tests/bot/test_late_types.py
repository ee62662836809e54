"""aiogram's types, made ready when they are used: the same ones, and not before."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
ALL = """
import json, re
from aiogram import methods, types
from pydantic import BaseModel

def models(module):
    found = (getattr(module, name) for name in sorted(module.__all__))
    return [one for one in found if isinstance(one, type) and issubclass(one, BaseModel)]

made = [one for module in (types, methods) for one in models(module)]
early = [one.__name__ for one in made if one.__pydantic_complete__]
for one in made:
    one.model_rebuild()
calls = [one for one in models(methods) if isinstance(vars(one).get("__api_method__"), str)]
answers = [methods.Response[one.__returning__] for one in calls]
for one in answers:
    one.model_rebuild()
said = {one.__name__: repr(one.model_fields) for one in (*made, *answers)}
fields = {name: re.sub(" at 0x[0-9a-f]+", "", fields) for name, fields in said.items()}
print(json.dumps({"early": early, "fields": fields}))
"""
READ = """
import json, sys
from aiogram.methods import SendMessage
from aiogram.types import Update
update = Update.model_validate_json(sys.argv[1])
call = SendMessage(chat_id=1, text="Приду", reply_markup=update.message.reply_markup)
print(json.dumps([one.model_dump_json(exclude_unset=True) for one in (update, call)]))
"""
CHAT = {"id": 7, "type": "private", "first_name": "Анна"}
MESSAGE = {
    "message_id": 1,
    "date": 1524812400,
    "chat": CHAT,
    "text": "Приду",
    "reply_to_message": {
        "message_id": 2,
        "date": 1524812300,
        "chat": CHAT,
        "contact": {"phone_number": "1", "first_name": "И"},
    },
    "reply_markup": {"inline_keyboard": [[{"text": "Приду", "callback_data": "a"}]]},
    "something_new": {"a": 1},
}


def printed(script: str, *args: str, late: bool) -> Any:
    script = f"import bot\n{script}" if late else script
    run = subprocess.run((sys.executable, "-c", script, *args), cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(run.stdout)


@pytest.mark.long
def test_every_type_and_call_and_answer_is_what_aiogram_makes_of_it() -> None:
    late, at_once = printed(ALL, late=True), printed(ALL, late=False)
    assert len(at_once["early"]) > 300
    assert late["early"] == []
    assert late["fields"] == at_once["fields"]


def test_an_update_is_read_and_a_call_said_in_the_same_way() -> None:
    body = json.dumps({"update_id": 1, "message": MESSAGE})
    late, at_once = printed(READ, body, late=True), printed(READ, body, late=False)
    assert late == at_once
    assert "Приду" in late[0]
