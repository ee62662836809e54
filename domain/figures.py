"""Figures as people write them."""


def figure(value: float) -> str:
    """All of its digits, and never a power of ten: «1500000», «4.5»."""
    words = f"{value:.9f}".rstrip("0").rstrip(".")
    return "0" if words == "-0" else words
