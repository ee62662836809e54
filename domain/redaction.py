"""Names of somebody who is forgotten, taken out of texts that stay: minutes, decisions, who spoke.

In whatever case they stand, with first name, patronymic or initials on either side. Namesakes with other initials stay.
"""

import re
from collections.abc import Collection
from functools import partial

from domain.person_name import PersonName

GONE = "[…]"
ENDING = re.compile(r"(?:ий|ый|ой|ая|яя|[аяьй])$", re.IGNORECASE)
E_OR_YO = re.compile(r"[ЕЁеё]")
YO = {"Е": "[ЕЁ]", "Ё": "[ЕЁ]", "е": "[её]", "ё": "[её]"}
ALONE_FROM = 5
"""Letters of a surname that counts by itself; a shorter one is an everyday word too often."""
OTHERS_AFTER = re.compile(r"\s*[А-ЯЁA-Z]\.")
OTHERS_BEFORE = re.compile(r"[А-ЯЁA-Z]\.\s*$")


def known_as(account: str) -> list[PersonName]:
    """What somebody with an account may be called, who has written their name in whatever order."""
    words = account.split()
    if len(words) < 2:
        return []
    first, second, *rest = words
    return [PersonName(first, second, " ".join(rest)), PersonName(words[-1], first)] if rest else _both(first, second)


def without(text: str, names: Collection[PersonName], surnames: Collection[str] = ()) -> str:
    """The text with a sign in place of each name. `surnames`: those that count without a first name beside them."""
    for name in names:
        pattern = _pattern(name)
        alone = name.last in surnames and len(name.last) >= ALONE_FROM
        text = pattern.sub(partial(_instead, alone=alone), text)
    return text


def stem(word: str) -> str:
    """What stays of a word in whatever case it stands."""
    return ENDING.sub("", word) if len(word) > 4 else word


def _both(first: str, second: str) -> list[PersonName]:
    return [PersonName(first, second), PersonName(second, first)]


def _instead(found: re.Match[str], *, alone: bool) -> str:
    if found["before"] or found["after"]:
        return GONE
    rest, head = found.string[found.end() :], found.string[: found.start()]
    is_another = OTHERS_AFTER.match(rest) or OTHERS_BEFORE.search(head)
    return GONE if alone and not is_another else found[0]


def _pattern(name: PersonName) -> re.Pattern[str]:
    surname = "|".join(map(_in_any_case, (name.last, name.last.upper())))
    own = _own(name)
    before = rf"(?P<before>(?:{own})\s*)?" if own else "(?P<before>)"
    after = rf"(?P<after>\s*,?\s+(?:{own}))?" if own else "(?P<after>)"
    return re.compile(rf"\b{before}\b(?:{surname})\b{after}")


def _own(name: PersonName) -> str:
    """First name and patronymic in full, or initials, with or without their last stop."""
    first, *second = name.letters.replace(".", " ").split() or [""]
    initials = rf"{first}\.(?:\s?{second[0]}\b\.?)?" if second else rf"{first}\.(?:\s?[А-ЯЁA-Z]\.)?"
    words = _in_any_case(name.first) if name.first else ""
    if name.first and name.patronymic:
        words += rf"(?:\s+{_in_any_case(name.patronymic)})?"
    return "|".join(filter(None, (words, initials if first else "")))


def _in_any_case(word: str) -> str:
    """With «ё» or «е», as people write it."""
    return rf"{E_OR_YO.sub(lambda one: YO[one[0]], re.escape(stem(word)))}\w{{0,3}}"
