"""Cells in which several telephones or addresses of mail stand: «8 (4822) 34-56-78, 8-910-111-22-33 доб. 12»."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from domain.alphabets import MIXED, ONLY_CYRILLIC, ONLY_LATIN, TO_LATIN, WORD, one_alphabet
from domain.phone import LABEL, as_telephone, phone_words, read_phone
from domain.refusal import Refusal

PARTS = re.compile(
    r"[,;/\n]+|\s+(?:и|или|and|or)\s+|(?<=[\d)])\s+(?=(?:тел|факс|моб|сот|раб|т|ф)\b[.:]*\s*[\d+(])|(?<=[а-яё]\))\s*(?=[\d+(])",
    re.IGNORECASE,
)
"""What parts the telephones of a cell; the next may begin with its label, or behind a remark in brackets."""
WHOLE = re.compile(r"(?:[78]\d{10})+")
"""Telephones with their codes, one behind the other with nothing between."""
WHOLE_FIGURES = 11
EXTENSION = re.compile(r"(?:добавочный|доб|внутренний|внутр|вн|ext|extension|#)\b.*\d", re.IGNORECASE)
NUMBER = re.compile(r"[+(]?\d[\d\s()+\-–—−‑.]*\d")
FIGURES_ONLY = re.compile(r"[\d\s()+\-–—−‑.]+")
FAX = re.compile(r"факс|fax|ф\b", re.IGNORECASE)
AROUND = " \t\n.,:;()'\"–—-"
OFFICES = (
    "приёмная",
    "приемная",
    "директор",
    "бухгалтерия",
    "секретарь",
    "вахта",
    "методист",
    "заведующая",
    "канцелярия",
    "whatsapp",
    "viber",
    "telegram",
    "max",
)
"""Who may stand beside a number with a capital letter and is nobody's name."""
MOST_WORDS = 24
MOBILE = "+79"
MAIL = re.compile(r"[^@\s,;/<>()]+@[^@\s,;/<>()]+\.[^@\s,;/<>().]+")
MARKS = " ()<>\"'«»."
MAIL_PARTS = re.compile(r"[,;/\s]+")
MAIL_LABEL = re.compile(r"(?:(?:mailto|e-?mail|эл|электронная|почта|и|and)[.:]*)+", re.IGNORECASE)
GLUED_LABEL = re.compile(rf"{MAIL_LABEL.pattern}(?<=:)", re.IGNORECASE)
"""Before an address with no space between: what has no colon may be the address, as «andrey@» is."""


@dataclass(frozen=True, slots=True)
class Telephone:
    """A number as it is kept, and what stands beside it: «приёмная», «директор»."""

    kept: str
    remark: str = ""
    is_fax: bool = False

    @property
    def is_mobile(self) -> bool:
        return self.kept.startswith(MOBILE)

    @property
    def line(self) -> str:
        """«тел. +7 (4822) 34-56-79 – приёмная»: as notes have it."""
        kind = "факс" if self.is_fax else "тел."
        return f"{kind} {phone_words(self.kept)}" + (f" – {self.remark}" if self.remark else "")


def telephones(cell: str) -> tuple[Telephone, ...]:
    """All that stand in the cell, each once, a fax behind the others. `Refusal("phone-unclear")` for anything else.

    A name beside a number is refused too: it would be kept where no names are.
    """
    cell = as_telephone(cell)
    try:
        return (_telephone(cell),)
    except Refusal:
        found: dict[str, Telephone] = {}
        for part in _parts(cell):
            for one in _several(part):
                found.setdefault(one.kept, one)
    if not found:
        raise Refusal("phone-unclear")
    return tuple(sorted(found.values(), key=lambda one: one.is_fax))


def emails(cell: str) -> tuple[str, ...]:
    """All addresses that stand in the cell, each once, with no Russian letter among their Latin ones.

    `Refusal("email-unclear")` for anything else.
    """
    parts = (_without_label(part.strip(MARKS)).strip(MARKS) for part in MAIL_PARTS.split(cell))
    found = [_latin(part) for part in parts if part]
    if not found or not all(map(MAIL.fullmatch, found)):
        raise Refusal("email-unclear")
    return tuple(dict.fromkeys(found))


def _without_label(part: str) -> str:
    plain = one_alphabet(part)
    label = MAIL_LABEL.fullmatch(plain) or GLUED_LABEL.match(plain)
    return part[label.end() :] if label else part


def _latin(address: str) -> str:
    """Letters that look alike made Latin; where it ends in Russian ones («.рф»), only in words that have Latin ones.

    `Refusal` where a Russian letter stays among them.
    """
    if ONLY_LATIN.search(address.rpartition(".")[2]):
        plain, wrong = address.translate(TO_LATIN), ONLY_CYRILLIC
    else:
        plain, wrong = WORD.sub(lambda word: _latin_word(word[0]), address), MIXED
    if wrong.search(plain):
        raise Refusal("email-unclear")
    return plain


def _latin_word(word: str) -> str:
    return word.translate(TO_LATIN) if MIXED.search(word) else word


def _parts(cell: str) -> list[str]:
    """Between the signs that part; an extension goes with its number, a remark without figures with the one before."""
    parts: list[str] = []
    for part in map(str.strip, PARTS.split(cell)):
        if parts and part and (EXTENSION.match(part) or not re.search(r"\d", part)):
            parts[-1] += f", {part}"
        elif part.strip(AROUND):
            parts.append(part)
    return parts


def _several(part: str) -> tuple[Telephone, ...]:
    """Those of a part: one, or several with nothing but spaces between, if there is only one way to read them."""
    try:
        return (_telephone(part),)
    except Refusal:
        words = part.split()
        if not FIGURES_ONLY.fullmatch(part) or len(words) > MOST_WORDS:
            raise
    ways = list(islice(_ways(words), 2)) or [_glued(part)]
    if len(ways) != 1:
        raise Refusal("phone-unclear")
    return ways[0]


def _glued(part: str) -> tuple[Telephone, ...]:
    figures = re.sub(r"\D", "", part)
    if not WHOLE.fullmatch(figures):
        raise Refusal("phone-unclear")
    starts = range(0, len(figures), WHOLE_FIGURES)
    return tuple(Telephone(read_phone(figures[start : start + WHOLE_FIGURES])) for start in starts)


def _ways(words: Sequence[str]) -> Iterator[tuple[Telephone, ...]]:
    if not words:
        yield ()
    for end in range(1, len(words) + 1):
        try:
            first = Telephone(read_phone(" ".join(words[:end])))
        except Refusal:
            continue
        yield from ((first, *rest) for rest in _ways(words[end:]))


def _telephone(part: str) -> Telephone:
    is_fax = FAX.match(part) is not None
    try:
        return Telephone(read_phone(part), is_fax=is_fax)
    except Refusal:
        number = NUMBER.search(part)
        if number is None:
            raise
    end = number.end()
    if extension := EXTENSION.match(part[end:].lstrip(" ,(")):
        end += part[end:].index(extension[0]) + extension.end()
    beside = LABEL.sub("", part[: number.start()].strip(AROUND)), part[end:].strip(AROUND)
    return replace(Telephone(read_phone(part[number.start() : end])), remark=_remark(beside), is_fax=is_fax)


def _remark(beside: Sequence[str]) -> str:
    """`Refusal` for what might be a name, and for figures."""
    remark = ", ".join(filter(None, beside))
    words = re.findall(r"\w+", remark)
    if any(not word.isalpha() or (word != word.lower() and word.casefold() not in OFFICES) for word in words):
        raise Refusal("phone-unclear")
    return remark
