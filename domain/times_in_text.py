"""Times of day as people type them: «15.00ч», «9-00», «в 10 часов», «13:00 -14:00», “2 pm”."""

import re
from dataclasses import dataclass
from datetime import time

from domain.scan import Unread, take

_END = r"(?![а-яa-z])"
_UNIT = rf"(?:часов|часа|час|ч|hrs?|h|o'clock){_END}\.?"
_PART = rf"(?:утра|дня|вечера|ночи|[ap]\.?\s?m\.?){_END}"
_NOT_A_TIME = r"(?![\d:]|[.,]\d|\s*(?:лет|год|класс|кл\b|мест|чел|руб|%|\+|-?летн))"


def _atom(number: int) -> str:
    n = number
    minutes = rf"(?:[:.](?P<m{n}>\d{{2}}))?"
    return rf"(?P<h{n}>\d{{1,2}}){minutes}{_NOT_A_TIME}(?:\s*(?P<u{n}>{_UNIT}))?(?:\s*(?P<p{n}>{_PART}))?"


_START = r"(?<![\d/№])(?<!\d[.:,])"
_TAIL = re.compile(r"\s*(?:$|[,.;!)\0])")
_RANGE = re.compile(
    rf"(?:(?<![а-яa-z])(?P<pre>с|со|from|between)\s+)?{_START}{_atom(1)}"
    rf"(?P<sep>\s*-\s*|\s+(?:до|по|to|till|until|and)\s+){_atom(2)}"
)
_SINGLE = re.compile(rf"(?:(?<![а-яa-z])(?P<pre>в|к|с|at|from|начало)\s+)?{_START}{_atom(1)}")
_LONG = re.compile(
    rf"(?:(?<![а-яa-z])(?:в|с|at)\s+)?{_START}(?P<h1>\d{{1,2}})\s*(?:часов|часа|час|ч)\.?\s*(?P<m1>\d{{2}})\s*мин[а-я]*\.?"
)
_ONE = re.compile(rf"(?<![а-яa-z])в\s+час\s+(?P<p1>дня|ночи){_END}")
_NAMED = re.compile(
    rf"(?:(?<![а-яa-z])(?P<pre>в|at)\s+)?(?<![а-яa-z])(?P<name>полдень|noon|midday|полночь|midnight){_END}"
)
_DASHED = re.compile(rf"(?<![\d.:])(\d{{1,2}})-([0-5][05]){_NOT_A_TIME}")
_DASHED_STRICT = re.compile(rf"(?<![\d.:])(\d{{1,2}})-(00|15|30|45){_NOT_A_TIME}")
_BARE = re.compile(r"\s*(?P<h1>\d{1,2}?)\s*(?P<m1>\d{2})?\s*")

_SAME = {hour: hour for hour in range(13, 24)}
_PARTS: dict[str, dict[int, int]] = {
    "утра": {hour: hour for hour in range(12)},
    "дня": _SAME | {11: 11, 12: 12} | {hour: hour + 12 for hour in range(1, 6)},
    "вечера": _SAME | {hour: hour + 12 for hour in range(4, 12)},
    "ночи": {22: 22, 23: 23, 10: 22, 11: 23, 12: 0} | {hour: hour for hour in range(5)},
    "am": {12: 0} | {hour: hour for hour in range(1, 12)},
    "pm": _SAME | {12: 12} | {hour: hour + 12 for hour in range(1, 12)},
}
"""What an hour means at a time of the day; one that is not here means nothing («15 утра»)."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time of day, to the minute, and perhaps the time when it ends; an end before the start is after midnight."""

    start: time
    end: time | None = None


def find_times(plain: str, *, strict: bool) -> tuple[TimeSpan | None, str]:
    """The time or the two ends in a folded text, and the text without them.

    `strict` is for running text, where a bare number is more often something else. `Unread` for a time that no clock
    shows.
    """
    plain = (_DASHED_STRICT if strict else _DASHED).sub(r"\1:\2", plain)
    span, rest = _take_range(plain, strict=strict)
    return (span, rest) if span else _take_single(plain, strict=strict)


def bare_time(plain: str) -> TimeSpan | None:
    """A text that is nothing but digits, where a time was asked for: «14», «1430», «14 30»."""
    found = _BARE.fullmatch(plain)
    return TimeSpan(_clock(found, 1)) if found else None


def _take_range(plain: str, *, strict: bool) -> tuple[TimeSpan | None, str]:
    found, rest = take(_RANGE, plain, _range_is_sure if strict else lambda _match: True)
    return (_span(found), rest) if found else (None, plain)


def _take_single(plain: str, *, strict: bool) -> tuple[TimeSpan | None, str]:
    found, rest = take(_LONG, plain)
    if found is None:
        found, rest = take(_SINGLE, plain, _single_is_sure if strict else _single_is_time)
    if found is not None:
        return TimeSpan(_clock(found, 1)), rest
    return _take_word(plain, strict=strict)


def _take_word(plain: str, *, strict: bool) -> tuple[TimeSpan | None, str]:
    found, rest = take(_NAMED, plain, lambda match: bool(match["pre"]) or not strict)
    if found is not None:
        return TimeSpan(time(0 if found["name"] in {"полночь", "midnight"} else 12)), rest
    found, rest = take(_ONE, plain)
    return (TimeSpan(time(13 if found["p1"] == "дня" else 1)), rest) if found else (None, plain)


def _range_is_sure(match: re.Match[str]) -> bool:
    if (match["m1"] and match["m2"]) or match["u2"] or match["p2"]:
        return True
    return bool(match["pre"]) and _TAIL.match(match.string, match.end()) is not None


def _single_is_time(match: re.Match[str]) -> bool:
    return any(match[name] for name in ("m1", "u1", "p1", "pre"))


def _single_is_sure(match: re.Match[str]) -> bool:
    if match["p1"]:
        return True
    if match["m1"]:
        return bool(match["pre"]) or ":" in match[0] or match["m1"][1] in "05"
    ends = _TAIL.match(match.string, match.end()) is not None
    return bool(match["pre"] and match["u1"]) or (bool(match["pre"] or match["u1"]) and ends)


def _span(match: re.Match[str]) -> TimeSpan:
    end = time(0) if (match["h2"], match["m2"] or "00") == ("24", "00") else _clock(match, 2)
    start = _clock(match, 1)
    if match["p2"] and not match["p1"] and start < time(12):
        later = _clock(match, 1, _part(match["p2"]))
        start = later if later < end else start
    if start == end:
        raise Unread("end-before-start", match[0].strip())
    return TimeSpan(start, end)


def _clock(match: re.Match[str], number: int, part: str | None = None) -> time:
    parts = match.groupdict()
    part = part or _part(parts.get(f"p{number}"))
    hour, minute = int(parts[f"h{number}"]), int(parts[f"m{number}"] or 0)
    hour = _PARTS[part].get(hour, 24) if part else hour
    if hour > 23 or minute > 59:
        raise Unread("no-such-time", match[0].strip())
    return time(hour, minute)


def _part(typed: str | None) -> str | None:
    return re.sub(r"[.\s]", "", typed) if typed else None
