"""Answers to presses, and to questions in inline mode."""

import re
from typing import Any

from sandbox.access import answered
from sandbox.buttons import keyboard_of
from sandbox.checks import caption_of, text_of
from sandbox.errors import ApiError, bad
from sandbox.methods.files import known_file
from sandbox.shapes import Json, document_body, photo_body, units
from sandbox.world import World

TOAST = 200
MOST_RESULTS = 50
MOST_ID_BYTES = 64
MEDIA = {"photo": photo_body, "document": document_body}
START = re.compile(r"[\w-]{1,64}", re.ASCII)


async def answer_callback_query(world: World, params: Json) -> bool:
    text, url = params.get("text") or "", params.get("url") or ""
    if units(text) > TOAST:
        raise bad("MESSAGE_TOO_LONG")
    if url and not _opens_bot(world, url):
        raise bad("URL_INVALID")
    press = answered(world.presses, params.get("callback_query_id"))
    world.toast(
        press.person, {"text": text, "alert": bool(params.get("show_alert")), "url": url or None, "press": press.id}
    )
    return True


async def answer_inline_query(world: World, params: Json) -> bool:
    results = params.get("results") or []
    if not isinstance(results, list):
        raise bad("expected an Array of inline query results")
    if len(results) > MOST_RESULTS:
        raise bad("too many inline query results specified")
    checked = [_result(world, one) for one in results]
    _check_ids([one["id"] for one in checked])
    more = _more(params)
    question = answered(world.questions, params.get("inline_query_id"))
    question.results, question.more = checked, more
    world.changes.touch()
    return True


def _opens_bot(world: World, url: str) -> bool:
    links = (f"https://t.me/{world.bot.username}?start=", f"tg://resolve?domain={world.bot.username}&start=")
    return any(url.startswith(link) and START.fullmatch(url.removeprefix(link)) for link in links)


def _check_ids(ids: list[str]) -> None:
    if any(not 1 <= len(one.encode()) <= MOST_ID_BYTES for one in ids):
        raise bad("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad("RESULT_ID_DUPLICATE")


def _more(params: Json) -> Json:
    """The button above the results, and where the next page begins."""
    offset, button = str(params.get("next_offset") or ""), params.get("button")
    if len(offset.encode()) > MOST_ID_BYTES:
        raise bad("NEXT_OFFSET_INVALID")
    if button is not None:
        _check_button(button)
    return {"next_offset": offset, "button": button}


def _check_button(button: Json) -> None:
    if "text" not in button:
        raise bad("can't parse inline query results button: Can't find field \"text\"")
    if "web_app" not in button and "start_parameter" not in button:
        why = "InlineQueryResultsButton must have exactly one optional field"
        raise bad(f"can't parse inline query results button: {why}")
    if "start_parameter" in button and not START.fullmatch(button["start_parameter"]):
        raise bad("START_PARAM_INVALID" if button["start_parameter"] else "START_PARAM_EMPTY")


def _result(world: World, one: Any) -> Json:
    """What the person sees of a result, and under `_message` what it becomes."""
    if not isinstance(one, dict):
        raise _unreadable("Inline query result must be an object")
    kind = _field(one, "type")
    if kind != "article" and kind not in MEDIA:
        raise _unreadable(f'type "{kind}" is unsupported for the inline query result')
    shown = {"type": kind, "id": str(_field(one, "id")), "title": one.get("title", "")}
    if kind != "photo":
        _field(one, "title")
    return shown | {"description": one.get("description", ""), "_message": _message(world, one, kind)}


def _message(world: World, one: Json, kind: str) -> Json:
    keyboard = keyboard_of(one, only_inline=True)
    content = one.get("input_message_content")
    if content is not None:
        if not content.get("message_text"):
            raise _unreadable("Input message content is not specified")
        return text_of(content, "message_text", too_long="MESSAGE_TOO_LONG") | keyboard
    if kind == "article":
        raise _unreadable('Can\'t find field "message_text"')
    file_id = known_file(world, _field(one, f"{kind}_file_id"), kind)
    return MEDIA[kind](world.files, file_id) | caption_of(one, too_long="MEDIA_CAPTION_TOO_LONG") | keyboard


def _field(one: Json, name: str) -> Any:
    if name not in one:
        raise _unreadable(f'Can\'t find field "{name}"')
    return one[name]


def _unreadable(why: str) -> ApiError:
    return bad(f"can't parse inline query result: {why}")
