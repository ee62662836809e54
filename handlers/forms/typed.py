"""What a typed text answers."""

import re
from collections.abc import Callable, Mapping
from datetime import time
from itertools import takewhile

from domain.forms import OWN, Kind, Option, Question, Value
from domain.progress import chosen, ticked
from domain.refusal import Refusal
from domain.scan import fold
from domain.when import NotUnderstood, When, read_decimal, read_integer, read_time, read_when
from handlers.forms.desk import Desk, Given
from handlers.forms.options import alike, by_numbers, matching, names_of
from handlers.forms.values import day_of, is_whole, moment_value, time_of

SEARCHED = 10
"""Options from which on any part of the words is looked for."""
TELLING = 3
"""Letters that are enough where there are fewer options, and nothing but them is an answer."""
BULLET = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–—•*])\s+")
REASONS = {
    "empty": "form-empty",
    "unclear": "form-when-unclear",
    "several": "form-when-several",
    "no-date": "form-when-no-date",
    "no-time": "form-when-no-time",
    "no-such-date": "form-when-no-such-date",
    "no-such-time": "form-when-no-such-time",
    "end-before-start": "form-when-end-before-start",
    "too-long": "form-when-unclear",
    "not-a-number": "form-number-wanted",
    "not-whole": "form-number-whole",
}
WANTED = {
    Kind.TEXT: "form-wanted-text",
    Kind.LINES: "form-wanted-text",
    Kind.INTEGER: "form-number-wanted",
    Kind.CHOICE: "form-wanted-button",
    Kind.CHOICES: "form-wanted-button",
    Kind.DATE: "form-wanted-date",
    Kind.MOMENT: "form-wanted-date",
    Kind.PHOTO: "form-wanted-photo",
    Kind.NOTE: "form-wanted-press",
    Kind.DECIMAL: "form-number-wanted",
    Kind.TIME: "form-wanted-time",
    Kind.PLACE: "form-wanted-place",
    Kind.FILE: "form-wanted-file",
}
"""What to say to an answer of another kind."""


def understood(desk: Desk, question: Question, text: str) -> Given:
    """The text as an answer; a `Refusal` says what is wrong with it."""
    read = READERS.get(question.kind)
    if read is None:
        raise Refusal(WANTED[question.kind])
    return read(desk, question, text)


def read_moment(desk: Desk, question: Question, text: str) -> tuple[Given, When]:
    """A date, a time or both, completed by what is known; never sure, so always read back. Also as it was read."""
    when = _when(desk, question, text)
    known = _known(desk, question)
    day = when.date_start or day_of(known)
    clock = when.time_start or time_of(known) or _clock(question.hour)
    said = {"weekday": when.said_weekday or 0} if "weekday" in when.doubts else {}
    value = (day.isoformat() if day else "") if question.kind is Kind.DATE else moment_value(day, clock)
    return Given(value, said=said, sure=False), when


def named(desk: Desk, question: Question, text: str) -> Option | None:
    """The option that the text names: by its words, its number, or the only one that holds the text."""
    wanted = fold(text).strip(" .,!")
    exact = next((option for option in question.offered(desk.counted) if wanted in names_of(desk, option)), None)
    found = [exact] if exact else by_numbers(desk, question, text) or _holding(desk, question, wanted)
    return found[0] if len(found) == 1 else None


def _holding(desk: Desk, question: Question, wanted: str) -> list[Option]:
    """The options that hold the text, where a part of the words is enough."""
    closed = question.kind in {Kind.CHOICE, Kind.CHOICES} and not question.other
    enough = len(question.offered(desk.counted)) >= SEARCHED or (closed and len(wanted) >= TELLING)
    return matching(desk, question, wanted) if enough else []


def _choice(desk: Desk, question: Question, text: str) -> Given:
    option = named(desk, question, text)
    if option is not None:
        return Given(_value(question, option))
    slips = [] if (several := _looked_for(desk, question, text, "")) else alike(desk, question, text)
    return several or (Given(slips[0].id, sure=False) if slips else Given(_own(question, text)))


def _several(desk: Desk, question: Question, text: str) -> Given:
    """The options that the text names, one or more with commas; what it does not name is an own value."""
    whole = named(desk, question, text)
    if whole is None and (numbered := by_numbers(desk, question, text)):
        return Given([_value(question, option) for option in numbered])
    parts = [text] if whole else [part for part in re.split(r"[,;\n]", text) if part.strip()]
    found = list(takewhile(bool, (named(desk, question, part) or _meant(desk, question, part) for part in parts)))
    if len(found) == len(parts):
        return Given([_value(question, option) for option in found if option])
    marked = ticked(desk.form, desk.progress, question)
    return _looked_for(desk, question, text, marked) or Given([_own(question, text)])


