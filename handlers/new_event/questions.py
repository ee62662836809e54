"""The questions of the event form: few are asked, the rest is offered on the preview."""

from collections.abc import Callable, Iterable
from datetime import datetime

from domain.event_answers import OFFSITE, ONLINE, follow
from domain.event_forms import DISPLAYS, EVENT_FORMS, FORM_GROUPS
from domain.forms import Answers, Form, Key, Kind, Option, Question, Value
from domain.partner import Partner
from domain.people import Person
from domain.refusal import Refusal
from domain.rights import Act, may
from handlers.forms.desk import Context
from handlers.view import FORM_NAMES
from storage.drafts import Draft
from storage.library import Branch

EVENT = "event"
"""The id of the form in drafts."""
AGE_MARKS = ("0+", "6+", "12+", "16+", "18+")
USUAL_CAPACITIES = (15, 20, 30, 50, 100)
COMMON = ("round_table", "lecture", "author_meeting", "workshop", "exhibition", "quiz", "seminar", "tour")
"""Forms that are offered at once; the others by group."""
GROUPS = {
    "talk": Key("new-group-talk"),
    "literature": Key("new-group-literature"),
    "display": Key("new-group-display"),
    "game": Key("new-group-game"),
    "making": Key("new-group-making"),
    "club": Key("new-group-club"),
    "complex": Key("new-group-complex"),
    "visit": Key("new-group-visit"),
}
OTHER = "other"
ONLINE_NUMBER = 2**40
"""Beyond every branch's id; «другой адрес» is 0."""
LAST_HOUR = "18:00"


async def event_form(ctx: Context, draft: Draft) -> Form:
    """The form, with the branches in which this person may hold events, their halls, and the partners.

    A partner in the archive is not offered, but stays where it was chosen before.
    """
    branches = await allowed_branches(ctx)
    chosen = draft.body.get("answers", {}).get("partners", ())
    partners = [one for one in await ctx.store.partners.all() if one.archived_at is None or str(one.id) in chosen]
    day = str(draft.body.get("answers", {}).get("when", "")).partition("T")[0]
    return Form(EVENT, (*asked_questions(branches), *_aside(partners, day)), follow)


async def allowed_branches(ctx: Context) -> list[Branch]:
    return [branch for branch in await ctx.store.branches.all() if _may_hold(ctx.person, branch)]


def _may_hold(person: Person, branch: Branch) -> bool:
    return may(person, Act.REGISTER_EVENT, branch.id)


def asked_questions(branches: list[Branch]) -> tuple[Question, ...]:
    """What is asked in order: what it is, when, where, for how many, and the age mark."""
    return (
        Question("title", Kind.TEXT, Key("new-ask-title"), Key("new-label-title"), Key("new-hint-title"), longest=200),
        Question(
            "form",
            Kind.CHOICE,
            Key("new-ask-form"),
            Key("new-label-form"),
            required=False,
            options=tuple(_forms()),
            groups={group: GROUPS[group] for group in FORM_GROUPS},
            other=OTHER,
            other_longest=40,
        ),
        *_days(),
        Question(
            "when",
            Kind.MOMENT,
            Key("new-ask-when"),
            Key("new-label-when"),
            Key("new-hint-when"),
            when=lambda answers: "first" not in answers,
        ),
        *_where(branches),
        *_for_whom(),
    )


def _where(branches: list[Branch]) -> tuple[Question, ...]:
    """A branch with its hall, an address elsewhere, or a link."""
    address = (Key("new-ask-address"), Key("new-label-address"))
    link = (Key("new-ask-link"), Key("new-label-link"), Key("new-hint-link"))
    return (
        Question("branch", Kind.CHOICE, Key("new-ask-branch"), Key("new-label-branch"), options=_places(branches)),
        Question("address", Kind.TEXT, *address, longest=300, when=_is(OFFSITE)),
        Question("link", Kind.TEXT, *link, required=False, longest=500, when=_is(ONLINE), check=_is_address),
        _hall(branches),
    )


def _for_whom() -> tuple[Question, ...]:
    return (
        Question(
            "capacity",
            Kind.INTEGER,
            Key("new-ask-capacity"),
            Key("new-label-capacity"),
            Key("new-hint-capacity"),
            required=False,
            lowest=1,
            highest=1000,
            options=tuple(Option(str(number), str(number), number=number) for number in USUAL_CAPACITIES),
            skip=Key("new-button-no-limit"),
        ),
        Question(
            "age",
            Kind.CHOICE,
            Key("new-ask-age"),
            Key("new-label-age"),
            options=tuple(Option(mark, mark, aliases=(mark.rstrip("+"),)) for mark in AGE_MARKS),
        ),
    )


