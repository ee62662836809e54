"""Charts as pictures for a telephone held upright: large letters, each label above its bar. In a process of its own."""

import io
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.lettering import measure, wrapped
from domain.charts import Bar, Chart, Spread

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DPI = 200
WIDTH, MARGIN = 388.8, 18.0
"""In points: 1,080 dots, as wide as most telephones."""
SPACE = WIDTH - 2 * MARGIN
TITLE, LABEL, NOTE = 17, 14, 12
LEADING = 1.3
BAR, GAP = 17.0, 12.0
FULL, SPAN, EMPTY, INK, QUIET = "#1f6f54", "#8fbfae", "#e7efec", "#1b1f1d", "#5c6662"
WORDS = 124.0
"""What is left free beside the longest bar for its figures."""
FIGURES = WORDS - 16
"""The room for those beside an axis."""


def draw_charts(charts: Sequence[Chart]) -> list[bytes]:
    """The pictures, as PNG."""
    _remember_fonts()
    return [_picture(chart) for chart in charts]


def _remember_fonts() -> None:
    """matplotlib looks through all fonts unless it finds its list of them: in a folder that is ours alone."""
    folder = Path(tempfile.gettempdir()) / f"roundtable-fonts-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not folder.is_symlink() and found.st_uid == os.getuid():
        os.environ.setdefault("MPLCONFIGDIR", str(folder))


def _picture(chart: Chart) -> bytes:
    from matplotlib.figure import Figure

    lines = list(_layout(chart))
    height = sum(line.height for line in lines) + 2 * MARGIN
    figure = Figure(figsize=(WIDTH / 72, height / 72), dpi=DPI, facecolor="white")
    axes = _paper(figure, height)
    top = MARGIN
    for line in lines:
        line.draw(axes, top)
        top += line.height
    out = io.BytesIO()
    figure.savefig(out, format="png", pil_kwargs={"compress_level": 6})
    return out.getvalue()


def _paper(figure: "Figure", height: float) -> "Axes":
    """The whole figure, measured in points from its upper left corner."""
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    axes.set_axis_off()
    return axes


def _layout(chart: Chart) -> Iterator["Line"]:
    for text in wrapped(chart.title, TITLE, SPACE, bold=True):
        yield Words(text, TITLE, INK, bold=True)
    yield Gap(GAP)
    most = max((bar.count for bar in chart.bars), default=0)
    for bar in chart.bars:
        yield from _labelled(bar.label)
        yield Barred(bar, most)
    for spread in chart.spreads:
        yield from _labelled(spread.label)
        yield from _spread(spread, chart.ends)
    for note in chart.notes:
        yield Gap(4)
        yield from (Words(text, NOTE, QUIET) for text in wrapped(note, NOTE, SPACE))


def _labelled(label: str) -> Iterator["Line"]:
    yield from (Words(text, LABEL, INK) for text in wrapped(label, LABEL, SPACE))
    yield Gap(2)


def _spread(spread: Spread, ends: tuple[float, float]) -> Iterator["Line"]:
    """Its figures beside the axis; above it where they are too long for that."""
    if measure(spread.words, LABEL, bold=True) <= FIGURES:
        yield Spreaded(spread, ends, spread.words)
        return
    yield from (Words(text, LABEL, INK, bold=True) for text in wrapped(spread.words, LABEL, SPACE, bold=True))
    yield Spreaded(spread, ends)


class Line:
    """A strip of the picture, so many points high."""

    height = 0.0

    def draw(self, axes: "Axes", top: float) -> None:
        """Draws it there."""


class Gap(Line):
    def __init__(self, height: float) -> None:
        self.height = height


class Words(Line):
    def __init__(self, text: str, size: float, colour: str, *, bold: bool = False) -> None:
        self.height = size * LEADING
        self._text, self._size, self._colour, self._bold = text, size, colour, bold

    def draw(self, axes: "Axes", top: float) -> None:
        middle = top + self.height / 2
        put(axes, MARGIN, middle, self._text, size=self._size, colour=self._colour, bold=self._bold)


class Barred(Line):
    height = BAR + GAP

    def __init__(self, bar: Bar, most: int) -> None:
        self._bar, self._most = bar, most

    def draw(self, axes: "Axes", top: float) -> None:
        longest = SPACE - WORDS
        length = longest * self._bar.count / self._most if self._most else 0.0
        block(axes, MARGIN, top, width=longest, height=BAR, colour=EMPTY)
        block(axes, MARGIN, top, width=length, height=BAR, colour=FULL)
        right, middle = MARGIN + longest + 8, top + BAR / 2
        put(axes, right, middle, self._bar.words, size=LABEL, colour=INK, bold=bool(self._bar.count))


class Spreaded(Line):
    """An axis from end to end, the span of the answers on it, and the mean."""

    height = BAR + GAP + 4

    def __init__(self, spread: Spread, ends: tuple[float, float], words: str = "") -> None:
        self._spread, self._ends, self._words = spread, ends, words

    def draw(self, axes: "Axes", top: float) -> None:
        one, middle = self._spread, top + BAR / 2
        low, high = self._at(one.lowest), self._at(one.highest)
        block(axes, MARGIN, middle - 3, width=SPACE - WORDS, height=6, colour=EMPTY)
        block(axes, low, middle - 3, width=high - low, height=6, colour=SPAN)
        axes.plot([self._at(one.mean)], [middle], marker="o", markersize=11, color=FULL)
        put(axes, SPACE + MARGIN - FIGURES, middle, self._words, size=LABEL, colour=INK, bold=True)

    def _at(self, value: float) -> float:
        low, high = self._ends
        part = (value - low) / (high - low) if high > low else 0.5
        return MARGIN + (SPACE - WORDS) * part


def put(axes: "Axes", left: float, middle: float, text: str, *, size: float, colour: str, bold: bool = False) -> None:
    """Words on the picture; a dollar in them is a dollar, not mathematics."""
    weight = "bold" if bold else "normal"
    axes.text(left, middle, text, size=size, color=colour, weight=weight, va="center", parse_math=False)


def block(axes: "Axes", left: float, top: float, *, width: float, height: float, colour: str) -> None:
    """A rectangle, its upper left corner there."""
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((left, top), width, height, facecolor=colour, linewidth=0))
