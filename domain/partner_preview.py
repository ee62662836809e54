"""What a spreadsheet would do to the register, in as much as people are shown of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from domain.hidden import Hidden
from domain.partner_match import Change, Comparison, Doubt
from domain.partner_table import WHOLE, Fault, PartnerTable


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """Numbers of organisations; `fields` counts those that change in each field («reps»: in their people).

    `faults` and `doubts` are the first of `bad` rows and of `doubtful` organisations that nobody has decided on;
    `unknown` are headings that mean nothing, `nameless` and `done` as in `PartnerTable`;
    `others` are sheets in sight that are not read; `hidden` is what of the file nobody sees.
    `outcome` is the same exactly when the file would do the same.
    `import_id` is 0 for a file that can't be taken as it is.
    """

    new: int
    changed: int
    same: int
    fields: Mapping[str, int]
    doubts: tuple[Doubt, ...]
    doubtful: int
    faults: tuple[Fault, ...]
    bad: int
    unknown: tuple[str, ...]
    has_people: bool
    outcome: str
    nameless: tuple[str, ...] = ()
    done: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    others: tuple[str, ...] = ()
    hidden: Hidden = field(default_factory=Hidden)
    import_id: int = 0

    @property
    def bad_rows(self) -> int:
        """How many rows are at fault: none where the whole file is."""
        return 0 if self.faults and self.faults[0].number == WHOLE else self.bad

    @property
    def is_idle(self) -> bool:
        """Nothing would change."""
        return not (self.new or self.changed)


def preview_of(table: PartnerTable, found: Comparison, most: int) -> ImportPreview:
    """The preview with at most so many faults and doubts."""
    doubts = [doubt for doubt in found.doubts if doubt.is_same is None]
    return ImportPreview(
        new=found.new,
        changed=len(found.changes) - found.new,
        same=found.same,
        fields=dict(found.changed),
        doubts=tuple(doubts[:most]),
        doubtful=len(doubts),
        faults=table.faults[:most],
        bad=len({fault.number for fault in table.faults}),
        unknown=table.unknown,
        has_people=table.has_people,
        outcome=found.outcome,
        nameless=table.nameless,
        done=table.done,
    )


def pieces(changes: Sequence[Change], size: int) -> list[Sequence[Change]]:
    """The changes in pieces of at most so many."""
    return [changes[start : start + size] for start in range(0, len(changes), size)]
