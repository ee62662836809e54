"""Personal links: made, listed while they open, revoked; and «Это не он»."""

from datetime import datetime

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, TelegramObject

from domain.people import Person
from domain.refusal import Gone, NotAllowed
from domain.rights import Act, may, require
from handlers.ask import conversation
from handlers.callbacks import LinkDeny, LinkList, LinkMake, LinkRevoke
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.link_screens import denied_screen, house_of, link_screen, links_screen
from handlers.menu import renew_menu
from handlers.say import Say
from handlers.screen import answer, below, show
from storage.store import Store


class LetsIn(Filter):
    """Hands on the `ctx` of who may let others in where the link of the press leads; `NotAllowed` for anybody else."""

    async def __call__(
        self,
        _press: TelegramObject,
        *,
        callback_data: LinkList | LinkMake | LinkRevoke | LinkDeny,
        store: Store,
        person: Person,
        say: Say,
        library: Library,
        now: datetime,
    ) -> dict[str, Context]:
        ctx = Context(store, person, say, library, now)
        await _check(ctx, await _where(callback_data, store))
        return {"ctx": ctx}


async def _where(press: LinkList | LinkMake | LinkRevoke | LinkDeny, store: Store) -> int | None:
    """The partner that the link leads into; None: into the staff."""
    if isinstance(press, LinkList | LinkMake):
        return press.partner_id or None
    invitation = await store.invitations.find(press.token)
    if invitation is None:
        raise Gone("link-unknown")
    return invitation.partner_id


async def _check(ctx: Context, partner_id: int | None) -> None:
    """The staff may, and a partner's primary representative."""
    if partner_id is None:
        require(ctx.person, Act.MANAGE_STAFF)
    elif not may(ctx.person, Act.INVITE_REPS) and not await is_primary(ctx, partner_id):
        raise NotAllowed


async def is_primary(ctx: Context, partner_id: int) -> bool:
    if partner_id not in ctx.person.partner_ids:
        return False
    people = await ctx.store.partners.representatives([partner_id])
    return any(one.is_primary for one in people if one.member_id == ctx.person.id)


async def listed(query: CallbackQuery, callback_data: LinkList, *, ctx: Context) -> None:
    await show(query, await links_screen(ctx, callback_data.partner_id or None, callback_data.page))


async def make(query: CallbackQuery, callback_data: LinkMake, *, ctx: Context) -> None:
    """A link for one person, to be handed on, under the list."""
    house = await house_of(ctx, callback_data.partner_id or None)
    rep = house.rep(callback_data.rep_id)
    if house.partner is None or (rep is None and callback_data.rep_id):
        raise Gone("rep-gone")
    partner, rep_id = house.partner, callback_data.rep_id or None
    token = await ctx.store.invitations.for_partner(partner.id, None, ctx.person.id, ctx.now, rep_id=rep_id)
    await answer(query, ctx.say.plain("invite-toast-link"))
    await below(query, await link_screen(ctx, token, partner, rep))


async def revoke(query: CallbackQuery, callback_data: LinkRevoke, *, ctx: Context) -> None:
    revoked = await ctx.store.invitations.revoke(callback_data.token, ctx.person.id, ctx.now)
    await show(query, await links_screen(ctx, revoked.partner_id, 0), ctx.say.plain("links-toast-revoked"))


async def deny(query: CallbackQuery, callback_data: LinkDeny, *, bot: Bot, ctx: Context) -> None:
    """Out at once; what becomes of what they said is told."""
    denied = await ctx.store.invitations.deny(callback_data.token, ctx.person.id, ctx.now)
    await show(query, await denied_screen(ctx, denied))
    left = await ctx.store.members.find(denied.member_id)
    if left is not None:
        await renew_menu(bot, left, ctx.say)


def router() -> Router:
    router = conversation("links")
    router.callback_query.register(listed, LinkList.filter(), LetsIn())
    router.callback_query.register(make, LinkMake.filter(), LetsIn())
    router.callback_query.register(revoke, LinkRevoke.filter(), LetsIn())
    router.callback_query.register(deny, LinkDeny.filter(), LetsIn())
    return router
