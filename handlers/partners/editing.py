"""The ways into the card's form."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.partner_answers import from_partner
from domain.refusal import Gone
from handlers.ask import conversation
from handlers.callbacks import PartnerChange, PartnerNew
from handlers.forms.desk import Context
from handlers.partners import beginning
from handlers.partners.entry import SeesPartners
from handlers.partners.form import partner_kind
from handlers.screen import show


async def new(query: CallbackQuery, callback_data: PartnerNew, *, ctx: Context, state: FSMContext) -> None:
    afresh = None if callback_data.fresh == 1 else PartnerNew(fresh=1)
    await show(query, await beginning.new(ctx, state, partner_kind, None, afresh=afresh))


async def change(query: CallbackQuery, callback_data: PartnerChange, *, ctx: Context, state: FSMContext) -> None:
    partner = await ctx.store.partners.get(callback_data.partner_id)
    if partner.archived_at is not None:
        raise Gone("partner-archived", name=partner.short_name)
    answers = from_partner(partner.fields)
    await show(query, await beginning.change(ctx, state, partner_kind, partner.id, answers=answers))


def router() -> Router:
    router = conversation("partner-editing")
    router.callback_query.register(new, PartnerNew.filter(), SeesPartners())
    router.callback_query.register(change, PartnerChange.filter(), SeesPartners())
    return router
