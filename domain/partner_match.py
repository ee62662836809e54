"""Compares a file with the register: what is new, changed, the same, or likely known under another name.

The same organisation is one whose name the register has, as a name or as an alias, or whose alias in the file is a name
of the register: both say so themselves. What is merely alike is a `Doubt`, and stays apart until somebody says that it
is the same.

Two files end the same in any order as long as they do not contradict each other (`partner_merge`) and nothing doubtful
is merged. Likeness is no equivalence: with three alike names the order decides who is merged with whom, and whose name
stays in front. Nor can an alias join two organisations that the register keeps apart already.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256

from domain.at_work import Told, untold
from domain.partner import PartnerFields
from domain.partner_merge import KnownPartner, RepChange, fields_of, filled, people_after, people_of, updated
from domain.partner_search import Found, Lookalikes
from domain.partner_table import PartnerRow

MOST_ALIKE = 3
"""Organisations that one of the file is held beside."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """An organisation of the file that is likely `other`: of the register (`key` is its id), or of another row (−row).

    `number` is the row of the file; `also`: others that it may be, by key, less likely ones. `is_same`: what was said,
    None while nothing was. False, said of the likeliest, means none of them. `is_faint`: even the likeliest is like it
    by its initials alone.
    """

    number: int
    mine: PartnerFields
    key: int
    other: PartnerFields
    is_same: bool | None
    also: tuple[tuple[int, PartnerFields], ...] = ()
    is_faint: bool = False

    @property
    def others(self) -> tuple[tuple[int, PartnerFields], ...]:
        """All that it may be, the likeliest first."""
        return ((self.key, self.other), *self.also)


@dataclass(frozen=True, slots=True)
class Change:
    """An organisation that comes or changes; `known` is what the register has of it, None if it is new."""

    number: int
    known: KnownPartner | None
    after: PartnerFields
    reps: tuple[RepChange, ...]

    @property
    def changed(self) -> tuple[str, ...]:
        """Names of the fields that change; «reps» for people, «archived» for one that comes back."""
        if self.known is None:
            return ()
        names = [one.name for one in fields(PartnerFields)]
        differ = [name for name in names if getattr(self.known.fields, name) != getattr(self.after, name)]
        return (*differ, *(("reps",) if self.reps else ()), *(("archived",) if self.known.is_archived else ()))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the file would do. `outcome` is the same exactly when it would do the same."""

    changes: tuple[Change, ...]
    same: int
    doubts: tuple[Doubt, ...]

    @property
    def new(self) -> int:
        return sum(change.known is None for change in self.changes)

    @property
    def changed(self) -> Counter[str]:
        """How many organisations change in each field."""
        return Counter(name for change in self.changes for name in change.changed)

    @property
    def outcome(self) -> str:
        return sha256(repr((self.changes, self.same)).encode()).hexdigest()


def compare(
    rows: Sequence[PartnerRow],
    known: Sequence[KnownPartner],
    said: Mapping[tuple[int, int], bool] | None = None,
    *,
    merge: bool = False,
    told: Told = untold,
) -> Comparison:
    """Compares. `said`: of doubts by `number` and `key`, whether it is the same one; `merge`: all others are, unless
    they are `is_faint`.

    `told` hears of the step "checked", organisation by organisation.
    """
    return _Comparing(known, said or {}, merge=merge).of(rows, told)


@dataclass(slots=True)
class _Target:
    """What becomes of one organisation, as rows are taken."""

    number: int
    known: KnownPartner | None
    after: PartnerFields
    people: tuple[RepChange, ...] = ()

    def take(self, row: PartnerRow, *, fill: bool = False) -> None:
        self.after = filled(self.after, row) if fill else updated(self.after, row)
        self.people = people_after(self.people, row.reps, fill=fill)

    def change(self) -> Change:
        return Change(self.number, self.known, self.after, tuple(one for one in self.people if one.before != one.after))


