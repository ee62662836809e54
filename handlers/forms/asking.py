"""The screen of one question, drawn from the draft alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.form_checks import check
from domain.forms import OWN, Kind, Question
from domain.progress import Selection, ahead, chosen, has_before, hides, is_complete
from domain.refusal import Refusal
from handlers.callbacks import FormLeave
from handlers.forms.acts import Act
from handlers.forms.almanac import HOURS, hour_rows, month_number, month_rows
from handlers.forms.controls import act_row, is_proposal
from handlers.forms.desk import Desk
from handlers.forms.grid import Grid, grid, word_rows
from handlers.forms.offering import options_body
from handlers.forms.options import cell
from handlers.forms.values import day_of, moment_words, value_words
from handlers.length import units
from handlers.say import Html, join
from handlers.screen import Button, Row, Screen

NAMED = 3
"""Answers that are named where a change hides them; of more it is said how many."""
CAPTION = 1000
"""Letters that may stand under a picture."""


@dataclass(frozen=True, slots=True)
class View:
    """What of a question is to be seen: a page of its options, or a month."""

    page: int = 0
    month: int | None = None


async def question_screen(desk: Desk, question: Question, view: View) -> Screen:
    """The question as far as it has got: to be asked, to be completed, or to be confirmed."""
    selection = chosen(question, desk.progress)
    if selection is not None and is_proposal(question, selection):
        return await _confirming(desk, question, selection)
    body = _body(desk, question, selection, view)
    notes = await _notes(desk, selection)
    text = join(_head(desk, question, selection), _standing(desk, question), *notes, body.text, by="\n\n")
    photo = question.picture if question.picture and units(text) <= CAPTION else None
    return Screen(text, (*body.rows, *word_rows(_controls(desk, question))), photo)


async def objections(desk: Desk, selection: Selection) -> list[Html]:
    """What speaks against an answer, and what it would hide."""
    said = await desk.kind.doubts(desk, selection) if desk.kind.doubts else []
    hidden = hides(desk.form, desk.progress, selection.question, selection.value) if desk.kind.warns_of_hiding else []
    if not hidden:
        return said
    names = ", ".join(desk.say.plain("form-quoted", text=desk.label(question)) for question in hidden[:NAMED])
    more = len(hidden) - NAMED
    rest = desk.say.plain("form-and-more", number=more) if more > 0 else ""
    return [*said, desk.say("form-hides", number=len(hidden), names=names, rest=rest)]


async def _confirming(desk: Desk, question: Question, selection: Selection) -> Screen:
    doubts = await objections(desk, selection)
    more = (_more(desk, key, selection) for key in selection.more)
    ask = desk.say("form-still" if doubts else "form-right")
    value = desk.say("form-proposal", value=value_words(desk, question, selection.value))
    rows = (act_row(desk, question, Act.YES, Act.AGAIN),)
    return Screen(join(_head(desk, question, selection), join(value, *more), *doubts, ask, by="\n\n"), rows)


async def _notes(desk: Desk, selection: Selection | None) -> list[Html]:
    """What must be said of an answer that is not whole yet."""
    if selection is None or not selection.said or desk.kind.doubts is None:
        return []
    return await desk.kind.doubts(desk, selection)


def _more(desk: Desk, key: str, selection: Selection) -> Html:
    question = desk.form.question(key)
    words = value_words(desk, question, selection.more[key])
    return desk.say("form-answer", label=desk.label(question), value=words)


def _head(desk: Desk, question: Question, selection: Selection | None) -> Html:
    """Where we are, the question, and, as long as nothing is chosen, how to answer."""
    place = None if is_complete(desk.form, desk.progress) else ahead(desk.form, desk.progress)
    at = {"number": str(place.number), "total": str(place.total)} if place and place.total > 1 else None
    progress = desk.say("form-progress", **at) if at else None
    hint = desk.words(question.hint) if question.hint and not (selection and selection.value) else None
    return join(progress, desk.say("form-question", text=desk.words(question.words_after(desk.counted))), hint)


def _standing(desk: Desk, question: Question) -> Html | None:
    """The answer as it is, when the question is shown again."""
    value = desk.counted.get(question.id)
    if value is None or question.kind is Kind.CHOICES:
        return None
    return desk.say("form-standing", value=value_words(desk, question, value))


def _body(desk: Desk, question: Question, selection: Selection | None, view: View) -> Grid:
    match question.kind:
        case Kind.CHOICE if selection is not None and selection.value == OWN:
            return Grid(desk.say("form-own", most=question.other_longest), (act_row(desk, question, Act.AGAIN),), 1)
        case Kind.CHOICE | Kind.CHOICES:
            return options_body(desk, question, view.page)
        case Kind.INTEGER:
            return grid([cell(desk, question, option) for option in question.options], 0, desk.say)
        case Kind.MOMENT | Kind.DATE:
            return _moment(desk, question, selection, view)
        case Kind.NOTE:
            return Grid(None, (), 1)
    return Grid(None, (), 1)


def _hours(desk: Desk, question: Question, day: date) -> Sequence[str]:
    """The usual hours, without those that are no answer: no end before its start."""
    return [hour for hour in HOURS if _fits(question, f"{day.isoformat()}T{hour}", desk)] or HOURS


def _fits(question: Question, value: str, desk: Desk) -> bool:
    try:
        check(question, value, desk.counted)
    except Refusal:
        return False
    return True


def _moment(desk: Desk, question: Question, selection: Selection | None, view: View) -> Grid:
    """A month, or for a day that is known its hours."""
    at = (desk.draft.id, desk.index(question))
    value = str(selection.value) if selection else question.day
    day = day_of(value)
    if day is not None and question.kind is Kind.MOMENT:
        rows = (*hour_rows(_hours(desk, question, day), *at), act_row(desk, question, Act.AGAIN))
        return Grid(desk.say("form-what-hour", day=moment_words(desk.say, day.isoformat())), rows, 1)
    standing = day_of(str(desk.counted.get(question.id, ""))) or day_of(question.around)
    month = view.month if view.month is not None else month_number(day or standing or desk.ctx.now_local.date())
    said = desk.say("form-what-day", time=moment_words(desk.say, value)) if value else None
    return Grid(said, month_rows(month, *at, desk.say), 1)


def _controls(desk: Desk, question: Question) -> Row:
    """«Назад», «Пропустить», «Отменить»; from a question shown again also the way on.

    Ticks have «Готово»: a second way on, which would leave them as they were, loses what was ticked now.
    """
    again = desk.progress.cursor == question.id
    skip = (Act.SKIP,) if _may_skip(desk, question, again=again) else ()
    if again and is_complete(desk.form, desk.progress):
        return act_row(desk, question, *skip, Act.KEEP)
    back = (Act.BACK,) if has_before(desk.form, desk.progress) else ()
    keep = (Act.KEEP,) if again and question.kind is not Kind.CHOICES else ()
    leave = Button(desk.plain(desk.kind.leave), FormLeave(draft=desk.draft.id, how=0))
    return (*act_row(desk, question, *back, *skip, *keep), leave)


def _may_skip(desk: Desk, question: Question, *, again: bool) -> bool:
    """An answer that stands can be taken back, one that is missing passed over; a question aside is just left."""
    if question.kind is Kind.NOTE:
        return True
    optional = not question.is_required(desk.counted)
    return optional and (question.id in desk.counted or not (again or question.aside))
