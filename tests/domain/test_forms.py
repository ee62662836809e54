"""Forms: whatever the way through one, what counts is what a straight walk with the final answers would give."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.form_checks import check
from domain.form_walk import walk
from domain.forms import OWN, Answers, Form, Kind, Option, Question, Value
from domain.progress import (
    Place,
    Progress,
    Selection,
    ahead,
    back,
    chosen,
    confirm,
    counted,
    deselect,
    has_before,
    hides,
    is_complete,
    keep,
    pending,
    put,
    select,
    skip,
    tick,
    ticked,
    turn_to,
)
from domain.refusal import Refusal


def never(value: Value, _before: Answers) -> None:
    if value == "никогда":
        raise Refusal("form-answer-wrong")


def used(name: str) -> Callable[[Answers], bool]:
    return lambda got: name in str(got.get("forms"))


LETTERS = (*(Option(name, name) for name in ("a", "b", "c")), Option("none", "ничего"), Option("other", "другое"))
FORM = Form(
    "walk",
    (
        Question("hello", Kind.NOTE, "Здравствуйте"),
        Question("gate", Kind.CHOICE, "Сотрудничаете?", options=(Option("yes", "да"), Option("no", "нет"))),
        Question(
            "years", Kind.INTEGER, "Сколько лет?", lowest=0, highest=99, when=lambda got: got.get("gate") == "yes"
        ),
        Question(
            "why", Kind.TEXT, "Почему?", required=False, longest=20,
            when=lambda got: int(str(got.get("years", 0))) > 10,
        ),
        Question(
            "forms", Kind.CHOICES, "Какие формы?", most=2, options=LETTERS,
            exclusive=frozenset({"none"}), other="other", other_longest=10,
        ),
        Question(
            "best", Kind.CHOICE, "Какая лучшая?", required=False,
            options=tuple(Option(name, name, when=used(name)) for name in ("a", "b", "c")),
        ),
        Question("extra", Kind.LINES, "Что ещё?", required=False, aside=True, longest=10, most=3, check=never),
        Question("day", Kind.DATE, "Когда?", required=False, aside=True),
        Question("hour", Kind.MOMENT, "Во сколько?", required=False, aside=True),
    ),
)  # fmt: skip
SEEN = Progress(seen=frozenset({"hello"}))


def having(**answers: Any) -> Progress:
    return replace(SEEN, answers=answers)


def shown(progress: Progress) -> str | None:
    question = pending(FORM, progress)
    return question.id if question else None


def test_the_next_question_follows_from_the_answers() -> None:
    progress = skip(FORM, Progress(), "hello")
    for question, value in (("gate", "yes"), ("years", 12), ("why", "привычка"), ("forms", ["a"]), ("best", "a")):
        assert shown(progress) == question
        progress = put(FORM, progress, question, value)
    assert shown(progress) is None
    assert is_complete(FORM, progress)


def test_a_note_is_shown_until_it_is_read() -> None:
    assert shown(Progress()) == "hello"
    assert ahead(FORM, Progress()) is None
    with pytest.raises(Refusal):
        put(FORM, Progress(), "hello", "да")


def test_a_closed_gate_hides_what_is_behind_it_and_gives_it_back() -> None:
    progress = having(gate="yes", years=12, why="привычка")
    assert [one.id for one in hides(FORM, progress, "gate", "no")] == ["years", "why"]
    closed = put(FORM, progress, "gate", "no")
    assert counted(FORM, closed) == {"gate": "no"}
    assert counted(FORM, put(FORM, closed, "gate", "yes")) == {"gate": "yes", "years": 12, "why": "привычка"}


def test_an_option_that_is_no_longer_offered_is_asked_for_again() -> None:
    progress = having(gate="no", forms=["a", "b"], best="b")
    changed = put(FORM, progress, "forms", ["a"])
    assert "best" not in counted(FORM, changed)
    assert shown(changed) == "best"
    assert shown(skip(FORM, changed, "best")) is None


def test_an_answer_aside_that_no_longer_fits_is_asked_for_again() -> None:
    progress = having(gate="no", forms=["c"], best="c", extra=["слишком длинная строка"])
    assert shown(progress) == "extra"
    assert not is_complete(FORM, progress)


def test_back_goes_back_through_what_was_answered_and_on_again() -> None:
    progress = having(gate="no", forms=["a"])
    assert shown(progress) == "best"
    once = back(FORM, progress)
    assert shown(once) == "forms"
    assert shown(back(FORM, once)) == "gate"
    assert shown(keep(once, "forms")) == "best"
    assert shown(put(FORM, once, "forms", ["b"])) == "best"
    assert back(FORM, Progress()) == Progress()
    assert not has_before(FORM, Progress())
    assert has_before(FORM, progress)


def test_back_from_the_preview_and_from_a_question_aside() -> None:
    progress = having(gate="no", forms=["a"], best="a")
    assert shown(back(FORM, progress)) == "best"
    aside = turn_to(FORM, progress, "extra")
    assert shown(aside) == "extra"
    assert shown(back(FORM, aside)) is None
    with pytest.raises(Refusal, match="form-question-gone"):
        turn_to(FORM, progress, "years")


def test_only_what_is_optional_is_skipped_and_skipping_takes_the_answer_back() -> None:
    progress = having(gate="yes", years=12)
    assert shown(skip(FORM, progress, "why")) == "forms"
    assert "why" not in skip(FORM, put(FORM, progress, "why", "так"), "why").answers
    assert counted(FORM, put(FORM, skip(FORM, progress, "why"), "why", "так"))["why"] == "так"
    with pytest.raises(Refusal, match="form-required"):
        skip(FORM, progress, "years")


def test_one_tick_too_many_changes_nothing() -> None:
    progress = having(gate="no")
    for option in ("a", "b"):
        progress = tick(FORM, progress, "forms", option, on=True)
    with pytest.raises(Refusal, match="form-too-many"):
        tick(FORM, progress, "forms", "c", on=True)
    assert tick(FORM, progress, "forms", "a", on=True) == select(FORM, progress, Selection("forms", ["b", "a"]))
    assert ticked(FORM, tick(FORM, progress, "forms", "a", on=False), FORM.question("forms")) == ["b"]
    assert "forms" not in counted(FORM, progress)
    assert counted(FORM, confirm(FORM, progress, "forms"))["forms"] == ["a", "b"]


def test_an_exclusive_option_clears_the_others_and_they_it() -> None:
    question = FORM.question("forms")
    none = tick(FORM, having(gate="no", forms=["a", "b"]), "forms", "none", on=True)
    assert ticked(FORM, none, question) == ["none"]
    assert ticked(FORM, tick(FORM, none, "forms", "c", on=True), question) == ["c"]


def test_an_own_value_without_its_words_is_as_good_as_not_chosen() -> None:
    question, progress = FORM.question("forms"), having(gate="no")
    other = tick(FORM, tick(FORM, progress, "forms", "a", on=True), "forms", OWN, on=True)
    assert counted(FORM, confirm(FORM, other, "forms"))["forms"] == ["a"]
    said = tick(FORM, other, "forms", OWN + "ярмарка", on=True)
    assert ticked(FORM, said, question) == ["a", OWN + "ярмарка"]
    assert ticked(FORM, tick(FORM, said, "forms", "other", on=False), question) == ["a"]
    with pytest.raises(Refusal, match="form-too-long"):
        confirm(FORM, tick(FORM, other, "forms", OWN + "очень длинно", on=True), "forms")


def test_no_tick_at_all_is_refused_where_an_answer_is_needed_and_skipped_where_not() -> None:
    with pytest.raises(Refusal, match="form-too-few"):
        confirm(FORM, having(gate="no"), "forms")
    form = Form("f", (Question("q", Kind.CHOICES, "?", required=False, options=LETTERS),))
    assert is_complete(form, confirm(form, Progress(), "q"))


def test_a_selection_counts_only_when_it_is_confirmed_with_all_that_goes_with_it() -> None:
    proposal = Selection("day", "2018-04-27", {"hour": "2018-04-27T16:00"}, {"weekday": 3})
    progress = select(FORM, turn_to(FORM, having(gate="no"), "day"), proposal)
    assert "day" not in counted(FORM, progress)
    assert chosen(FORM.question("day"), progress) == proposal
    assert chosen(FORM.question("hour"), progress) is None
    done = confirm(FORM, progress, "day")
    assert counted(FORM, done) == {"gate": "no", "day": "2018-04-27", "hour": "2018-04-27T16:00"}
    assert done.selections == {}
    assert deselect(progress, "day").selections == {}
    with pytest.raises(Refusal, match="form-nothing-selected"):
        confirm(FORM, done, "day")


@pytest.mark.parametrize(
    ("question", "value", "code"),
    [
        ("gate", "maybe", "form-option-gone"),
        ("gate", ["yes"], "form-answer-wrong"),
        ("years", 100, "form-number-range"),
        ("years", -1, "form-number-range"),
        ("years", True, "form-answer-wrong"),
        ("years", "12", "form-answer-wrong"),
        ("why", "   ", "form-empty"),
        ("why", "ю" * 21, "form-too-long"),
        ("forms", [], "form-too-few"),
        ("forms", ["a", "b", "c"], "form-too-many"),
        ("forms", ["a", "a"], "form-answer-wrong"),
        ("forms", ["a", "none"], "form-answer-wrong"),
        ("forms", "a", "form-answer-wrong"),
        ("forms", ["other"], "form-empty"),
        ("extra", ["а", " "], "form-empty"),
        ("extra", "никогда", "form-answer-wrong"),
        ("day", "2018-02-31", "form-answer-wrong"),
        ("day", "завтра", "form-answer-wrong"),
        ("hour", "2018-04-27", "form-answer-wrong"),
    ],
)
def test_a_value_that_is_no_answer_is_refused(question: str, value: Value, code: str) -> None:
    with pytest.raises(Refusal) as caught:
        check(FORM.question(question), value, {})
    assert caught.value.code == code


def test_a_check_of_the_forms_own_sees_the_answers_before() -> None:
    with pytest.raises(Refusal, match="form-answer-wrong"):
        check(replace(FORM.question("why"), check=never), "никогда", {})


def test_a_question_that_is_not_shown_takes_no_answer() -> None:
    with pytest.raises(Refusal, match="form-question-gone"):
        put(FORM, having(gate="no"), "years", 3)
    with pytest.raises(Refusal, match="form-question-gone"):
        FORM.question("nothing")


def test_progress_counts_what_is_asked_as_far_as_the_answers_tell() -> None:
    assert ahead(FORM, SEEN) == Place(1, 3)
    assert ahead(FORM, having(gate="yes")) == Place(2, 4)
    assert ahead(FORM, having(gate="yes", years=11)) == Place(3, 5)


def test_other_answers_follow_a_change() -> None:
    form = replace(FORM, follow=lambda question, value, _before: {"why": f"{question} {value}"})
    assert put(form, having(gate="yes"), "years", 20).answers["why"] == "years 20"


def test_options_are_told_apart_by_their_own_number_where_they_have_one() -> None:
    question = Question("hall", Kind.CHOICE, "Зал?", options=(Option("7", "Горница", number=7), Option("x", "Другой")))
    assert [question.number(option) for option in question.options] == [7, 1]
    found = question.numbered(7)
    assert found is not None
    assert found.id == "7"
    assert question.numbered(0) is None


def test_progress_survives_the_store() -> None:
    progress = select(FORM, having(gate="yes"), Selection("years", 3, {"why": "так"}, {"weekday": 1}))
    assert Progress.from_json(json.loads(json.dumps(progress.to_json()))) == progress
    assert Progress.from_json({}) == Progress()
    assert Progress.from_json({"base": {}} | Progress().to_json()) == Progress()


STEPS = st.one_of(
    st.tuples(st.just("gate"), st.sampled_from(["yes", "no"])),
    st.tuples(st.just("years"), st.integers(-1, 20)),
    st.tuples(st.just("why"), st.text(max_size=25)),
    st.tuples(st.just("forms"), st.lists(st.sampled_from(["a", "b", "c", "none"]), unique=True)),
    st.tuples(st.just("best"), st.sampled_from("abc")),
    st.tuples(st.just("extra"), st.lists(st.text(max_size=12), max_size=4)),
    st.tuples(st.just("turn"), st.sampled_from([question.id for question in FORM.questions])),
    st.tuples(st.just("tick"), st.sampled_from(["a", "b", "c", "none", OWN])),
    st.tuples(st.sampled_from(["back", "skip", "keep", "confirm"]), st.none()),
)


def _step(progress: Progress, act: str, value: Any) -> Progress:
    question = pending(FORM, progress)
    at = question.id if question else "gate"
    match act:
        case "back" | "skip":
            return back(FORM, progress) if act == "back" else skip(FORM, progress, at)
        case "keep":
            return keep(progress, at)
        case "confirm":
            return confirm(FORM, progress, at)
        case "turn":
            return turn_to(FORM, progress, value)
        case "tick":
            return tick(FORM, progress, "forms", value, on=True)
    return put(FORM, progress, act, value)


def _straight(final: Progress) -> dict[str, Value]:
    """A walk from the first question to the last that gives the final answers where it is asked."""
    progress = Progress()
    for question in FORM.questions:
        if question.id in final.answers:
            try:
                progress = put(FORM, progress, question.id, final.answers[question.id])
            except Refusal:
                continue
    return progress.answers  # type: ignore[return-value]  # a dict, as put makes it


@given(st.lists(STEPS, max_size=40))
def test_whatever_the_order_the_final_answers_decide(steps: list[tuple[str, Any]]) -> None:
    progress = Progress()
    for act, value in steps:
        try:
            progress = _step(progress, act, value)
        except Refusal:
            continue
        assert Progress.from_json(json.loads(json.dumps(progress.to_json()))) == progress
    straight = _straight(progress)
    assert counted(FORM, progress) == straight
    assert set(straight) <= {question.id for question in walk(FORM, straight).shown}


@given(st.lists(STEPS, max_size=40))
def test_what_a_form_remembers_is_what_it_would_find_anew(steps: list[tuple[str, Any]]) -> None:
    progress = Progress()
    for act, value in steps:
        with suppress(Refusal):
            progress = _step(progress, act, value)
        assert walk(FORM, progress.answers) == walk(Form(FORM.id, FORM.questions), progress.answers)
        assert has_before(FORM, progress) == (back(FORM, progress) != progress)


@given(st.lists(STEPS, max_size=40))
def test_who_only_answers_what_is_asked_comes_to_the_end(steps: list[tuple[str, Any]]) -> None:
    """From whatever place, the questions that are shown lead to the preview, and to no question twice."""
    progress = Progress()
    for act, value in steps:
        try:
            progress = _step(progress, act, value)
        except Refusal:
            continue
    easy: dict[str, Value] = {"gate": "no", "years": 3, "forms": ["none"]}
    progress = replace(progress, cursor=None)
    asked = []
    while (question := pending(FORM, progress)) is not None:
        asked.append(question.id)
        known = question.id in easy
        progress = put(FORM, progress, question.id, easy[question.id]) if known else skip(FORM, progress, question.id)
    assert len(asked) == len(set(asked))
