"""Messages to people who did not ask just now: made of live data when they leave, so they never speak of what was."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.refusal import Gone
from handlers import act, door, event_notices, people_notices, reviewing, silence, week_ahead
from handlers.afterwards import feedback, reporting
from handlers.announcing import posting
from handlers.context import Library
from handlers.joint import notices as joint_notices
from handlers.minutes import tasks
from handlers.new_event import copying
from handlers.partners import agreements
from handlers.programme import questions, talks
from handlers.proposals import notices as proposal_notices
from handlers.say import Say
from handlers.screen import Screen
from handlers.surveys import notices as survey_notices
from handlers.telling import Maker, Telling
from handlers.writing import letter
from storage.outbox import Row
from storage.store import Store

TELLERS = (
    event_notices,
    letter,
    people_notices,
    agreements,
    joint_notices,
    proposal_notices,
    act,
    silence,
    survey_notices,
    week_ahead,
    copying,
    door,
    talks,
    questions,
    reviewing,
    reporting,
    feedback,
    tasks,
    posting,
)
"""Modules that make messages, each the kinds in its `MAKERS` (see `handlers.telling`)."""
MAKERS: dict[str, Maker] = {kind: make for module in TELLERS for kind, make in module.MAKERS.items()}
POSTERS = posting.POSTERS
SILENT = frozenset(kind for module in TELLERS for kind in module.SILENT)
"""What can wait arrives without a sound."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What is sent: a screen, with or without a sound."""

    screen: Screen
    silent: bool


async def render(
    row: Row, store: Store, texts: Callable[[str | None], Say], library: Library, now: datetime
) -> Notice | None:
    """The message of an outbox row; None when it is no longer wanted."""
    try:
        screen = await _screen(row, store, texts, library, now)
    except Gone:
        return None
    return Notice(screen, silent=row.kind in SILENT) if screen else None


async def _screen(
    row: Row, store: Store, texts: Callable[[str | None], Say], library: Library, now: datetime
) -> Screen | None:
    if row.kind in POSTERS:
        return await POSTERS[row.kind](row, store, library, texts(library.languages[0]), now)
    person = await store.members.find(row.member_id) if row.member_id is not None else None
    make = MAKERS.get(row.kind)
    if person is None or make is None:
        return None
    return await make(Telling(row, person, store, texts(person.language), library, now))
