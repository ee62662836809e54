"""A form as data: its questions, what may be answered, and which answers count. Knows no form in particular."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from domain.refusal import Refusal

Value = str | int | list[str]
"""An answer as JSON keeps it. A date is «2018-04-27», a moment «2018-04-27T14:00» on the library's wall clock, a choice
the option's id, choices a list of ids, an own value of «другое» `own:` and the text, a decimal its figures («3.5»), a
time «14:00», a place «56.8587 35.9176», a photo or file the messenger's id."""

Answers = Mapping[str, Value]
Condition = Callable[[Answers], bool]
Computed = Callable[[Answers], Value | None]
Check = Callable[[Value, Answers], None]

OWN = "own:"
"""What an own value («другое») begins with."""


@dataclass(frozen=True, slots=True)
class Key:
    """A message of the catalogue."""

    name: str


Words = Key | str
"""A message of the catalogue, or the words themselves (of a questionnaire, of a branch)."""


class Kind(StrEnum):
    """What a question wants. A note is read and acknowledged; it has no answer. A computed one nobody is asked."""

    TEXT = "text"
    LINES = "lines"
    INTEGER = "integer"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    MOMENT = "moment"
    PHOTO = "photo"
    NOTE = "note"
    DECIMAL = "decimal"
    TIME = "time"
    PLACE = "place"
    FILE = "file"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Option:
    """What may be chosen. `number` is what a button carries, where the list may change under it; else its place.

    `aliases` are what it is called besides, when typed; `when` says whether it is offered, by the answers before.
    Where options have a `group` they are offered group by group, those without one first.
    """

    id: str
    words: Words
    number: int | None = None
    group: str = ""
    aliases: tuple[str, ...] = ()
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question; limits that don't belong to its kind are not looked at.

    `aside`: not asked in order, offered once the rest is answered. `other`: the option that stands for an own value.
    `check` raises `Refusal` for a value that cannot stand beside the answers before it. For a number, options are
    suggestions. For a moment, `day` is the day that is meant unless another is said, and `hour` likewise. `needed`:
    required only where it holds. `compute`: the answer that the form gives itself, None for none. `words_by`: the
    words, where they depend on the answers before.
    """

    id: str
    kind: Kind
    words: Words
    label: Words = ""
    hint: Words = ""
    required: bool = True
    aside: bool = False
    options: tuple[Option, ...] = ()
    groups: Mapping[str, Words] | None = None
    when: Condition | None = None
    longest: int = 1000
    lowest: int = 0
    highest: int = 1_000_000
    fewest: int = 1
    most: int = 100
    exclusive: frozenset[str] = frozenset()
    other: str = ""
    other_longest: int = 80
    check: Check | None = None
    skip: Words = ""
    day: str = ""
    hour: str = ""
    needed: Condition | None = None
    compute: Computed | None = None
    words_by: Callable[[Answers], str] | None = None

    def words_after(self, before: Answers) -> Words:
        """What is asked, by the answers before it."""
        return self.words_by(before) if self.words_by else self.words

    def is_required(self, before: Answers) -> bool:
        """Whether it must be answered, by the answers before it."""
        return self.required if self.needed is None else self.needed(before)

    def number(self, option: Option) -> int:
        """What a button for the option carries."""
        return self.options.index(option) if option.number is None else option.number

    def numbered(self, number: int) -> Option | None:
        return next((option for option in self.options if self.number(option) == number), None)

    def offered(self, answers: Answers) -> tuple[Option, ...]:
        """The options that the answers before allow."""
        return tuple(option for option in self.options if option.when is None or option.when(answers))


@dataclass(frozen=True, slots=True)
class Form:
    """Questions in the order of asking. `follow` gives the other answers that follow when one is changed."""

    id: str
    questions: tuple[Question, ...]
    follow: Callable[[str, Value, Answers], Answers] | None = None
    walked: "list[tuple[Answers, Walked]]" = field(default_factory=list, compare=False, repr=False)

    def question(self, question_id: str) -> Question:
        found = next((question for question in self.questions if question.id == question_id), None)
        if found is None:
            raise Refusal("form-question-gone")
        return found


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk from the first question to the last finds: the questions that are shown, the answers that count."""

    shown: tuple[Question, ...]
    counted: dict[str, Value]


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


def fits(question: Question, value: Value, before: Answers) -> bool:
    """Whether the value is an answer to the question, given the answers before it."""
    try:
        check(question, value, before)
    except Refusal:
        return False
    return True


