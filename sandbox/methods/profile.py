"""What the bot says of itself. Of one too long it is documented that it is refused, not in which words."""

from sandbox.errors import bad
from sandbox.methods.commands import language_of
from sandbox.shapes import Json, units
from sandbox.world import World

MOST = {"name": 64, "description": 512, "short_description": 120}


async def set_my_name(_world: World, params: Json) -> bool:
    return _taken(params, "name")


async def set_my_description(_world: World, params: Json) -> bool:
    return _taken(params, "description")


async def set_my_short_description(_world: World, params: Json) -> bool:
    return _taken(params, "short_description")


def _taken(params: Json, what: str) -> bool:
    language_of(params)
    if units(str(params.get(what) or "")) > MOST[what]:
        raise bad(f"{what.replace('_', ' ')} is too long")
    return True