def _meant(desk: Desk, question: Question, text: str) -> Option | None:
    """The only option that the text means with a slip."""
    found = alike(desk, question, text)
    return found[0] if len(found) == 1 and not _holding(desk, question, fold(text).strip(" .,!")) else None


def _value(question: Question, option: Option) -> str:
    """What an option stands for; «other» waits for words."""
    return OWN if option.id == question.other else option.id


def _looked_for(desk: Desk, question: Question, text: str, value: Value) -> Given | None:
    """Those of several options that hold the text, to choose from; what is chosen already stays."""
    wanted = fold(text).strip(" .,!")
    several = len(_holding(desk, question, wanted) or alike(desk, question, text)) > 1
    return Given(value, said={"find": text.strip(" .,!")[:40]}, sure=False) if several else None


def _own(question: Question, text: str) -> str:
    if not question.other:
        raise Refusal("form-wanted-choice")
    return OWN + _something(text)


def _something(text: str) -> str:
    if not text.strip():
        raise Refusal("form-empty")
    return text.strip()


def _number(desk: Desk, question: Question, text: str) -> Value:
    option = named(desk, question, text)
    if option is None and question.lowest < 0:
        return _signed(text)
    found = int(option.id) if option else read_integer(text)
    if isinstance(found, NotUnderstood):
        raise Refusal("form-number-one" if found.reason == "several" else REASONS[found.reason])
    return found


def _signed(text: str) -> int:
    """A whole number that may be below zero."""
    found = _decimal(text)
    if "." in found:
        raise Refusal("form-number-whole")
    return int(found)


def _decimal(text: str) -> str:
    found = read_decimal(text)
    if isinstance(found, NotUnderstood):
        raise Refusal("form-number-wanted")
    return found


def _time(text: str) -> str:
    span = read_time(text)
    if isinstance(span, NotUnderstood):
        raise Refusal(REASONS.get(span.reason, "form-wanted-time"), value=text.strip()[:40])
    return f"{span.start:%H:%M}"


def _when(desk: Desk, question: Question, text: str) -> When:
    """Where the day is known and only a time is asked for, «14» is a time."""
    if question.kind is Kind.MOMENT and _wants_time(desk, question):
        span = read_time(text)
        if not isinstance(span, NotUnderstood):
            return When(None, None, span.start, span.end)
    found = read_when(text, desk.ctx.now_local, (desk.say.language, *desk.ctx.library.languages))
    if isinstance(found, NotUnderstood):
        raise Refusal(REASONS[found.reason], value=found.value)
    if question.kind is Kind.DATE and found.date_start is None:
        raise Refusal("form-when-no-date", value=text)
    return found


def _wants_time(desk: Desk, question: Question) -> bool:
    selection = chosen(question, desk.progress)
    known = str(selection.value) if selection else question.day
    return bool(known) and not is_whole(known)


def _known(desk: Desk, question: Question) -> str:
    """What of the moment stands already: what was selected, else the answer, else what is taken for granted."""
    selection = chosen(question, desk.progress)
    return str((selection and selection.value) or desk.counted.get(question.id, "") or question.day)


def _clock(hour: str) -> time | None:
    return time.fromisoformat(hour) if hour else None


def _lines(_desk: Desk, _question: Question, text: str) -> Given:
    return Given([line for part in text.splitlines() if (line := BULLET.sub("", part).strip())])


READERS: Mapping[Kind, Callable[[Desk, Question, str], Given]] = {
    Kind.TEXT: lambda _desk, _question, text: Given(_something(text)),
    Kind.LINES: _lines,
    Kind.INTEGER: lambda desk, question, text: Given(_number(desk, question, text)),
    Kind.DECIMAL: lambda _desk, _question, text: Given(_decimal(text)),
    Kind.TIME: lambda _desk, _question, text: Given(_time(text)),
    Kind.CHOICE: _choice,
    Kind.CHOICES: _several,
    Kind.DATE: lambda desk, question, text: read_moment(desk, question, text)[0],
    Kind.MOMENT: lambda desk, question, text: read_moment(desk, question, text)[0],
}
