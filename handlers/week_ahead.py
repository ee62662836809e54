"""The week ahead, on Monday morning to who asked for it: what is on, and what waits for an answer.

Each feature puts in what it has: a section makes its lines and the buttons that go with them, or None where there is
nothing. Where no section has anything, nothing is sent.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from domain.minutes import in_order
from domain.seats import RsvpState
from domain.week_ahead import WISH, week_ends
from handlers.callbacks import ActionReport, MyList, PartList, SettingsOpen, SurveyOpen
from handlers.card import shortened
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen
from handlers.telling import Maker, Telling
from handlers.view import begins, brief
from storage.feeds import Entry

SHOWN = 8
SECOND = timedelta(seconds=1)
"""What ends at midnight has its last day before."""
LETTERS = 60
STANDING = {RsvpState.GOING: "week-going", RsvpState.MAYBE: "week-maybe", RsvpState.QUEUED: "week-queued"}


@dataclass(frozen=True, slots=True)
class Part:
    """What one feature has to say, and the way to it."""

    text: Html
    row: Row


Section = Callable[[Telling], Awaitable[Part | None]]


async def events(telling: Telling) -> Part | None:
    """The person's own events of the week."""
    until = week_ends(telling.now, telling.library.policy)
    entries = await telling.store.digests.events(telling.person.id, telling.now, until)
    say, rest = telling.say, len(entries) - SHOWN
    if not entries:
        return None
    lines = [_line(entry, telling, say) for entry in entries[:SHOWN]]
    text = join(say("week-events"), *lines, say("week-rest", number=rest) if rest > 0 else None)
    return Part(text, (Button(say.plain("home-button-my"), MyList()),))


async def invitations(telling: Telling) -> Part | None:
    """Invitations that the person has not answered."""
    number, say = len(await telling.store.events.of_partners(telling.person.id, telling.now)), telling.say
    return (
        Part(say("week-invitations", number=number), (Button(say.plain("home-button-my"), MyList()),))
        if number
        else None
    )


async def parts(telling: Telling) -> Part | None:
    """Events whose partner has yet to say what it takes on."""
    number, say = len(await telling.store.joint.waiting(telling.person.id, telling.now)), telling.say
    button = Button(say.plain("my-button-parts", number=number), PartList())
    return Part(say("week-parts", number=number), (button,)) if number else None


async def surveys(telling: Telling) -> Part | None:
    """The survey that closes first; how many more there are."""
    open_, say = await telling.store.digests.surveys(telling.person.id, telling.now), telling.say
    if not open_:
        return None
    survey, partner_id = open_[0]
    until = say.day(survey.fields.closes_at, year=False, weekday=False)
    text = say("week-survey", title=shortened(survey.fields.title, LETTERS), until=until, more=len(open_) - 1)
    button = Button(say.plain("week-button-survey"), SurveyOpen(survey_id=survey.id, partner_id=partner_id))
    return Part(text, (button,))


async def actions(telling: Telling) -> Part | None:
    """What the person's organisations have still to do; the one that is due first can be reported at once."""
    open_, say = in_order(await telling.store.actions.open_for(telling.person.id)), telling.say
    if not open_:
        return None
    text = say("minutes-week", number=len(open_), text=shortened(open_[0].text, LETTERS))
    return Part(text, (Button(say.plain("minutes-button-report"), ActionReport(action_id=open_[0].id)),))


SECTIONS: tuple[Section, ...] = (events, invitations, parts, surveys, actions)
"""In the order of reading. A feature with something that waits for the person adds its own."""


async def week_ahead(telling: Telling) -> Screen | None:
    """What there is at this moment; nothing for who no longer wants it."""
    if WISH not in telling.person.wanted:
        return None
    found = [part for section in SECTIONS if (part := await section(telling)) is not None]
    if not found:
        return None
    say = telling.say
    rows = [part.row for part in found]
    once = (row for number, row in enumerate(rows) if row not in rows[:number])
    last = (Button(say.plain("home-button-settings"), SettingsOpen()),)
    return Screen(join(say("week-title"), *(part.text for part in found), by="\n\n"), (*once, last))


def _line(entry: Entry, telling: Telling, say: Say) -> Html:
    """«пятница, 27 апреля, 14:00 – «Наш принцип…», вы идёте»; of what began before, until when it goes on."""
    event = entry.event
    values = {"title": brief(event, say), "standing": _standing(entry, telling)}
    if event.fields.starts_at <= telling.now:
        return say("week-going-on", until=say.day(event.ends_at - SECOND, year=False, weekday=False), **values)
    return say("week-event", when=begins(event, say, weekday=True), **values)


def _standing(entry: Entry, telling: Telling) -> Html:
    if entry.state in STANDING:
        return telling.say(STANDING[entry.state])
    return telling.say("week-yours" if entry.event.responsible_id == telling.person.id else "week-takes-part")


MAKERS: dict[str, Maker] = {WISH: week_ahead}
SILENT = frozenset(MAKERS)
