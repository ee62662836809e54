"""What an organisation of the register becomes by what a file says of it, and its people with it.

Empty cells say nothing, lists are united, names of people are completed: so two files that do not contradict each
other end the same in any order. Where both name one thing differently the later file has the last word; where neither
says who of an organisation's people is the primary, the first to come is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain.alphabets import TO_CYRILLIC, one_alphabet
from domain.partner import PartnerFields, RepFields
from domain.partner_guess import guess
from domain.partner_kinds import partner_kinds
from domain.partner_table import PartnerRow, RepRow
from domain.person_name import PersonName

DEFAULT_SECTOR = "other"


@dataclass(frozen=True, slots=True)
class KnownRep:
    """A person as the register has them."""

    id: int
    fields: RepFields


@dataclass(frozen=True, slots=True)
class KnownPartner:
    """An organisation as the register has it. Archived ones are out of it, and come back when a file names them."""

    id: int
    fields: PartnerFields
    reps: tuple[KnownRep, ...] = ()
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class RepChange:
    """A person before and after; `rep_id` is None for one who is new."""

    rep_id: int | None
    before: RepFields | None
    after: RepFields


def fields_of(row: PartnerRow) -> PartnerFields:
    """A new organisation; the sector and the short name are guessed where the file has none."""
    said: dict[str, Any] = {**_unsaid(row.name), **_sector_of(row.said.get("kind")), **row.said}
    fields = PartnerFields(name=row.name, aliases=sorted_names(row.aliases), branch_ids=row.branch_ids, **said)
    return replace(fields, notes=_with_more(fields.notes, row.more))


def updated(fields: PartnerFields, row: PartnerRow) -> PartnerFields:
    """The same organisation by its name or an alias: what the file says counts.

    A file that calls the register's name an alias of its own name renames the organisation.
    """
    said: dict[str, Any] = dict(row.said)
    if row.name != fields.name and row.name not in fields.aliases and fields.name in row.aliases:
        said = {"name": row.name, **_new_short(fields, row.name), **said}
    return _united(replace(fields, **said), row, fields.name)


def filled(fields: PartnerFields, row: PartnerRow) -> PartnerFields:
    """The organisation is the file's under another name: that becomes an alias, what is empty here is filled."""
    empty = {name: value for name, value in row.said.items() if _is_empty(fields, name)}
    said: dict[str, Any] = empty
    return _united(replace(fields, **said), row, row.name)


def sorted_names(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names), key=lambda name: (name.casefold(), name)))


def people_of(known: Sequence[KnownRep]) -> tuple[RepChange, ...]:
    """The people as the register has them."""
    return tuple(RepChange(rep.id, rep.fields, rep.fields) for rep in known)


def people_after(people: Sequence[RepChange], rows: Sequence[RepRow], *, fill: bool) -> tuple[RepChange, ...]:
    """All of the people once the file has had its say; `fill`: only what is empty is filled."""
    after = list(people)
    for row in rows:
        place = _place(after, row.name)
        if place is None:
            after.append(RepChange(None, None, _rep(RepFields(row.name), row, fill=False)))
        else:
            after[place] = replace(after[place], after=_rep(after[place].after, row, fill=fill))
    return tuple(_one_primary(after, rows, fill=fill))


def is_same_person(one: PersonName, other: PersonName) -> bool:
    """The same surname, and first names that agree; where one has only initials, the same initials, in whichever of
    the alphabets.
    """
    if one_alphabet(one.last).casefold() != one_alphabet(other.last).casefold():
        return False
    if not (one.first and other.first):
        return one.letters.translate(TO_CYRILLIC) == other.letters.translate(TO_CYRILLIC)
    agree = one.patronymic.casefold() == other.patronymic.casefold() or not (one.patronymic and other.patronymic)
    return agree and one.first.casefold() == other.first.casefold()


def fuller(one: PersonName, other: PersonName) -> PersonName:
    """What both names together say."""
    first, patronymic = other.first or one.first, other.patronymic or one.patronymic
    initials = "" if first else other.initials or one.initials
    return PersonName(other.last or one.last, first, patronymic, initials)


def _unsaid(name: str) -> dict[str, str]:
    """What an organisation must have, where nobody said it."""
    guessed = guess(name)
    return {"short_name": guessed.short_name, "sector": guessed.kind.sector if guessed.kind else DEFAULT_SECTOR}


def _sector_of(kind: object) -> dict[str, str]:
    return next(({"sector": known.sector} for known in partner_kinds() if known.id == kind), {})


def _is_empty(fields: PartnerFields, name: str) -> bool:
    """Whether nothing stands there, or what was guessed."""
    return bool(getattr(fields, name) == _unsaid(fields.name).get(name))


def _new_short(fields: PartnerFields, name: str) -> Mapping[str, str]:
    return {"short_name": _unsaid(name)["short_name"]} if _is_empty(fields, "short_name") else {}


def _united(fields: PartnerFields, row: PartnerRow, other_name: str) -> PartnerFields:
    """With the aliases, branches and lines of both."""
    names = {*fields.aliases, *row.aliases, row.name, other_name} - {fields.name}
    aliases = fields.aliases if names == set(fields.aliases) else sorted_names(tuple(names))
    branch_ids = tuple(sorted({*fields.branch_ids, *row.branch_ids}))
    return replace(fields, aliases=aliases, branch_ids=branch_ids, notes=_with_more(fields.notes, row.more))


def _with_more(notes: str | None, more: Sequence[str]) -> str | None:
    """The notes with the lines that they don't have yet."""
    known = (notes or "").split("\n")
    return "\n".join(filter(None, (notes, *(line for line in more if line not in known)))) or notes


def _place(people: Sequence[RepChange], name: PersonName) -> int | None:
    """Who of the people it is: the very name, or the only one that agrees with it."""
    names = [one.after.name for one in people]
    if name in names:
        return names.index(name)
    fitting = [n for n, other in enumerate(names) if other is not None and is_same_person(other, name)]
    return fitting[0] if len(fitting) == 1 else None


def _rep(fields: RepFields, row: RepRow, *, fill: bool) -> RepFields:
    said: dict[str, Any] = {
        name: value
        for name, value in row.said.items()
        if name != "is_primary" and not (fill and getattr(fields, name) is not None)
    }
    name = row.name if fields.name is None else fuller(fields.name, row.name)
    return replace(fields, name=name, **said)


def _one_primary(people: list[RepChange], rows: Sequence[RepRow], *, fill: bool) -> list[RepChange]:
    """Exactly one is the primary: whom the file names, or else who was, or else the first who may be."""
    said = ((row, _place(people, row.name)) for row in rows if "is_primary" in row.said)
    wishes = {place: bool(row.said["is_primary"]) for row, place in said if place is not None}
    old = next((place for place, one in enumerate(people) if one.after.is_primary), None)
    wishes = {} if fill and old is not None else wishes
    order = sorted(
        range(len(people)), key=lambda place: (not wishes.get(place), wishes.get(place) is False, place != old)
    )
    return [replace(one, after=replace(one.after, is_primary=place == order[0])) for place, one in enumerate(people)]
