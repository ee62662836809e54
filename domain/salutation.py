"""How somebody is spoken to in a letter (DOMAIN.md §8.1). Names are never inflected."""

import re
from dataclasses import dataclass
from enum import StrEnum

from domain.person_name import PersonName

_WOMAN = re.compile(r".+(?:вна|чна|шна)", re.IGNORECASE)
_MAN = re.compile(r".+(?:вич|ьич|мич)", re.IGNORECASE)


class Style(StrEnum):
    """Words of the catalogue. `ALL` («Уважаемые коллеги!») where it isn't known how to speak to somebody alone."""

    WOMAN = "woman"
    MAN = "man"
    ALL = "all"
    REVERENCE = "reverence"
    HIGH_REVERENCE = "high-reverence"
    EMINENCE = "eminence"
    HIGH_EMINENCE = "high-eminence"
    GIVEN = "given"


CLERGY = {
    "иерей": Style.REVERENCE,
    "священник": Style.REVERENCE,
    "иеромонах": Style.REVERENCE,
    "протоиерей": Style.HIGH_REVERENCE,
    "игумен": Style.HIGH_REVERENCE,
    "архимандрит": Style.HIGH_REVERENCE,
    "епископ": Style.EMINENCE,
    "архиепископ": Style.HIGH_EMINENCE,
    "митрополит": Style.HIGH_EMINENCE,
}
"""By rank; first name and patronymic are not used in letters to clergy."""


@dataclass(frozen=True, slots=True)
class Salutation:
    """`called`: «Мария Ивановна», or the words that the register has for it (`GIVEN`)."""

    style: Style
    called: str = ""


def salutation(name: PersonName | None, rank: str | None, given: str | None) -> Salutation:
    """What the register says comes first, then a rank, then first name and patronymic."""
    if given:
        return Salutation(Style.GIVEN, given)
    if rank:
        words = rank.casefold().split()
        return Salutation(next((CLERGY[word] for word in words if word in CLERGY), Style.ALL))
    patronymic = name.patronymic if name else ""
    if name and _WOMAN.fullmatch(patronymic):
        return Salutation(Style.WOMAN, name.called)
    if name and _MAN.fullmatch(patronymic):
        return Salutation(Style.MAN, name.called)
    return Salutation(Style.ALL)
