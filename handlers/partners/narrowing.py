"""What a list of partners is narrowed by, as buttons carry it."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

from domain.partner import SECTORS, Grade
from domain.partner_filter import SILENCES, Counts, PartnerFilter
from handlers.callbacks import PartnerList, PartnerPick, WritePartners
from handlers.partners.words import GRADE_NAMES, sector_name
from handlers.say import Html, Say, join
from handlers.screen import Button, Row
from storage.library import Branch

GRADES = tuple(Grade)
UNREACHABLE, ARCHIVED = 1, 2
FIELDS = ("sector", "branch_id", "grade", "silent", "only")


class What(IntEnum):
    """What there is to narrow by; the numbers travel in buttons."""

    SECTOR = 0
    BRANCH = 1
    GRADE = 2
    SILENT = 3


BUTTONS = {
    What.SECTOR: "partner-button-sector",
    What.BRANCH: "partner-button-branch",
    What.GRADE: "partner-button-grade",
    What.SILENT: "partner-button-silent",
}
QUESTIONS = {
    What.SECTOR: "partner-ask-by-sector",
    What.BRANCH: "partner-ask-by-branch",
    What.GRADE: "partner-ask-by-grade",
    What.SILENT: "partner-ask-by-silence",
}
ANY = {
    What.SECTOR: {"sector": -1},
    What.BRANCH: {"branch_id": 0},
    What.GRADE: {"grade": -1},
    What.SILENT: {"silent": 0},
}

Choice = tuple[str, dict[str, int], int]
"""An option's words, what it sets, and how many partners it would show."""


def filter_of(press: PartnerList | PartnerPick | WritePartners) -> PartnerFilter:
    """What the button says; a number that means nothing is as good as none."""
    return PartnerFilter(
        sector=SECTORS[press.sector] if 0 <= press.sector < len(SECTORS) else None,
        branch_id=press.branch_id or None,
        grade=GRADES[press.grade] if 0 <= press.grade < len(GRADES) else None,
        silent=press.silent if press.silent in SILENCES else 0,
        unreachable=press.only in (UNREACHABLE, UNREACHABLE | ARCHIVED),
        archived=press.only in (ARCHIVED, UNREACHABLE | ARCHIVED),
    )


def narrowed(press: PartnerList | PartnerPick, **values: int) -> PartnerList:
    """The first page of the list, with other values than the press has."""
    return PartnerList(**({name: getattr(press, name) for name in FIELDS} | values))


def pick(press: PartnerList | PartnerPick, what: What) -> PartnerPick:
    return PartnerPick(what=int(what), **{name: getattr(press, name) for name in FIELDS})


def toggled(press: PartnerList, bit: int) -> PartnerList:
    """The list with the sign set, or taken back."""
    known = max(press.only, 0) & (UNREACHABLE | ARCHIVED)
    return narrowed(press, only=known ^ bit)


def choices(what: What, found: Counts, branches: Iterable[Branch], say: Say) -> list[Choice]:
    """What can be chosen, as far as it would show anybody."""
    match what:
        case What.SECTOR:
            every = [(sector_name(one, say), {"sector": n}, found.sectors[one]) for n, one in enumerate(SECTORS)]
        case What.BRANCH:
            every = [(one.short_name, {"branch_id": one.id}, found.branches[one.id]) for one in branches]
        case What.GRADE:
            every = [(say.plain(GRADE_NAMES[one]), {"grade": n}, found.grades[one]) for n, one in enumerate(GRADES)]
        case What.SILENT:
            every = [(silence(one, say), {"silent": one}, found.silent[one]) for one in SILENCES]
    return [one for one in every if one[2]]


def silence(months: int, say: Say) -> str:
    return say.plain("partner-silence", months=months)


def what_rows(press: PartnerList, found: Counts, branches: Sequence[Branch], say: Say) -> tuple[Row, ...]:
    """A button for each thing in which there is something to choose; those that are in use are marked."""
    chosen = filter_of(press)
    used = {
        What.SECTOR: chosen.sector is not None,
        What.BRANCH: chosen.branch_id is not None,
        What.GRADE: chosen.grade is not None,
        What.SILENT: bool(chosen.silent),
    }
    offered = [what for what in What if used[what] or choices(what, found, branches, say)]
    buttons = [Button(_marked(say.plain(BUTTONS[what]), say, on=used[what]), pick(press, what)) for what in offered]
    return (tuple(buttons[:2]), tuple(buttons[2:]))


def only_row(press: PartnerList, found: Counts, say: Say) -> Row:
    """«Некому написать: 7» and «Архив: 3», as far as there are any."""
    chosen = filter_of(press)
    both = (
        ("partner-button-unreachable", UNREACHABLE, chosen.unreachable, found.unreachable),
        ("partner-button-archived", ARCHIVED, chosen.archived, found.archived),
    )
    return tuple(
        Button(_marked(say.plain(key, number=number), say, on=on), toggled(press, bit))
        for key, bit, on, number in both
        if on or number
    )


def chosen_words(press: PartnerList, branches: Iterable[Branch], say: Say) -> Html | None:
    """«Отобрано: образование · молчат полгода»."""
    chosen = filter_of(press)
    names = {branch.id: branch.short_name for branch in branches}
    parts = [
        sector_name(chosen.sector, say) if chosen.sector else None,
        names.get(chosen.branch_id or 0),
        say.plain(GRADE_NAMES[chosen.grade]) if chosen.grade else None,
        silence(chosen.silent, say) if chosen.silent else None,
        say.plain("partner-chosen-unreachable") if chosen.unreachable else None,
        say.plain("partner-chosen-archived") if chosen.archived else None,
    ]
    said = join(*(say.text(part) for part in parts if part), by=" · ")
    return say("partner-chosen", what=said) if said else None


def _marked(words: str, say: Say, *, on: bool) -> str:
    return say.plain("form-button-marked", text=words) if on else words
