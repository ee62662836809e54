"""The options of a question as buttons: by pages, by groups, with ticks, or only those that were looked for."""

from domain.forms import OWN, Kind, Question, is_own
from domain.progress import ticked
from handlers.callbacks import FormPage
from handlers.forms.acts import Act
from handlers.forms.controls import act_row
from handlers.forms.desk import Desk
from handlers.forms.grid import Grid, grid, word_rows
from handlers.forms.options import cell, looked_for, on_screen
from handlers.forms.values import value_words
from handlers.say import Html, join
from handlers.screen import Button, Row
from handlers.words import pager


def options_body(desk: Desk, question: Question, page: int) -> Grid:
    """What stands under the question: a page of options with the way to the others."""
    wanted = looked_for(desk, question)
    if question.groups and not wanted:
        return _grouped(desk, question, page)
    offered = on_screen(desk, question)
    whole = grid([cell(desk, question, option) for option in offered], page, desk.say, at_a_glance=True)
    turn = pager(page, whole.pages, 1, _page(desk, question, 0))
    found = desk.say("form-found", text=wanted, number=len(offered)) if wanted else _marked(desk, question, whole)
    every = act_row(desk, question, Act.AGAIN) if wanted else ()
    text = join(found, whole.text, _own(desk, question), by="\n\n")
    return Grid(text, (*whole.rows, (*turn, *every), *_done(desk, question)), 1)


def _grouped(desk: Desk, question: Question, page: int) -> Grid:
    """First the options without a group (page 0), then the groups as folders (1), then a page for each group."""
    groups = question.groups or {}
    if page == 1:
        names = (desk.say.plain("form-button-group", name=desk.plain(words)) for words in groups.values())
        folders = [Button(name, _page(desk, question, number)) for number, name in enumerate(names, 2)]
        return Grid(None, (*word_rows(folders), _turn(desk, question, "form-button-groups", 0)), 1)
    group = "" if page == 0 else [*groups][min(page - 2, len(groups) - 1)]
    cells = [cell(desk, question, option) for option in question.offered(desk.counted) if option.group == group]
    shown = grid(cells, 0, desk.say)
    way = ("form-button-groups", 1) if group else ("form-button-more", 1)
    return Grid(shown.text, (*shown.rows, _turn(desk, question, *way)), 1)


def _turn(desk: Desk, question: Question, key: str, page: int) -> Row:
    return (Button(desk.say.plain(key), _page(desk, question, page)),)


def _marked(desk: Desk, question: Question, whole: Grid) -> Html | None:
    """What is ticked, unless the list below says it, and own words."""
    marks = ticked(desk.form, desk.progress, question)
    is_listed = whole.text is not None and whole.pages == 1
    said = [mark for mark in marks if mark != OWN and (is_own(mark) or not is_listed)]
    return desk.say("form-marked", value=value_words(desk, question, said)) if said else None


def _own(desk: Desk, question: Question) -> Html | None:
    """That an own value still wants its words: last, for of a long list a phone shows the end."""
    waits = OWN in ticked(desk.form, desk.progress, question)
    return desk.say("form-own", most=question.other_longest) if waits else None


def _done(desk: Desk, question: Question) -> tuple[Row, ...]:
    return (act_row(desk, question, Act.DONE),) if question.kind is Kind.CHOICES else ()


def _page(desk: Desk, question: Question, page: int) -> FormPage:
    return FormPage(draft=desk.draft.id, question=desk.index(question), page=page)
