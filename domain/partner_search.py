"""Names of organisations compared: as people type them, and as tables write the same one otherwise.

«МБУ «ДК пос. Сахарово»» and «Дом культуры посёлка Сахарово», «Центр развития образования города Твери» and «центра
развития образования г.Твери» are the same to it; «Школа № 12» and «Школа № 21» are not.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.alphabets import one_alphabet
from domain.partner_kinds import legal_forms, partner_kinds
from domain.scan import fold

TOKEN = re.compile(r"[a-zа-я]+|\d+")
ENDING = re.compile(
    r"(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иям|иях|ией|ях|ах|ий|ый|ой|ая|яя|ое|ее|ые|ие|ую|юю|ов|ев|ей|ом|ем|ам|ям"
    r"|их|ых|ия|ии|ию|ю|я|а|о|е|ы|и|у|ь|й)$"
)
SHORTEST = 3
"""Letters that a stem keeps."""
NOISE = re.compile(r"г|гор|город|города|городе|городской|им|имени|и|в|при|по|на|для|the|of")
"""Words that don't count."""
WHOLE = {
    "дк": ("дом", "культуры"),
    "сош": ("школа",),
    "оош": ("школа",),
    "цгб": ("центральная", "городская", "библиотека"),
    "обл": ("областной",),
    "пос": ("поселка",),
    "ул": ("улица",),
    "детсад": ("детский", "сад"),
    "дши": ("школа", "искусств"),
    "дмш": ("музыкальная", "школа"),
}
"""Abbreviations that are as usual as the words."""
TOWN = frozenset({"твер", "тверск"})
"""Stems that everybody here may have in the name, or leave out."""
BESIDES = frozenset({"центр", "центральный", "поселка", "средняя", "областной"})
"""Words that say as little as those of kinds."""
ALIKE = 85.0
"""From here on (of 100) two names are likely the same organisation."""
FAINT = 80.0
"""The one name may be an abbreviation of the other."""
SURE = 92.0
"""From here on two names mean one organisation though a word that says the kind differs."""
INITIALS = "·"
"""Stands before the initials of a name, among its words."""
FEWEST = 2
"""Letters that initials need."""
SLIP = 75.0
"""From here on a typed word is taken for a slip of a word of the name."""
LONGEST = 300
"""Letters of a text that are looked for: no name is longer, and a message may have 4,096."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: stems of its words in order, its numbers, what says the kind, and what is its own.

    `initials` may stand for it, `short` is the abbreviation that it is itself, or nothing.
    """

    stems: tuple[str, ...]
    numbers: tuple[str, ...]
    generic: frozenset[str]
    own: tuple[str, ...]
    initials: frozenset[str]
    short: str


@dataclass(frozen=True, slots=True)
class Found:
    """An organisation with how well it fits, of 100."""

    id: int
    score: float

    @property
    def is_faint(self) -> bool:
        """Only the initials fit: worth a question, and no more."""
        return self.score < ALIKE


def normal(name: str) -> str:
    """The name without legal form, quotes, «г.» and «им.», abbreviations written out, «ё» as «е», in small letters."""
    return " ".join(_words(name))


def likeness(one: str, other: str) -> float:
    """How likely both names mean the same organisation, 0–100. Different numbers are different organisations."""
    return _likeness(_name(one), _name(other))


class Lookalikes:
    """Finds those of many organisations that may be the one of a name; made once, asked often."""

    def __init__(self, names: Mapping[int, Iterable[str]]) -> None:
        """`names`: the full name, the short one and aliases, by id."""
        self._names: dict[int, list[Name]] = {}
        self._index: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for key, those in names.items():
            self.add(key, those)

    def add(self, key: int, names: Iterable[str]) -> None:
        """One organisation more."""
        self._names[key] = [_name(name) for name in names if name]
        for name in self._names[key]:
            for place in _places(name):
                self._index[place].add(key)

    def like(self, *names: str) -> list[Found]:
        """The likely ones, the likeliest first."""
        asked = [_name(name) for name in names if name]
        near = {key for name in asked for place in _places(name) for key in self._index.get(place, ())}
        scored = (Found(key, max(_alike(a, b) for a in asked for b in self._names[key])) for key in near)
        return sorted((one for one in scored if one.score), key=lambda one: (-one.score, one.id))


