"""Rows of the table of costs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, its figure in words, and what it should be, with whether it is so."""

    what: str
    figure: str
    target: str = "–"
    reached: bool | None = None

    def __str__(self) -> str:
        mark = "–" if self.reached is None else "yes" if self.reached else "no"
        return f"| {self.what} | {self.figure} | {self.target} | {mark} |"


def seconds(value: float) -> str:
    """«2.4 s», «18 ms», «0.42 ms»."""
    if value >= 1:
        return f"{value:.1f} s"
    return f"{value * 1000:.0f} ms" if value >= 0.01 else f"{value * 1000:.2f} ms"


def under(what: str, value: float, most: float) -> Row:
    """Seconds that must stay below a limit."""
    return Row(what, seconds(value), f"< {seconds(most)}", value < most)


def plain(what: str, value: float) -> Row:
    """Seconds that have no limit."""
    return Row(what, seconds(value))
