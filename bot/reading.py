"""Updates as aiogram reads them; of one that a later Bot API has shaped in another way, what can be read."""

import json
from typing import Any

import structlog
from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError

log = structlog.get_logger()

MOST = 20
"""Parts that may be left out."""


def read(body: str, bot: Bot) -> Update:
    """The update, without what nobody here can read; `ValidationError` where nothing is left to answer."""
    try:
        return Update.model_validate_json(body, context={"bot": bot})
    except ValidationError as error:
        return _in_part(body, bot, error)


def _in_part(body: str, bot: Bot, error: ValidationError) -> Update:
    """Leaves out one part after the other: what is wrong with the next may have come of the first."""
    for _ in range(MOST):
        path = _faulty(body, error)
        if len(path) < 2:
            break
        body = _without(body, path)
        try:
            update = Update.model_validate_json(body, context={"bot": bot})
        except ValidationError as another:
            error = another
        else:
            log.warning("update-read-in-part", update_id=update.update_id, without=".".join(path))
            return update
    raise error


def _faulty(body: str, error: ValidationError) -> list[str]:
    """The way to the innermost part that is there; pydantic names kinds of parts on the way, and what is missing."""
    where = error.errors(include_url=False, include_context=False)[0]["loc"]
    found: list[str] = []
    part: Any = json.loads(body) if where else None
    for name in where:
        if isinstance(part, dict) and name in part:
            found.append(str(name))
            part = part[name]
    return found


def _without(body: str, path: list[str]) -> str:
    update = part = json.loads(body)
    for name in path[:-1]:
        part = part[name]
    del part[path[-1]]
    return json.dumps(update)
