"""What stands in the way of asking a questionnaire in chat: every fault at once, each with its row."""

from collections.abc import Iterable
from dataclasses import dataclass, field

Values = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `row` of the sheet «survey» (or of `sheet`), 0 for the file as a whole; `code` names its words."""

    code: str
    row: int = 0
    values: Values = field(default_factory=dict)


class BadQuestionnaire(Exception):  # noqa: N818 - says what is the matter
    """The workbook can't be asked in chat. `faults`: all that speaks against it, in the order of rows."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.row, fault.code)))
        super().__init__(self.faults)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.faults,)