def search(text: str, names: Mapping[int, Sequence[str]]) -> list[Found]:
    """The organisations that the text finds, the best first: parts of words, slips, initials, words in any order.

    Every typed word must be found in one of the names. Where nothing is found the text is tried as typed with the
    other keyboard («rjkktl;» is «колледж»).
    """
    text = text[:LONGEST]
    found = _search(text, names)
    return found or _search(text.lower().translate(KEYBOARD), names)


def _search(text: str, names: Mapping[int, Sequence[str]]) -> list[Found]:
    wanted = _words(text) or TOKEN.findall(_folded(text))
    if not wanted:
        return []
    entries = {key: [_with_initials(name) for name in those] for key, those in names.items()}
    known = {word for those in entries.values() for words in those for word in words}
    scores = [_scores(word, known) for word in wanted]
    found = (Found(key, max((_fit(scores, words) for words in those), default=0.0)) for key, those in entries.items())
    return sorted((one for one in found if one.score), key=lambda one: (-one.score, one.id))


def _with_initials(name: str) -> tuple[str, ...]:
    """The words that count, and what they begin with, also with the small words between: «ддт» and «ддит»."""
    words = _words(name)
    every = tuple(TOKEN.findall(_without_form(_folded(name))))
    return (*words, *{INITIALS + "".join(word[0] for word in those) for those in (words, every) if len(those) > 1})


def _scores(word: str, known: Iterable[str]) -> dict[str, float]:
    """How well each known word answers the typed one; those that don't are left out."""
    scored = {other: (_begins if other.startswith(INITIALS) else _score)(word, other) for other in known}
    return {other: score for other, score in scored.items() if score}


def _score(word: str, other: str) -> float:
    if word == other:
        return 100.0
    if word.isdigit() or other.isdigit():
        return 0.0
    stem, whole = _stem(word), _stem(other)
    if stem == whole:
        return 98.0
    if other.startswith(stem):
        return 95.0
    if len(stem) >= SHORTEST and stem in other:
        return 88.0
    return _slip(word, other) if len(word) > SHORTEST else 0.0


def _begins(word: str, initials: str) -> float:
    """Whether the word is initials of a name, or the first of them."""
    letters = initials.removeprefix(INITIALS)
    if len(word) < FEWEST or not letters.startswith(word):
        return 0.0
    return 94.0 if letters == word else 86.0


def _slip(word: str, other: str) -> float:
    """A typing slip, also in a word with another ending, or not typed to its end."""
    from rapidfuzz import fuzz

    stem = _stem(word)
    score = max(fuzz.ratio(word, other), fuzz.ratio(stem, _stem(other)), fuzz.ratio(word, other[: len(word)]))
    return score * 0.85 if score >= SLIP else 0.0


def _fit(scores: list[dict[str, float]], words: Sequence[str]) -> float:
    """How well a name answers all typed words; shorter names fit better."""
    best = [max((score.get(word, 0.0) for word in words), default=0.0) for score in scores]
    return sum(best) / len(best) - min(len(words), 20) / 20 if all(best) else 0.0


def _likeness(one: Name, other: Name) -> float:
    from rapidfuzz import fuzz

    if one.numbers != other.numbers or not (one.stems and other.stems):
        return 0.0
    if sorted(one.stems) == sorted(other.stems):
        return 100.0
    if one.own and other.own:
        if one.generic and other.generic and not one.generic & other.generic:
            return 0.0
        return fuzz.token_sort_ratio(" ".join(one.own), " ".join(other.own)) * 0.97
    if one.own or other.own:  # a slip in a word that says the kind has made it a word of its own
        whole = fuzz.ratio(" ".join(one.stems), " ".join(other.stems))
        return whole if whole >= SURE else 0.0
    is_part = set(one.stems) <= set(other.stems) or set(one.stems) >= set(other.stems)
    return ALIKE if is_part else 0.0


