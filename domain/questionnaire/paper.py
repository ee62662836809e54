"""A questionnaire as a printed form: what stands on it from top to bottom, in words that are ready to be printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ticks:
    """Options, each with a box; `own` is the one with a line for words of one's own."""

    options: tuple[str, ...]
    own: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """Several lines with the same options, as a table with a box in each cell."""

    options: tuple[str, ...]
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """So many lines to write on."""

    number: int


@dataclass(frozen=True, slots=True)
class Blank:
    """One short answer, written into the signs: «« ___ » __________ 20___ г.»."""

    signs: str


Answer = Ticks | Scale | Lines | Blank


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be read: a note, or for whom the questions that follow are."""

    text: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A question; `hints` are how to answer."""

    number: int
    text: str
    hints: tuple[str, ...]
    answer: Answer


Block = Heading | Remark | Ask


@dataclass(frozen=True, slots=True)
class Paper:
    """The form. `head` are sentences above the questions, `fields` what is filled in by hand there; `page` is what the
    foot says beside the page's number."""

    title: str
    head: tuple[str, ...]
    fields: tuple[str, ...]
    blocks: tuple[Block, ...]
    thanks: str
    page: str
