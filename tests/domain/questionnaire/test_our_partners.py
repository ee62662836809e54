"""«Наши партнеры»: in whatever order it is answered, what counts is what a straight walk would give."""

from contextlib import suppress
from datetime import datetime
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.form_walk import walk
from domain.forms import Answers, Form, Kind, Option, Question, Value
from domain.progress import Progress, back, counted, pending, put, skip, turn_to
from domain.questionnaire.form import Asked, Telling
from domain.questionnaire.model import Questionnaire
from domain.questionnaire.workbook import read_workbook
from domain.refusal import Refusal

WORKBOOK = Path(__file__).parents[3] / "bot" / "data" / "our_partners.xlsx"
NOW = datetime.fromisoformat("2018-03-26T10:00")
BRANCHES = tuple(Option(f"b{number}", f"Библиотека {number}", number) for number in range(1, 4))


@cache
def read() -> Questionnaire:
    return read_workbook(WORKBOOK.read_bytes(), media=False)


@cache
def kept() -> Asked:
    return Asked(read(), Telling(NOW, "ru", {"branches": BRANCHES}))


def value(question: Question, seed: int) -> Value:
    if question.kind is Kind.TEXT:
        return f"слово {seed}"
    option = question.options[seed % len(question.options)].id
    one = f"own:{seed}" if question.other and option == question.other else option
    return [one] if question.kind is Kind.CHOICES else one


def step(form: Form, progress: Progress, act: str, place: int, seed: int) -> Progress:
    if act == "back":
        return back(form, progress)
    shown = walk(form, progress.answers).shown
    question = shown[place % len(shown)]
    now = pending(form, progress)
    if act == "next" and now is not None:
        return put(form, progress, now.id, value(now, seed))
    if act == "skip":
        return skip(form, progress, question.id)
    return (
        turn_to(form, progress, question.id)
        if act == "turn"
        else put(form, progress, question.id, value(question, seed))
    )


ACTS = st.sampled_from(["next", "next", "next", "put", "back", "skip", "turn"])
STEPS = st.lists(st.tuples(ACTS, st.integers(0, 30), st.integers(0, 30)), max_size=60)


@given(STEPS)
@settings(max_examples=60)
def test_whatever_the_order_what_counts_is_what_a_straight_walk_would_give(steps: list[tuple[str, int, int]]) -> None:
    form, progress = kept().at(NOW), Progress()
    for act, place, seed in steps:
        try:
            progress = step(form, progress, act, place, seed)
        except Refusal:
            continue
    assert straight(fresh(), progress.answers) == counted(form, progress)


def fresh() -> Form:
    """The form as nobody has asked it yet."""
    return Asked(read(), Telling(NOW, "ru", {"branches": BRANCHES})).at(NOW)


def straight(form: Form, final: Answers) -> dict[str, Value]:
    """What counts after a walk from the first question to the last with the final answers, where they are taken."""
    progress = Progress()
    for question in form.questions:
        if question.id in final:
            with suppress(Refusal):
                progress = put(form, progress, question.id, final[question.id])
    return counted(form, progress)


def test_a_form_that_is_kept_follows_the_clock() -> None:
    assert kept().at(NOW) is kept().at(NOW.replace(year=2019))
