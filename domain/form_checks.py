"""Whether a value is an answer to a question: by its kind, its limits, its options, and by the form's own check."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from domain.forms import OWN, Answers, Kind, Question, Value, is_own
from domain.refusal import Refusal


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