def _days() -> tuple[Question, ...]:
    """What is open for days without an hour: the first and the last of them."""
    first = (Key("new-ask-first"), Key("new-label-first"), Key("new-hint-first"))
    last = (Key("new-ask-last"), Key("new-label-last"))
    return (
        Question(
            "first",
            Kind.DATE,
            *first,
            required=False,
            when=lambda answers: answers.get("form") in DISPLAYS,
            skip=Key("new-button-with-hour"),
        ),
        Question(
            "last",
            Kind.DATE,
            *last,
            required=False,
            when=lambda answers: "first" in answers,
            skip=Key("new-button-one-day"),
            check=_not_before_first,
        ),
    )


def _aside(partners: list[Partner], day: str) -> tuple[Question, ...]:
    return (
        ends_question(day),
        _text("goal", "new-ask-goal", "new-label-goal", 1000),
        Question(
            "agenda",
            Kind.LINES,
            Key("new-ask-agenda"),
            Key("new-label-agenda"),
            Key("new-hint-agenda"),
            required=False,
            aside=True,
            longest=500,
            most=30,
        ),
        _partners(partners),
        _text("audience", "new-ask-audience", "new-label-audience", 200),
        _text("summary", "new-ask-summary", "new-label-summary", 300),
        _deadline(),
        Question("poster", Kind.PHOTO, Key("new-ask-poster"), Key("new-label-poster"), required=False, aside=True),
    )


def ends_question(day: str) -> Question:
    """When it ends; on the day of its start, unless another is said."""
    return Question(
        "ends",
        Kind.MOMENT,
        Key("new-ask-ends"),
        Key("new-label-ends"),
        required=False,
        aside=True,
        day=day,
        check=_after_start,
        when=lambda answers: "first" not in answers,
    )


def _deadline() -> Question:
    return Question(
        "deadline",
        Kind.MOMENT,
        Key("new-ask-deadline"),
        Key("new-label-deadline"),
        Key("new-hint-deadline"),
        required=False,
        aside=True,
        hour=LAST_HOUR,
        check=_before_start,
    )


def _partners(partners: list[Partner]) -> Question:
    return Question(
        "partners",
        Kind.CHOICES,
        Key("new-ask-partners"),
        Key("new-label-partners"),
        Key("new-hint-partners"),
        required=False,
        aside=True,
        options=tuple(Option(str(one.id), one.short_name, one.id, aliases=(one.name,)) for one in partners),
        when=lambda _answers: bool(partners),
    )


def _text(question_id: str, words: str, label: str, longest: int) -> Question:
    return Question(question_id, Kind.TEXT, Key(words), Key(label), required=False, aside=True, longest=longest)


def _forms() -> Iterable[Option]:
    """The common forms, the others by group, and a form of one's own."""
    names = {form.id: Key(FORM_NAMES[form.id]) for form in EVENT_FORMS}
    yield from (Option(form, names[form]) for form in COMMON)
    yield Option(OTHER, Key("new-option-other-form"))
    yield from (Option(form.id, names[form.id], group=form.group) for form in EVENT_FORMS if form.id not in COMMON)


def _places(branches: list[Branch]) -> tuple[Option, ...]:
    known = (
        Option(str(one.id), one.short_name, one.id, aliases=(one.name, *one.aliases, one.address)) for one in branches
    )
    elsewhere = Option(OFFSITE, Key("new-option-offsite"), number=0)
    return (*known, elsewhere, Option(ONLINE, Key("new-option-online"), number=ONLINE_NUMBER))


def _hall(branches: list[Branch]) -> Question:
    """The halls of the branch that was chosen; asked only where it has any."""
    options = [
        Option(str(hall.id), hall.name, hall.id, when=_is(str(branch.id)))
        for branch in branches
        for hall in branch.halls
    ]
    with_halls = {str(branch.id) for branch in branches if branch.halls}
    return Question(
        "hall",
        Kind.CHOICE,
        Key("new-ask-hall"),
        Key("new-label-hall"),
        required=False,
        options=tuple(options),
        when=lambda answers: answers.get("branch") in with_halls,
        skip=Key("new-button-no-hall"),
    )


def _is(place: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get("branch") == place


def _after_start(value: Value, before: Answers) -> None:
    if "when" in before and _moment(value) == _moment(before["when"]):
        raise Refusal("no-minutes")
    if "when" in before and _moment(value) < _moment(before["when"]):
        raise Refusal("end-before-start")


def _before_start(value: Value, before: Answers) -> None:
    if "when" in before and _moment(value) > _moment(before["when"]):
        raise Refusal("deadline-after-start")


def _not_before_first(value: Value, before: Answers) -> None:
    if str(value) < str(before.get("first", "")):
        raise Refusal("end-before-start")


def _is_address(value: Value, _before: Answers) -> None:
    if not str(value).startswith(("https://", "http://")) or " " in str(value):
        raise Refusal("link-wrong")


def _moment(value: Value) -> datetime:
    return datetime.fromisoformat(str(value))
