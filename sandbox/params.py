"""What a call brings, whichever way it comes: in the address, as JSON, as a form with files."""

import json
import re
from typing import Any

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from multidict import MultiDict

from sandbox.errors import bad
from sandbox.shapes import Json

JSON_FIELDS = (
    "reply_markup",
    "entities",
    "caption_entities",
    "link_preview_options",
    "allowed_updates",
    "commands",
    "scope",
    "media",
    "reply_parameters",
    "results",
    "button",
    "menu_button",
)
"""Parameters that come as JSON inside a form."""
FLAGS = ("disable_notification", "show_alert", "drop_pending_updates", "is_personal", "allow_sending_without_reply")
WORDS = ("callback_query_id", "inline_query_id", "inline_message_id")
"""Ids that are text, even where they look like numbers."""


class Unsent(Exception):  # noqa: N818 - nobody is to blame
    """The caller went away before the call was whole."""


async def params_of(request: web.Request) -> Json:
    """The call's parameters, of the address, of JSON or of a form; files as (name, bytes).

    `Unsent` where the caller went away in the middle, `ApiError` for what cannot be read.
    """
    try:
        return await _read(request)
    except ConnectionError:
        raise Unsent from None
    except (ValueError, HttpProcessingError):
        raise bad("can't parse the request") from None


async def _read(request: web.Request) -> Json:
    values: Json = dict(request.query)
    if request.content_type == "application/json" and request.can_read_body:
        body = await request.json()
        if not isinstance(body, dict):
            raise bad("object expected as the request")
        return values | body
    form: Any = await request.post() if request.method == "POST" else MultiDict()
    files = {key: (part.filename, part.file.read()) for key, part in form.items() if isinstance(part, web.FileField)}
    values |= {key: value for key, value in form.items() if isinstance(value, str)}
    typed = {key: _value(key, value) for key, value in values.items()}
    return {key: _attached(value, files) for key, value in (typed | files).items()}


def _value(key: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if key in JSON_FIELDS:
        return _json(key, value) if value else None
    if key.endswith("_id") and key not in WORDS and re.fullmatch(r"-?\d+", value):
        return int(value)
    return value.lower() in ("true", "yes", "1") if key in FLAGS else value


def _json(key: str, value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError as error:
        raise bad(f"can't parse {key.replace('_', ' ')} JSON object") from error


def _attached(value: Any, files: Json) -> Any:
    """`attach://name` becomes the file of that name."""
    if isinstance(value, dict):
        return {key: _attached(inner, files) for key, inner in value.items()}
    if isinstance(value, list):
        return [_attached(inner, files) for inner in value]
    if isinstance(value, str) and value.startswith("attach://"):
        return files.get(value.removeprefix("attach://"), value)
    return value
