"""Screens of personal links: those that still open, a new one with its QR picture, what came of a wrong person."""

from asyncio import to_thread
from collections.abc import Sequence
from dataclasses import dataclass

from domain.partner import Partner, Rep
from domain.people import Grant, Role
from domain.rights import Act, may
from handlers.callbacks import LinkList, LinkMake, LinkRevoke, MyPartner, PartnerOpen, StaffOpen
from handlers.card import shortened
from handlers.forms.desk import Context
from handlers.forms.grid import SHORT
from handlers.qr import qr_png
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen
from handlers.words import pager, rep_name, role_name
from storage.denying import Undone
from storage.invitations import Denied, Invitation

LINKS = 4
REPS = 3
"""Links, and people without an account, of one page."""


@dataclass(frozen=True, slots=True)
class House:
    """The partner that links lead into, with its people; of the staff there is neither."""

    partner: Partner | None
    reps: Sequence[Rep] = ()

    def rep(self, rep_id: int | None) -> Rep | None:
        return next((one for one in self.reps if one.id == rep_id), None)


async def house_of(ctx: Context, partner_id: int | None) -> House:
    if partner_id is None:
        return House(None)
    return House(await ctx.store.partners.get(partner_id), await ctx.store.partners.reps(partner_id))


async def links_screen(ctx: Context, partner_id: int | None, page: int) -> Screen:
    """Links that still open, each with a button that revokes it; and whom a new one may be for."""
    house, every = await house_of(ctx, partner_id), await ctx.store.invitations.standing(partner_id, ctx.now)
    away = [rep for rep in house.reps if rep.member_id is None]
    shown = list(enumerate(every, 1))[page * LINKS : (page + 1) * LINKS]
    lines = [_line(number, one, await _whom(ctx, one, house), ctx.say) for number, one in shown]
    pages = max(-(-len(every) // LINKS), -(-len(away) // REPS))
    last = (*pager(page, pages, 1, LinkList(partner_id=partner_id or 0)), _back(ctx, partner_id))
    making = _making(ctx, house, away[page * REPS : (page + 1) * REPS])
    text = join(_title(house, len(every), ctx.say), join(*lines), by="\n\n")
    return Screen(text, (*_revoking(shown, ctx.say), *making, last))


async def link_screen(ctx: Context, token: str, partner: Partner, rep: Rep | None) -> Screen:
    """The link to be handed on, in words and as a QR picture."""
    say, address = ctx.say, ctx.library.link(f"p{token}")
    until = (await ctx.store.invitations.open(token, ctx.now)).expires_at
    text = join(
        say("links-made", partner=partner.short_name),
        say("links-made-for", whom=rep_name(rep, ctx.library, say)) if rep else None,
        say.text(address),
        say("links-made-how", until=say.day(until, weekday=False)),
    )
    return Screen(text, photo=await to_thread(qr_png, address))


async def denied_screen(ctx: Context, denied: Denied) -> Screen:
    """What has been taken back, and what stays with the person."""
    gone, partner_id, say = denied.let_go, denied.invitation.partner_id, ctx.say
    back = ((_back(ctx, partner_id),),)
    if partner_id is None:
        return Screen(join(say("links-denied-staff"), _handed_on(denied, say)), back)
    partner = await ctx.store.partners.get(partner_id)
    kept = say("links-denied-kept", number=gone.kept) if gone and gone.kept else None
    undone = say("links-denied-undone", number=gone.taken_back) if gone and gone.taken_back else None
    besides = _besides(gone.undone, say) if gone else None
    taken = say("links-denied", partner=partner.short_name)
    return Screen(join(taken, kept, undone, besides, _handed_on(denied, say)), back)


def _handed_on(denied: Denied, say: Say) -> Html:
    """What became of the links that they had given to others."""
    said = (("links-denied-closed", denied.closed), ("links-denied-let-in", denied.let_in))
    return join(*(say(key, number=number) for key, number in said if number))


def _besides(undone: Undone, say: Say) -> Html:
    """What they had proposed and sent."""
    said = (
        ("links-denied-proposals", undone.proposals),
        ("links-denied-taken", undone.taken),
        ("links-denied-surveys", undone.surveys),
    )
    return join(*(say(key, number=number) for key, number in said if number))


def links_row(ctx: Context, partner_id: int) -> Row:
    """On the partner's card: the way to its links, for who may let others in."""
    if not may(ctx.person, Act.INVITE_REPS):
        return ()
    return (Button(ctx.say.plain("links-button-list"), LinkList(partner_id=partner_id)),)


def _title(house: House, number: int, say: Say) -> Html:
    if house.partner is None:
        return say("links-staff", number=number)
    return say("links-partner", partner=house.partner.short_name, number=number)


def _line(number: int, one: Invitation, whom: str, say: Say) -> Html:
    return say("links-line", number=number, whom=whom, until=say.day(one.expires_at, weekday=False))


async def _whom(ctx: Context, one: Invitation, house: House) -> str:
    """«библиотекарь, Герцена», «Баранова Е.П.», «директор»."""
    if house.partner is None:
        branches = {branch.id: branch for branch in await ctx.store.branches.all()}
        return role_name(Grant(Role(one.role), one.branch_id), branches, ctx.say)
    rep = house.rep(one.rep_id)
    return rep_name(rep, ctx.library, ctx.say) if rep else ctx.say.plain("links-anybody")


def _revoking(shown: Sequence[tuple[int, Invitation]], say: Say) -> tuple[Row, ...]:
    """«Отозвать 1», two in a row."""
    buttons = [Button(say.plain("links-button-revoke", number=n), LinkRevoke(token=one.token)) for n, one in shown]
    return tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2))


def _making(ctx: Context, house: House, away: Sequence[Rep]) -> tuple[Row, ...]:
    """For each of the register who has not come in, and for whoever else acts for the partner."""
    if house.partner is None or house.partner.archived_at is not None:
        return ()
    partner_id, new = house.partner.id, ctx.say.plain("links-button-new")
    known = tuple((Button(_for(ctx, rep), LinkMake(partner_id=partner_id, rep_id=rep.id)),) for rep in away)
    return (*known, (Button(new, LinkMake(partner_id=partner_id, rep_id=0)),))


def _for(ctx: Context, rep: Rep) -> str:
    return shortened(ctx.say.plain("links-button-for", whom=rep_name(rep, ctx.library, ctx.say)), SHORT)


def _back(ctx: Context, partner_id: int | None) -> Button:
    say = ctx.say
    if partner_id is None:
        return Button(say.plain("staff-button-back"), StaffOpen())
    if may(ctx.person, Act.SEE_PARTNERS):
        return Button(say.plain("partner-button-card"), PartnerOpen(partner_id=partner_id))
    return Button(say.plain("home-button-partner"), MyPartner(partner_id=partner_id))
