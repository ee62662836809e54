"""The plan for a period: for a template, and as text for a site or a social network, which names nobody."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from domain.event import Mode
from domain.event_papers import SECOND, Values
from domain.journal import Entry
from domain.typography import typeset
from handlers.context import Library
from handlers.handing_in.words import AGES, MODES
from handlers.say import Say
from handlers.view import form_name, quoted


def plan_values(entries: Sequence[Entry], period: str, library: Library, say: Say) -> Values:
    """For «plan.docx»: a part for each branch. Who answers is left open where names may not be in chat."""
    parts: list[Values] = []
    for branch, own in groupby(entries, key=lambda one: one.branch):
        rows: list[Values] = [_row(number, one, library, say) for number, one in enumerate(own, 1)]
        parts.append({"name": branch or say.plain("journal-no-branch"), "rows": rows})
    return {"library": library.name, "period": period, "parts": parts}


def plan_text(entries: Sequence[Entry], period: str, say: Say) -> str:
    """By branch, an event a line."""
    return "\n".join(_lines(entries, period, say))


def _lines(entries: Sequence[Entry], period: str, say: Say) -> Iterator[str]:
    yield say.plain("journal-plan-title", period=period)
    if not entries:
        yield say.plain("journal-plan-none")
    for branch, own in groupby(entries, key=lambda one: one.branch):
        yield from ("", branch or say.plain("journal-no-branch"))
        for one in own:
            yield typeset(say.plain("journal-plan-line", when=_when(one, say), name=_name(one, say)), say.language)


def _row(number: int, one: Entry, library: Library, say: Say) -> Values:
    named = library.personal_data_in_chat
    cells = {
        "number": str(number),
        "when": _when(one, say),
        "name": _name(one, say),
        "place": one.hall or one.address or say.plain(MODES[Mode(one.mode)]),
        "whom": ", ".join(one.audience) or (say.plain(AGES[one.age]) if one.age in AGES else ""),
        "responsible": one.responsible if named else "",
    }
    return {name: typeset(text, say.language) for name, text in cells.items()}


def _name(one: Entry, say: Say) -> str:
    """«Круглый стол «Наш принцип» (12+)», the age mark last."""
    form = form_name(one.form, say) if one.form else ""
    return " ".join(filter(None, (form, quoted(one.title, say), f"({one.age_mark})")))


def _when(one: Entry, say: Say) -> str:
    first, last = say.local(one.starts_at).date(), say.local(one.ends_at - SECOND).date()
    start = say.day(first, year=False, weekday=False)
    if first != last:
        return f"{start} – {say.day(last, year=False, weekday=False)}"
    return start if one.all_day else f"{start}, {say.local(one.starts_at):%H.%M}"
