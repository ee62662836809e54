"""An event as somebody looks at it: read once, drawn by the card and by everything that speaks of the event."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import quote

from domain.announcement import credited
from domain.event import Event, Mode
from domain.event_forms import EVENT_FORMS
from domain.joint import Agreed
from domain.life import HIDDEN, Status
from domain.people import Person
from domain.refusal import Gone
from domain.rights import Act, may
from domain.seats import Rsvp, RsvpState
from handlers.say import Html, Say, bold
from storage.library import Branch
from storage.rsvps import Answered
from storage.store import Store

MAP = "https://yandex.ru/maps/?text="
FORM_NAMES = {form.id: f"event-form-{form.id}" for form in EVENT_FORMS}
SECOND = timedelta(seconds=1)
HEADING = 90
"""Letters of a title on a button or in a list."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a branch with one of its halls, or an address elsewhere."""

    name: str | None = None
    hall: str | None = None
    address: str | None = None
    online: bool = False

    @property
    def map_url(self) -> str | None:
        """The address on a map that the person may open; nothing else goes along."""
        return MAP + quote(self.address) if self.address and not self.online else None


@dataclass(frozen=True, slots=True)
class EventView:
    """An event, its place, and what the one who looks has said to it (`position`: in the queue, from 1).

    `parts`: those of the partners that the one who looks acts for. `credits`: partners that an announcement names.
    `dates`: how many dates the announcement has.
    """

    event: Event
    place: Place
    mine: Rsvp | None = None
    position: int | None = None
    parts: tuple[Agreed, ...] = ()
    credits: tuple[str, ...] = ()
    dates: int = 1

    @property
    def state(self) -> RsvpState | None:
        return self.mine.state if self.mine else None


async def place_of(store: Store, branch_id: int | None, hall_id: int | None, address: str | None) -> Place:
    """The place in words."""
    if branch_id is None:
        return Place(address=address)
    return _at(await store.branches.get(branch_id), hall_id, address)


def place_among(branches: Mapping[int, Branch], event: Event) -> Place:
    """The event's place, where the branches have been read already."""
    fields = event.fields
    if fields.mode is Mode.ONLINE:
        return Place(online=True, address=fields.address)
    branch = branches.get(fields.branch_id or 0)
    return _at(branch, fields.hall_id, fields.address) if branch else Place(address=fields.address)


def _at(branch: Branch, hall_id: int | None, address: str | None) -> Place:
    return Place(branch.name, _hall(branch, hall_id), address or branch.address)


async def view_of(store: Store, event: Event, mine: Rsvp | None = None, position: int | None = None) -> EventView:
    """The event with its place."""
    fields = event.fields
    if fields.mode is Mode.ONLINE:
        return EventView(event, Place(online=True, address=fields.address), mine, position)
    return EventView(event, await place_of(store, fields.branch_id, fields.hall_id, fields.address), mine, position)


async def look(store: Store, event_id: int, person: Person | None) -> EventView:
    """The event as this person sees it; None = nobody in particular.

    `Gone` for who may not see it: while it is being agreed it is there for its partners and for staff alone.
    """
    event = await store.events.get(event_id)
    if event.status in HIDDEN and not sees_early(event, person):
        raise Gone("event-gone")
    mine = await store.rsvps.of(event_id, person.id) if person else None
    queued = mine is not None and mine.ticket is not None
    position = await store.rsvps.place(event_id, mine.ticket) if queued and mine and mine.ticket else None
    view = await view_of(store, event, mine, position)
    dates = await store.series.count(event.series_id)
    return replace(view, parts=await own_parts(store, event, person), dates=dates)


async def announced(store: Store, event_id: int) -> EventView:
    """The event as it is announced to everybody, with the partners to be named."""
    view = await look(store, event_id, None)
    named = credited(await store.joint.of(event_id)) if view.event.fields.partners else []
    names = [partner.short_name for partner in await store.partners.those(named)] if named else []
    return replace(view, credits=tuple(names))


async def after(store: Store, done: Answered, person: Person | None) -> EventView:
    """The event as it is once the person has answered."""
    view = await view_of(store, done.event, done.after, done.place)
    dates = await store.series.count(done.event.series_id)
    return replace(view, parts=await own_parts(store, done.event, person), dates=dates)


async def own_parts(store: Store, event: Event, person: Person | None) -> tuple[Agreed, ...]:
    """The parts of the partners that the person acts for."""
    own = person.partner_ids if person else ()
    if not any(part.partner_id in own for part in event.fields.partners):
        return ()
    return tuple(one for one in await store.joint.of(event.id) if one.partner_id in own)


