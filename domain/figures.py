"""Figures as people write them."""


def figure(value: float) -> str:
    """All of its digits, and never a power of ten: «1500000», «4.5»."""
    return f"{value:.9f}".rstrip("0").rstrip(".")
