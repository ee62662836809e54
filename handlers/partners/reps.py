"""Who acts for an organisation: to see, to add, to correct, to take away."""

from dataclasses import replace

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.partner import RepFields
from domain.partner_answers import from_rep
from domain.refusal import Gone
from handlers.ask import conversation
from handlers.callbacks import RepChange, RepList, RepNew, RepOpen, RepPrimary, RepRemove, RepReturn
from handlers.forms.desk import Context
from handlers.partners import beginning
from handlers.partners.entry import SeesPartners
from handlers.partners.rep_form import rep_kind
from handlers.partners.repscreens import elsewhere, rep_screen, reps_screen
from handlers.screen import Button, Screen, show


async def reps(query: CallbackQuery, callback_data: RepList, *, ctx: Context) -> None:
    await show(query, await reps_screen(ctx, callback_data.partner_id, callback_data.page))


async def open_rep(query: CallbackQuery, callback_data: RepOpen, *, ctx: Context) -> None:
    await show(query, await rep_screen(ctx, await ctx.store.partners.rep(callback_data.rep_id)))


async def new(query: CallbackQuery, callback_data: RepNew, *, ctx: Context, state: FSMContext) -> None:
    partner_id = callback_data.partner_id
    await _check_open(ctx, partner_id)
    if not ctx.library.personal_data_in_chat:
        await show(query, await elsewhere(ctx, partner_id))
        return
    afresh = None if callback_data.fresh == 1 else RepNew(partner_id=partner_id, fresh=1)
    await show(query, await beginning.new(ctx, state, rep_kind, partner_id, afresh=afresh))


async def change(query: CallbackQuery, callback_data: RepChange, *, ctx: Context, state: FSMContext) -> None:
    rep = await ctx.store.partners.rep(callback_data.rep_id)
    await _check_open(ctx, rep.partner_id)
    if not ctx.library.personal_data_in_chat:
        await show(query, await elsewhere(ctx, rep.partner_id))
        return
    answers = from_rep(rep.fields)
    await show(query, await beginning.change(ctx, state, rep_kind, rep.partner_id, answers=answers, one=rep.id))


async def make_primary(query: CallbackQuery, callback_data: RepPrimary, *, ctx: Context) -> None:
    await ctx.store.partners.change_rep(callback_data.rep_id, _as_primary, ctx.person.id, ctx.now)
    rep = await ctx.store.partners.rep(callback_data.rep_id)
    await show(query, await rep_screen(ctx, rep), ctx.say.plain("rep-toast-primary"))


async def remove(query: CallbackQuery, callback_data: RepRemove, *, ctx: Context) -> None:
    rep, say = await ctx.store.partners.rep(callback_data.rep_id), ctx.say
    if not ctx.library.personal_data_in_chat:
        await show(query, await elsewhere(ctx, rep.partner_id))
        return
    if callback_data.sure != 1:
        yes = Button(say.plain("rep-button-remove-yes"), callback_data.model_copy(update={"sure": 1}))
        no = Button(say.plain("partner-button-leave"), RepOpen(rep_id=rep.id))
        ask = say("rep-remove-ask", name=rep.called or say("rep-nameless"))
        await show(query, Screen(ask, ((yes,), (no,))))
        return
    await ctx.store.partners.remove_rep(rep.id, ctx.person.id, ctx.now)
    screen = await reps_screen(ctx, rep.partner_id, 0, say("rep-removed"), undo=RepReturn(rep_id=rep.id))
    await show(query, screen, say.plain("rep-toast-removed"))


async def bring_back(query: CallbackQuery, callback_data: RepReturn, *, ctx: Context) -> None:
    partner_id = await ctx.store.partners.bring_back(callback_data.rep_id, ctx.person.id, ctx.now)
    await show(query, await reps_screen(ctx, partner_id, 0), ctx.say.plain("rep-toast-returned"))


def _as_primary(fields: RepFields) -> RepFields:
    return replace(fields, is_primary=True)


async def _check_open(ctx: Context, partner_id: int) -> None:
    partner = await ctx.store.partners.get(partner_id)
    if partner.archived_at is not None:
        raise Gone("partner-archived", name=partner.short_name)


def router() -> Router:
    router, sees = conversation("reps"), SeesPartners()
    router.callback_query.register(reps, RepList.filter(), sees)
    router.callback_query.register(open_rep, RepOpen.filter(), sees)
    router.callback_query.register(new, RepNew.filter(), sees)
    router.callback_query.register(change, RepChange.filter(), sees)
    router.callback_query.register(make_primary, RepPrimary.filter(), sees)
    router.callback_query.register(remove, RepRemove.filter(), sees)
    router.callback_query.register(bring_back, RepReturn.filter(), sees)
    return router