def sees_early(event: Event, person: Person | None) -> bool:
    """Whether the person may see the event before it is announced."""
    own = person.partner_ids if person else ()
    is_asked = event.status is Status.AGREEING and any(part.partner_id in own for part in event.fields.partners)
    return is_asked or may(person, Act.MANAGE_EVENT, event.fields.branch_id)


def heading(event: Event, say: Say) -> Html:
    """«Круглый стол «Наш принцип – взаимодействие» (12+)», the age mark last."""
    fields = event.fields
    values = {"title": inner_quotes(fields.title, say), "age": fields.age_mark}
    if fields.form is None:
        return say("card-heading-plain", **values)
    return say("card-heading", form=form_name(fields.form, say), **values)


def bare_heading(event: Event, say: Say) -> Html:
    """The heading where the age mark comes further below."""
    return bold(full_name(event, say))


def full_name(event: Event, say: Say) -> str:
    """Form and title without markup."""
    title = inner_quotes(event.fields.title, say)
    if event.fields.form is None:
        return say.plain("card-title", title=title)
    return say.plain("card-name", form=form_name(event.fields.form, say), title=title)


def quoted(title: str, say: Say) -> str:
    """The title within its quotation marks."""
    return say.plain("card-title", title=inner_quotes(title, say))


def brief(event: Event, say: Say, most: int = HEADING) -> str:
    """The title alone, for a list or a button, up to a whole word within so many letters."""
    title = inner_quotes(event.fields.title, say)
    room = most - len(say.plain("card-title", title=""))
    return say.plain("card-title", title=title if len(title) <= room else _cut(title, room))


def _cut(title: str, room: int) -> str:
    """Cut at a word, with no quotation mark left open."""
    kept = title[: room - 1].rsplit(" ", 1)[0].rstrip(" ,.;:–—-„")
    return kept + ("…“" if kept.count("„") > kept.count("“") else "…")


def when(event: Event, say: Say) -> Html:
    """«пятница, 27 апреля 2018 г., 14:00–16:00»."""
    if event.fields.all_day:
        return days(event, say)
    return lasts(event.fields.starts_at, event.fields.ends_at, say)


def lasts(start: datetime, end: datetime | None, say: Say) -> Html:
    """«пятница, 27 апреля 2018 г., 14:00–16:00», as far as the end is known."""
    if end is None:
        return say.moment(start)
    if say.local(start).date() != say.local(end).date():
        return say("card-when-long", start=say.moment(start), end=say.moment(end))
    return say("card-when-range", start=say.moment(start), end=say.hour(end))


def days(event: Event, say: Say, *, year: bool = True) -> Html:
    """«22 августа – 12 сентября 2018 г.»: of what is open for days without an hour."""
    first, last = say.local(event.fields.starts_at).date(), say.local(event.ends_at - SECOND).date()
    if first == last:
        return say.day(first, year=year)
    start = say.day(first, year=year and first.year != last.year, weekday=False)
    return say("card-when-days", first=start, last=say.day(last, year=year, weekday=False))


def begins(event: Event, say: Say, *, weekday: bool = False) -> Html:
    """«27 апреля, 14:00», for a list; «22 августа – 12 сентября»."""
    if event.fields.all_day:
        return days(event, say, year=False)
    start = event.fields.starts_at
    return say("card-begins", day=say.day(start, year=False, weekday=weekday), hour=say.hour(start))


def where(place: Place, say: Say) -> Html | None:
    """The library and the hall, and the address below."""
    if place.online:
        return say("card-where-online")
    if place.name is None:
        return say("card-where-address", address=place.address) if place.address else None
    if place.hall is None:
        return say("card-where", name=place.name, address=place.address or "")
    return say("card-where-hall", name=place.name, hall=place.hall, address=place.address or "")


def inner_quotes(title: str, say: Say) -> str:
    """The title as it stands inside quotation marks: its own become the inner ones („“)."""
    bare = title.strip()
    if bare.startswith("«") and bare.endswith("»") and bare.count("«") == 1:
        bare = bare[1:-1]
    if say.language != "ru":
        return bare
    return bare.replace("«", "„").replace("»", "“")


def form_name(form: str, say: Say) -> str:
    """The form of event in words; a form of the library's own as it was written, but with a capital as the others."""
    return say.plain(FORM_NAMES[form]) if form in FORM_NAMES else form[:1].upper() + form[1:]


def _hall(branch: Branch, hall_id: int | None) -> str | None:
    return next((hall.name for hall in branch.halls if hall.id == hall_id), None)
