"""What the name of an organisation says of it: legal form, sector and kind, and how it is called for short."""

import re
from dataclasses import dataclass
from functools import cache

from domain.partner_kinds import PartnerKind, legal_forms, partner_kinds
from domain.partner_search import WHOLE
from domain.scan import fold

WORD = re.compile(r"[а-яa-z]+")
EXACT = 3
"""Letters up to which a word of a kind must be the whole word."""
SHORT = 120
"""Letters of a short name."""
NOTHING = (0, 0)
QUOTED = re.compile(r"[«\"“„](.+)[»\"”“]")


@dataclass(frozen=True, slots=True)
class Guess:
    """What is proposed; None where the name says nothing."""

    short_name: str
    legal_form: str | None = None
    kind: PartnerKind | None = None


def guess(name: str) -> Guess:
    """The proposals for a name."""
    form, rest = _parted(name)
    quoted = QUOTED.fullmatch(rest) if form else None
    return Guess((quoted[1] if quoted else rest)[:SHORT], form, guess_kind(name))


def guess_kind(name: str) -> PartnerKind | None:
    """The kind whose words stand in the name: more words count more, then longer ones."""
    words = [part for word in WORD.findall(fold(name)) for part in WHOLE.get(word, (word,))]
    text, best, found = " ".join(("", *words)), NOTHING, None
    for beginning, score, parts, kind in _phrases():
        if beginning in text and score > best and _stands(words, parts):
            best, found = score, kind
    return found


@cache
def _phrases() -> list[tuple[str, tuple[int, int], list[str], PartnerKind]]:
    """Of each phrase of each kind: how its first word begins, how much it counts, its words."""
    phrases = ((words, words.split(), kind) for kind in partner_kinds() for words in kind.words)
    return [(f" {parts[0]}", (len(parts), len(words)), parts, kind) for words, parts, kind in phrases]


def _stands(words: list[str], parts: list[str]) -> bool:
    """Whether the parts begin words of the name that follow one another."""
    rows = zip(*(words[at:] for at in range(len(parts))), strict=False)
    return any(all(map(_begins, row, parts)) for row in rows)


def _begins(word: str, beginning: str) -> bool:
    return word == beginning if len(beginning) <= EXACT else word.startswith(beginning)


def _parted(name: str) -> tuple[str | None, str]:
    """The legal form that the name begins with, by its abbreviation, and the rest."""
    folded = fold(name)
    for short, beginning in _beginnings():
        found = beginning.match(folded)
        if found and found.end() < len(name):
            return short, name[found.end() :].strip()
    return None, name


@cache
def _beginnings() -> list[tuple[str, re.Pattern[str]]]:
    """How names begin with a legal form: each in full and abbreviated, the longest first."""
    forms = sorted(legal_forms().items(), key=lambda pair: -len(pair[1]))
    return [
        (short, re.compile(rf"{re.escape(fold(words))}\b[\s,]*")) for short, full in forms for words in (full, short)
    ]