def _alike(one: Name, other: Name) -> float:
    """Their likeness as far as they are alike; of an abbreviation, that it may be the other."""
    score = _likeness(one, other)
    if score >= ALIKE:
        return score
    is_short = one.short in other.initials or other.short in one.initials
    return FAINT if is_short and one.numbers == other.numbers else 0.0


def _places(name: Name) -> set[tuple[str, ...]]:
    """Where a name stands in the index: a slip in a word spares its beginning or its end."""
    words = name.own or name.stems
    parts = {part for word in words for part in (word[:3], f"-{word[-3:]}")}
    letters = {INITIALS + one for one in (*name.initials, name.short) if one}
    return {(*name.numbers, part) for part in parts | letters}


@lru_cache(maxsize=65536)
def _name(name: str) -> Name:
    words = _words(name)
    every = tuple(word if word.isdigit() else _stem(word) for word in words)
    stems = tuple(stem for stem in every if stem not in TOWN) or every
    numbers = tuple(sorted(word for word in stems if word.isdigit()))
    kinds = {stem: kind for stem in stems if (kind := _kind_word(stem))}
    own = tuple(stem for stem in stems if stem not in kinds and not stem.isdigit())
    return Name(stems, numbers, frozenset(kinds.values()), own, *_abbreviated(name))


def _abbreviated(name: str) -> tuple[frozenset[str], str]:
    """What its words begin with, also with the small words between and with the town; and the only word of a name,
    which may look like a legal form: «МКУ «ЦРО»», a centre of education, not a religious organisation.
    """
    every = [word for word in TOKEN.findall(_without_form(_folded(name))) if not word.isdigit()]
    significant = [word for word in every if not NOISE.fullmatch(word)]
    own = _not_of_town(significant) or _not_of_town(TOKEN.findall(_folded(name)))[-1:]
    spelt = frozenset("".join(word[0] for word in words) for words in (every, significant, own) if len(words) >= FEWEST)
    return spelt, own[0] if len(own) == 1 and len(own[0]) >= FEWEST else ""


def _kind_word(stem: str) -> str | None:
    """The word of a kind that the stem belongs to: short ones must be it, longer ones begin it."""
    if stem in _generic():
        return stem
    beginnings = (stem[:length] for length in range(len(stem) - 1, SHORTEST, -1))
    return next((beginning for beginning in beginnings if beginning in _generic()), None)


def _not_of_town(words: Iterable[str]) -> list[str]:
    return [word for word in words if not NOISE.fullmatch(word) and _stem(word) not in TOWN]


@lru_cache(maxsize=65536)
def _words(name: str) -> tuple[str, ...]:
    """The words that count. A name that is nothing but a legal form keeps it."""
    tokens = TOKEN.findall(_without_form(_folded(name)))
    whole = [word for token in tokens for word in WHOLE.get(token, (token,))]
    return tuple(word for word in whole if not NOISE.fullmatch(word)) or tuple(whole)


def _folded(text: str) -> str:
    return fold(one_alphabet(text))


def _without_form(name: str) -> str:
    return _forms().sub(" ", name).strip() or name


@lru_cache(maxsize=1)
def _forms() -> re.Pattern[str]:
    """Legal forms, abbreviated or in full, as words of their own; the longest first."""
    known = sorted({fold(one) for pair in legal_forms().items() for one in pair}, key=len, reverse=True)
    joined = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in known)
    return re.compile(rf"(?<![а-я])(?:{joined})(?![а-я])")


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    """Stems that only say of which kind an organisation is."""
    words = {part for kind in partner_kinds() for words in kind.words for part in words.split()}
    return frozenset(_stem(word) if len(word) > SHORTEST else word for word in words | BESIDES)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """The word without its ending, so that cases don't matter."""
    found = ENDING.search(word, SHORTEST)
    return word[: found.start()] if found else word


KEYBOARD = str.maketrans("qwertyuiop[]asdfghjkl;'zxcvbnm,.`", "йцукенгшщзхъфывапролджэячсмитьбюё")
