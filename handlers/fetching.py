"""What a calendar program gets by a secret address: somebody's own events, or those of a branch."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from domain.life import HIDDEN
from domain.seats import RsvpState
from handlers.calendar_file import CalendarEvent
from handlers.context import Library
from handlers.more import calendar_event
from handlers.say import Say
from handlers.view import EventView, place_among
from storage.feeds import Entry, Feed
from storage.library import Branch
from storage.store import Store

FORM = 1
"""Grows when the same events are written in another way: programs then fetch them anew."""
UNSURE = (RsvpState.MAYBE, RsvpState.QUEUED)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar as it is now, not yet written: who has this `fingerprint` already needs nothing.

    `changed_at`: since when it shows just this.
    """

    fingerprint: str
    changed_at: datetime
    name: str
    entries: tuple[Entry, ...]
    branches: Mapping[int, Branch]
    say: Say
    library: Library

    def events(self) -> list[CalendarEvent]:
        return [self._event(entry) for entry in self.entries]

    def _event(self, entry: Entry) -> CalendarEvent:
        view = EventView(entry.event, place_among(self.branches, entry.event))
        event = calendar_event(view, self.say, self.library, self.changed_at)
        unsure = entry.state in UNSURE or entry.event.status in HIDDEN
        title = self.say.plain("feed-cancelled", title=event.title) if event.cancelled else event.title
        return replace(event, title=title, tentative=unsure)


async def fetched(
    token: str, *, store: Store, library: Library, texts: Callable[[str | None], Say], now: datetime
) -> Calendar | None:
    """The calendar of an address; None for one that opens nothing (any more), whatever the reason."""
    feed = await store.feeds.behind(token)
    person = await store.members.find(feed.member_id) if feed else None
    if feed is None or person is None:
        return None
    branches = {branch.id: branch for branch in await store.branches.all()}
    entries = await store.feeds.entries(feed, now)
    say = texts(person.language if feed.branch_id is None else library.languages[0])
    material = (FORM, say.language, library.bot_username, branches, *map(_traits, entries))
    fingerprint, changed_at = await store.feeds.changed(feed, material, now)
    name = _name(feed, branches, library, say)
    return Calendar(fingerprint, changed_at, name, tuple(entries), branches, say, library)


def _traits(entry: Entry) -> tuple[object, ...]:
    """What makes an entry another one."""
    return entry.event.id, entry.event.revision, str(entry.event.status), entry.state and str(entry.state)


def _name(feed: Feed, branches: Mapping[int, Branch], library: Library, say: Say) -> str:
    if feed.branch_id is None:
        return say.plain("feed-name-own", library=library.name)
    return branches[feed.branch_id].short_name
