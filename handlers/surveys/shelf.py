"""What takes long to make is kept while it holds, and made once for all who wait for it."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")

MOST = 12
"""Things on the shelf: a library runs few surveys at a time, and pictures of one are about a megabyte."""


@dataclass(frozen=True, slots=True)
class _Kept:
    stamp: Hashable
    making: "asyncio.Task[Any]"


class Shelf:
    """Things by name, each of a stamp; one of another stamp than is wished is made anew."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Kept] = {}

    async def get(self, name: Hashable, stamp: Hashable, make: Callable[[], Awaitable[T]]) -> T:
        """What `make` gives, or gave for this stamp. Who stops waiting stops nobody else's waiting."""
        kept = self._kept.pop(name, None)
        if kept is None or kept.stamp != stamp or _has_failed(kept.making):
            kept = _Kept(stamp, asyncio.ensure_future(_made(make)))
        self._kept[name] = kept
        while len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
        result: T = await asyncio.shield(kept.making)
        return result


async def _made(make: Callable[[], Awaitable[T]]) -> T:
    return await make()


def _has_failed(task: "asyncio.Task[Any]") -> bool:
    return task.done() and (task.cancelled() or task.exception() is not None)
