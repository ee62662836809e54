"""Screens of who acts for an organisation; where names may not stand in chat, the way to where they are."""

from aiogram.filters.callback_data import CallbackData

from domain.partner import Partner, Rep
from domain.rights import Act, may
from handlers.callbacks import PartnerOpen, RepChange, RepList, RepNew, RepOpen, RepPrimary, RepRemove
from handlers.card import shortened
from handlers.elsewhere import page_screen
from handlers.forms.desk import Context
from handlers.forms.grid import SHORT
from handlers.partners.card import rep_line
from handlers.partners.words import phone
from handlers.say import Html, join
from handlers.screen import Button, Row, Screen
from handlers.words import pager
from storage.page_links import Page

SIZE = 5


async def reps_screen(
    ctx: Context, partner_id: int, page: int, note: Html | None = None, *, undo: CallbackData | None = None
) -> Screen:
    """Everybody who acts for the partner, each with a button; `undo`: what takes back what was just done."""
    partner, say = await ctx.store.partners.get(partner_id), ctx.say
    if not ctx.library.personal_data_in_chat:
        return await elsewhere(ctx, partner_id)
    every = await ctx.store.partners.reps(partner_id)
    shown = every[page * SIZE : (page + 1) * SIZE]
    name = partner.short_name
    head = say("rep-list", name=name, number=len(every)) if every else say("rep-list-none", name=name)
    rows = tuple((_open(one, ctx),) for one in shown)
    turn = pager(page, len(every), SIZE, RepList(partner_id=partner_id))
    text = join(note, head, *(rep_line(one, say) for one in shown), by="\n\n")
    back = (Button(say.plain("partner-button-undo"), undo),) if undo else ()
    return Screen(text, (back, *rows, turn, (*_add(ctx, partner), _card(ctx, partner_id))))


async def rep_screen(ctx: Context, rep: Rep, note: Html | None = None) -> Screen:
    """All that the register has of one representative."""
    partner, say = await ctx.store.partners.get(rep.partner_id), ctx.say
    if not ctx.library.personal_data_in_chat:
        return await elsewhere(ctx, rep.partner_id)
    fields = rep.fields
    facts = (
        ("rep-label-position", fields.position),
        ("rep-label-phone", phone(fields.phone, say) if fields.phone else None),
        ("rep-label-email", fields.email),
        ("rep-label-rank", fields.clergy_rank),
        ("rep-label-salutation", fields.salutation),
        ("rep-label-account", rep.account),
    )
    lines = (say("form-answer", label=say.plain(key), value=value) for key, value in facts if value)
    name = fields.name.full if fields.name else rep.account or say("rep-nameless")
    head = say("rep-screen", name=name, partner=partner.short_name)
    primary = say("rep-is-primary") if fields.is_primary else None
    away = say("rep-not-in" if rep.member_id is None else "rep-unreachable") if not rep.reachable else None
    text = join(note, join(head, primary), join(*lines), away, by="\n\n")
    return Screen(text, (*_acts(ctx, rep), (_back(ctx, rep.partner_id),)))


async def elsewhere(ctx: Context, partner_id: int) -> Screen:
    return await page_screen(
        Page.PARTNER,
        partner_id,
        (_card(ctx, partner_id),),
        store=ctx.store,
        person=ctx.person,
        library=ctx.library,
        say=ctx.say,
        now=ctx.now,
    )


def _acts(ctx: Context, rep: Rep) -> tuple[Row, ...]:
    if not may(ctx.person, Act.EDIT_PARTNERS):
        return ()
    say = ctx.say
    change = Button(say.plain("partner-button-change"), RepChange(rep_id=rep.id))
    remove = Button(say.plain("rep-button-remove"), RepRemove(rep_id=rep.id, sure=0))
    primary = (Button(say.plain("rep-button-primary"), RepPrimary(rep_id=rep.id)),)
    return ((change, remove), () if rep.fields.is_primary else primary)


def _open(one: Rep, ctx: Context) -> Button:
    words = one.called or one.fields.position or ctx.say.plain("rep-nameless")
    return Button(shortened(words, SHORT), RepOpen(rep_id=one.id))


def _add(ctx: Context, partner: Partner) -> Row:
    if partner.archived_at is not None or not may(ctx.person, Act.EDIT_PARTNERS):
        return ()
    return (Button(ctx.say.plain("rep-button-add"), RepNew(partner_id=partner.id)),)


def _card(ctx: Context, partner_id: int) -> Button:
    return Button(ctx.say.plain("partner-button-card"), PartnerOpen(partner_id=partner_id))


def _back(ctx: Context, partner_id: int) -> Button:
    return Button(ctx.say.plain("rep-button-back"), RepList(partner_id=partner_id))
