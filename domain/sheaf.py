"""A survey's answers on their way into another process: packed as they were read, unpacked only there."""

import json
import marshal
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from domain.own_words import words_in
from domain.questionnaire.model import Item, Questionnaire
from domain.results import Answered
from domain.results_sheets import Material, Wording

Line = tuple[int, int, str, str, str]
NO_WORDS = Wording({}, {}, "ru")


@dataclass(frozen=True, slots=True)
class Sheaf:
    """`lines`: packed lists of (response, partner, its name, its sector, answers as JSON); `decisions`: packed lists of
    (response, question, words that may be quoted in place of the answer's own, or None)."""

    questionnaire: Questionnaire
    lines: tuple[bytes, ...]
    decisions: tuple[bytes, ...] = ()
    wording: Wording = NO_WORDS


def packed(rows: Sequence[tuple[Any, ...]]) -> bytes:
    """A piece of a sheaf: a tenth of what it holds, so that handing it on takes no time."""
    return zlib.compress(marshal.dumps(list(rows)), 1)


def _unpacked(pieces: Sequence[bytes]) -> Iterator[list[Any]]:
    return (marshal.loads(zlib.decompress(piece)) for piece in pieces)  # noqa: S302 - `packed` made it


def answered(sheaf: Sheaf) -> list[Answered]:
    """The answers, opened."""
    return [one for rows in _unpacked(sheaf.lines) for one in _opened(rows)]


def _opened(rows: list[Line]) -> Iterator[Answered]:
    """All answers of a piece are read at once: so they share the names of their questions."""
    read = json.loads(f"[{','.join(row[4] for row in rows)}]")
    for (key, partner, _, sector, _), answers in zip(rows, read, strict=True):
        yield Answered(key, partner, sector, answers)


def material(sheaf: Sheaf) -> Material:
    """All that sheets are made of."""
    partners = {partner: name for rows in _unpacked(sheaf.lines) for _, partner, name, _, _ in rows}
    responses = answered(sheaf)
    quotes = _quotes(sheaf, responses)
    return Material(sheaf.questionnaire, responses, partners, quotes, sheaf.wording)


def _quotes(sheaf: Sheaf, responses: Sequence[Answered]) -> dict[tuple[int, str], str]:
    said = {one.response_id: one.answers for one in responses}
    rows = (row for rows in _unpacked(sheaf.decisions) for row in rows)
    every = ((key, name, text or words_in(said.get(key, {}), Item("text", name))) for key, name, text in rows)
    return {(key, name): text for key, name, text in every if text}
