"""A paper as data: what stands in it, one below the other. Whoever writes it to a file needs no more."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.charts import Chart


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `bold` begins it («Цель: …»), `small` for notes below a table, `quote` for what somebody said."""

    text: str
    bold: str = ""
    small: bool = False
    quote: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list; `numbered` or with dashes."""

    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: headings first; all columns but the first are narrow and stand to the right. It stays on one page with
    its title where it can."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, as large as the column."""

    chart: Chart


@dataclass(frozen=True, slots=True)
class Blank:
    """Lines to be filled in by hand."""

    lines: int


@dataclass(frozen=True, slots=True)
class Columns:
    """From here on so many columns."""

    number: int


Block = Heading | Text | Points | Rows | Picture | Blank | Columns


@dataclass(frozen=True, slots=True)
class Paper:
    """`title` is what the file says of itself, and stands on top; `over` above it, `under` below it."""

    title: str
    language: str
    over: str = ""
    under: str = ""
    footer: str = ""
    blocks: Sequence[Block] = field(default=())
