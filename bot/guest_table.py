"""Who answered an event, with names and reasons, for whoever manages it: on a page, and as a table."""

import csv
from dataclasses import dataclass
from io import StringIO

from domain.seats import RsvpState
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
COLUMNS = ("answer", "name", "partner", "guests", "reason")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Answerer:
    """A guest as staff see them; `is_public`: may be named to others."""

    name: str
    partner: str
    guests: int
    reason: str
    is_public: bool


async def answerers(store: Store, event_id: int, state: RsvpState) -> list[Answerer]:
    """Who answered so, in order of seats and tickets."""
    found = await store.rsvps.guests(event_id, [state], MOST)
    named = await store.members.named([guest.rsvp.member_id for guest in found])
    partners = {partner.id: partner.short_name for partner in await store.partners.all()}
    return [_answerer(guest, partners, is_public=guest.rsvp.member_id in named) for guest in found]


async def guest_table(store: Store, event_id: int, say: Say) -> bytes:
    """All answers as CSV, as the Excel of here opens it: BOM, semicolons, no cell that is a formula."""
    out = StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    rows.writerow([say.plain(f"pages-guests-{name}") for name in COLUMNS])
    for state, key in STATES.items():
        for one in await answerers(store, event_id, state):
            cells = (say.plain(key), one.name, one.partner, str(one.guests), one.reason)
            rows.writerow(map(_plain, cells))
    return out.getvalue().encode("utf-8-sig")


def _answerer(guest: Guest, partners: dict[int, str], *, is_public: bool) -> Answerer:
    rsvp = guest.rsvp
    reason = rsvp.reason or rsvp.note or ""
    return Answerer(guest.name, partners.get(rsvp.partner_id or 0, ""), rsvp.guests, reason, is_public)


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
