"""Agreements with partners: to see, to add, to correct, to take away; and those that run out soon."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.agreement_terms import notice_due
from domain.partner_answers import from_agreement
from domain.refusal import Gone
from domain.rights import Act, may
from handlers.ask import conversation
from handlers.callbacks import (
    AgreementChange,
    AgreementList,
    AgreementNew,
    AgreementOpen,
    AgreementRemove,
    AgreementReturn,
    AgreementsEnding,
)
from handlers.forms.desk import Context
from handlers.partners import beginning
from handlers.partners.agreement_form import agreement_kind
from handlers.partners.agreement_screens import agreement_screen, agreements_screen, ending_screen
from handlers.partners.entry import SeesPartners
from handlers.partners.words import agreement_words
from handlers.screen import Button, Screen, show
from handlers.telling import Maker, Telling
from storage.agreements import ENDING


async def agreements(query: CallbackQuery, callback_data: AgreementList, *, ctx: Context) -> None:
    await show(query, await agreements_screen(ctx, callback_data.partner_id, callback_data.page))


async def open_agreement(query: CallbackQuery, callback_data: AgreementOpen, *, ctx: Context) -> None:
    await show(query, await agreement_screen(ctx, await ctx.store.agreements.get(callback_data.agreement_id)))


async def ending(query: CallbackQuery, callback_data: AgreementsEnding, *, ctx: Context) -> None:
    await show(query, await ending_screen(ctx, callback_data.page))


async def new(query: CallbackQuery, callback_data: AgreementNew, *, ctx: Context, state: FSMContext) -> None:
    """Whoever adds it is responsible, unless somebody else is named."""
    partner_id = callback_data.partner_id
    await _check_open(ctx, partner_id)
    afresh = None if callback_data.fresh == 1 else AgreementNew(partner_id=partner_id, fresh=1)
    mine = {"responsible": str(ctx.person.id)}
    await show(query, await beginning.new(ctx, state, agreement_kind, partner_id, afresh=afresh, answers=mine))


async def change(query: CallbackQuery, callback_data: AgreementChange, *, ctx: Context, state: FSMContext) -> None:
    one = await ctx.store.agreements.get(callback_data.agreement_id)
    await _check_open(ctx, one.partner_id)
    answers = from_agreement(one.fields)
    await show(query, await beginning.change(ctx, state, agreement_kind, one.partner_id, answers=answers, one=one.id))


async def remove(query: CallbackQuery, callback_data: AgreementRemove, *, ctx: Context) -> None:
    one, say = await ctx.store.agreements.get(callback_data.agreement_id), ctx.say
    if callback_data.sure != 1:
        yes = Button(say.plain("agreement-button-remove-yes"), callback_data.model_copy(update={"sure": 1}))
        no = Button(say.plain("partner-button-leave"), AgreementOpen(agreement_id=one.id))
        words = agreement_words(one, ctx.now_local.date(), say)
        await show(query, Screen(say("agreement-remove-ask", agreement=words), ((yes,), (no,))))
        return
    await ctx.store.agreements.remove(one.id, ctx.person.id, ctx.now)
    undo = AgreementReturn(agreement_id=one.id)
    screen = await agreements_screen(ctx, one.partner_id, 0, undo=undo)
    await show(query, screen, say.plain("agreement-toast-removed"))


async def bring_back(query: CallbackQuery, callback_data: AgreementReturn, *, ctx: Context) -> None:
    one = await ctx.store.agreements.bring_back(callback_data.agreement_id, ctx.person.id, ctx.now)
    await show(query, await agreement_screen(ctx, one), ctx.say.plain("agreement-toast-returned"))


async def _check_open(ctx: Context, partner_id: int) -> None:
    partner = await ctx.store.partners.get(partner_id)
    if partner.archived_at is not None:
        raise Gone("partner-archived", name=partner.short_name)


async def ending_notice(telling: Telling) -> Screen | None:
    """An agreement runs out: which, with whom, and what follows of itself."""
    ctx = Context(telling.store, telling.person, telling.say, telling.library, telling.now)
    one = await ctx.store.agreements.get(telling.row.subject)
    partner, today = await ctx.store.partners.get(one.partner_id), ctx.now_local.date()
    if partner.archived_at or notice_due(one.fields, today) is None or not may(telling.person, Act.SEE_PARTNERS):
        return None
    key = "agreement-notice-renews" if one.fields.auto_renews else "agreement-notice"
    text = telling.say(key, partner=partner.name, agreement=agreement_words(one, today, telling.say))
    return Screen(text, ((Button(telling.say.plain("agreement-button-open"), AgreementOpen(agreement_id=one.id)),),))


MAKERS: dict[str, Maker] = {ENDING: ending_notice}
SILENT = frozenset({ENDING})


def router() -> Router:
    router, sees = conversation("agreements"), SeesPartners()
    router.callback_query.register(agreements, AgreementList.filter(), sees)
    router.callback_query.register(open_agreement, AgreementOpen.filter(), sees)
    router.callback_query.register(ending, AgreementsEnding.filter(), sees)
    router.callback_query.register(new, AgreementNew.filter(), sees)
    router.callback_query.register(change, AgreementChange.filter(), sees)
    router.callback_query.register(remove, AgreementRemove.filter(), sees)
    router.callback_query.register(bring_back, AgreementReturn.filter(), sees)
    return router
