"""What is written of a period outside the chat, in processes of its own: `bot` says how."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from domain.at_work import Told
from domain.journal import Entry
from domain.journal_sheets import Wording


@dataclass(frozen=True, slots=True)
class JournalFiles:
    """`journal`: events as a workbook, with what form 6-НК of that year asks for; told of the step "written"."""

    journal: Callable[[Sequence[Entry], int, Wording, Told], Awaitable[bytes]]
