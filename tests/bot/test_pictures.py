"""Pictures of results: whatever the figures, nothing runs over the edge."""

from io import BytesIO

import pytest

from bot.pictures import draw_charts
from domain.charts import Bar, Chart, Spread

TITLE = "Сколько человек бывает на встречах?"
EDGE = 12
"""Dots at the right that stay empty."""


def edge_of(chart: Chart) -> set[tuple[int, ...]]:
    """The colours that are there."""
    from PIL import Image

    [data] = draw_charts([chart])
    picture = Image.open(BytesIO(data)).convert("RGB")
    strip = picture.crop((picture.width - EDGE, 0, picture.width, picture.height))
    return {colour for _, colour in strip.getcolors() or ()}  # type: ignore[misc]  # of RGB they are triples


@pytest.mark.parametrize("words", ["4,3 (n = 50)", "1250,5 (n = 1250)", "1500000,0 (n = 50)"])
def test_figures_of_a_mean_are_read_whole(words: str) -> None:
    chart = Chart(TITLE, (), (Spread("Среднее", 2.0, 1.0, 4.0, words),), (1.0, 5.0))
    assert edge_of(chart) == {(255, 255, 255)}


@pytest.mark.parametrize("label", ["слово" * 30, "Выездные площадки и программы " * 5])
def test_long_labels_are_read_whole(label: str) -> None:
    assert edge_of(Chart(label, (Bar(label, 0, "0 (0 %)"), Bar(label, 120, "120 (57,1 %)")))) == {(255, 255, 255)}
