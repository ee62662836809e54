"""What speaks against an answer about an event. It is said and asked about; nothing is forbidden."""

from datetime import timedelta

from domain.doubts import doubts_of, stored_hours, stored_sanitary
from domain.event import USUAL_LENGTH, Event
from domain.event_answers import MODES, to_utc
from domain.forms import Answers
from domain.progress import Selection
from handlers.forms.desk import Desk
from handlers.forms.values import is_whole, local
from handlers.say import Html, Say
from handlers.view import brief, when
from storage.library import Branch

KEYS = {
    "past": "new-doubt-past",
    "holiday": "new-doubt-holiday",
    "sanitary_day": "new-doubt-sanitary",
    "closed": "new-doubt-closed",
}
ABOUT_BRANCH = ("sanitary_day", "closed")


async def event_doubts(desk: Desk, selection: Selection) -> list[Html]:
    """What to say before the selection counts, as if it did already."""
    answers = {**desk.counted, **selection.more, selection.question: selection.value}
    return [*_said(desk, selection), *await _about(desk, selection.question, answers)]


async def standing_doubts(desk: Desk, answers: Answers) -> list[Html]:
    """What speaks against the event as a whole, for the preview."""
    return [*await _about(desk, "when", answers), *await _about(desk, "deadline", answers)]


async def _about(desk: Desk, question: str, answers: Answers) -> list[Html]:
    if not is_whole(str(answers.get("when", ""))):
        return []
    match question:
        case "when":
            return [*await _time(desk, answers), *await _hall(desk, answers)]
        case "branch":
            return await _time(desk, answers, ABOUT_BRANCH)
        case "hall" | "ends":
            return await _hall(desk, answers)
        case "deadline":
            return _deadline(desk, answers)
    return []


def _said(desk: Desk, selection: Selection) -> list[Html]:
    """What was typed and is not in the answer: another weekday, words that nothing could be made of."""
    said = selection.said
    weekday = [desk.say("new-doubt-weekday", said=int(said["weekday"]))] if "weekday" in said else []
    seats = [desk.say("new-doubt-seats", text=str(said["seats"]))] if "seats" in said else []
    return [*weekday, *seats, *([desk.say("new-doubt-unread", text=str(said["unread"]))] if "unread" in said else [])]


async def _time(desk: Desk, answers: Answers, only: tuple[str, ...] = tuple(KEYS)) -> list[Html]:
    branch = await _branch(desk, answers)
    codes = doubts_of(
        local(str(answers["when"])),
        desk.ctx.now_local,
        desk.ctx.library.policy.calendar,
        stored_sanitary(branch.sanitary) if branch else None,
        stored_hours(branch.hours) if branch else None,
    )
    return [desk.say(KEYS[code]) for code in codes if code in only]


async def _branch(desk: Desk, answers: Answers) -> Branch | None:
    place = str(answers.get("branch", ""))
    if not place or place in MODES:
        return None
    return next((one for one in await desk.ctx.store.branches.all() if str(one.id) == place), None)


async def _hall(desk: Desk, answers: Answers) -> list[Html]:
    """Other events in the hall at that time."""
    if not answers.get("hall"):
        return []
    zone = desk.ctx.library.policy.zone
    starts = to_utc(str(answers["when"]), zone)
    ends = to_utc(str(answers["ends"]), zone) if is_whole(str(answers.get("ends", ""))) else starts + USUAL_LENGTH
    until = max(ends, starts + timedelta(minutes=1))
    taken = await desk.ctx.store.events.in_hall(int(str(answers["hall"])), starts, until, desk.draft.subject)
    return [_taken(event, desk.say) for event in taken]


def _taken(event: Event, say: Say) -> Html:
    return say("new-doubt-hall", event=brief(event, say), when=when(event, say))


def _deadline(desk: Desk, answers: Answers) -> list[Html]:
    deadline = str(answers.get("deadline", ""))
    if not is_whole(deadline) or local(deadline) > desk.ctx.now_local:
        return []
    return [desk.say("new-doubt-deadline")]
