"""The papers of an event, before, during and after it (DOMAIN.md §7.2): which there are, and what can stand in them.

What stands in them is words, set as papers want them: «ёлочки», dashes, spaces that do not break, «27 апреля 2018 г.,
14.00». A name is printed as it was entered, and never inflected.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum

from babel.dates import format_date

from domain.agenda import AgendaItem, Speaker, starts
from domain.paper_material import Addressee, Material, Spoken, Task
from domain.participants import once, total
from domain.person_name import PersonName, read_name
from domain.typography import typeset

Values = Mapping[str, "str | list[Values]"]
"""Words by the name of the field; a list of such where something stands several times."""
Words = dict[str, "str | list[Values]"]


class PaperKind(StrEnum):
    """In the order in which they are needed. A template is called as its paper: «invitation.docx»."""

    LETTER = "letter"
    INVITATION = "invitation"
    ANNOUNCEMENT = "announcement"
    PROGRAMME = "programme"
    PARTICIPANTS = "participants"
    SIGN_IN = "sign-in"
    MINUTES = "minutes"
    RESOLUTION = "resolution"
    POST_RELEASE = "post-release"
    THANKS = "thanks"


NAMELESS = frozenset({PaperKind.LETTER, PaperKind.ANNOUNCEMENT})
"""What names nobody."""
NAME_ENDS = re.compile(r",| [–—-] ")
SECOND = timedelta(seconds=1)
SPARE = 10
"""Lines of the sign-in sheet for who comes without having said so."""


def values_of(what: Material, kind: PaperKind) -> Values:
    """Every field, for a paper of this kind: letters of thanks go to those who came."""
    letters = what.thanks if kind is PaperKind.THANKS else what.letters
    words = _when(what) | _about(what) | _afterwards(what)
    agenda = _agenda(what)
    words |= {
        "agenda": agenda,
        "scheduled": _scheduled(agenda),
        "people": [*_people(what)],
        "letters": [_letter(one) for one in letters],
    }
    words |= {"signers": _signers(what), "tasks": [_task(one, what) for one in what.tasks]}
    words |= {"left": [_task(one, what) for one in what.left]}
    return _typed(words, what.language)


def _when(what: Material) -> Words:
    """«27 апреля 2018 г.», «14.00», and both together; of days without an hour the first and the last."""
    fields = what.event.fields
    start, day = fields.starts_at, _day(fields.starts_at, what)
    end = fields.ends_at
    closes = what.event.ends_at - SECOND  # days end with the midnight after them
    is_long = end is not None and _local(closes, what).date() != _local(start, what).date()
    last = _day(closes, what) if is_long else ""
    hour = "" if fields.all_day else _hour(start, what)
    until = _hour(end, what) if end is not None and not fields.all_day else ""
    whole = f"{day} – {last}" if is_long else day
    hours = f"{hour}–{until}" if until and not is_long else hour
    words: Words = {"day": day, "last_day": last, "hour": hour, "until": until}
    return words | {
        "when": ", ".join(filter(None, (whole, hours))),
        "today": _written(what.today, what.language),
        "answer_by": _day(what.event.deadline, what),
    }


def _about(what: Material) -> Words:
    names, fields = what.names, what.event.fields
    return {
        "library": names.library,
        "form": names.form,
        "title": names.title,
        "name": f"{names.form} {names.title}".strip(),
        "age": fields.age_mark,
        "place": ", ".join(filter(None, (names.place, names.hall))),
        "address": names.address,
        "link": fields.link or "",
        "goal": _sentence(fields.goal or ""),
        "summary": fields.summary or "",
        "contact": names.contact,
        "sign_up": names.sign_up,
        "partners": [{"name": name} for name in names.credits],
    }


def _afterwards(what: Material) -> Words:
    report, leads = what.report, what.programme
    author = _full(leads.secretary) or what.names.author
    return {
        "chair": _full(leads.chair),
        "chair_signs": _signed(leads.chair),
        "secretary": _full(leads.secretary),
        "secretary_signs": _signed(leads.secretary),
        "author": author,
        "number": _number(what),
        "outcome": _sentence((report.outcome if report else None) or ""),
        "visits": str(report.visits_total) if report else "",
        "links": [{"address": link} for link in report.links] if report else [],
        "noted": _sentence(what.noted),
        "minutes": what.text,
    }


def _number(what: Material) -> str:
    """How many people; nothing where the size of a group is not known."""
    is_known = all(group.people for group in what.groups)
    return str(total(what.people, what.groups) or "") if is_known else ""


def _agenda(what: Material) -> list[Values]:
    begins = starts(what.programme) if what.programme.minutes else ()
    at = dict(enumerate(begins))
    return [_item(number, item, at.get(number), what) for number, item in enumerate(what.programme.items)]


def _scheduled(agenda: Sequence[Values]) -> str:
    """Something, where an hour, a length or a speaker is known: else a programme is a list and no table."""
    return "+" if any(item["hour"] or item["minutes"] or item["speaker"] for item in agenda) else ""


def _item(number: int, item: AgendaItem, begins: int | None, what: Material) -> Values:
    start = what.event.fields.starts_at
    spoken = what.spoken.get(item.id, Spoken())
    return {
        "number": str(number + 1),
        "text": item.text.strip().rstrip(";."),
        "hour": _hour(start + timedelta(minutes=begins), what) if begins is not None else "",
        "minutes": str(item.minutes or ""),
        "speaker": _full(item.speaker),
        "heard": _sentence(spoken.heard),
        "spoke": _sentence(spoken.spoke),
        "resolved": _sentence(spoken.resolved),
    }


def _people(what: Material) -> list[dict[str, str]]:
    """Everybody by name, then groups without; `line` is as an article prints it."""
    rows: list[dict[str, str]] = [
        {
            "name": one.name.full if one.name else one.listed,
            "listed": one.listed,
            "office": ", ".join(filter(None, (one.position, one.clergy_rank))),
            "organisation": what.names.organisations.get(one.partner_id, one.partner),
            "line": " – ".join(filter(None, (one.listed, one.office))),
        }
        for one in once(what.people)
    ]
    rows += [
        {"name": group.name, "listed": group.name, "office": "", "organisation": "", "line": group.name}
        for group in what.groups
    ]
    return [{"number": str(number)} | row for number, row in enumerate(rows, 1)]


def _signers(what: Material) -> list[Values]:
    """The lines of the sign-in sheet: who is expected, and empty ones."""
    named = [(one["name"], _of(one)) for one in _people(what) if one["organisation"]]
    rows = [*named, *((guest, "") for guest in what.guests), *[("", "")] * SPARE]
    return [{"number": str(n), "name": name, "organisation": of} for n, (name, of) in enumerate(rows, 1)]


def _of(one: Mapping[str, str]) -> str:
    return ", ".join(filter(None, (one["office"], one["organisation"])))


def _letter(one: Addressee) -> Values:
    return {"dear": one.dear, "organisation": one.organisation, "name": one.name, "office": one.office}


def _task(one: Task, what: Material) -> Values:
    due = _written(one.due, what.language) if one.due else ""
    return {"organisation": one.organisation, "text": one.text, "due": due}


def _full(who: Speaker | None) -> str:
    """«Фамилия И.О., должность, сан»."""
    return ", ".join(filter(None, (who.listed, who.office))) if who else ""


def _signed(who: Speaker | None) -> str:
    """«И.О. Фамилия», as far as it is a name."""
    if who is None:
        return ""
    name = who.known.name if who.known and not who.typed else _typed_name(who.listed)
    return name.signed if name else who.listed


def _typed_name(words: str) -> PersonName | None:
    """The name at the beginning; «методист библиотеки» is none."""
    first = NAME_ENDS.split(words)[0]
    return read_name(first) if all(word[0].isupper() for word in first.split()) else None


def _day(moment: datetime, what: Material) -> str:
    return _written(_local(moment, what).date(), what.language)


def _written(day: date, language: str) -> str:
    """«27 апреля 2018 г.»."""
    return format_date(day, "d MMMM y 'г.'" if language == "ru" else "d MMMM y", locale=language)


def _hour(moment: datetime, what: Material) -> str:
    """«14.00», as documents write it (DOMAIN.md §8.2)."""
    local = _local(moment, what)
    return f"{local.hour:02}.{local.minute:02}" if what.language == "ru" else f"{local.hour:02}:{local.minute:02}"


def _local(moment: datetime, what: Material) -> datetime:
    return moment.astimezone(what.zone)


def _sentence(text: str) -> str:
    """The text, with a full stop where it has no end of its own."""
    text = text.strip()
    return f"{text}." if text and text[-1] not in ".!?…" else text


def _typed(values: Values, language: str) -> Values:
    return {
        name: typeset(value, language) if isinstance(value, str) else [_typed(one, language) for one in value]
        for name, value in values.items()
    }
