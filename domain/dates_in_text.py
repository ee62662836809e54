"""Dates as people type them: «27 апреля 2018 года», «02.04.», «с 22 августа по 12 сентября», «в пятницу»."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from domain.days import Day, ends, nearest
from domain.scan import Unread, blank, take

_RU = (
    r"(?:янв(?:ар[ьея])?|фев(?:р(?:ал[ьея])?)?|мар(?:т[ае]?)?|апр(?:ел[ьея])?|ма[йяе]|июн[ьея]?|июл[ьея]?|авг(?:уст[ае]?)?"
    r"|сен(?:т(?:ябр[ьея])?)?|окт(?:ябр[ьея])?|ноя(?:б(?:р[ьея])?)?|дек(?:абр[ьея])?)(?![а-я])\.?"
)
_EN = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_MONTHS: tuple[str, ...] = ("янв jan", "фев feb", "мар mar", "апр apr", "май мая мае may", "июн jun", "июл jul")
_MONTHS += ("авг aug", "сен sep", "окт oct", "ноя nov", "дек dec")
_WEEKDAYS = ("по пн mo", "вт tu", "ср we", "че чт th", "пя пт fr", "су сб sa", "во вс su")
_WORDS = {"сегодня": 0, "today": 0, "завтра": 1, "tomorrow": 1, "послезавтра": 2, "the day after tomorrow": 2}
_WORDS |= {"day after tomorrow": 2}

_FROM = r"(?:(?<![а-яa-z])(?:с|со|from)\s+)?"
_TO = r"(?:\s*-\s*|\s+(?:по|до|to|till|until|through)\s+)"
_YEAR_WORD = r"(?:\s*(?:года|году|год|г)(?![а-я])\.?)?"


def _day(number: int) -> str:
    return rf"(?<![\d.:])(?P<d{number}>\d{{1,2}})(?!\d|[:.]\d)(?:-?(?:го|ое|е|st|nd|rd|th)(?![а-яa-z]))?"


def _year(number: int) -> str:
    return rf"(?:,?\s*(?P<y{number}>\d{{4}}|\d{{2}}(?=\s*г(?:од|\.|\b)))(?![\d:]){_YEAR_WORD})?"


def _word(number: int) -> str:
    return rf"{_day(number)}(?:\s+of)?\s*(?P<w{number}>{_RU}|{_EN}){_year(number)}"


def _full(number: int) -> str:
    n = number
    near = rf"(?P<d{n}>\d{{1,2}})[./](?P<m{n}>\d{{1,2}})[./](?P<y{n}>\d{{4}}|\d{{2}}(?![.:]\d))"
    return rf"(?<![\d.:/]){near}(?!\d){_YEAR_WORD}"


def _short(number: int) -> str:
    return rf"(?P<d{number}>\d{{1,2}})(?P<s{number}>[./])(?P<m{number}>\d{{1,2}})(?![\d:])\.?"


_EXPLICIT = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)(?P<y1>\d{4})[-./](?P<m1>\d{1,2})[-./](?P<d1>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<d1>\d{1,2})-(?P<m1>\d{1,2})-(?P<y1>\d{4})(?!\d)",
        rf"{_FROM}{_full(1)}{_TO}{_full(2)}",
        rf"{_FROM}(?<![\d.:])(?P<d1>\d{{1,2}}){_TO}(?<!\d){_full(2)}",
        rf"{_FROM}{_word(1)}{_TO}{_word(2)}",
        rf"{_FROM}{_day(1)}{_TO}{_word(2)}",
        rf"{_FROM}(?P<w1>{_EN})\s+{_day(1)}{_year(1)}{_TO}(?:(?P<w2>{_EN})\s+)?{_day(2)}{_year(2)}",
        _full(1),
        r"(?<![\d.:])(?P<d1>\d{1,2})\.\s+(?P<m1>\d{1,2})\.\s+(?P<y1>\d{4})(?!\d)",
        _word(1),
        rf"(?<![a-z])(?P<w1>{_EN})\s+(?:the\s+)?{_day(1)}{_year(1)}",
    )
)
_SHORT_RANGE = re.compile(rf"{_FROM}(?<![\d.:/]){_short(1)}{_TO}{_short(2)}")
_SHORT = re.compile(
    rf"(?:(?<![а-яa-z])(?P<at>в|к|at|начало)\s+)?(?<![\d.:/]){_short(1)}(?P<hours>\s*(?:ч|час|часов)(?![а-я]))?"
)
_YEAR = re.compile(
    r"(?<![а-яa-z])(?:(?P<same>(?:этого|сего|текущего)\s+года|this\s+year)|следующего\s+года|next\s+year)(?![а-яa-z])"
)
_RELATIVE = re.compile(
    r"(?<![а-яa-z])(?:(?P<word>послезавтра|завтра|сегодня|(?:the\s+)?day\s+after\s+tomorrow|tomorrow|today)"
    r"|(?P<shift>через\s+(?:[а-я0-9]+\s+){0,2}?(?:полгода|(?:час|минут|ден|дн|недел|месяц|год|лет)[а-я]*)"
    r"|in\s+(?:[a-z0-9]+\s+){1,2}?(?:hour|minute|day|week|month|year)s?))(?![а-яa-z])"
)
_DAY_NAME = (
    r"(?P<day>понедельник[а-я]*|вторник[а-я]*|сред(?:а|е|у|ы|ой)|четверг[а-я]*|пятниц[а-я]*|суббот[а-я]*|воскресень[а-я]*"
    r"|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|пн|вт|ср|чт|пт|сб|вс)(?![а-яa-z])\.?"
)
_WHICH = r"(?:(?P<next>след(?:\.|ующ[а-я]+)|next)\s+|(?P<this>эт(?:от|у|о)|ближайш[а-я]+|this|coming)\s+)"
_BEFORE_DATE = re.compile(rf"(?<![а-яa-z])(?:(?:в|во|on)\s+)?{_WHICH}?{_DAY_NAME}(?=[\s,)]*\0)")
_WEEKDAY = (_BEFORE_DATE, re.compile(rf"(?<![а-яa-z])(?:(?:в|во|on)\s+)?{_WHICH}?{_DAY_NAME}"))
_WEEKDAY_STRICT = (
    _BEFORE_DATE,
    re.compile(rf"\0[\s,(]*{_DAY_NAME}"),
    re.compile(rf"(?<![а-яa-z])(?:(?:в|во|on)\s+{_WHICH}?|(?P<after>next)\s+){_DAY_NAME}"),
)
_NEXT_WEEK = re.compile(r"(?<![а-яa-z])(?:на\s+следующей\s+неделе|next\s+week)(?![а-яa-z])")


@dataclass(frozen=True, slots=True)
class DatesFound:
    """What a text says of dates: one day or two ends, a word such as «завтра», a weekday and which."""

    days: tuple[Day, ...] = ()
    next_year: bool | None = None
    relative: str | None = None
    weekday: int | None = None
    which: str | None = None


@dataclass(frozen=True, slots=True)
class DateSpan:
    """The dates that were meant. `guessed`: the year was not typed. `moment`: «через 2 часа» says the time too."""

    start: date
    end: date | None = None
    guessed: bool = False
    moment: datetime | None = None


def find_dates(plain: str, *, strict: bool) -> tuple[DatesFound, str]:
    """What a folded text says of dates, and the text without it. `strict` is for running text, as for times."""
    days, plain = _take_days(plain, strict=strict)
    found, plain = take(_YEAR, plain) if days else (None, plain)
    relative, plain = (None, plain) if days and strict else take(_RELATIVE, plain)
    weekday, which, plain = _take_weekday(plain, strict=strict)
    next_year = None if found is None else not found["same"]
    return DatesFound(days, next_year, relative[0] if relative else None, weekday, which), plain


def resolve_dates(found: DatesFound, now: datetime, languages: Sequence[str]) -> DateSpan | None:
    """The dates that are meant when it is `now`, None when no day is named. `Unread` for a day that no calendar has.

    Without a year the nearest that is not past; a weekday alone is the nearest after today; «следующий» is next week's.
    """
    relative = _relative(found.relative, now, languages) if found.relative else None
    if found.days:
        span = _explicit(found, now.date())
        if relative is not None and relative.start != span.start:
            raise Unread("several", found.relative or "")
        return span
    if relative is None and found.weekday is not None:
        return DateSpan(_on_weekday(found.weekday, found.which, now.date()))
    return relative


def _take_days(plain: str, *, strict: bool) -> tuple[tuple[Day, ...], str]:
    for pattern in _EXPLICIT:
        found, rest = take(pattern, plain)
        if found is not None:
            return _days(found), rest
    return _take_short(plain, strict=strict)


def _take_short(plain: str, *, strict: bool) -> tuple[tuple[Day, ...], str]:
    """«02.04.» and «01.08-05.08», which look like times: two that go together are both dates or both times."""
    found, rest = take(_SHORT_RANGE, plain, lambda match: _may_be_day(match, 1) and _may_be_day(match, 2))
    if found is not None:
        return _days(found), rest
    hidden = plain
    for pair in _SHORT_RANGE.finditer(plain):
        hidden = blank(hidden, *pair.span())
    single, _ = take(_SHORT, hidden, _is_day_strictly if strict else _is_day)
    return (_days(single), blank(plain, *single.span())) if single else ((), plain)


def _is_day(match: re.Match[str]) -> bool:
    return _may_be_day(match, 1) and not match["at"] and not match["hours"]


def _is_day_strictly(match: re.Match[str]) -> bool:
    return _is_day(match) and len(match["m1"]) == 2


def _may_be_day(match: re.Match[str], number: int) -> bool:
    return match[f"s{number}"] == "/" or (1 <= int(match[f"m{number}"]) <= 12 and int(match[f"d{number}"]) > 0)


def _days(match: re.Match[str]) -> tuple[Day, ...]:
    parts = match.groupdict()
    numbers = [number for number in (1, 2) if parts.get(f"d{number}")]
    months = [_month(parts, number) for number in numbers]
    shared = months[-1] or months[0] or 0
    name = parts.get("w2") or parts.get("w1") or ""
    return tuple(
        Day(
            int(parts[f"d{number}"] or 0),
            month or shared,
            _full_year(parts.get(f"y{number}")),
            parts.get(f"w{number}") or name,
        )
        for number, month in zip(numbers, months, strict=True)
    )


def _month(parts: dict[str, str | None], number: int) -> int | None:
    digits, word = parts.get(f"m{number}"), parts.get(f"w{number}")
    return int(digits) if digits else _number(_MONTHS, word[:3]) + 1 if word else None


def _full_year(typed: str | None) -> int | None:
    return None if typed is None else int(typed) + (2000 if len(typed) == 2 else 0)


def _take_weekday(plain: str, *, strict: bool) -> tuple[int | None, str | None, str]:
    for pattern in _WEEKDAY_STRICT if strict else _WEEKDAY:
        found, rest = take(pattern, plain)
        if found is not None:
            week, rest = take(_NEXT_WEEK, rest)
            return _number(_WEEKDAYS, found["day"][:2]), "next" if week else _which(found.groupdict()), rest
    return None, None, plain


def _which(parts: dict[str, str | None]) -> str | None:
    if parts.get("next") or parts.get("after"):
        return "next"
    return "this" if parts.get("this") else None


def _number(names: Sequence[str], stem: str) -> int:
    return next(number for number, stems in enumerate(names) if stem in stems.split())


def _explicit(found: DatesFound, today: date) -> DateSpan:
    days = found.days
    if found.next_year is not None:
        year = today.year + int(found.next_year)
        days = tuple(replace(one, year=one.year or year) for one in days)
    guessed = all(one.year is None for one in days)
    if len(days) == 1:
        return DateSpan(nearest(days[0], today), None, guessed)
    start, end = ends(days[0], days[1], today)
    return DateSpan(start, end, guessed)


def _relative(phrase: str, now: datetime, languages: Sequence[str]) -> DateSpan:
    words = " ".join(phrase.split())
    if words in _WORDS:
        return DateSpan(now.date() + timedelta(days=_WORDS[words]))
    moment = _parsed(words, now, languages)
    if moment is None:
        raise Unread("unclear", phrase)
    has_clock = re.search(r"час|минут|hour|minute", words) is not None
    return DateSpan(moment.date(), moment=moment.replace(second=0, microsecond=0) if has_clock else None)


def _parsed(words: str, now: datetime, languages: Sequence[str]) -> datetime | None:
    """«через две недели», as dateparser reads it. Only such: of other words it makes dates that nobody said."""
    import dateparser

    wall = now.replace(tzinfo=None)
    return dateparser.parse(
        words, languages=list(languages), settings={"RELATIVE_BASE": wall, "PARSERS": ["relative-time"]}
    )


def _on_weekday(weekday: int, which: str | None, today: date) -> date:
    if which == "next":
        return today + timedelta(days=7 - today.weekday() + weekday)
    if which == "this":
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
