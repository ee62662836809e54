"""Which questions of a form are shown, and which answers count: one walk from the first question to the last."""

from domain.form_checks import fits
from domain.forms import Answers, Form, Question, Value, Walked

REMEMBERED = 4
"""Walks that a form remembers: one look at a draft asks for the same one many times."""


def walk(form: Form, answers: Answers) -> Walked:
    """A question is shown, and an answer counts, by the counted answers before it; so nothing stale ever counts.

    `answers` must not be changed afterwards: the form remembers what it has found for them.
    """
    known = next((walked for before, walked in form.walked if before is answers), None)
    if known is not None:
        return known
    found = _walk(form, answers)
    form.walked.append((answers, found))
    del form.walked[:-REMEMBERED]
    return found


def _walk(form: Form, answers: Answers) -> Walked:
    shown: list[Question] = []
    counted: dict[str, Value] = {}
    for question in form.questions:
        if question.when is not None and not question.when(counted):
            continue
        if question.compute is not None:
            _compute(question.id, question.compute(counted), counted)
            continue
        shown.append(question)
        if question.id in answers and fits(question, answers[question.id], counted):
            counted[question.id] = answers[question.id]
    return Walked(tuple(shown), counted)


def _compute(question_id: str, value: Value | None, counted: dict[str, Value]) -> None:
    if value is not None:
        counted[question_id] = value
