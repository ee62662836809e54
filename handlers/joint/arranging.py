"""Staff arranges a joint event: who has which part, who has confirmed, another time, and announcing it."""

from collections.abc import Mapping
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.event import Event
from domain.joint import Agreed, set_part, unconfirmed
from domain.life import Status
from domain.partner import Part, PartState
from domain.people import Person
from domain.refusal import Gone
from handlers.ask import conversation
from handlers.callbacks import EventPublish, InvitePartner, ManageInvite, PartKeep, PartSee, PartSet, PartWant
from handlers.joint.proposed import proposal_row
from handlers.joint.roles import asked_with, part_numbered, role_rows
from handlers.joint.words import state_words
from handlers.manage import published_screen
from handlers.managed import Managed, back
from handlers.say import Html, Say, join
from handlers.screen import Button, Screen, show
from handlers.view import heading
from storage.store import Store

NOT_YET = {
    PartState.ASKED: "joint-silent",
    PartState.DECLINED: "joint-declined",
    PartState.PROPOSED: "joint-other-time",
}


async def see(query: CallbackQuery, callback_data: PartSee, *, event: Event, store: Store, say: Say) -> None:
    agreed = await store.joint.one(event.id, callback_data.partner_id)
    await show(query, await arranged_screen(event, agreed, store, say))


async def arranged_screen(event: Event, agreed: Agreed, store: Store, say: Say) -> Screen:
    """The partner's part, to be changed at a touch, and what it has said."""
    partner = await store.partners.get(agreed.partner_id)
    ids = {"event_id": event.id, "partner_id": agreed.partner_id}
    text = join(
        say("joint-partner", partner=partner.short_name),
        heading(event, say),
        say("joint-partner-state", state=state_words(event, agreed.standing, say)),
        None if event.is_cancelled else say("joint-partner-hint"),
        by="\n\n",
    )
    link = Button(say.plain("joint-button-link"), InvitePartner(**ids))
    last = (link, Button(say.plain("joint-button-partners"), ManageInvite(event_id=event.id)))
    if event.is_cancelled:
        return Screen(text, (last,))
    rows = role_rows(
        agreed.part,
        lambda number: PartSet(**ids, part=number),
        lambda number, on: PartWant(**ids, item=number, on=on),
        say,
    )
    return Screen(text, (*rows, proposal_row(event, agreed, say), last))


async def set_role(
    query: CallbackQuery,
    callback_data: PartSet,
    *,
    event: Event,
    store: Store,
    person: Person,
    say: Say,
    now: datetime,
) -> None:
    agreed = await store.joint.one(event.id, callback_data.partner_id)
    part = part_numbered(callback_data.part)
    changed = await _arrange(event, agreed, part, agreed.part.asked, store=store, person=person, now=now)
    await _shown(query, changed, agreed.partner_id, store, say)


async def want(
    query: CallbackQuery,
    callback_data: PartWant,
    *,
    event: Event,
    store: Store,
    person: Person,
    say: Say,
    now: datetime,
) -> None:
    agreed = await store.joint.one(event.id, callback_data.partner_id)
    asked = asked_with(agreed.part, callback_data.item, callback_data.on)
    changed = await _arrange(event, agreed, agreed.part.part, asked, store=store, person=person, now=now)
    await _shown(query, changed, agreed.partner_id, store, say)


async def keep(
    query: CallbackQuery,
    callback_data: PartKeep,
    *,
    event: Event,
    store: Store,
    person: Person,
    say: Say,
    now: datetime,
) -> None:
    said = await store.joint.keep_time(event.id, callback_data.partner_id, person, now)
    await show(query, await arranged_screen(said.event, said.after, store, say), say.plain("joint-toast-kept"))


async def announce(
    query: CallbackQuery,
    callback_data: EventPublish,
    *,
    event: Event,
    store: Store,
    person: Person,
    say: Say,
    now: datetime,
) -> None:
    """Announces the event or hands it in; as long as a partner that was asked has not confirmed that is asked about."""
    missing = unconfirmed(event, await store.joint.of(event.id))
    if missing and not callback_data.sure and event.status is Status.AGREEING:
        await show(query, await _sure(event, missing, store, say))
        return
    published = await store.events.hand_in(event.id, person, now)
    await show(query, published_screen(published, say))


async def _sure(event: Event, missing: Mapping[PartState, list[int]], store: Store, say: Say) -> Screen:
    names = {partner.id: partner.short_name for partner in await store.partners.all()}
    lines = (_missing(say, key, missing.get(state, []), names) for state, key in NOT_YET.items())
    text = join(say("joint-publish-anyway"), heading(event, say), join(*lines), by="\n\n")
    yes = Button(say.plain("joint-button-publish"), EventPublish(event_id=event.id, sure=1))
    wait = Button(say.plain("joint-button-partners"), ManageInvite(event_id=event.id))
    return Screen(text, ((yes,), (wait, back(event, say))))


def _missing(say: Say, key: str, partner_ids: list[int], names: dict[int, str]) -> Html | None:
    """«Не ответили: Колледж, радио»."""
    if not partner_ids:
        return None
    return say(key, names=", ".join(names.get(one, "…") for one in partner_ids))


async def _arrange(
    event: Event, agreed: Agreed, part: Part, asked: tuple[str, ...], *, store: Store, person: Person, now: datetime
) -> Event:
    if event.is_cancelled:
        raise Gone
    return await store.events.change(event.id, lambda old: set_part(old, agreed.partner_id, part, asked), person, now)


async def _shown(query: CallbackQuery, event: Event, partner_id: int, store: Store, say: Say) -> None:
    await show(query, await arranged_screen(event, await store.joint.one(event.id, partner_id), store, say))


def router() -> Router:
    router = conversation("arranging")
    router.callback_query.register(see, PartSee.filter(), Managed())
    router.callback_query.register(set_role, PartSet.filter(), Managed())
    router.callback_query.register(want, PartWant.filter(), Managed())
    router.callback_query.register(keep, PartKeep.filter(), Managed())
    router.callback_query.register(announce, EventPublish.filter(), Managed())
    return router
