"""`roundtable copy`: everything that is kept, from one database into another."""

from collections.abc import Callable

from bot.logs import hide_secrets
from storage.address import names_database
from storage.copying import BadCopy, copy

Tell = Callable[..., object]
"""Takes the key of a sentence and its values."""

EVERY = 50_000
"""Rows of one table between two words."""


async def move(source: str, target: str, tell: Tell) -> int:
    """How many rows were copied; says how it goes."""
    for url in (source, target):
        if not names_database(url):
            raise BadCopy("address", hide_secrets(url))

    def progress(table: str, done: int, whole: int) -> None:
        if done == whole or done % EVERY == 0:
            tell("cli-copy-progress", table=table, done=done, all=whole)

    return await copy(source, target, progress)
