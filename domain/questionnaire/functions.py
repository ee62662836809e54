"""The functions that ODK adds to XPath, or understands in its own way, as lxml calls them."""

import math
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

URI = "urn:roundtable:odk"
EPOCH = date(1970, 1, 1)
PATIENCE = 0.1
"""Seconds that a pattern may take over an answer."""

Function = Callable[..., Any]
ChoiceName = Callable[[str, str], str]
"""The words of an option (its value, the path of its question)."""


def functions(now: Callable[[], datetime], choice_name: ChoiceName) -> dict[tuple[str, str], Function]:
    """Every function by its qualified name, for `lxml.etree.XPath(extensions=…)`. `now` is the wall clock."""
    own: Mapping[str, Function] = {
        "num": lambda _, value: number(value),
        "selected": lambda _, value, option: string(option) in string(value).split(),
        "count-selected": lambda _, value: float(len(string(value).split())),
        "selected-at": lambda _, value, place: _at(string(value).split(), number(place)),
        "if": lambda _, condition, yes, no: yes if boolean(condition) else no,
        "coalesce": lambda _, *values: next((text for text in map(string, values) if text), ""),
        "regex": lambda _, value, pattern: matches(string(value), string(pattern)),
        "today": lambda _: now().date().isoformat(),
        "now": lambda _: now().isoformat(timespec="seconds"),
        "format-date": lambda _, value, pattern: formatted(value, string(pattern)),
        "format-date-time": lambda _, value, pattern: formatted(value, string(pattern)),
        "int": lambda _, value: _whole(number(value)),
        "round": lambda _, value, places=0.0: _rounded(number(value), number(places)),
        "pow": lambda _, base, power: _power(number(base), number(power)),
        "choice-name": lambda _, value, path: choice_name(string(value), string(path)),
        "once": lambda _, here, value: string(here) or string(value),
        "position": lambda _, nodes: _position(nodes),
        "min": lambda _, *values: min(_numbers(values), default=math.nan),
        "max": lambda _, *values: max(_numbers(values), default=math.nan),
        "date": lambda _, value: _date(value),
        "date-time": lambda _, value: _date(value),
        "decimal-date-time": lambda _, value: number(value),
        "string-length": lambda _, value: float(len(string(value))),
        "join": lambda _, by, *values: string(by).join(text for value in values for text in _texts(value)),
        "substr": lambda _, value, start, end=math.inf: _part(string(value), number(start), number(end)),
    }
    return {(URI, name): function for name, function in own.items()}


def string(value: Any) -> str:
    """The value as XPath's `string()` gives it."""
    if isinstance(value, list):
        return string(value[0]) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number_text(value)
    if hasattr(value, "itertext"):
        return "".join(value.itertext()) if len(value) else value.text or ""
    return str(value)


def number(value: object) -> float:
    """The value as a number; a date is the number of its day since 1970, a moment has the part of the day with it."""
    if isinstance(value, bool | int | float):
        return float(value)
    text = string(value).strip()
    try:
        return float(text)
    except ValueError:
        return days(text)


def boolean(value: object) -> bool:
    """The value as XPath's `boolean()` gives it."""
    if isinstance(value, list):
        return bool(value)
    if isinstance(value, float):
        return not math.isnan(value) and value != 0
    return bool(value)


def days(text: str) -> float:
    """Days since 1970 of an ISO date or moment; not a number for anything else."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return math.nan
    passed = moment.replace(tzinfo=None) - datetime.combine(EPOCH, datetime.min.time())
    return passed / timedelta(days=1)


def matches(text: str, pattern: str) -> bool:
    """Whether the whole text is of the pattern, as ODK asks; one that takes too long, or is none, matches nothing."""
    import regex

    try:
        return regex.fullmatch(pattern, text, timeout=PATIENCE) is not None
    except (regex.error, TimeoutError):
        return False


def formatted(value: object, pattern: str) -> str:
    """A date by ODK's letters: %Y %y %m %n %b %d %e %H %h %M %S %3 %a."""
    moment = _moment(value)
    if moment is None:
        return ""
    letters = {
        "Y": f"{moment:%Y}",
        "y": f"{moment:%y}",
        "m": f"{moment:%m}",
        "n": str(moment.month),
        "d": f"{moment:%d}",
        "e": str(moment.day),
        "H": f"{moment:%H}",
        "h": str(moment.hour),
        "M": f"{moment:%M}",
        "S": f"{moment:%S}",
        "3": f"{moment.microsecond // 1000:03}",
    }
    import re

    return re.sub(r"%(.)", lambda found: letters.get(found[1], found[0]), pattern)


def _moment(value: object) -> datetime | None:
    passed = number(value)
    if math.isnan(passed) or not -1_000_000 < passed < 1_000_000:
        return None
    return datetime.combine(EPOCH, datetime.min.time()) + timedelta(days=passed)


def _date(value: object) -> str:
    """A number as the date of that day; a date stays what it is."""
    moment = _moment(value)
    return moment.date().isoformat() if moment else ""


def _at(words: list[str], place: float) -> str:
    return words[int(place)] if 0 <= place < len(words) else ""


def _whole(value: float) -> float:
    return value if math.isnan(value) or math.isinf(value) else float(int(value))


def _rounded(value: float, places: float) -> float:
    """Half goes up, as people are taught; Python's own rounding would take 2.5 for 2."""
    if math.isnan(value) or math.isinf(value):
        return value
    shift: float = 10.0 ** int(places)
    return math.floor(value * shift + 0.5) / shift


def _power(base: float, power: float) -> float:
    try:
        return math.pow(base, power)
    except (OverflowError, ValueError):
        return math.nan


def _numbers(values: tuple[object, ...]) -> list[float]:
    found = [number(text) for value in values for text in _texts(value)]
    return [one for one in found if not math.isnan(one)]


def _texts(value: object) -> list[str]:
    return [string(one) for one in value] if isinstance(value, list) else [string(value)]


def _position(nodes: Any) -> float:
    """Which of its like the node is, from 1: the number of a repetition."""
    if not isinstance(nodes, list) or not nodes:
        return math.nan
    return 1.0 + sum(1 for _ in nodes[0].itersiblings(nodes[0].tag, preceding=True))


def _part(text: str, start: float, end: float) -> str:
    last = len(text) if math.isinf(end) or math.isnan(end) else int(end)
    return text[int(start) : last] if not math.isnan(start) else ""


def _number_text(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
