"""Answers in words."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from domain.forms import OWN, Kind, Question, Value, is_own
from handlers.forms.desk import Desk
from handlers.say import Html, Say, join


def value_words(desk: Desk, question: Question, value: Value) -> Html:
    """The answer as people read it: an option's words, a date with its weekday."""
    words = WORDS.get(question.kind)
    return words(desk, question, value) if words else desk.say.text(str(value))


def option_words(desk: Desk, question: Question, option_id: str) -> Html:
    """An option, or «другое» in the person's own words."""
    if is_own(option_id):
        return desk.say.text(option_id.removeprefix(OWN))
    found = next((option for option in question.options if option.id == option_id), None)
    return desk.words(found.words) if found else desk.say.text(option_id)


def moment_words(say: Say, value: str) -> Html:
    """«пятница, 27 апреля 2018 г., 14:00»; of a part what there is."""
    day, clock = day_of(value), time_of(value)
    return join(say.day(day) if day else None, say.hour(clock) if clock else None, by=", ")


def day_of(value: str) -> date | None:
    """The day of a moment, whole or in part («2018-04-27», «T14:00», «»)."""
    head = value.partition("T")[0]
    return date.fromisoformat(head) if head else None


def time_of(value: str) -> time | None:
    tail = value.partition("T")[2]
    return time.fromisoformat(tail) if tail else None


def moment_value(day: date | None, clock: time | None) -> str:
    """A moment, whole or in part, as an answer keeps it."""
    head = day.isoformat() if day else ""
    return f"{head}T{clock:%H:%M}" if clock else head


def is_whole(value: str) -> bool:
    """Whether a moment has its day and its time."""
    return bool(day_of(value) and time_of(value))


def local(value: str) -> datetime:
    """A whole moment on the library's wall clock."""
    return datetime.fromisoformat(value)


def _options(desk: Desk, question: Question, value: Value) -> Html:
    chosen = value if isinstance(value, list) else [str(value)]
    return join(*(option_words(desk, question, one) for one in chosen), by="; ")


def _lines(desk: Desk, _question: Question, value: Value) -> Html:
    lines = value if isinstance(value, list) else [str(value)]
    return join(*(desk.say("form-line", number=str(n), text=line) for n, line in enumerate(lines, 1)))


WORDS: Mapping[Kind, Callable[[Desk, Question, Value], Html]] = {
    Kind.CHOICE: _options,
    Kind.CHOICES: _options,
    Kind.LINES: _lines,
    Kind.DATE: lambda desk, _question, value: moment_words(desk.say, str(value)),
    Kind.MOMENT: lambda desk, _question, value: moment_words(desk.say, str(value)),
    Kind.DECIMAL: lambda desk, _question, value: desk.say.text(desk.say.figures(str(value))),
    Kind.PLACE: lambda desk, _question, value: desk.say.text(", ".join(str(value).split(" ")[:2])),
    Kind.PHOTO: lambda desk, _question, _value: desk.say("form-photo-there"),
    Kind.FILE: lambda desk, _question, _value: desk.say("form-photo-there"),
}
