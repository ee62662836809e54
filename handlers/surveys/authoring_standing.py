"""Surveys as staff see them: the list, where each stands, who is silent, closing."""

from datetime import datetime

from domain.survey import Source, Survey, SurveyState
from handlers.callbacks import (
    MenuOpen,
    QuestionnaireList,
    QuestionnairePaper,
    ResultsOpen,
    SurveyClose,
    SurveyEnter,
    SurveyExtend,
    SurveyQuestions,
    SurveySee,
    SurveySilent,
    SurveysOpen,
)
from handlers.card import shortened
from handlers.forms.desk import Context
from handlers.forms.grid import Cell, grid
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen
from handlers.words import pager
from storage.surveys import Standing

MOST = 100
"""Surveys that the list goes back to: a library holds a few a year."""
SILENT_PAGE = 40
NAME = 70
TITLE = 80


async def surveys_screen(ctx: Context, page: int) -> Screen:
    """Every survey with where it stands, the newest first."""
    say, surveys = ctx.say, await ctx.store.surveys.all(MOST)
    standings = await ctx.store.surveys.standings([one.id for one in surveys])
    cells = [
        Cell(_line(one, standings.get(one.id, Standing()), ctx.now, say), SurveySee(survey_id=one.id))
        for one in surveys
    ]
    body = grid(cells, page, say)
    turn = pager(page, body.pages, 1, SurveysOpen())
    head = say("author-surveys" if surveys else "author-no-surveys")
    new = Button(say.plain("author-button-new"), QuestionnaireList())
    menu = Button(say.plain("author-button-menu"), MenuOpen())
    return Screen(join(head, body.text, by="\n\n"), (*body.rows, turn, (new, menu)))


async def survey_screen(ctx: Context, survey_id: int, note: Html | None = None) -> Screen:
    """One survey: when, whom, how far."""
    say, survey = ctx.say, await ctx.store.surveys.get(survey_id)
    found = (await ctx.store.surveys.standings([survey_id])).get(survey_id, Standing())
    head = say("author-survey", title=survey.fields.title, wave=str(survey.fields.wave))
    typed = say("author-typed", number=found.typed) if found.typed else None
    numbers = {"asked": found.asked, "started": found.started, "sent": found.sent, "deaf": found.deaf}
    counts = join(say("author-standing", **numbers), typed)
    purpose = say("author-purpose", purpose=survey.fields.purpose) if survey.fields.purpose else None
    until = join(_until(survey, ctx.now, say), _late(survey, ctx.now, say))
    text = join(note, head, join(until, counts), purpose, by="\n\n")
    return Screen(text, (*_acts(survey, found, ctx.now, say), (_to_list(say),)))


async def silent_screen(ctx: Context, survey_id: int, page: int) -> Screen:
    """The organisations that have sent nothing, those that have begun marked."""
    say, survey = ctx.say, await ctx.store.surveys.get(survey_id)
    every = await ctx.store.chasing.missing(survey_id)
    shown = every[page * SILENT_PAGE : (page + 1) * SILENT_PAGE]
    lines = [
        say("author-silent-begun" if one.has_begun else "author-silent-line", name=shortened(one.name, NAME))
        for one in shown
    ]
    head = say("author-silent", title=survey.fields.title, number=len(every))
    turn = pager(page, len(every), SILENT_PAGE, SurveySilent(survey_id=survey_id))
    return Screen(join(head, join(*lines), by="\n\n"), (turn, (_back(survey_id, say),)))


async def closing_screen(ctx: Context, survey_id: int) -> Screen:
    """Asks: there is no opening it again."""
    say, survey = ctx.say, await ctx.store.surveys.get(survey_id)
    found = (await ctx.store.surveys.standings([survey_id])).get(survey_id, Standing())
    text = say("author-close-sure", title=survey.fields.title, silent=found.meant - found.sent)
    sure = Button(say.plain("author-button-close-sure"), SurveyClose(survey_id=survey_id, sure=1))
    return Screen(text, ((sure, _back(survey_id, say)),))


def _line(survey: Survey, found: Standing, now: datetime, say: Say) -> str:
    state = say.plain("author-state-over" if survey.is_over(now) else "author-state-open")
    title = shortened(survey.fields.title, TITLE)
    return say.plain(
        "author-line", title=title, wave=str(survey.fields.wave), state=state, sent=found.sent, asked=found.meant
    )


def _until(survey: Survey, now: datetime, say: Say) -> Html:
    if survey.state is SurveyState.CLOSED:
        return say("author-closed-early")
    key = "author-closed" if survey.is_over(now) else "author-until"
    return say(key, when=say.moment(survey.fields.closes_at))


def _late(survey: Survey, now: datetime, say: Say) -> Html | None:
    """Once it is over: until when forms that come late are typed in."""
    if not survey.is_over(now) or not survey.takes(Source.PAPER, now):
        return None
    late = survey.typing_ends_at
    return say("author-late", day=say.day(late, weekday=False), hour=say.hour(late))


def _acts(survey: Survey, found: Standing, now: datetime, say: Say) -> tuple[Row, ...]:
    silent = found.meant - found.sent
    who = (Button(say.plain("author-button-silent", number=silent), SurveySilent(survey_id=survey.id)),)
    every = Button(say.plain("author-button-all"), SurveyQuestions(survey_id=survey.id))
    results = (Button(say.plain("results-button-open"), ResultsOpen(survey_id=survey.id)),) if found.sent else ()
    row = (*(who if silent else ()), every)
    enter = Button(say.plain("author-button-enter"), SurveyEnter(survey_id=survey.id))
    if survey.is_over(now):
        return (results, row, (enter,) if survey.takes(Source.PAPER, now) else ())
    extend = Button(say.plain("author-button-extend"), SurveyExtend(survey_id=survey.id))
    close = Button(say.plain("author-button-close"), SurveyClose(survey_id=survey.id, sure=0))
    at = {"questionnaire_id": survey.fields.questionnaire_id, "survey_id": survey.id}
    paper = Button(say.plain("author-button-paper"), QuestionnairePaper(**at))
    return (results, row, (paper, enter), (extend, close))


def _back(survey_id: int, say: Say) -> Button:
    return Button(say.plain("author-button-survey"), SurveySee(survey_id=survey_id))


def _to_list(say: Say) -> Button:
    return Button(say.plain("author-button-surveys"), SurveysOpen())
