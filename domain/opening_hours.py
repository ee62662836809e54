"""Reads opening hours and sanitary days as libraries write them. What can't be told for sure is refused."""

import re
from collections.abc import Iterator, Mapping, Sequence

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_STEMS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен")
DAY_NAMES: dict[str, int] = {
    name: index
    for index, names in enumerate(
        (
            ("пн", "mon", "monday"),
            ("вт", "tue", "tuesday"),
            ("ср", "wed", "wednesday"),
            ("чт", "thu", "thursday"),
            ("пт", "fri", "friday"),
            ("сб", "sat", "saturday"),
            ("вс", "sun", "sunday"),
        )
    )
    for name in names
}
ORDINALS: dict[str, int] = {
    word: number
    for number, words in {
        1: ("перв", "first", "1"),
        2: ("втор", "second", "2"),
        3: ("трет", "third", "3"),
        4: ("четверт", "fourth", "4"),
        -1: ("последн", "last"),
    }.items()
    for word in words
}
NTH = re.compile(r"вторник|вт\b|четверг")
"""Days that begin as an ordinal does."""
NOTHING = ("нет", "none")
TIME = r"(\d{1,2})(?:[:.](\d{2}))?(?:\s*ч(?:ас(?:ов|а)?)?\b\.?)?"
DASHED = r"(\d{1,2})-(\d{2})\s*(?:[-–—]|до)\s*(\d{1,2})-(\d{2})"
SPAN = rf"(?:\bс\s*)?(?:{DASHED}|{TIME}\s*(?:[-–—]|до)\s*{TIME})(?!\d)"
SPANS = re.compile(SPAN)
TOKEN = re.compile(
    rf"(?P<rest>без\s+(?:перерыва|обеда|выходных)(?:\s+и\s+(?:перерыва|обеда|выходных))?|(?:обеденный\s+)?(?:перерыв|обед)\b[\s:–—-]*(?:{SPAN})?)"
    r"|(?P<all>ежедневно|каждый\s+день|daily)"
    r"|(?P<workdays>будн\w+)"
    r"|(?P<weekend>выходны[ехм]\w*(?:\s+дн\w+)?(?=\W*(?:с\s*)?\d))"
    r"|(?P<closed>выходн\w+|закрыто|не\s+работает|closed)"
    rf"|(?P<span>{SPAN})"
    r"|(?P<to>[-–—]|\bпо\b)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<sign>\S)"
)
NONE_OFF = re.compile(r"без\s+(?:\w+\s+и\s+)?выходных")
SOME_OFF = re.compile(rf"[^\d,]*{SPAN}\s*(?:\([^)]*\)\s*|,\s*(?:обед|перерыв)[^,]*)?,[^,]*$")
"""Hours, a comma, and behind it only which day is off: «10–19, сб выходной»."""
EVERY = {"all": range(7), "workdays": range(5), "weekend": range(5, 7)}
EMPTY = frozenset(("и", "с", "в", "на", "часы", "работы", "режим", "дни", "день", "дня", "and", "from"))
SIGNS = frozenset(",.:()")
Span = tuple[str, str] | None
"""When a day opens and closes; None for a day off."""
CLOSED: tuple[Span] = (None,)
Piece = list[int] | tuple[Span]
"""Days, or what is said of them."""


class Unreadable(ValueError):  # noqa: N818 - says what the cell is
    """A cell that means nothing; `args` are a code and the cell."""


def read_hours(text: str) -> dict[str, list[str]]:
    """Opening hours: «пн–пт 10–19; сб 9–17; вс выходной» → {"mon": ["10:00", "19:00"], …}. `Unreadable` if not.

    Later words count before earlier ones: «ежедневно 10–19, вс выходной». Of a day with a break the ends are kept.
    """
    hours: dict[str, list[str]] = {}
    for part in re.split(r"[;\n]", text.casefold().replace("ё", "е")):
        for days, span in _said(list(_pieces(part, text)), part, text):
            for day in days:
                hours.pop(DAYS[day], None)
                if span is not None:
                    hours[DAYS[day]] = list(span)
    return {day: hours[day] for day in DAYS if day in hours}


