"""How far somebody is in a form: what is kept of it, which question is next, and every step as a pure function."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from domain.form_checks import check
from domain.form_walk import walk
from domain.forms import OWN, Answers, Form, Kind, Question, Value, Walked, is_own
from domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Selection:
    """An answer that does not count until it is confirmed: ticks, a day without its hour, a date to be read back.

    `more` are other answers that count with it; `said` is what must be asked about it and its value does not say.
    """

    question: str
    value: Value
    more: Answers = field(default_factory=dict)
    said: Mapping[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Progress:
    """All that is kept about the place in a form. `cursor` is a question to be shown though it has its answer."""

    answers: Answers = field(default_factory=dict)
    skipped: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()
    selections: Mapping[str, Selection] = field(default_factory=dict)
    cursor: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "answers": dict(self.answers),
            "skipped": sorted(self.skipped),
            "seen": sorted(self.seen),
            "selections": [_to_json(selection) for selection in self.selections.values()],
            "cursor": self.cursor,
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Progress":
        """The progress in a draft's body; what else stands in it is left alone."""
        selections = [Selection(**one) for one in body.get("selections", ())]
        return cls(
            body.get("answers", {}),
            frozenset(body.get("skipped", ())),
            frozenset(body.get("seen", ())),
            {selection.question: selection for selection in selections},
            body.get("cursor"),
        )


@dataclass(frozen=True, slots=True)
class Place:
    """«7 из 20»."""

    number: int
    total: int


def counted(form: Form, progress: Progress) -> dict[str, Value]:
    """The answers that count: those of questions that are shown, as far as they still fit."""
    return walk(form, progress.answers).counted


def pending(form: Form, progress: Progress) -> Question | None:
    """The question to be shown; None when all is answered."""
    walked = walk(form, progress.answers)
    at = None if progress.cursor is None else _found(walked, progress.cursor)
    return at or _first_open(walked, progress)


def is_complete(form: Form, progress: Progress) -> bool:
    """Whether nothing is left to be asked, wherever the cursor stands."""
    return _first_open(walk(form, progress.answers), progress) is None


def chosen(question: Question, progress: Progress) -> Selection | None:
    """What is selected for this question and not confirmed."""
    return progress.selections.get(question.id)


def put(form: Form, progress: Progress, question_id: str, value: Value) -> Progress:
    """Answers a question that is shown. A value that is no answer to it is refused, and nothing changes."""
    walked = walk(form, progress.answers)
    question = _shown(walked, question_id)
    check(question, value, _before(form, question, walked))
    followed = form.follow(question_id, value, walked.counted) if form.follow else {}
    return _leave(replace(progress, answers={**progress.answers, **followed, question_id: value}), question_id)


def skip(form: Form, progress: Progress, question_id: str) -> Progress:
    """Passes over a question that need not be answered; an answer that it had is dropped."""
    question = _shown(walk(form, progress.answers), question_id)
    if question.kind is Kind.NOTE:
        return replace(_leave(progress, question_id), seen=progress.seen | {question_id})
    if question.is_required(_before(form, question, walk(form, progress.answers))):
        raise Refusal("form-required")
    kept = {key: value for key, value in progress.answers.items() if key != question_id}
    left = _leave(replace(progress, answers=kept), question_id)
    return replace(left, skipped=progress.skipped | {question_id})


def back(form: Form, progress: Progress) -> Progress:
    """One question back; at the first one nothing changes. From a question aside, back to the whole."""
    walked = walk(form, progress.answers)
    asked = [question.id for question in walked.shown if not question.aside]
    now = pending(form, progress)
    if now is not None and now.aside:
        return replace(progress, cursor=None)
    place = asked.index(now.id) if now else len(asked)
    return replace(progress, cursor=asked[place - 1]) if place else progress


def has_before(form: Form, progress: Progress) -> bool:
    """Whether there is a question to go back to."""
    now, walked = pending(form, progress), walk(form, progress.answers)
    if now is not None and now.aside:
        return progress.cursor is not None
    first = next((question for question in walked.shown if not question.aside), None)
    return first is not None and first is not now


def turn_to(form: Form, progress: Progress, question_id: str) -> Progress:
    """Shows a question again, with its answer as it stands."""
    question = _shown(walk(form, progress.answers), question_id)
    return replace(progress, cursor=question.id)


def keep(progress: Progress, question_id: str) -> Progress:
    """Leaves a question that was shown again, its answer as it was."""
    return _leave(progress, question_id)


def select(form: Form, progress: Progress, selection: Selection) -> Progress:
    """Remembers a selection that is still to be completed or confirmed."""
    _shown(walk(form, progress.answers), selection.question)
    return replace(progress, selections={**progress.selections, selection.question: selection})


