"""A clergy rank that stands beside a name: «протоиерей Георгий Ветров», «Ветров Г.А., иерей», «прот. Г. Ветров»."""

import re

RANKS = (
    "протопресвитер",
    "протоиерей",
    "протодиакон",
    "архидиакон",
    "архимандрит",
    "архиепископ",
    "иеродиакон",
    "иеросхимонах",
    "схиархимандрит",
    "схиигумен",
    "схимонах",
    "иеромонах",
    "митрополит",
    "священник",
    "игумения",
    "игуменья",
    "игумен",
    "диакон",
    "дьякон",
    "епископ",
    "патриарх",
    "монахиня",
    "инокиня",
    "послушница",
    "послушник",
    "иерей",
    "монах",
    "инок",
    "archpriest",
    "archdeacon",
    "archbishop",
    "hieromonk",
    "metropolitan",
    "priest",
    "deacon",
    "bishop",
    "abbot",
    "abbess",
)
SHORT = {
    "прот.": "протоиерей",
    "протод.": "протодиакон",
    "свящ.": "священник",
    "диак.": "диакон",
    "архим.": "архимандрит",
    "иером.": "иеромонах",
    "игум.": "игумен",
    "митр.": "митрополит",
    "архиеп.": "архиепископ",
    "еп.": "епископ",
    "мон.": "монахиня",
}
"""As they are written before a name."""
_RANK = rf"(?:митрофорный\s+)?(?:{'|'.join(RANKS)})|{'|'.join(map(re.escape, SHORT))}"
_BEFORE = re.compile(rf"(?P<rank>{_RANK})(?<=[\w.])(?!\w)\s*(?P<rest>.+)", re.IGNORECASE)
_AFTER = re.compile(rf"(?P<rest>.+?)(?:\s*,\s*|\s+[–—-]\s*|\s*\(\s*|\s+)(?P<rank>{_RANK})\s*\)?\s*\.?", re.IGNORECASE)
_AT_END = re.compile(rf"(?P<rest>.+?)\s*,\s*(?P<rank>{_RANK})", re.IGNORECASE)
_PATRONYMIC = re.compile(r".{2,}(?:вич|вна|ична|инична|ьич|мич)", re.IGNORECASE)
_SURNAME = re.compile(
    r".{2,}(?:ов|ев|ёв|ин|ын|ский|цкий|ской|цкой|ова|ева|ёва|ина|ына|ская|цкая|ко|ук|юк|ых|их)", re.IGNORECASE
)
_FIRST = frozenset({"константин", "валентин", "севастин", "мартин", "лев", "августин", "марина", "ирина", "нина"})
"""First names that end as surnames do."""


def without_rank(text: str) -> tuple[str, str]:
    """The name without the rank before or behind it, and the rank; an empty one where there is none.

    Behind a rank people write the first name first, so a surname at the end is put in front, where names have it. A
    rank keeps the letters it was written with; one that was abbreviated is written out.
    """
    plain = " ".join(text.split())
    if found := _BEFORE.fullmatch(plain):
        return _surname_first(found["rest"].strip(" ,")), _whole(found["rank"])
    if found := _AFTER.fullmatch(plain):
        return found["rest"].strip(" ,"), _whole(found["rank"])
    return plain, ""


def position_and_rank(position: str) -> tuple[str, str]:
    """«Председатель отдела, Протоиерей»: the rank at its end stands apart; nothing else of a position is split."""
    found = _AT_END.fullmatch(position)
    return (found["rest"], _whole(found["rank"])) if found else (position, "")


def _surname_first(name: str) -> str:
    words = name.split()
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[1]) and not _PATRONYMIC.fullmatch(words[2]):
        return " ".join((words[2], words[0], words[1]))
    if len(words) == 2 and _is_surname(words[1]) and not _is_surname(words[0]) and "." not in name:
        return " ".join(reversed(words))
    return name


def _is_surname(word: str) -> bool:
    return _SURNAME.fullmatch(word) is not None and word.casefold() not in _FIRST


def _whole(rank: str) -> str:
    return SHORT.get(rank.casefold(), rank)
