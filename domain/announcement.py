"""Announcements for other networks: as much as their length allows, the age mark last (436-ФЗ; DOMAIN.md §6.5)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.joint import Agreed
from domain.partner import Part, PartState
from domain.refusal import Refusal

APART = "\n\n"
LINK = 500
ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s/]+(?:/\S*)?")


class Network(StrEnum):
    """Where an announcement is put by hand. What buttons carry is its place here: a new one goes last."""

    VK = "vk"
    OK = "ok"
    MAX = "max"


MOST = {Network.VK: 3500, Network.OK: 1000, Network.MAX: 2000}
"""Characters, below what each takes (MAX: 4,000 by DOMAIN.md §6.3); the rest is a matter of who reads there."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an announcement in its wordings, the longest first. An empty one as the last: it may be left out.

    Where all is too long, the block with the smallest `stays` is shortened first.
    """

    wordings: Sequence[str]
    stays: int = 9


def composed(blocks: Iterable[Block], most: int) -> str:
    """The blocks one below the other, in the longest wordings that fit; what has no shorter wording stays whole."""
    told = [block for block in blocks if any(block.wordings)]
    chosen = [list(block.wordings) for block in told]
    order = sorted(range(len(told)), key=lambda number: told[number].stays)
    for number in order:
        while len(_joined(chosen)) > most and len(chosen[number]) > 1:
            del chosen[number][0]
    return _joined(chosen)


def credited(parts: Iterable[Agreed]) -> list[int]:
    """Partners that an announcement names: those that have agreed to be more than guests."""
    return [
        one.partner_id for one in parts if one.standing.state is PartState.ACCEPTED and one.part.part is not Part.GUEST
    ]


def check_link(text: str) -> str:
    """The address of a page; a `Refusal` for what is none."""
    if not ADDRESS.fullmatch(text):
        raise Refusal("announce-no-address")
    return text


def _joined(chosen: Sequence[Sequence[str]]) -> str:
    return APART.join(wordings[0] for wordings in chosen if wordings[0])
