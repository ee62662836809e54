"""How wide words are in the letters that pictures are written with: DejaVu Sans, which comes with matplotlib."""

from functools import cache
from typing import Any

ELLIPSIS = "…"


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """Lines of at most `width` points; a word that is wider is cut in pieces."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if measure(longer, size, bold=bold) <= width:
            lines[-1] = longer
            continue
        *full, rest = _pieces(word, size, width, bold=bold)
        lines += [*full, rest]
    return [line for line in lines if line]


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Points."""
    return sum(_advance(sign, bold=bold) for sign in text) * size


def _pieces(word: str, size: float, width: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for sign in word:
        if pieces[-1] and measure(pieces[-1] + sign, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


@cache
def _advance(sign: str, *, bold: bool) -> float:
    """Of one letter, in letters' sizes; one that the font lacks is drawn as a box, about as wide as an M."""
    font = _font(bold=bold)
    glyph = font.load_char(ord(sign))
    return float(glyph.linearHoriAdvance) / 65536 / SIZE


SIZE = 100


@cache
def _font(*, bold: bool) -> Any:
    from matplotlib.font_manager import FontProperties, fontManager
    from matplotlib.ft2font import FT2Font

    weight = "bold" if bold else "normal"
    font = FT2Font(fontManager.findfont(FontProperties(family="DejaVu Sans", weight=weight)))  # nobody else's
    font.set_size(SIZE, 72)
    return font
