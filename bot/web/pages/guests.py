"""Who answered an event, with names and reasons: for those who manage it."""

import csv
from io import StringIO

from aiohttp import web

from bot.web.kind import Kind
from bot.web.visit import Visit, download
from domain.participants import lines
from domain.rights import Act, require
from domain.seats import RsvpState
from handlers.view import heading, when
from storage.rsvps import Guest

STATES = {
    RsvpState.GOING: "pages-guests-going",
    RsvpState.QUEUED: "pages-guests-queued",
    RsvpState.MAYBE: "pages-guests-maybe",
    RsvpState.DECLINED: "pages-guests-declined",
}
MOST = 2000
FORMULA = ("=", "+", "-", "@", "\t", "\r")


async def admit(visit: Visit) -> None:
    event = await visit.store.events.get(visit.subject)
    require(visit.person, Act.MANAGE_EVENT, event.fields.branch_id)


async def show(visit: Visit) -> web.Response:
    event = await visit.store.events.get(visit.subject)
    lists = [(visit.say(key), await _guests(visit, state)) for state, key in STATES.items()]
    title = (heading(event, visit.say), when(event, visit.say))
    people = [one for one in await visit.store.participants.known(event.id) if one.comes]
    listed = lines(people, await visit.store.participants.groups(event.id))
    return visit.page("guests", title=title, lists=[(words, found) for words, found in lists if found], listed=listed)


async def table(visit: Visit) -> web.Response:
    """The same as CSV, as the Excel of here opens it: BOM, semicolons, no cell that is a formula."""
    out = StringIO()
    rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
    say = visit.say
    rows.writerow([say.plain(f"pages-guests-{name}") for name in ("answer", "name", "partner", "guests", "reason")])
    for state, key in STATES.items():
        for name, partner, guests, reason, _ in await _guests(visit, state):
            rows.writerow([_plain(cell) for cell in (say.plain(key), name, partner, str(guests), reason)])
    return download(out.getvalue().encode("utf-8-sig"), f"guests-{visit.subject}.csv", "text/csv")


async def _guests(visit: Visit, state: RsvpState) -> list[tuple[str, str, int, str, bool]]:
    """Name, partner, guests, reason or note, and whether the person may be named to others."""
    found = await visit.store.rsvps.guests(visit.subject, [state], MOST)
    named = await visit.store.members.named([guest.rsvp.member_id for guest in found])
    partners = {partner.id: partner.short_name for partner in await visit.store.partners.all()}
    return [_line(guest, partners, public=guest.rsvp.member_id in named) for guest in found]


def _line(guest: Guest, partners: dict[int, str], *, public: bool) -> tuple[str, str, int, str, bool]:
    rsvp = guest.rsvp
    return guest.name, partners.get(rsvp.partner_id or 0, ""), rsvp.guests, rsvp.reason or rsvp.note or "", public


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


KIND = Kind(admit, shows={"": show, "guests.csv": table})