def read_sanitary(text: str) -> dict[str, int] | None:
    """The sanitary day: «последняя среда» → {"weekday": 2, "nth": -1}; an empty cell → None. `Unreadable` if not."""
    words = re.findall(r"[a-zа-яё]+|\d+", text.casefold())
    if not words or words[0] in NOTHING:
        return None
    weekday = next((day for day in map(weekday_of, words) if day is not None), None)
    nths = {number for word in words for stem, number in ORDINALS.items() if _is_nth(word, stem)}
    if weekday is None or len(nths) != 1:
        raise Unreadable("bad-sanitary-day", text)
    return {"weekday": weekday, "nth": nths.pop()}


def spans_of(hours: Mapping[str, Sequence[str]]) -> list[tuple[int, int, str, str]]:
    """Opening hours by stretches of days alike: first and last weekday (Monday = 0), opens, closes."""
    spans: list[tuple[int, int, str, str]] = []
    for day, name in enumerate(DAYS):
        if name not in hours:
            continue
        opens, closes = hours[name]
        if spans and spans[-1][1:] == (day - 1, opens, closes):
            spans[-1] = (spans[-1][0], day, opens, closes)
        else:
            spans.append((day, day, opens, closes))
    return spans


def weekday_of(word: str) -> int | None:
    """«пт», «пятницу», «friday» → 4."""
    stem = next((day for day, one in enumerate(DAY_STEMS) if word.startswith(one)), None)
    return DAY_NAMES.get(word, stem)


def _is_nth(word: str, stem: str) -> bool:
    return word == stem if stem.isdigit() else word.startswith(stem) and NTH.match(word) is None


def _said(pieces: list[Piece], part: str, text: str) -> Iterator[tuple[list[int], Span]]:
    """Days with what is said of them, whichever stands first."""
    if _is_of_all_days(pieces, part):
        pieces = [list(range(7)), *pieces]
    if len(pieces) % 2:
        raise Unreadable("bad-hours", text)
    for one, other in zip(pieces[::2], pieces[1::2], strict=True):
        days, said = (one, other) if isinstance(one, list) else (other, one)
        if not isinstance(days, list) or not isinstance(said, tuple):
            raise Unreadable("bad-hours", text)
        yield days, said[0]


def _is_of_all_days(pieces: list[Piece], part: str) -> bool:
    """Whether the hours are those of all days but the ones off: «10–19, вс выходной», «10–19 без выходных»."""
    if not pieces or not isinstance(pieces[0], tuple) or pieces[0] == CLOSED:
        return False
    if len(pieces) == 1:
        return NONE_OFF.search(part) is not None
    return pieces[1] == CLOSED or (pieces[2:] == [CLOSED] and SOME_OFF.match(part) is not None)


def _pieces(part: str, text: str) -> Iterator[Piece]:
    """Days that stand together are one piece, and so are the two halves of a day with a break."""
    last: Piece | None = None
    is_range = False
    for found in TOKEN.finditer(part):
        piece = _piece(found, text)
        if piece is None:
            is_range = is_range or found["to"] is not None
            continue
        joined = _joined(last, piece, is_range=is_range)
        if joined is None and last is not None:
            yield last
        last, is_range = joined or piece, False
    if last is not None:
        yield last


def _piece(found: re.Match[str], text: str) -> Piece | None:
    """None for what says nothing by itself."""
    if found["span"]:
        return (_span(found["span"], text),)
    if found["closed"]:
        return (None,)
    if days := next((list(days) for name, days in EVERY.items() if found[name]), None):
        return days
    if found["word"] and (day := weekday_of(found["word"])) is not None:
        return [day]
    if (found["word"] or "") in EMPTY or (found["sign"] or "") in SIGNS or found["rest"] or found["to"]:
        return None
    raise Unreadable("bad-hours", text)


def _joined(last: Piece | None, piece: Piece, *, is_range: bool) -> Piece | None:
    if isinstance(last, list) and isinstance(piece, list):
        first, days = last[-1], (piece[0] - last[-1]) % 7 if is_range else 0
        return [*last, *((first + n) % 7 for n in range(1, days)), *piece]
    if isinstance(last, tuple) and isinstance(piece, tuple) and last[0] and piece[0] and last[0][1] <= piece[0][0]:
        return ((last[0][0], piece[0][1]),)
    return None


def _span(found: str, text: str) -> Span:
    ends = SPANS.findall(found)[0]
    dashed, plain = ends[:4], ends[4:]
    said = dashed if dashed[0] else plain
    opens, closes = (f"{int(said[at]):02}:{said[at + 1] or '00'}" for at in (0, 2))
    if not "00:00" <= opens < closes <= "24:00":
        raise Unreadable("bad-hours", text)
    return opens, closes
