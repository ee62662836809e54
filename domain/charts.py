"""A picture of numbers as data: whoever draws it needs no more."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """An option: how many chose it, and the same in words («12 (57 %)»)."""

    label: str
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class Spread:
    """A mean between the lowest and the highest answer, and the same in words («4,3 · ответили 21»)."""

    label: str
    mean: float
    lowest: float
    highest: float
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture: bars, or means on one axis `ends`. `notes` stand below: of how many, and what to mind."""

    title: str
    bars: tuple[Bar, ...] = ()
    spreads: tuple[Spread, ...] = ()
    ends: tuple[float, float] = (0.0, 1.0)
    notes: tuple[str, ...] = ()