def check(question: Question, value: Value, before: Answers) -> None:
    """Raises a `Refusal` for a value that is no answer to the question: its code says why."""
    CHECKS[question.kind](question, value, before)
    if question.check is not None:
        question.check(value, before)


def check_text(text: str, longest: int) -> None:
    if not text.strip():
        raise Refusal("form-empty")
    if len(text) > longest:
        raise Refusal("form-too-long", most=longest, length=len(text))


def is_own(value: object) -> bool:
    """Whether it is an own value, in the person's words."""
    return isinstance(value, str) and value.startswith(OWN)


def _text(question: Question, value: Value, _before: Answers) -> None:
    check_text(_str(value), question.longest)


def _lines(question: Question, value: Value, _before: Answers) -> None:
    lines = _list(value)
    _check_number(question, len(lines))
    for line in lines:
        check_text(line, question.longest)


def _integer(question: Question, value: Value, _before: Answers) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Refusal("form-answer-wrong")
    if not question.lowest <= value <= question.highest:
        raise Refusal("form-number-range", lowest=question.lowest, highest=question.highest)


def _choice(question: Question, value: Value, before: Answers) -> None:
    _check_option(question, _str(value), before)


def _choices(question: Question, value: Value, before: Answers) -> None:
    chosen = _list(value)
    _check_number(question, len(chosen))
    if len(set(chosen)) < len(chosen) or (len(chosen) > 1 and question.exclusive.intersection(chosen)):
        raise Refusal("form-answer-wrong")
    for one in chosen:
        _check_option(question, one, before)


def _check_option(question: Question, value: str, before: Answers) -> None:
    wanted = question.other if question.other and is_own(value) else value
    if wanted not in {option.id for option in question.offered(before)}:
        raise Refusal("form-option-gone")
    if wanted == question.other and question.other:
        check_text(value.removeprefix(OWN) if is_own(value) else "", question.other_longest)


def _check_number(question: Question, number: int) -> None:
    if number < question.fewest:
        raise Refusal("form-too-few", fewest=question.fewest)
    if number > question.most:
        raise Refusal("form-too-many", most=question.most)


def _date(_question: Question, value: Value, _before: Answers) -> None:
    _parsed(date.fromisoformat, value, 10)


def _moment(_question: Question, value: Value, _before: Answers) -> None:
    _parsed(datetime.fromisoformat, value, 16)


def _time(_question: Question, value: Value, _before: Answers) -> None:
    _parsed(time.fromisoformat, value, 5)


def _decimal(question: Question, value: Value, _before: Answers) -> None:
    try:
        number = Decimal(_str(value))
    except InvalidOperation:
        raise Refusal("form-answer-wrong") from None
    if not number.is_finite():
        raise Refusal("form-answer-wrong")
    if not question.lowest <= number <= question.highest:
        raise Refusal("form-number-range", lowest=question.lowest, highest=question.highest)


def _place(_question: Question, value: Value, _before: Answers) -> None:
    """Latitude and longitude in degrees, as ODK writes them."""
    try:
        latitude, longitude = (float(part) for part in _str(value).split(" ")[:2])
    except ValueError:
        raise Refusal("form-answer-wrong") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise Refusal("form-answer-wrong")


def _note(_question: Question, _value: Value, _before: Answers) -> None:
    raise Refusal("form-answer-wrong")


def _parsed(parse: Callable[[str], object], value: Value, letters: int) -> None:
    try:
        if len(_str(value)) == letters:
            parse(_str(value))
            return
    except ValueError:
        pass
    raise Refusal("form-answer-wrong")


def _str(value: Value) -> str:
    if not isinstance(value, str):
        raise Refusal("form-answer-wrong")
    return value


def _list(value: Value) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise Refusal("form-answer-wrong")
    return value


CHECKS: Mapping[Kind, Callable[[Question, Value, Answers], None]] = {
    Kind.TEXT: _text,
    Kind.LINES: _lines,
    Kind.INTEGER: _integer,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.DATE: _date,
    Kind.MOMENT: _moment,
    Kind.PHOTO: _text,
    Kind.NOTE: _note,
    Kind.DECIMAL: _decimal,
    Kind.TIME: _time,
    Kind.PLACE: _place,
    Kind.FILE: _text,
    Kind.COMPUTED: _note,
}
