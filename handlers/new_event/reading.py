"""What a typed line says of an event, beyond the question it answers."""

from collections.abc import Sequence
from datetime import time

from domain.event_answers import OFFSITE
from domain.event_forms import DISPLAYS, EVENT_FORMS
from domain.forms import Kind, Question, Value
from domain.oneline import Announcement, BranchName, FormName, nice_title, read_announcement
from domain.progress import Progress, Selection
from domain.when import When
from handlers.forms.desk import Context, Desk, Given
from handlers.forms.typed import read_moment
from handlers.forms.values import day_of, moment_value
from handlers.new_event.questions import LAST_HOUR, allowed_branches
from handlers.view import FORM_NAMES
from storage.library import Branch

LAST = time.fromisoformat(LAST_HOUR)
MORE_THAN_A_TITLE = ("when", "branch", "capacity", "age")


async def read_event_answer(desk: Desk, question: Question, text: str) -> Given | None:
    """A whole announcement typed for a title fills what it says; a span of time also says the end."""
    if question.id == "title":
        return titled(await announced(desk.ctx, text, await allowed_branches(desk.ctx)), text)
    if question.id == "first":
        given, read = read_moment(desk, question, text)
        return Given(given.value, {"last": read.date_end.isoformat()} if read.date_end else {}, given.said, sure=False)
    if question.id == "when":
        return read_start(desk, question, text)
    if question.kind is Kind.TEXT:
        return Given(" ".join(text.split()))
    return None


def read_start(desk: Desk, question: Question, text: str) -> Given:
    """A start, and the end that was said with it."""
    given, read = read_moment(desk, question, text)
    return Given(given.value, _ends(given.value, read), given.said, sure=False)


async def announced(ctx: Context, text: str, branches: Sequence[Branch]) -> Announcement:
    """What the line says; `branches` are those that it may mean."""
    known = [BranchName(one.id, _names(one), tuple((hall.id, hall.name) for hall in one.halls)) for one in branches]
    voices = [ctx.say.into(language) for language in ctx.library.languages]
    forms = [FormName(one.id, tuple(say.plain(FORM_NAMES[one.id]) for say in voices)) for one in EVENT_FORMS]
    return read_announcement(text, ctx.now_local, known, forms)


def _names(branch: Branch) -> tuple[str, ...]:
    return (branch.name, branch.short_name, *branch.aliases, branch.address)


def started(said: Announcement, *, by_days: bool = True) -> Progress:
    """A form with what the line says already filled in; its date waits to be confirmed.

    `by_days`: the form knows what is open for days without an hour.
    """
    proposed = _proposed(said, by_days)
    return Progress(_answers(said), selections={proposed.question: proposed} if proposed else {})


def is_whole(said: Announcement) -> bool:
    """Whether a line that nobody asked for announces something: at least what, and on which day."""
    return (said.title or said.form) is not None and said.when is not None and said.when.date_start is not None


def titled(said: Announcement, text: str, *, by_days: bool = True) -> Given:
    """What was typed for a title, with all else that it says."""
    answers = _answers(said)
    title = str(answers.pop("title", nice_title(text)))
    if said.when is None and not any(key in answers for key in MORE_THAN_A_TITLE):
        return Given(title if "form" in answers else nice_title(text), answers)
    return Given(title, answers, then=_proposed(said, by_days))


def _answers(said: Announcement) -> dict[str, Value]:
    known: dict[str, Value | None] = {
        "title": said.title,
        "form": said.form,
        "branch": str(said.branch_id) if said.branch_id else OFFSITE if said.address else None,
        "address": said.address,
        "hall": str(said.hall_id) if said.hall_id else None,
        "capacity": said.capacity,
        "age": said.age_mark,
    }
    return {key: value for key, value in known.items() if value}


def _proposed(said: Announcement, by_days: bool) -> Selection | None:
    """The date, to be read back; with it what could not be read."""
    when = said.when
    if by_days and when and when.date_start and when.time_start is None and said.form in DISPLAYS:
        last = {"last": when.date_end.isoformat()} if when.date_end else {}
        return Selection("first", when.date_start.isoformat(), last, _unread(said))
    value = moment_value(when.date_start, when.time_start) if when else ""
    about: dict[str, int | str] = {}
    if when and "weekday" in when.doubts:
        about["weekday"] = when.said_weekday or 0
    about |= _unread(said)
    return Selection("when", value, _ends(value, when) if when else {}, about) if value or about else None


def _unread(said: Announcement) -> dict[str, str]:
    """What the line says wrongly, and what nothing was made of."""
    seats = [problem.value for problem in said.problems if problem.reason == "capacity-range"]
    parts = [problem.value for problem in said.problems if problem.reason != "capacity-range"]
    known = {"seats": "; ".join(seats), "unread": "; ".join(filter(None, [*parts, said.rest]))}
    return {key: text[:200] for key, text in known.items() if text}


def _ends(value: Value, read: When) -> dict[str, Value]:
    """The end that goes with the start, on its own day or the last day of a span."""
    day = read.date_end or day_of(str(value))
    if day is None or not (read.date_end or read.time_end):
        return {}
    return {"ends": moment_value(day, read.time_end or LAST)}
