"""«Моя организация»: what waits for a word of it, who else acts for it, and leaving."""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from domain.event import Event
from domain.partner import Partner
from domain.refusal import NotAllowed
from handlers.ask import conversation
from handlers.callbacks import LinkList, MyPartner, MyPartnerLeave, MyPartners, PartOpen
from handlers.card import shortened
from handlers.forms.desk import Context
from handlers.forms.grid import SHORT
from handlers.link_screens import link_screen
from handlers.listing import event_button
from handlers.menu import renew_menu
from handlers.rep_requests import WithContext
from handlers.say import Html, join
from handlers.screen import Button, Row, Screen, below, show
from handlers.view import brief
from handlers.words import to_menu

SIZE = 7
EVENTS = 4
"""What waits and has a button; the rest is in /my."""
JUST, WITH_LINK = 1, 2


async def mine(query: CallbackQuery, *, ctx: Context) -> None:
    """The one organisation at once; several as a list."""
    await show(query, await partners_screen(ctx))


async def partners_screen(ctx: Context) -> Screen:
    ids = ctx.person.partner_ids
    if len(ids) == 1:
        return await partner_screen(ctx, ids[0])
    partners = await ctx.store.partners.those(ids[:SIZE])
    rows = tuple((Button(shortened(one.short_name, SHORT), MyPartner(partner_id=one.id)),) for one in partners)
    return Screen(ctx.say("mine-list"), (*rows, to_menu(ctx.say)))


async def one(query: CallbackQuery, callback_data: MyPartner, *, ctx: Context) -> None:
    await show(query, await partner_screen(ctx, callback_data.partner_id))


async def partner_screen(ctx: Context, partner_id: int, note: Html | None = None) -> Screen:
    """Where the person stands there; what waits for an answer has a button each."""
    check(ctx, partner_id)
    partner, say = await ctx.store.partners.get(partner_id), ctx.say
    reps = await ctx.store.partners.reps(partner_id)
    primary = any(rep.fields.is_primary for rep in reps if rep.member_id == ctx.person.id)
    others = sum(rep.member_id not in (None, ctx.person.id) for rep in reps)
    parts, events = await _parts(ctx, partner_id), await _events(ctx, partner_id)
    text = join(
        note,
        say("mine-partner", partner=partner.name),
        join(say("mine-primary" if primary else "mine-deputy"), say("mine-others", number=others)),
        join(say("mine-parts", number=len(parts)), say("mine-events", number=len(events))),
        by="\n\n",
    )
    waiting = [*(_part(ctx, event, partner_id) for event in parts), *(event_button(one, say) for one in events)]
    rows = tuple((button,) for button in waiting[:EVENTS])
    return Screen(text, (*rows, *_acts(ctx, partner_id, primary=primary)))


def check(ctx: Context, partner_id: int) -> None:
    if partner_id not in ctx.person.partner_ids:
        raise NotAllowed


async def leave(query: CallbackQuery, callback_data: MyPartnerLeave, *, bot: Bot, ctx: Context) -> None:
    """Asks how; then it is done at once. A link for the successor comes below, for one person."""
    partner_id = callback_data.partner_id
    check(ctx, partner_id)
    partner = await ctx.store.partners.get(partner_id)
    if callback_data.how not in (JUST, WITH_LINK):
        await show(query, _how(ctx, partner))
        return
    with_link = callback_data.how == WITH_LINK
    left = await ctx.store.representing.leave(partner_id, ctx.person.id, ctx.now, with_link=with_link)
    kept = ctx.say("mine-left-kept", number=left.gone.kept) if left.gone.kept else None
    done = join(ctx.say("mine-left", partner=partner.short_name), kept)
    await show(query, Screen(done, (to_menu(ctx.say),)))
    if left.token is not None:
        await below(query, await link_screen(ctx, left.token, partner, None))
    person = await ctx.store.members.find(ctx.person.id)
    if person is not None:
        await renew_menu(bot, person, ctx.say)


def _how(ctx: Context, partner: Partner) -> Screen:
    say, one = ctx.say, partner.id
    link = Button(say.plain("mine-button-hand-over"), MyPartnerLeave(partner_id=one, how=WITH_LINK))
    just = Button(say.plain("mine-button-just-leave"), MyPartnerLeave(partner_id=one, how=JUST))
    no = Button(say.plain("mine-button-stay"), MyPartner(partner_id=one))
    return Screen(say("mine-leave-ask", partner=partner.short_name), ((link,), (just,), (no,)))


async def _parts(ctx: Context, partner_id: int) -> list[Event]:
    """Events in which the part of the partner is yet to be agreed."""
    waiting = await ctx.store.joint.waiting(ctx.person.id, ctx.now)
    return [event for event, agreed in waiting if agreed.partner_id == partner_id]


async def _events(ctx: Context, partner_id: int) -> list[Event]:
    """Events to which the person has not said yet whether they come."""
    open_ones = await ctx.store.events.of_partners(ctx.person.id, ctx.now)
    return [one for one in open_ones if partner_id in {part.partner_id for part in one.fields.partners}]


def _part(ctx: Context, event: Event, partner_id: int) -> Button:
    words = ctx.say.plain("mine-button-part", title=brief(event, ctx.say, SHORT))
    return Button(words, PartOpen(event_id=event.id, partner_id=partner_id))


def _acts(ctx: Context, partner_id: int, *, primary: bool) -> tuple[Row, ...]:
    say = ctx.say
    invite = (Button(say.plain("mine-button-invite"), LinkList(partner_id=partner_id)),) if primary else ()
    leave = Button(say.plain("mine-button-leave"), MyPartnerLeave(partner_id=partner_id, how=0))
    return (invite, (leave,), to_menu(say))


def router() -> Router:
    router = conversation("my-partner")
    router.callback_query.register(mine, MyPartners.filter(), WithContext())
    router.callback_query.register(one, MyPartner.filter(), WithContext())
    router.callback_query.register(leave, MyPartnerLeave.filter(), WithContext())
    return router
