"""The name of a person by its parts, read as people write it and printed as papers want it (DOMAIN.md §8.1)."""

import re
from dataclasses import dataclass

INITIALS = re.compile(r"([A-ZА-ЯЁ])\s*\.\s*(?:([A-ZА-ЯЁ])(?![a-zа-яё])\s*\.?)?")
WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+(?:[-'’][A-Za-zА-Яа-яЁё]+)*")


@dataclass(frozen=True, slots=True)
class PersonName:
    """Parts of a name. `initials` («Е.П.») stand where the first name is not known; a patronymic may be absent."""

    last: str
    first: str = ""
    patronymic: str = ""
    initials: str = ""

    @property
    def letters(self) -> str:
        """«Е.П.», each letter with its full stop, without spaces."""
        known = [part[0].upper() for part in (self.first, self.patronymic) if part]
        return "".join(f"{letter}." for letter in known) or self.initials

    @property
    def listed(self) -> str:
        """«Баранова Е.П.»: as lists print it."""
        return " ".join(filter(None, (self.last, self.letters)))

    @property
    def signed(self) -> str:
        """«Е.П. Баранова»: as signatures print it."""
        return " ".join(filter(None, (self.letters, self.last)))

    @property
    def full(self) -> str:
        """Everything that is known: «Баранова Елена Павловна», or «Баранова Е.П.»."""
        return " ".join(filter(None, (self.last, self.first, self.patronymic))) if self.first else self.listed

    @property
    def called(self) -> str:
        """«Елена Павловна»: as one is spoken to; empty when only initials are known."""
        return " ".join(filter(None, (self.first, self.patronymic)))


def read_name(text: str) -> PersonName | None:
    """The name that the text is: surname first, in full or with initials before or after it, stops and spaces at will.

    None for what is no name: a single letter, figures, or more than four words.
    """
    text = " ".join(text.replace("\u00a0", " ").split())
    return _with_initials(text) or _in_full(text)


def _with_initials(text: str) -> PersonName | None:
    """«Баранова Е.П.», «Логунова А.М», «Е. П. Баранова», «Шабанов А. Ю.»."""
    if found := re.fullmatch(rf"({WORD.pattern})\s*,?\s+{INITIALS.pattern}", text):
        return PersonName(found[1], initials=_stops(found[2], found[3]))
    if found := re.fullmatch(rf"{INITIALS.pattern}\s*({WORD.pattern})", text):
        return PersonName(found[3], initials=_stops(found[1], found[2]))
    if found := re.fullmatch(rf"({WORD.pattern}) ([А-ЯЁ]) ?([А-ЯЁ])?", text):
        return PersonName(found[1], initials=_stops(found[2], found[3]))
    return None


def _in_full(text: str) -> PersonName | None:
    """«Баранова Елена Павловна», «Баранова Елена», «Баранова»; what follows the third word is part of a patronymic."""
    words = text.split(" ")
    if not 1 <= len(words) <= 4 or not all(WORD.fullmatch(word) for word in words) or len(words[0]) < 2:
        return None
    last, first, *rest = (*words, "")
    return PersonName(last, first, " ".join(rest).strip())


def _stops(*letters: str | None) -> str:
    return "".join(f"{letter}." for letter in letters if letter)
