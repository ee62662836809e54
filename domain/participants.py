"""The list of participants: people of partners as the register has them, and groups without names."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from domain.person_name import PersonName
from domain.refusal import Refusal

GROUP = 200
COUNTED = (
    re.compile(r"[\s,(–—-](\d{1,4})\s*(?:чел(?:\.|овек\w*)?|people|persons?)\)?\.?$", re.IGNORECASE),
    re.compile(r"(?:\(|[–—-]\s|,\s)(\d{1,4})\)?$"),
    re.compile(r"^(\d{1,4})\s+(?![«„\"]|[А-ЯЁA-Z]\b)\D"),
)
"""«школьники, 12 человек», «школьники – 12», «12 школьников»; but «гимназия 44», «школа № 12» and «6 «Б»» say none."""

NAMED = re.compile(r"\b[А-ЯЁA-Z][а-яёa-z-]+\s+[А-ЯЁA-Z]\.\s?(?:[А-ЯЁA-Z](?:\.|\b))?(?!\s?[А-ЯЁA-Z][а-яё])")


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who comes for a partner. `position` and rank are printed as they are, never taken apart.

    `said`: they answered «Приду» themselves; `noted`: staff wrote them down; `came`: they were noted at the door.
    """

    rep_id: int
    partner_id: int
    partner: str
    name: PersonName | None = None
    position: str | None = None
    clergy_rank: str | None = None
    account: str | None = None
    member_id: int | None = None
    salutation: str | None = None
    said: bool = False
    noted: bool = False
    came: bool = False

    @property
    def comes(self) -> bool:
        return self.said or self.noted

    @property
    def listed(self) -> str:
        """«Фамилия И.О.», or what the person is called where the register has no name."""
        return (self.name.listed if self.name else "") or self.account or ""

    @property
    def office(self) -> str:
        """«Председатель Миссионерского отдела, Протоиерей»; the organisation where no position is known."""
        return ", ".join(filter(None, (self.position or self.partner, self.clergy_rank)))


@dataclass(frozen=True, slots=True)
class Group:
    """People without names, as typed: «сотрудники библиотек города». `people`: how many, where that is said."""

    id: int
    name: str
    people: int | None = None


def holds_name(text: str) -> bool:
    """Whether the words name a person: «Баранова Е.П.»; «библиотека им. А.И. Герцена» names none."""
    return bool(NAMED.search(text))


def once(people: Iterable[Participant]) -> list[Participant]:
    """Each person once, though they act for two partners: for the one that was entered first."""
    known: set[int] = set()
    found = []
    for one in people:
        if one.member_id not in known:
            found.append(one)
        if one.member_id is not None:
            known.add(one.member_id)
    return found


def who_came(people: Iterable[Participant]) -> list[Participant]:
    """For papers written afterwards, of an event at whose door people were noted."""
    return [one for one in people if one.came]


def all_groups(listed: Sequence[Group], at_door: Iterable[Group]) -> list[Group]:
    """Those of the list, then those that only the door knows; of the same name, with the number counted there."""
    counted = {one.name.casefold(): one for one in at_door}
    found = [replace(one, people=counted.pop(one.name.casefold(), one).people) for one in listed]
    return [*found, *counted.values()]


def lines(people: Iterable[Participant], groups: Iterable[Group]) -> list[str]:
    """The list as it is printed: «Фамилия И.О. – должность, сан», in the order given, groups last."""
    named = (" – ".join(filter(None, (one.listed, one.office))) for one in once(people))
    return [*named, *(group.name for group in groups)]


def total(people: Iterable[Participant], groups: Iterable[Group]) -> int:
    """How many people that is, without groups of unknown size."""
    return len(once(people)) + sum(group.people or 0 for group in groups)


def read_group(text: str) -> Group:
    """The group that was typed: its words stay as they are, a number among them is counted."""
    words = " ".join(text.split()).strip(" ,;")
    if not words:
        raise Refusal("text-empty")
    if len(words) > GROUP:
        raise Refusal("text-too-long", most=GROUP, length=len(words))
    found = next((match for pattern in COUNTED if (match := pattern.search(words))), None)
    return Group(0, words, int(found[1]) or None if found else None)
