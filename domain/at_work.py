"""How far a long piece of work is, for whoever waits for it."""

from collections.abc import Callable

Told = Callable[[str, int, int], None]
"""Takes a step's name, how much of it is done, and how much there is: 0 where nobody knows."""


def untold(_step: str, _done: int, _every: int) -> None:
    """Nobody waits."""
