"""What a very long questionnaire costs: opening it, and each answer in it, of the bot's own time."""

import time
from datetime import datetime
from pathlib import Path
from statistics import median

from bench.table import Row, under
from domain.progress import Progress, ahead, pending, put
from domain.questionnaire.form import Asked, Telling
from domain.questionnaire.model import Choice, Item, Questionnaire

ROWS = 600
ANSWERS = 40
NOW = datetime.fromisoformat("2018-03-26T10:00")


def measure() -> dict[str, float]:
    """Seconds: until the first question is there, and the median of an answer with the question after it."""
    begun = time.perf_counter()
    asked = Asked(Questionnaire.from_json(long_one().to_json()), Telling(NOW, "ru", {}))
    progress = Progress()
    pending(asked.at(NOW), progress)
    opened = time.perf_counter() - begun
    return {"open": opened, "answer": median(_answer(asked, number) for number in range(ANSWERS))}


def long_one() -> Questionnaire:
    """Every third row is a gate of the two after it."""
    yes_no = (Choice("y", {"ru": "да"}), Choice("n", {"ru": "нет"}))
    return Questionnaire(
        "long", "Долгая", languages=("ru",), choices={"yn": yes_no}, items=tuple(map(_row, range(ROWS)))
    )


def _row(number: int) -> Item:
    name = f"q{number}"
    if number % 3 == 0:
        return Item("select_one", name, (name,), label={"ru": "Да?"}, choices="yn", required="yes")
    gate = f"q{number - number % 3}"
    return Item("integer", name, (name,), label={"ru": "Сколько?"}, relevant=f"${{{gate}}} = 'y'", constraint=". < 100")


def _answer(asked: Asked, number: int) -> float:
    """As a press does it: the draft is read anew, changed, read again, and drawn with the place in the whole."""
    form, known = asked.at(NOW), {f"q{one}": "y" if one % 3 == 0 else 5 for one in range(300 + number)}
    body = Progress(answers=known).to_json()
    begun = time.perf_counter()
    before = Progress.from_json(body)
    question = pending(form, before)
    if question is None:
        return 0.0
    after = put(form, before, question.id, "y" if question.options else 5)
    shown = Progress.from_json(after.to_json())
    ahead(form, shown)
    return time.perf_counter() - begun


def rows(_folder: Path) -> list[Row]:
    costs = measure()
    return [
        under("a questionnaire of 600 rows: opening it", costs["open"], 2),
        under("… an answer in it, median", costs["answer"], 0.05),
    ]