class _Comparing:
    def __init__(self, known: Sequence[KnownPartner], said: Mapping[tuple[int, int], bool], *, merge: bool) -> None:
        self._said = said
        self._merge = merge
        self._register = known
        self._targets: dict[int, _Target] = {}
        self._doubts: list[Doubt] = []

    def of(self, rows: Sequence[PartnerRow], told: Told) -> Comparison:
        known = _Names(self._register).certain(rows)
        for row in rows:
            if row.number in known:
                self._target(row.number, known[row.number]).take(row)
        others = [row for row in rows if row.number not in known]
        for done, _ in enumerate(self._take_others(others), len(rows) - len(others) + 1):
            told("checked", done, len(rows))
        changes = [target.change() for target in self._targets.values()]
        changes.sort(key=lambda one: one.number)
        real = tuple(one for one in changes if one.known is None or one.changed)
        return Comparison(real, len(changes) - len(real), tuple(self._doubts))

    def _target(self, number: int, known: KnownPartner) -> _Target:
        fresh = _Target(number, known, known.fields, people_of(known.reps))
        return self._targets.setdefault(known.id, fresh)

    def _take_others(self, rows: Sequence[PartnerRow]) -> Iterator[PartnerRow]:
        """Takes the rows that name nobody for certain, one after the other."""
        here = {one.id: one for one in self._register if not one.is_archived}
        alike = Lookalikes({key: _names(one.fields) for key, one in here.items()})
        for row in rows:
            mine = fields_of(row)
            found = sorted(alike.like(*_names(mine)), key=_likeliest)[:MOST_ALIKE]
            key = self._decided(row, mine, found, here) if found else None
            if key is None:
                self._targets[-row.number] = _Target(row.number, None, mine, people_after((), row.reps, fill=False))
                alike.add(-row.number, _names(mine))
            else:
                target = self._targets[key] if key in self._targets else self._target(row.number, here[key])
                target.take(row, fill=True)
            yield row

    def _decided(
        self, row: PartnerRow, mine: PartnerFields, found: Sequence[Found], here: Mapping[int, KnownPartner]
    ) -> int | None:
        """Notes the doubt; which of them it was said to be, None: a new one, so far."""
        keys = [one.id for one in found]
        others = [(key, here[key].fields if key > 0 else self._targets[key].after) for key in keys]
        meant = next((key for key in keys if self._said.get((row.number, key))), None)
        said = True if meant is not None else self._said.get((row.number, keys[0]))
        self._doubts.append(Doubt(row.number, mine, *others[0], said, tuple(others[1:]), found[0].is_faint))
        return keys[0] if said is None and self._merge and not found[0].is_faint else meant


class _Names:
    """Which organisation of the register is meant for certain."""

    def __init__(self, known: Sequence[KnownPartner]) -> None:
        self._by_name = {one.fields.name: one for one in known}
        self._by_alias: dict[str, list[KnownPartner]] = defaultdict(list)
        for one in known:
            for alias in one.fields.aliases:
                self._by_alias[alias].append(one)

    def certain(self, rows: Sequence[PartnerRow]) -> dict[int, KnownPartner]:
        """By the number of the row."""
        found = {row.number: self._by_name[row.name] for row in rows if row.name in self._by_name}
        taken = {one.id for one in found.values()}
        others = [row for row in rows if row.number not in found]
        renaming = {row.number: one for row in others if (one := self._renamed(row)) and one.id not in taken}
        wishes = Counter(one.id for one in renaming.values())
        for row in others:
            aliased = self._by_alias.get(row.name, [])
            if len(aliased) == 1:
                found[row.number] = aliased[0]
            elif not aliased and row.number in renaming and wishes[renaming[row.number].id] == 1:
                found[row.number] = renaming[row.number]
        return found

    def _renamed(self, row: PartnerRow) -> KnownPartner | None:
        """The only one whose name the row calls an alias."""
        meant = [self._by_name[alias] for alias in row.aliases if alias in self._by_name]
        return meant[0] if len(meant) == 1 else None


def _likeliest(found: Found) -> tuple[float, bool, int]:
    """Of those that are equally like the register's own comes first."""
    return (-found.score, found.id < 0, abs(found.id))


def _names(fields_: PartnerFields) -> tuple[str, ...]:
    return (fields_.name, fields_.short_name, *fields_.aliases)
