"""What a kind of page consists of."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from aiohttp import web

from bot.web.visit import Visit

Answer = Callable[[Visit], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A page: who may see it (`NotAllowed` otherwise, asked at each request), what it shows, and what it does.

    `shows` and `acts` are by the last part of the address; "" is the page itself. `most_bytes` bounds an upload.
    """

    admit: Callable[[Visit], Awaitable[None]]
    shows: Mapping[str, Answer]
    acts: Mapping[str, Answer] = field(default_factory=dict)
    most_bytes: int = 0
