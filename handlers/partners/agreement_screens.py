"""Screens of agreements: a partner's, one, and all that run out soon."""

from aiogram.filters.callback_data import CallbackData

from domain.partner import Agreement
from domain.rights import Act, may
from handlers.callbacks import (
    AgreementChange,
    AgreementList,
    AgreementNew,
    AgreementOpen,
    AgreementRemove,
    AgreementsEnding,
    PartnerList,
    PartnerOpen,
)
from handlers.card import shortened
from handlers.forms.desk import Context
from handlers.forms.grid import SHORT
from handlers.partners.words import agreement_words
from handlers.say import Html, join
from handlers.screen import Button, Row, Screen
from handlers.words import colleague, pager

SIZE = 5


async def agreements_screen(
    ctx: Context, partner_id: int, page: int, note: Html | None = None, *, undo: CallbackData | None = None
) -> Screen:
    """The partner's agreements, each with a button; `undo`: what takes back what was just done."""
    partner, say, today = await ctx.store.partners.get(partner_id), ctx.say, ctx.now_local.date()
    every = await ctx.store.agreements.of(partner_id)
    shown = list(enumerate(every, 1))[page * SIZE : (page + 1) * SIZE]
    lines = (say("agreement-line", number=str(n), text=agreement_words(one, today, say)) for n, one in shown)
    head = say("agreement-list" if every else "agreement-list-none", name=partner.short_name)
    rows = tuple((Button(_button(ctx, one, n), AgreementOpen(agreement_id=one.id)),) for n, one in shown)
    turn = pager(page, len(every), SIZE, AgreementList(partner_id=partner_id))
    may_add = partner.archived_at is None and may(ctx.person, Act.EDIT_PARTNERS)
    add = (Button(say.plain("agreement-button-add"), AgreementNew(partner_id=partner_id)),) if may_add else ()
    card = Button(say.plain("partner-button-card"), PartnerOpen(partner_id=partner_id))
    back = (Button(say.plain("partner-button-undo"), undo),) if undo else ()
    return Screen(join(note, head, join(*lines), by="\n\n"), (back, *rows, turn, (*add, card)))


async def agreement_screen(ctx: Context, one: Agreement, note: Html | None = None) -> Screen:
    """All of one agreement."""
    partner, say = await ctx.store.partners.get(one.partner_id), ctx.say
    head = say("agreement-screen", partner=partner.name, agreement=agreement_words(one, ctx.now_local.date(), say))
    facts = await _facts(ctx, one)
    lines = (say("form-answer", label=say.plain(key), value=value) for key, value in facts if value)
    back = (Button(say.plain("agreement-button-back"), AgreementList(partner_id=one.partner_id)),)
    acts = _acts(ctx, one) if partner.archived_at is None else ()
    return Screen(join(note, head, join(*lines), by="\n\n"), (acts, back))


async def ending_screen(ctx: Context, page: int) -> Screen:
    """What runs out within sixty days, the nearest first."""
    say, today = ctx.say, ctx.now_local.date()
    every = await ctx.store.agreements.ending(today)
    shown = list(enumerate(every, 1))[page * SIZE : (page + 1) * SIZE]
    names = {one.id: one.short_name for one in await ctx.store.partners.those([one.partner_id for _, one in shown])}
    lines = [
        say("agreement-line-of", number=str(n), partner=names[one.partner_id], text=agreement_words(one, today, say))
        for n, one in shown
    ]
    rows = tuple(
        (Button(shortened(f"{n}. {names[one.partner_id]}", SHORT), AgreementOpen(agreement_id=one.id)),)
        for n, one in shown
    )
    turn = pager(page, len(every), SIZE, AgreementsEnding())
    back = (Button(say.plain("partner-button-back"), PartnerList()),)
    text = say("agreement-ending-list" if every else "agreement-ending-none")
    return Screen(join(text, *lines, by="\n\n"), (*rows, turn, back))


async def _facts(ctx: Context, one: Agreement) -> list[tuple[str, str | None]]:
    """The other days, and both who are responsible: by name only where names may be shown in chat."""
    fields, say = one.fields, ctx.say
    ours = await ctx.store.members.find(fields.responsible_id) if fields.responsible_id else None
    reps = [rep for rep in await ctx.store.partners.reps(one.partner_id) if rep.id == fields.rep_id]
    theirs = [rep.called if ctx.library.personal_data_in_chat else rep.fields.position for rep in reps]
    return [
        ("agreement-label-starts", say.day(fields.starts_on, weekday=False) if fields.starts_on else None),
        ("agreement-label-signed", say.day(fields.signed_on, weekday=False) if fields.signed_on else None),
        ("agreement-label-responsible", colleague(ours, ctx.library, say) if ours else None),
        ("agreement-label-rep", theirs[0] if theirs else None),
        ("agreement-label-notes", fields.notes),
    ]


def _acts(ctx: Context, one: Agreement) -> Row:
    if not may(ctx.person, Act.EDIT_PARTNERS):
        return ()
    change = Button(ctx.say.plain("partner-button-change"), AgreementChange(agreement_id=one.id))
    return (change, Button(ctx.say.plain("agreement-button-remove"), AgreementRemove(agreement_id=one.id, sure=0)))


def _button(ctx: Context, one: Agreement, number: int) -> str:
    """«1. № 5», or «1. до 31 мая»."""
    say, fields = ctx.say, one.fields
    named = say.plain("agreement-short-number", number=fields.number) if fields.number else None
    ends = say.plain("agreement-short-end", end=say.day(fields.ends_on, weekday=False)) if fields.ends_on else None
    return shortened(f"{number}. {named or ends or say.plain('agreement-endless')}", SHORT)
