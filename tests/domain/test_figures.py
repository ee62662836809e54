"""Figures as people write them."""

import pytest

from domain.figures import figure


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (-1e-12, "0"),
        (5.0, "5"),
        (-3.5, "-3.5"),
        (0.1 + 0.2, "0.3"),
        (1_500_000.0, "1500000"),
        (1_234_567.25, "1234567.25"),
    ],
)
def test_all_digits_are_there_and_no_powers(value: float, words: str) -> None:
    assert figure(value) == words
