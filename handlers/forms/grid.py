"""Options as rows of buttons: words where they are short, else a numbered list in the text and digits below."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiogram.filters.callback_data import CallbackData

from handlers.card import shortened
from handlers.say import Html, Say, join
from handlers.screen import Button, Row

SHORT = 28
"""Letters of a word button; phones cut longer ones (DOMAIN.md §2.3)."""
WIDTH = 34
"""Letters that a row of buttons of equal width holds on a phone."""
MOST_WORDS, MOST_DIGITS = 4, 7
DIGIT = 3
ROWS = 5
NUMBERED = 21
GLANCE = 14
"""Options that are taken in at a glance, one below the other."""
LINE = 150


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing to press. `ticks`: a press marks it, and the buttons must not move under the finger."""

    text: str
    data: CallbackData
    marked: bool = False
    ticks: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A page of cells: what stands in the text, the rows below, and how many pages there are."""

    text: Html | None
    rows: tuple[Row, ...]
    pages: int


def grid(cells: Sequence[Cell], page: int, say: Say, *, at_a_glance: bool = False) -> Grid:
    """The cells of one page; `at_a_glance`: as a list with digits rather than by pages, if they are few."""
    if is_numbered(cells, say, at_a_glance=at_a_glance):
        return _numbered(cells, page, say)
    pages = _chunks(_rows(cells, say), ROWS)
    return Grid(None, pages[min(page, len(pages) - 1)] if pages else (), len(pages))


def is_numbered(cells: Sequence[Cell], say: Say, *, at_a_glance: bool = False) -> bool:
    """Whether the cells stand as a list with numbers, and digits below."""
    if any(len(cell.text) > SHORT for cell in cells):
        return True
    return at_a_glance and len(cells) <= GLANCE and len(_rows(cells, say)) > ROWS


def _rows(cells: Sequence[Cell], say: Say) -> list[Row]:
    """Words in rows; where presses mark them there is room for the mark from the beginning."""
    wide = word_rows([_button(replace(cell, marked=cell.marked or cell.ticks), cell.text, say) for cell in cells])
    buttons = iter(_button(cell, cell.text, say) for cell in cells)
    return [tuple(next(buttons) for _ in row) for row in wide]


def word_rows(buttons: Sequence[Button]) -> list[Row]:
    """As many buttons in a row as a phone shows whole."""
    rows: list[Row] = []
    for button in buttons:
        if rows and _holds((*rows[-1], button)):
            rows[-1] = (*rows[-1], button)
        else:
            rows.append((button,))
    return rows


def _holds(row: Row) -> bool:
    widest = max(len(button.text) for button in row)
    return len(row) <= (MOST_DIGITS if widest <= DIGIT else MOST_WORDS) and widest * len(row) <= WIDTH


def _numbered(cells: Sequence[Cell], page: int, say: Say) -> Grid:
    pages = max(1, -(-len(cells) // NUMBERED))
    first = min(page, pages - 1) * NUMBERED
    shown = list(enumerate(cells, 1))[first : first + NUMBERED]
    lines = (_line(number, cell, say) for number, cell in shown)
    digits = [_button(cell, str(number), say) for number, cell in shown]
    return Grid(join(*lines), _even(digits), pages)


def _even(digits: Sequence[Button]) -> tuple[Row, ...]:
    """Rows of about the same length: eight are four and four."""
    rows = -(-len(digits) // MOST_DIGITS)
    size = -(-len(digits) // rows) if rows else 1
    return tuple(tuple(digits[at : at + size]) for at in range(0, len(digits), size))


def _line(number: int, cell: Cell, say: Say) -> Html:
    key = "form-line-marked" if cell.marked else "form-line"
    return say(key, number=str(number), text=shortened(cell.text, LINE))


def _button(cell: Cell, text: str, say: Say) -> Button:
    return Button(say.plain("form-button-marked", text=text) if cell.marked else text, cell.data)


def _chunks(rows: list[Row], size: int) -> list[tuple[Row, ...]]:
    return [tuple(rows[at : at + size]) for at in range(0, len(rows), size)]
