"""Numbers of rows as people write them."""

from collections.abc import Sequence

MOST_STRETCHES = 10


def stretches(rows: Sequence[int], most: int = MOST_STRETCHES) -> str:
    """«2–5, 7»: at most so many stretches."""
    found: list[list[int]] = []
    for row in rows:
        if found and found[-1][-1] == row - 1:
            found[-1].append(row)
        else:
            found.append([row])
    words = [f"{one[0]}–{one[-1]}" if len(one) > 1 else str(one[0]) for one in found]
    return ", ".join([*words[:most], *(["…"] if len(words) > most else [])])
