"""When something is to be, read from what a person typed. Nothing is ever guessed without a doubt that says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from domain.dates_in_text import DatesFound, DateSpan, find_dates, resolve_dates
from domain.scan import BLANK, Unread, fold
from domain.times_in_text import TimeSpan, bare_time, find_times

LONGEST = 200
NIGHT_ENDS = time(6)
_NOISE_RU = "в во на с со по к от до и г года году год ч час часов начало начнется начинается время дата число"
_NOISE_EN = "at on from to the of and date time start starts starting begins"
_NOISE = frozenset(f"{_NOISE_RU} {_NOISE_EN}".split())
_NUMBER = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9])|[0-9]+")
_DECIMAL = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?", re.ASCII)
_NOT_WHOLE = re.compile(r"[0-9]\s*[.,/][0-9]|[-+][0-9]|[0-9]\s*-|минус|minus|половин|½")


@dataclass(frozen=True, slots=True)
class When:
    """Dates and times on the library's wall clock. `date_start` is None when only a time was typed.

    `date_end` is the last day of a range, or the day after for a time that ends past midnight. `doubts` are to be
    asked about: `weekday` (the one typed, `said_weekday`, Monday = 0, is not the date's), `past`, `year_guessed`.
    """

    date_start: date | None
    date_end: date | None = None
    time_start: time | None = None
    time_end: time | None = None
    doubts: tuple[str, ...] = ()
    said_weekday: int | None = None


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Why a text is no answer, and the part of it that is meant.

    `reason`: empty, unclear, several, no-date, no-time, no-such-date, no-such-time, end-before-start, too-long,
    not-a-number, not-whole.
    """

    reason: str
    value: str = ""


def read_when(text: str, now_local: datetime, languages: Sequence[str] = ("ru", "en")) -> When | NotUnderstood:
    """The date, the time, or both, that a person typed, as seen from `now_local`; see `When`.

    The whole text must be understood: a word that is not, or a day that no calendar has, is `NotUnderstood`.
    """
    try:
        found, rest = scan_when(_checked(text), now_local, languages, strict=False)
        _check_rest(rest)
    except Unread as error:
        return NotUnderstood(error.code, error.value)
    return found or NotUnderstood("unclear", text.strip())


def read_date(text: str, now_local: datetime, languages: Sequence[str] = ("ru", "en")) -> When | NotUnderstood:
    """As `read_when`, where a date is asked for; a time may stand beside it."""
    found = read_when(text, now_local, languages)
    if isinstance(found, When) and found.date_start is None:
        return NotUnderstood("no-date", text.strip())
    return found


def read_time(text: str) -> TimeSpan | NotUnderstood:
    """A time or a range of times, where only that is asked for: «14» and «10.10» are times here."""
    try:
        plain = _checked(text)
        found, rest = (bare, "") if (bare := bare_time(plain)) else find_times(plain, strict=False)
        _check_rest(rest)
    except Unread as error:
        return NotUnderstood(error.code, error.value)
    return found or NotUnderstood("no-time", text.strip())


def read_integer(text: str) -> int | NotUnderstood:
    """The only number of a text, whole and not negative: «30 мест», «1 000». Its limits are the caller's."""
    plain = fold(text).strip()
    numbers = _NUMBER.findall(plain)
    if len(text) > LONGEST or not numbers or any(len(number) > 12 for number in numbers):
        return NotUnderstood("not-a-number", plain[:40])
    if _NOT_WHOLE.search(plain):
        return NotUnderstood("not-whole", plain[:40])
    return int(numbers[0].replace(" ", "")) if len(numbers) == 1 else NotUnderstood("several", plain[:40])


def read_decimal(text: str) -> str | NotUnderstood:
    """The number that the text is, as it is kept: «3,5» is «3.5», «−2,50» is «-2.5», «1 000» is «1000»."""
    plain = "".join(fold(text).split()).replace(",", ".").replace("−", "-").replace("–", "-")
    if not _DECIMAL.fullmatch(plain):
        return NotUnderstood("not-a-number", plain[:40])
    whole, _, part = plain.partition(".")
    part = part.rstrip("0")
    return f"{int(whole)}.{part}" if part else str(int(whole))


def scan_when(plain: str, now_local: datetime, languages: Sequence[str], *, strict: bool) -> tuple[When | None, str]:
    """The date and time in a folded text, and the text with them blanked. `Unread` if they cannot be."""
    found, rest = find_dates(plain, strict=strict)
    times, rest = find_times(rest, strict=strict)
    span = resolve_dates(found, now_local, languages)
    if span is not None and span.moment is not None:
        times = _only(span.moment, times)
    if span is None:
        return (When(None, None, times.start, times.end) if times else None), rest
    return _when(span, times, found, now_local), rest


def _when(span: DateSpan, times: TimeSpan | None, found: DatesFound, now: datetime) -> When:
    start, end = (times.start, times.end) if times else (None, None)
    said = found.weekday
    when = _over_midnight(When(span.start, span.end, start, end, said_weekday=said))
    doubts = {
        "weekday": said is not None and said != span.start.weekday(),
        "past": _is_past(span.start, times, now),
        "year_guessed": span.guessed,
    }
    return replace(when, doubts=tuple(code for code, holds in doubts.items() if holds))


def _over_midnight(when: When) -> When:
    """«20:00-02:00» ends on the next day; an end by daylight that is before its start is a slip."""
    start, end, day = when.time_start, when.time_end, when.date_start
    if start is None or end is None or day is None or when.date_end is not None or start < end:
        return when
    if end > NIGHT_ENDS:
        raise Unread("end-before-start", f"{start:%H:%M}-{end:%H:%M}")
    return replace(when, date_end=day + timedelta(days=1))


def _is_past(day: date, times: TimeSpan | None, now: datetime) -> bool:
    if times is None or day != now.date():
        return day < now.date()
    return times.start <= now.time()


def _only(moment: datetime, times: TimeSpan | None) -> TimeSpan:
    if times is not None:
        raise Unread("several", f"{times.start:%H:%M}")
    return TimeSpan(moment.time())


def _checked(text: str) -> str:
    if not text.strip():
        raise Unread("empty")
    if len(text) > LONGEST:
        raise Unread("too-long", text[:40])
    return fold(text)


def _check_rest(rest: str) -> None:
    """Refuses what was left unread, apart from words that say nothing of their own."""
    pieces = [piece.strip(" ,.;:()-!") for piece in rest.split(BLANK)]
    unread = " ".join(piece for piece in pieces if not _NOISE.issuperset(re.findall(r"\w+", piece)))
    if unread:
        raise Unread("several" if BLANK in rest and re.search(r"\d", unread) else "unclear", unread)