def deselect(progress: Progress, question_id: str) -> Progress:
    """Drops what was selected for the question; its answer, if it has one, stays."""
    left = {key: one for key, one in progress.selections.items() if key != question_id}
    return replace(progress, selections=left)


def ticked(form: Form, progress: Progress, question: Question) -> list[str]:
    """What is ticked now: the selection, or else the answer that stands."""
    selected = chosen(question, progress)
    value = selected.value if selected else counted(form, progress).get(question.id, [])
    return list(value) if isinstance(value, list) else []


def tick(form: Form, progress: Progress, question_id: str, value: str, *, on: bool) -> Progress:
    """Ticks an option or unticks it. One too many is refused; an exclusive option clears the others, and they it."""
    question = form.question(question_id)
    before = ticked(form, progress, question)
    now = _ticked(question, before, value) if on else _unticked(question, before, value)
    if len(now) > question.most:
        raise Refusal("form-too-many", most=question.most)
    return select(form, progress, Selection(question_id, list(now)))


def confirm(form: Form, progress: Progress, question_id: str) -> Progress:
    """Makes the selection the answer. «Другое» without its text is as good as not chosen; nothing at all is skipped."""
    question = form.question(question_id)
    selected = chosen(question, progress)
    if question.kind is Kind.CHOICES:
        return _confirm_ticks(form, progress, question)
    if selected is None:
        raise Refusal("form-nothing-selected")
    done = put(form, progress, question_id, selected.value)
    known = {key: value for key, value in selected.more.items() if value or value == 0}
    return replace(done, answers={**done.answers, **known})


def hides(form: Form, progress: Progress, question_id: str, value: Value) -> list[Question]:
    """The answered questions that this answer would hide."""
    before = walk(form, progress.answers)
    after = walk(form, {**progress.answers, question_id: value})
    left = {question.id for question in after.shown}
    return [question for question in before.shown if question.id in before.counted and question.id not in left]


def ahead(form: Form, progress: Progress) -> Place | None:
    """Which question of how many, as far as the answers tell; None beside the order."""
    now = pending(form, progress)
    asked = [
        question.id
        for question in walk(form, progress.answers).shown
        if not question.aside and question.kind is not Kind.NOTE
    ]
    return Place(asked.index(now.id) + 1, len(asked)) if now is not None and now.id in asked else None


def _to_json(selection: Selection) -> dict[str, Any]:
    kept = {"more": dict(selection.more), "said": dict(selection.said)}
    return {"question": selection.question, "value": selection.value} | kept


def _first_open(walked: Walked, progress: Progress) -> Question | None:
    left = (question for question in walked.shown if question.id not in walked.counted)
    return next((question for question in left if _is_open(question, progress)), None)


def _is_open(question: Question, progress: Progress) -> bool:
    """Not skipped or seen. An answer that no longer fits is asked for again, even of a question aside."""
    if question.id in progress.answers:
        return True
    return not question.aside and question.id not in progress.seen and question.id not in progress.skipped


def _found(walked: Walked, question_id: str) -> Question | None:
    return next((question for question in walked.shown if question.id == question_id), None)


def _shown(walked: Walked, question_id: str) -> Question:
    found = _found(walked, question_id)
    if found is None:
        raise Refusal("form-question-gone")
    return found


def _before(form: Form, question: Question, walked: Walked) -> Answers:
    """The counted answers of the questions before this one, also those that nobody was asked."""
    places, here = form.places, form.places[question.id]
    return {key: value for key, value in walked.counted.items() if places[key] < here}


def _leave(progress: Progress, question_id: str) -> Progress:
    cursor = None if progress.cursor == question_id else progress.cursor
    return replace(deselect(progress, question_id), cursor=cursor)


def _ticked(question: Question, before: list[str], value: str) -> list[str]:
    if value in question.exclusive:
        return [value]
    rest = [one for one in before if one not in question.exclusive and not _same(question, one, value)]
    return [*rest, value]


def _unticked(question: Question, before: list[str], value: str) -> list[str]:
    return [one for one in before if not _same(question, one, value)]


def _same(question: Question, one: str, other: str) -> bool:
    """Whether both are the same option; every own value is «другое»."""
    if one == other:
        return True
    return bool(question.other) and all(part == question.other or is_own(part) for part in (one, other))


def _confirm_ticks(form: Form, progress: Progress, question: Question) -> Progress:
    marks = ticked(form, progress, question)
    value = [one for one in marks if one not in (question.other or OWN, OWN)]
    walked = walk(form, progress.answers)
    if not value and not question.is_required(_before(form, question, walked)):
        return skip(form, progress, question.id)
    if marks and not value:
        raise Refusal("form-own-words")
    return put(form, progress, question.id, value)
