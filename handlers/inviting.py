"""Bringing people to an event: links and QR pictures, partners who have nobody here yet."""

from asyncio import to_thread
from collections.abc import Iterator
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.event import Event
from domain.joint import Agreed, is_special
from domain.partner import Partner, PartState
from domain.people import Person
from domain.refusal import Gone
from domain.seats import RsvpState
from handlers.ask import conversation
from handlers.callbacks import InvitePartner, ManageInvite, ManageLink, PartSee
from handlers.context import Library
from handlers.joint.words import asked_for, state_words
from handlers.managed import Managed, back
from handlers.qr import qr_png
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, answer, below, show
from handlers.view import heading, when
from handlers.words import pager
from storage.store import Store

SIZE = 3
ANSWERED = {
    RsvpState.GOING: "invite-going",
    RsvpState.QUEUED: "invite-queued",
    RsvpState.MAYBE: "invite-maybe",
    RsvpState.DECLINED: "invite-declined",
}
BEST = (RsvpState.GOING, RsvpState.QUEUED, RsvpState.MAYBE, RsvpState.DECLINED)


async def link(query: CallbackQuery, *, event: Event, say: Say, library: Library) -> None:
    """The event's own link and its QR picture, to be passed on or printed."""
    address = library.link(f"e{event.id}")
    text = join(heading(event, say), when(event, say), say("invite-link", link=address))
    await answer(query)
    await below(query, Screen(text, photo=await to_thread(qr_png, address)))


async def partners(query: CallbackQuery, callback_data: ManageInvite, *, event: Event, store: Store, say: Say) -> None:
    await show(query, await partners_screen(event, callback_data.page, store, say))


async def partners_screen(event: Event, page: int, store: Store, say: Say) -> Screen:
    """The partners of the event: who has been asked and what they said, and who has nobody to ask."""
    parts = {one.partner_id: one for one in await store.joint.of(event.id)}
    shown = await store.partners.those([*parts][page * SIZE : (page + 1) * SIZE])
    states = await _states(event, shown, store)
    lines = [_line(event, partner, parts[partner.id], states[partner.id], say) for partner in shown]
    text = join(say("invite-partners" if parts else "invite-no-partners"), *lines, by="\n\n")
    rows = (row for partner in shown for row in _rows(event, partner, states[partner.id], say))
    return Screen(text, (*rows, (*pager(page, len(parts), SIZE, ManageInvite(event_id=event.id)), back(event, say))))


async def invite_partner(
    query: CallbackQuery,
    callback_data: InvitePartner,
    *,
    event: Event,
    store: Store,
    person: Person,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    """A personal link for whoever will act for the partner: for one person, to be handed on."""
    if callback_data.partner_id not in {part.partner_id for part in event.fields.partners}:
        raise Gone("partner-gone")
    partner = await store.partners.get(callback_data.partner_id)
    token = await store.invitations.for_partner(partner.id, event.id, person.id, now)
    address = library.link(f"p{token}")
    until = (await store.invitations.open(token, now)).expires_at
    values = {
        "partner": partner.short_name,
        "event": heading(event, say),
        "link": address,
        "until": say.day(until, weekday=False),
    }
    await answer(query, say.plain("invite-toast-link"))
    await below(query, Screen(say("invite-partner-link", **values), photo=await to_thread(qr_png, address)))


async def _states(event: Event, shown: list[Partner], store: Store) -> dict[int, list[RsvpState | None]]:
    """What the representatives of each partner have said; an empty list: there is none."""
    people = await store.partners.representatives([partner.id for partner in shown])
    said = await store.rsvps.states(event.id, [one.member_id for one in people])
    return {
        partner.id: [said.get(one.member_id) for one in people if one.partner_id == partner.id] for partner in shown
    }


def _line(event: Event, partner: Partner, agreed: Agreed, own: list[RsvpState | None], say: Say) -> Html:
    """Whether its people come; and, of a guest that has said something or of more than a guest, its part."""
    best = next((state for state in BEST if state in own), None)
    silent = "invite-silent" if event.is_open else "invite-asked"
    key = ANSWERED[best] if best else silent if own else "invite-nobody"
    line = say("invite-line", partner=partner.short_name, state=say.plain(key))
    if agreed.standing.state is PartState.ASKED and not is_special(agreed.part):
        return line
    part = say("invite-part", role=asked_for(agreed.part, say), state=state_words(event, agreed.standing, say))
    return join(line, part)


def _rows(event: Event, partner: Partner, own: list[RsvpState | None], say: Say) -> Iterator[Row]:
    """The partner's part; and where it has nobody here, a link for somebody."""
    ids = {"event_id": event.id, "partner_id": partner.id}
    yield (Button(partner.short_name, PartSee(**ids)),)
    if not own:
        yield (Button(say.plain("invite-button-partner", partner=partner.short_name), InvitePartner(**ids)),)


def router() -> Router:
    router = conversation("inviting")
    router.callback_query.register(link, ManageLink.filter(), Managed())
    router.callback_query.register(partners, ManageInvite.filter(), Managed())
    router.callback_query.register(invite_partner, InvitePartner.filter(), Managed())
    return router
