"""What an event came to: a form of one minute. Four numbers may be typed in one line."""

import re
from collections.abc import Callable, Mapping

from domain.event import Event, Mode
from domain.event_report import LINK, MOST_LINKS, MOST_VIEWS, MOST_VISITS, OUTCOME, EventReport, check
from domain.forms import Answers, Form, Key, Kind, Option, Question, Value
from domain.refusal import Refusal
from domain.rights import Act, require
from handlers.afterwards.words import report_lines
from handlers.callbacks import ManageOpen
from handlers.card import Viewer
from handlers.forms.desk import Context, Desk, FormKind, Given, Preview
from handlers.manage import manage_screen
from handlers.opening import with_note
from handlers.say import join
from handlers.screen import Button, Screen
from handlers.view import heading, when
from storage.drafts import Draft

REPORT = "report"
"""The id of the form in drafts."""
IN_ONE = re.compile(r"\d{1,5}(?:\s*[,;/ ]\s*\d{1,5}){1,3}")
PARTS = ("to14", "15-30", "disability")


async def load(ctx: Context, draft: Draft) -> Form:
    """What was counted at the door is offered for the whole, and how many had signed up."""
    event = await ctx.store.events.get(draft.subject or 0)
    known = {"report-option-signed": event.seats.taken, "report-option-door": await ctx.store.door.people(event.id)}
    offered = {number: ctx.say.plain(key, number=number) for key, number in known.items() if number}
    return Form(REPORT, (_total(offered), *map(_part, PARTS), _views(event), _outcome(), _links()))


async def preview(desk: Desk) -> Preview:
    event = await desk.ctx.store.events.get(desk.draft.subject or 0)
    report = report_of(desk.counted)
    above = event.fields.capacity is not None and report.visits_total > event.fields.capacity
    doubt = desk.say("report-above-capacity", capacity=event.fields.capacity or 0) if above else None
    head = join(desk.say("report-preview"), join(heading(event, desk.say), when(event, desk.say)), by="\n\n")
    return Preview(join(head, report_lines(report, desk.say), doubt, by="\n\n"), Key("report-button-save"))


async def submit(desk: Desk) -> Screen:
    """The report counts; the draft goes in the same transaction."""
    ctx = desk.ctx
    event = await ctx.store.events.get(desk.draft.subject or 0)
    person = require(ctx.person, Act.MANAGE_EVENT, event.fields.branch_id)
    await ctx.store.reports.put(event.id, report_of(desk.counted), person, ctx.now, draft_id=desk.draft.id)
    viewer = Viewer(person, ctx.library, ctx.now)
    screen = await manage_screen(await ctx.store.events.get(event.id), ctx.store, viewer, desk.say)
    return with_note(screen, desk.say("report-saved"))


async def read(_desk: Desk, question: Question, text: str) -> Given | None:
    """«27, 3, 20, 1»: all four at once, as far as they can stand together."""
    if question.id != "total" or not IN_ONE.fullmatch(text.strip()):
        return None
    first, *rest = map(int, re.findall(r"\d+", text))
    more = dict(zip(PARTS, rest, strict=False))
    check(report_of({"total": first} | more))
    return Given(first, more)


def title(desk: Desk) -> str:
    return desk.say.plain("report-draft")


def back(desk: Desk) -> Button:
    return Button(desk.say.plain("manage-button-back"), ManageOpen(event_id=desk.draft.subject or 0))


def report_of(answers: Answers) -> EventReport:
    """The report that the answers give."""
    return EventReport(
        visits_total=_number(answers, "total"),
        visits_to14=_number(answers, "to14"),
        visits_15_30=_number(answers, "15-30"),
        visits_disability=_number(answers, "disability"),
        online_views=_number(answers, "views") if "views" in answers else None,
        outcome=str(answers["outcome"]) if "outcome" in answers else None,
        links=tuple(_list(answers.get("links", []))),
    )


def answers_of(report: EventReport) -> dict[str, Value]:
    """The answers that give the report."""
    known: dict[str, Value | None] = {
        "total": report.visits_total,
        "to14": report.visits_to14,
        "15-30": report.visits_15_30,
        "disability": report.visits_disability,
        "views": report.online_views,
        "outcome": report.outcome,
        "links": list(report.links) or None,
    }
    return {name: value for name, value in known.items() if value is not None}


def _total(known: Mapping[int, str]) -> Question:
    options = tuple(Option(str(number), words, number=number) for number, words in known.items())
    words = (Key("report-ask-total"), Key("report-label-total"), Key("report-hint-total"))
    return Question("total", Kind.INTEGER, *words, highest=MOST_VISITS, options=options)


def _part(name: str) -> Question:
    ages = {"to14": ("report-ask-to14", "report-label-to14"), "15-30": ("report-ask-15-30", "report-label-15-30")}
    ask, label = ages.get(name, ("report-ask-disability", "report-label-disability"))
    none = (Option("0", Key("report-option-none"), number=0),)
    return Question(name, Kind.INTEGER, Key(ask), Key(label), highest=MOST_VISITS, options=none, check=_fits(name))


def _views(event: Event) -> Question:
    """Asked where it was online; else offered."""
    words = (Key("report-ask-views"), Key("report-label-views"), Key("report-hint-views"))
    online = event.fields.mode is Mode.ONLINE or event.fields.link is not None
    return Question("views", Kind.INTEGER, *words, required=False, highest=MOST_VIEWS, aside=not online)


def _outcome() -> Question:
    words = (Key("report-ask-outcome"), Key("report-label-outcome"), Key("report-hint-outcome"))
    return Question("outcome", Kind.TEXT, *words, required=False, longest=OUTCOME)


def _links() -> Question:
    words = (Key("report-ask-links"), Key("report-label-links"), Key("report-hint-links"))
    return Question("links", Kind.LINES, *words, required=False, aside=True, longest=LINK, most=MOST_LINKS)


def _fits(name: str) -> Callable[[Value, Answers], None]:
    """Refuses a part that is more than the whole."""

    def fits(value: Value, before: Answers) -> None:
        total = _number(before, "total")
        others = _number(before, "to14") if name == "15-30" else 0
        if int(str(value)) + others > total:
            raise Refusal("report-disability" if name == "disability" else "report-ages", total=total)

    return fits


def _number(answers: Answers, name: str) -> int:
    return int(str(answers.get(name, 0)))


def _list(value: Value) -> list[str]:
    return value if isinstance(value, list) else []


report_kind = FormKind(
    REPORT,
    load=load,
    title=title,
    submit=submit,
    preview=preview,
    read=read,
    back=back,
    warns_of_hiding=False,
)
