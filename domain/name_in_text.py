"""Names found in running text in whatever case they stand: «в Герценке», «на Тверском проспекте»."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from domain.scan import fold

_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ENDING = re.compile(
    r"(?:ого|его|ому|ему|ыми|ими|ами|ями|ой|ей|ый|ий|ая|яя|ое|ее|ые|ие|ую|юю|ым|им|ых|их|ом|ем|ам|ям|ах|ях|ов|ев"
    r"|[аяоеуюиыьй])$"
)
_SHORT_FORMS = {"пр-т": "проспект", "просп": "проспект", "пр-кт": "проспект", "наб": "набережная", "пл": "площадь"}
_SHORT_FORMS |= {"б-р": "бульвар", "бул": "бульвар", "пер": "переулок", "ш": "шоссе", "пос": "поселок"}
_EMPTY = frozenset(("им", "имени", "ул", "улица", "улице", "дом", "д", "г", "город", "корп", "the", "of"))
_PLACE = frozenset(("в", "во", "на", "из", "у", "at", "in"))
_ABOUT = frozenset(("о", "об", "обо", "про", "about"))
_NAMED_AFTER = re.compile(r"(?<!\w)(?:им\.|имени)\s+(.+)", re.IGNORECASE)


Name = tuple[tuple[str, str], ...]
"""The words of a name, each with its stem."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a folded text, where it stands, and what is left of it without its ending."""

    word: str
    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found: whose it is, and the stretch of text with its preposition."""

    owner: int
    start: int
    end: int
    words: int


def find_names(plain: str, names: Sequence[Iterable[str]], *, leading: bool = False) -> list[Hit]:
    """Where the names of each owner stand in a folded text; a hit inside a longer one is left out.

    A name of one word counts only as it was given or after «в», «на», and where it stands by itself: a lecture about
    Herzen is not yet in his library. With `leading` it is enough that nothing stands before it.
    """
    tokens = _tokens(plain)
    variants = {(owner, name) for owner, own in enumerate(names) for name in _variants(own)}
    hits = [hit for owner, name in sorted(variants) for hit in _hits(_Place(plain, tokens, leading), name, owner)]
    return [hit for hit in hits if not any(_is_inside(hit, other) for other in hits)]


def _is_inside(hit: Hit, other: Hit) -> bool:
    within = other.start <= hit.start and hit.end <= other.end
    return within and hit.words < other.words


def _variants(names: Iterable[str]) -> Iterator[Name]:
    """Each name; an address also without its last parts; of one «им. …» also «библиотека …», and that alone."""
    for name in names:
        parts = name.split(",")
        for number in range(len(parts), 0, -1):
            yield _words(",".join(parts[:number]))
        if found := _NAMED_AFTER.search(name):
            yield _words(found[1])
            yield _words(f"библиотека {found[1]}")


def _words(name: str) -> Name:
    return tuple((token.word, token.stem) for token in _tokens(fold(name)))


def _tokens(plain: str) -> list[Token]:
    found = (Token(one[0], _stem(one[0]), *one.span()) for one in _TOKEN.finditer(plain))
    return [token for token in found if token.word not in _EMPTY and not _is_initial(token.word)]


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and word not in _PLACE | _ABOUT


def _stem(word: str) -> str:
    word = _SHORT_FORMS.get(word, word)
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= 3 else word


def _hits(place: "_Place", name: Name, owner: int) -> Iterator[Hit]:
    for at in range(len(place.tokens) - len(name) + 1 if name else 0):
        run = place.tokens[at : at + len(name)]
        alike = all(token.stem == stem for token, (_, stem) in zip(run, name, strict=True))
        if alike and place.counts(at, name):
            yield Hit(owner, place.start(at), run[-1].end, len(name))


@dataclass(frozen=True, slots=True)
class _Place:
    """A folded text with its words, and whether names of one word are sought at the head of what is said."""

    plain: str
    tokens: list[Token]
    leading: bool

    def counts(self, at: int, name: Name) -> bool:
        """Whether the words from `at` on are meant as the name, and not just speak of it."""
        before = self._before(at)
        if before in _ABOUT:
            return False
        if len(name) > 1 or before in _PLACE:
            return True
        token = self.tokens[at]
        return before is None and (self.leading or (token.word == name[0][0] and self._stands_alone(token)))

    def start(self, at: int) -> int:
        """Where the name starts, with the preposition that leads to it."""
        return self.tokens[at - 1].start if self._before(at) in _PLACE else self.tokens[at].start

    def _before(self, at: int) -> str | None:
        """The word just before, None where a comma, something read or nothing is."""
        if at == 0 or re.search(r"[^\s\w.]", self.plain[self.tokens[at - 1].end : self.tokens[at].start]):
            return None
        return self.tokens[at - 1].word

    def _stands_alone(self, token: Token) -> bool:
        return re.match(r"\s*(?:$|[^\w\s])", self.plain[token.end :]) is not None
