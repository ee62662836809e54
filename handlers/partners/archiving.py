"""Into the archive, after a question, and back."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.refusal import Gone
from handlers.ask import conversation
from handlers.callbacks import PartnerArchive, PartnerOpen, PartnerRestore
from handlers.forms.desk import Context
from handlers.partners.card import card_screen
from handlers.partners.entry import SeesPartners
from handlers.screen import Button, Screen, show


async def archive(query: CallbackQuery, callback_data: PartnerArchive, *, ctx: Context) -> None:
    partner, say = await ctx.store.partners.get(callback_data.partner_id), ctx.say
    if partner.archived_at is not None:
        raise Gone("partner-archived", name=partner.short_name)
    if callback_data.sure != 1:
        yes = Button(say.plain("partner-button-archive-yes"), callback_data.model_copy(update={"sure": 1}))
        no = Button(say.plain("partner-button-leave"), PartnerOpen(partner_id=partner.id))
        await show(query, Screen(say("partner-archive-ask", name=partner.name), ((yes,), (no,))))
        return
    await ctx.store.partners.archive(partner.id, ctx.person.id, ctx.now)
    await show(query, await card_screen(ctx, partner.id), say.plain("partner-toast-archived"))


async def restore(query: CallbackQuery, callback_data: PartnerRestore, *, ctx: Context) -> None:
    await ctx.store.partners.restore(callback_data.partner_id, ctx.person.id, ctx.now)
    await show(query, await card_screen(ctx, callback_data.partner_id), ctx.say.plain("partner-toast-restored"))


def router() -> Router:
    router = conversation("partner-archive")
    router.callback_query.register(archive, PartnerArchive.filter(), SeesPartners())
    router.callback_query.register(restore, PartnerRestore.filter(), SeesPartners())
    return router
