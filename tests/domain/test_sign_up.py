"""Questions that are asked with a sign-up, and talks that are offered."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.event import Asked, Event, EventFields
from domain.life import Status
from domain.refusal import Gone, Refusal
from domain.seats import Seats
from domain.sign_up import MOST_QUESTIONS, ask, offer, read_question, unask

START = datetime(2018, 4, 27, 11, tzinfo=UTC)
NOW = datetime(2018, 3, 26, 7, tzinfo=UTC)
EVENT = Event(5, Status.PUBLISHED, 1, EventFields("Вечер", START, "12+", wants_talks=True), Seats())


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Нужен ли  проектор?\nДа\nНет\n", Asked("Нужен ли проектор?", ("Да", "Нет"))),
        ("О чём спросить?", Asked("О чём спросить?")),
        ("Кто?\nЯ\nЯ\nОн", Asked("Кто?", ("Я", "Он"))),
    ],
)
def test_a_question_is_its_first_line_and_options_below(text: str, question: Asked) -> None:
    assert read_question(text) == question


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "question-length"),
        ("Ы" * 201, "question-length"),
        ("Кто?\nЯ", "question-options"),
        ("Кто?\n" + "\n".join(map(str, range(9))), "question-options"),
        ("Кто?\nЯ\n" + "Ы" * 61, "question-option-length"),
    ],
)
def test_what_is_no_question_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_question(text)
    assert refused.value.code == code


def test_few_questions_and_each_can_be_dropped() -> None:
    full = EVENT
    for number in range(MOST_QUESTIONS):
        full = ask(full, Asked(f"Вопрос {number}"))
    with pytest.raises(Refusal, match="questions-many"):
        ask(full, Asked("Ещё"))
    assert [one.text for one in unask(full, 2).fields.questions][:2] == ["Вопрос 0", "Вопрос 2"]
    with pytest.raises(Gone):
        unask(full, 6)


def test_talks_are_offered_where_they_are_wanted_and_before_the_start() -> None:
    assert offer(EVENT, 7, "Опыт", NOW).topic == "Опыт"
    for event, now, topic, code in (
        (replace(EVENT, fields=replace(EVENT.fields, wants_talks=False)), NOW, "Опыт", "talks-closed"),
        (EVENT, START, "Опыт", "event-begun"),
        (EVENT, NOW, "Ы" * 151, "text-too-long"),
        (replace(EVENT, status=Status.CANCELLED), NOW, "Опыт", "event-cancelled"),
    ):
        with pytest.raises(Refusal) as refused:
            offer(event, 7, topic, now)
        assert refused.value.code == code
