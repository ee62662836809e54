"""A survey's answers on their way into another process: packed as they were read, unpacked only there."""

import json
import marshal
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.own_words import words_in
from domain.questionnaire.model import Item, Questionnaire
from domain.results import Answered
from domain.results_sheets import Material, Wording

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
    """A piece of a sheaf: small pieces take little time each."""
    return marshal.dumps(list(rows))


def answered(sheaf: Sheaf) -> list[Answered]:
    """The answers, opened."""
    rows = (row for piece in sheaf.lines for row in marshal.loads(piece))  # noqa: S302 - `packed` made it
    return [Answered(key, partner, sector, json.loads(answers)) for key, partner, _, sector, answers in rows]


def material(sheaf: Sheaf) -> Material:
    """All that sheets are made of."""
    rows = (row for piece in sheaf.lines for row in marshal.loads(piece))  # noqa: S302 - `packed` made it
    partners = {partner: name for _, partner, name, _, _ in rows}
    responses = answered(sheaf)
    quotes = _quotes(sheaf, responses)
    return Material(sheaf.questionnaire, responses, partners, quotes, sheaf.wording)


def _quotes(sheaf: Sheaf, responses: Sequence[Answered]) -> dict[tuple[int, str], str]:
    said = {one.response_id: one.answers for one in responses}
    rows = (row for piece in sheaf.decisions for row in marshal.loads(piece))  # noqa: S302 - `packed` made it
    every = ((key, name, text or words_in(said.get(key, {}), Item("text", name))) for key, name, text in rows)
    return {(key, name): text for key, name, text in every if text}
