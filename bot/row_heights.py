"""How high rows of workbooks are: LibreOffice does not find it by itself, and writes one row over the other.

Imported where workbooks are written: it takes its time.
"""

from collections.abc import Sequence
from math import ceil
from typing import Any

from xlsxwriter.worksheet import Worksheet

LINE, TALLEST = 15, 409
"""How high a line is, and the highest row that there may be."""
MOST_LINES = TALLEST // LINE
WIDEST = 100
"""Of a column that holds what would not fit into the highest row."""
LARGEST = 1.8
WIDTHS = {
    **dict.fromkeys("ijlIJ", 0.5),
    **dict.fromkeys(" .,:;'!|()[]-", 0.55),
    **dict.fromkeys("АБВДЗИЙКЛНОПРСУХЦЧЭЯABCDEGHKNOPQRTUVXYZ", 1.25),
    **dict.fromkeys("шщжмюыфwm%", 1.45),
    **dict.fromkeys("ШЩЖМЮЫФMW@№—", LARGEST),
}
"""Signs that are not about as wide as a figure, which columns are measured in."""
MARGIN = 0.6
"""Of a figure: what stays empty at the end of a line."""


class Sheet(Worksheet):  # type: ignore[misc]  # xlsxwriter has no types
    """Its rows begin as high as they are written, and grow with what is typed into them later."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: Sequence[tuple[str, Any]] = ()) -> None:
        super()._xml_start_tag_unencoded(tag, [one for one in attributes if one[0] != "customHeight"])


def make_room(sheet: Any, row: int, lines: int) -> None:
    """For so many lines, or as many as there may be."""
    if lines > 1:
        sheet.set_row(row, min(lines * LINE, TALLEST))


def wide_enough(cells: Sequence[str], width: float) -> float:
    """So wide that the longest of the cells can be read whole, or as wide as columns are."""
    most = lines_of(max(cells, key=len, default=""), width)
    return width if most <= MOST_LINES else min(WIDEST, ceil(width * most / MOST_LINES) + 2)


def lines_of(cell: str, width: float) -> int:
    """On how many lines it stands in a column so wide."""
    if len(cell) * LARGEST < width and "\n" not in cell:
        return 1
    return sum(_lines(line.split(" "), width - MARGIN) for line in cell.split("\n"))


def _lines(words: Sequence[str], width: float) -> int:
    """Breaks between words, and within one that is longer than a line."""
    lines, used = 1, 0.0
    for word in words:
        long = sum(WIDTHS.get(sign, 1) for sign in word)
        if used and used + long > width:
            lines, used = lines + 1, 0.0
        lines += max(0, ceil(long / width) - 1)
        used += long % width + WIDTHS[" "] if long > width else long + WIDTHS[" "]
    return lines
