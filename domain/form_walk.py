"""Which questions of a form are shown, and which answers count: one walk from the first question to the last."""

from collections.abc import Iterator

from domain.form_checks import fits
from domain.forms import Answers, Form, Question, Value, Walked

REMEMBERED = 64
"""Walks that a form remembers: one look at a draft asks for the same one many times, and many are in it at once."""


def walk(form: Form, answers: Answers) -> Walked:
    """A question is shown, and an answer counts, by the counted answers before it; so nothing stale ever counts.

    `answers` must not be changed afterwards: the form remembers what it has found for them.
    """
    known = next((place for place, (before, _) in _newest_first(form) if before is answers or before == answers), None)
    if known is not None:
        form.walked.append(form.walked.pop(known))
        return form.walked[-1][1]
    found = _walk(form, answers, *_as_before(form, answers))
    form.walked.append((answers, found))
    del form.walked[:-REMEMBERED]
    return found


def _newest_first(form: Form) -> Iterator[tuple[int, tuple[Answers, Walked]]]:
    return ((place, form.walked[place]) for place in reversed(range(len(form.walked))))


def _as_before(form: Form, answers: Answers) -> tuple[int, list[Question], dict[str, Value]]:
    """How far nothing differs from the walk before this one, and what that has found so far.

    One more answer changes nothing before its question.
    """
    if not form.walked:
        return 0, [], {}
    before, walked = form.walked[-1]
    places = form.places
    new = {key for key in answers if key not in before or before[key] != answers[key]}
    changed = new | (before.keys() - answers.keys())
    start = min((places[key] for key in changed if key in places), default=len(form.questions))
    shown = [question for question in walked.shown if places[question.id] < start]
    return start, shown, {key: value for key, value in walked.counted.items() if places[key] < start}


def _walk(form: Form, answers: Answers, start: int, shown: list[Question], counted: dict[str, Value]) -> Walked:
    for question in form.questions[start:]:
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
