"""An event told in one line: what it says is taken, what it doesn't say stays None."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.dates_in_text import find_dates
from domain.name_in_text import find_names
from domain.scan import BLANK, Unread, blank, fold, take
from domain.times_in_text import find_times
from domain.when import NotUnderstood, When, scan_when

LONGEST = 1000
LARGEST_HALL = 1000
LANGUAGES = ("ru", "en")

_QUOTED = re.compile(r"«(?:[^«»]|«[^«»]*»)*»|„[^„“”]*[“”]|“[^“”]*”|\"[^\"]*\"")
_AGE = re.compile(r"\(?(?<![\d+])(0|6|12|16|18)\s?\+(?!\s?\d)\)?")
_SEATS = r"(?:мест[аоу]?|человек[а]?|чел|seats?|places|people)(?![а-яa-z])\.?"
_COUNT = r"(?<![\d.,:-])(?P<{0}>\d{{1,3}}(?:\s\d{{3}})+|\d+)(?![.,:]?\d)"
_CAPACITY = re.compile(
    rf"(?:(?<![а-яa-z])(?:на|до|for|up to)\s+)?{_COUNT.format('n1')}\s*{_SEATS}"
    rf"|(?<![а-яa-z])(?:вместимость|количество мест|число мест|мест|capacity|seats)\s*[:-]?\s*{_COUNT.format('n2')}"
)
_HOUSE = r"(?:дк|дши|ддт)"
_PLACES = (
    rf"{_HOUSE}|дом культуры|дом творчества|дворец культуры|дворец творчества|(?:школа|гимназия|лицей) (?:№ ?)?(?=\d)"
    r"|улица|ул\.|проспект|пр-т|набережная|наб\.|бульвар|б-р|переулок|пер\.|площадь|пл\."
)
_ADDRESS = re.compile(
    rf"(?:[,;\n]\s*(?:в\s+)?(?=(?:{_PLACES})(?![а-яa-z]))|[\s{BLANK}]в\s+(?={_HOUSE}(?![а-яa-z])))"
    rf"(?P<place>[^,;\n{BLANK}]+(?:,\s*(?:дом|д|корпус|корп|к|строение|стр)\b\.?\s*\d[^,;\n{BLANK}]*)*)"
)
_HIDDEN = "«"
"""Stands for quoted text, which may be part of an address."""
_PREPOSITION = re.compile(r"(?:о|об|обо|по|для|про|из|от|к|с|со|в|во|на|about|on|for|of|in|with)\s", re.IGNORECASE)
_EDGES = " ,.;:-–—()|/\n\t"
_LOOSE_END = re.compile(r"(?:\s+|^)(?:в|во|на|с|со|к|и|at|on|in|from|and)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BranchName:
    """A branch as people call it: name, short name, aliases, address; and its halls as (id, name)."""

    id: int
    names: tuple[str, ...]
    halls: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FormName:
    """A form of event as people call it, in every language."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a line says of an event. `problems` are what it says wrongly (no such date, capacity-range).

    `title` has no quotation marks around it; `address` is a place that is no branch; `rest` is what nothing was made
    of.
    """

    title: str | None = None
    form: str | None = None
    when: When | None = None
    branch_id: int | None = None
    hall_id: int | None = None
    address: str | None = None
    capacity: int | None = None
    age_mark: str | None = None
    rest: str = ""
    problems: tuple[NotUnderstood, ...] = ()


@dataclass(slots=True)
class _Line:
    """The line while it is read: as it was written, and folded with what has been read blanked."""

    text: str
    plain: str
    problems: list[NotUnderstood]


def read_announcement(
    text: str, now_local: datetime, branches: Sequence[BranchName], forms: Sequence[FormName]
) -> Announcement:
    """«Круглый стол "…" 27 апреля в 14.00, Герцена, 30 мест» as fields; see `Announcement`.

    A title in quotes is taken as it is; without quotes it is what remains when all else has been taken away.
    """
    line = _Line(text[:LONGEST], fold(text[:LONGEST]), [])
    quotes = _take_quoted(line)
    age_mark, capacity = _take_age(line), _take_capacity(line)
    when = _take_when(line, now_local)
    form, form_span = _take_form(line, forms)
    branch_id, hall_id = _take_place(line, branches)
    address = _take_address(line, quotes) if branch_id is None else None
    title, rest = _title(line, quotes[0] if quotes else None, form_span)
    return Announcement(title, form, when, branch_id, hall_id, address, capacity, age_mark, rest, tuple(line.problems))


def nice_title(text: str) -> str:
    """A title as it is printed: single spaces, «ёлочки» for straight quotes, none around the whole."""
    title = re.sub(r'"([^"]*)"', r"«\1»", " ".join(text.split()))
    whole = _QUOTED.fullmatch(title)
    return title[1:-1].strip() if whole and len(title) > 2 else title


def _take_quoted(line: _Line) -> list[tuple[int, int]]:
    """Where quoted text stands; it is hidden from what follows."""
    spans = [found.span() for found in _QUOTED.finditer(line.text) if found[0][1:-1].strip()]
    for start, end in spans:
        line.plain = blank(line.plain, start, end)
    return spans


def _take_age(line: _Line) -> str | None:
    found, line.plain = take(_AGE, line.plain)
    return f"{found[1]}+" if found else None


def _take_capacity(line: _Line) -> int | None:
    found, line.plain = take(_CAPACITY, line.plain)
    if found is None:
        return None
    typed = re.sub(r"\s", "", found["n1"] or found["n2"])
    if len(typed) <= 4 and 1 <= int(typed) <= LARGEST_HALL:
        return int(typed)
    _note(line, "capacity-range", typed[:20])
    return None


def _take_when(line: _Line, now: datetime) -> When | None:
    try:
        found, line.plain = scan_when(line.plain, now, LANGUAGES, strict=True)
    except Unread as error:
        _note(line, error.code, error.value)
        line.plain = _without_when(line.plain)
        return None
    if found is not None and find_dates(line.plain, strict=True)[0].days:
        _note(line, "several", "")
    return found


def _without_when(plain: str) -> str:
    """The line without the date and time that cannot be: they must not end up in a title."""
    _, plain = find_dates(plain, strict=True)
    try:
        return find_times(plain, strict=True)[1]
    except Unread as error:
        as_typed = re.escape(error.value).replace(":", "[:-]")
        return re.sub(as_typed, lambda found: BLANK * len(found[0]), plain)


def _note(line: _Line, code: str, value: str) -> None:
    line.problems.append(NotUnderstood(code, value))


def _take_form(line: _Line, forms: Sequence[FormName]) -> tuple[str | None, tuple[int, int] | None]:
    """The form named first, the longest of those that start there."""
    hits = find_names(line.plain, [form.names for form in forms], leading=True)
    if not hits:
        return None, None
    first = min(hits, key=lambda hit: (hit.start, -hit.words))
    line.plain = blank(line.plain, first.start, first.end)
    return forms[first.owner].id, (first.start, first.end)


def _take_place(line: _Line, branches: Sequence[BranchName]) -> tuple[int | None, int | None]:
    """The branch and hall, if the line names one branch only; a hall that only one branch has names it too."""
    halls = [(branch.id, hall_id, name) for branch in branches for hall_id, name in branch.halls]
    hall_hits = find_names(line.plain, [[name] for _, _, name in halls])
    branch_hits = find_names(line.plain, [branch.names for branch in branches])
    named = {branches[hit.owner].id for hit in branch_hits}
    chosen = {halls[hit.owner][:2] for hit in hall_hits if not named or halls[hit.owner][0] in named}
    places = named or {branch_id for branch_id, _ in chosen}
    if len(places) != 1:
        return None, None
    spans = [(hit.start, hit.end) for hit in branch_hits + hall_hits]
    _blank_all(line, spans)
    return next(iter(places)), next(iter(chosen))[1] if len(chosen) == 1 else None


def _take_address(line: _Line, quotes: list[tuple[int, int]]) -> str | None:
    """A place by what such are called («ДК …», «ул. …»); a name in quotes that belongs to it is no title."""
    seen = line.plain
    for start, end in quotes:
        seen = seen[:start] + _HIDDEN * (end - start) + seen[end:]
    found = _ADDRESS.search(seen)
    if found is None:
        return None
    start, end = _trimmed(line.text, *found.span("place"))
    line.plain = blank(line.plain, *found.span())
    quotes[:] = [span for span in quotes if not start <= span[0] < end]
    return " ".join(line.text[start:end].split())


def _blank_all(line: _Line, spans: Iterable[tuple[int, int]]) -> None:
    for start, end in spans:
        line.plain = blank(line.plain, start, end)


def _title(line: _Line, quoted: tuple[int, int] | None, form: tuple[int, int] | None) -> tuple[str | None, str]:
    """The title, and what else is left."""
    spans = _left(line)
    if quoted is not None:
        lead = next((span for span in spans if _adjoins(line.text, span[1], quoted[0])), None)
        start = lead[0] if lead else quoted[0]
        others = [span for span in spans if span != lead]
        return nice_title(line.text[start : quoted[1]]), _rest(line, others)
    if not spans:
        return None, ""
    start, end = spans[0]
    if form is not None and _adjoins(line.text, form[1], start) and _goes_on(line.text, form[0], start):
        start = form[0]
    return nice_title(line.text[start:end]), _rest(line, spans[1:])


def _goes_on(text: str, form: int, start: int) -> bool:
    """Whether the words after the form are no title without it: «Лекция о …», «Конкурс чтецов»."""
    return _PREPOSITION.match(text, start) is not None or (text[form].isupper() and text[start].islower())


def _adjoins(text: str, end: int, start: int) -> bool:
    return end <= start and not text[end:start].strip()


def _rest(line: _Line, spans: Iterable[tuple[int, int]]) -> str:
    return ", ".join(line.text[start:end] for start, end in spans)


def _left(line: _Line) -> list[tuple[int, int]]:
    """The stretches of text that nothing was made of, without the commas and prepositions at their edges."""
    stretches = (_trimmed(line.text, *found.span()) for found in re.finditer(rf"[^{BLANK}]+", line.plain))
    return [(start, end) for start, end in stretches if re.search(r"\w", line.text[start:end])]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(_EDGES))
    kept = _LOOSE_END.sub("", text[start:end].rstrip(_EDGES)).rstrip(_EDGES)
    return start, start + len(kept)
