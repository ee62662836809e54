"""Who answered an event and who came, with names and reasons, for whoever manages it: on a page, and as a table."""

import csv
from collections.abc import Container, Mapping
from dataclasses import dataclass
from io import StringIO

from domain.door import AT_DOOR
from domain.event import Event
from domain.seats import RsvpState
from domain.sign_up import Answers
from handlers.say import Say
from storage.rsvps import Guest
from storage.store import Store

STATES = {
    RsvpState.GOING: "pages-guests-going",
    RsvpState.QUEUED: "pages-guests-queued",
    RsvpState.MAYBE: "pages-guests-maybe",
    RsvpState.DECLINED: "pages-guests-declined",
}
MOST = 2000
COLUMNS = ("name", "partner", "guests", "came", "reason")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Line:
    """A guest as staff see them, or people without a sign-up. `guests`: besides themselves; `came`: how many came in.

    `is_public`: may be named to others. `said`: to the questions of the sign-up, in their order.
    """

    name: str
    partner: str = ""
    guests: int = 0
    came: int = 0
    reason: str = ""
    is_public: bool = True
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Those who answered alike; `title` is what."""

    title: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class _Known:
    """What lines are made of besides the guest."""

    event: Event
    partners: Mapping[int, str]
    came: Mapping[int, int]
    said: Mapping[int, Answers]
    say: Say

    def line(self, guest: Guest, named: Container[int]) -> Line:
        rsvp = guest.rsvp
        said = self.said.get(rsvp.member_id, {})
        return Line(
            guest.name,
            self.partners.get(rsvp.partner_id or 0, ""),
            rsvp.guests,
            self.came.get(rsvp.member_id, 0),
            self.say.plain("seating-why-door") if rsvp.note == AT_DOOR else rsvp.reason or rsvp.note or "",
            rsvp.member_id in named,
            tuple(said.get(one.text, "") for one in self.event.fields.questions),
        )


async def guest_parts(store: Store, event: Event, say: Say) -> list[Part]:
    """Who answered, by answer, in order of seats and tickets; then who came without one. Empty parts are left out."""
    partners = {partner.id: partner.short_name for partner in await store.partners.all()}
    known = _Known(event, partners, await store.door.came(event.id), await store.sign_ups.answers(event.id), say)
    parts = []
    for state, key in STATES.items():
        guests = await store.rsvps.guests(event.id, [state], MOST)
        named = await store.members.named([guest.rsvp.member_id for guest in guests])
        parts.append(Part(say.plain(key), [known.line(guest, named) for guest in guests]))
    parts.append(Part(say.plain("pages-guests-unsigned"), await _unsigned(store, event, say)))
    return [part for part in parts if part.lines]


async def guest_table(store: Store, event_id: int, say: Say) -> bytes:
    """All of them as CSV, as the Excel of here opens it: BOM, semicolons, no cell that is a formula."""
    event, out = await store.events.get(event_id), StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    heads = [say.plain(f"pages-guests-{name}") for name in ("answer", *COLUMNS)]
    rows.writerow([*heads, *(_plain(one.text) for one in event.fields.questions)])
    for part in await guest_parts(store, event, say):
        for one in part.lines:
            cells = (part.title, one.name, one.partner, str(one.guests), str(one.came or ""), one.reason, *one.said)
            rows.writerow(map(_plain, cells))
    return out.getvalue().encode("utf-8-sig")


async def _unsigned(store: Store, event: Event, say: Say) -> list[Line]:
    """Whom the staff wrote down, who came without a sign-up, and groups as numbers."""
    noted = [one for one in await store.door.expected(event.id) if one.rep_id is not None]
    lines = [Line(one.name, one.partner or "", came=one.came, reason=one.office or "") for one in noted]
    lines += [Line(name, came=people, is_public=False) for name, people in await store.door.unsigned(event.id)]
    alone = say.plain("pages-guests-alone")
    return lines + [Line(one.name or alone, came=one.people) for one in await store.door.others(event.id)]


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
