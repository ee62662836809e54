"""Bringing people to an event: links and QR pictures, partners who have nobody here yet, groups."""

from asyncio import to_thread
from collections.abc import Iterator
from datetime import datetime

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import CallbackQuery

from domain.event import Event
from domain.joint import Agreed
from domain.partner import Partner
from domain.people import Person
from domain.refusal import Gone, Refusal
from domain.seats import RsvpState
from handlers.ask import conversation
from handlers.callbacks import GroupPost, InvitePartner, ManageGroups, ManageInvite, ManageLink, PartSee
from handlers.context import Library
from handlers.groups import post_card
from handlers.joint.words import asked_for, state_words
from handlers.managed import Managed, back
from handlers.qr import qr_png
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, answer, below, show
from handlers.view import heading, when
from handlers.words import pager
from storage.store import Store

SIZE = 3
CHATS = 5
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


async def groups(
    query: CallbackQuery, callback_data: ManageGroups, *, event: Event, store: Store, say: Say, library: Library
) -> None:
    """Groups and channels that the bot is in, and a way to add it to another."""
    chats, page = await store.chats.all(), callback_data.page
    shown = chats[page * CHATS : (page + 1) * CHATS]
    rows = tuple((Button(chat.title, GroupPost(event_id=event.id, chat_id=chat.chat_id)),) for chat in shown)
    add = Button(say.plain("invite-button-add-group"), url=library.group_link(f"e{event.id}"))
    last = (*pager(page, len(chats), CHATS, ManageGroups(event_id=event.id)), back(event, say))
    text = say("invite-groups", number=len(chats), bot=library.bot_username)
    await show(query, Screen(text, (*rows, (add,), last)))


async def post_in_group(
    query: CallbackQuery,
    callback_data: GroupPost,
    *,
    event: Event,
    bot: Bot,
    store: Store,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    chat_id = callback_data.chat_id
    if chat_id not in {chat.chat_id for chat in await store.chats.all()}:
        raise Refusal("group-closed")
    try:
        await post_card(bot, chat_id, event.id, store=store, library=library, say=say, now=now)
    except (TelegramForbiddenError, TelegramBadRequest):
        await store.chats.drop(chat_id)
        raise Refusal("group-closed") from None
    await answer(query, say.plain("invite-toast-posted"))


async def _states(event: Event, shown: list[Partner], store: Store) -> dict[int, list[RsvpState | None]]:
    """What the representatives of each partner have said; an empty list: there is none."""
    people = await store.partners.representatives([partner.id for partner in shown])
    said = await store.rsvps.states(event.id, [one.member_id for one in people])
    return {
        partner.id: [said.get(one.member_id) for one in people if one.partner_id == partner.id] for partner in shown
    }


def _line(event: Event, partner: Partner, agreed: Agreed, own: list[RsvpState | None], say: Say) -> Html:
    """Whether its people come, and what the partner says to its part."""
    best = next((state for state in BEST if state in own), None)
    silent = "invite-silent" if event.is_open else "invite-asked"
    key = ANSWERED[best] if best else silent if own else "invite-nobody"
    part = say("invite-part", role=asked_for(agreed.part, say), state=state_words(event, agreed.standing, say))
    return join(say("invite-line", partner=partner.short_name, state=say.plain(key)), part)


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
    router.callback_query.register(groups, ManageGroups.filter(), Managed())
    router.callback_query.register(post_in_group, GroupPost.filter(), Managed())
    return router
