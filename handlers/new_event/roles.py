"""Parts of partners in an event that is being filled in: set from its preview, so that `/new` asks no more."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.draft_parts import kept_part, put_part
from domain.event import PartnerPart
from domain.refusal import Gone
from handlers.ask import conversation
from handlers.callbacks import DraftPart, DraftParts, DraftPartSet, DraftPartWant, FormResume
from handlers.forms.desk import Desk, open_desk
from handlers.forms.entry import AtDesk
from handlers.joint.roles import asked_with, part_numbered, role_rows
from handlers.joint.words import asked_for
from handlers.new_event.kind import event_kind
from handlers.new_event.questions import EVENT
from handlers.say import join
from handlers.screen import Button, Screen, show
from handlers.words import pager

SIZE = 5


async def parts(query: CallbackQuery, callback_data: DraftParts, *, desk: Desk) -> None:
    """The partners of the draft, each with its part; where there is but one, that one at once."""
    ids = named_partners(desk)
    if len(ids) == 1:
        await show(query, await _screen(desk, ids[0]))
        return
    page = callback_data.page
    shown = await desk.ctx.store.partners.those(ids[page * SIZE : (page + 1) * SIZE])
    say = desk.say
    roles = {one.id: asked_for(kept_part(desk.draft.body, one.id), say) for one in shown}
    lines = [say("joint-draft-line", partner=one.short_name, role=roles[one.id]) for one in shown]
    rows = tuple((Button(one.short_name, DraftPart(draft=desk.draft.id, partner_id=one.id)),) for one in shown)
    last = (*pager(page, len(ids), SIZE, DraftParts(draft=desk.draft.id)), _preview(desk))
    await show(query, Screen(join(say("joint-draft-parts"), join(*lines), by="\n\n"), (*rows, last)))


async def part(query: CallbackQuery, callback_data: DraftPart, *, desk: Desk) -> None:
    await show(query, await _screen(desk, callback_data.partner_id))


async def set_part(query: CallbackQuery, callback_data: DraftPartSet, *, desk: Desk) -> None:
    old = kept_part(desk.draft.body, callback_data.partner_id)
    new = PartnerPart(old.partner_id, part_numbered(callback_data.part), old.asked)
    await show(query, await _screen(await _put(desk, new), new.partner_id))


async def want(query: CallbackQuery, callback_data: DraftPartWant, *, desk: Desk) -> None:
    old = kept_part(desk.draft.body, callback_data.partner_id)
    new = PartnerPart(old.partner_id, old.part, asked_with(old, callback_data.item, callback_data.on))
    await show(query, await _screen(await _put(desk, new), new.partner_id))


def named_partners(desk: Desk) -> list[int]:
    """The partners that the answers name, in the order in which they were ticked."""
    answer = desk.counted.get("partners", [])
    return [int(one) for one in answer] if isinstance(answer, list) else []


async def _put(desk: Desk, new: PartnerPart) -> Desk:
    _require_named(desk, new.partner_id)
    changed = await desk.ctx.store.drafts.change(desk.draft.id, lambda body: put_part(body, new), desk.ctx.now)
    return await open_desk(desk.ctx, desk.kind, changed)


async def _screen(desk: Desk, partner_id: int) -> Screen:
    _require_named(desk, partner_id)
    partner, say, ids = await desk.ctx.store.partners.get(partner_id), desk.say, named_partners(desk)
    at = {"draft": desk.draft.id, "partner_id": partner_id}
    rows = role_rows(
        kept_part(desk.draft.body, partner_id),
        lambda number: DraftPartSet(**at, part=number),
        lambda number, on: DraftPartWant(**at, item=number, on=on),
        say,
    )
    others = (Button(say.plain("joint-button-partners"), DraftParts(draft=desk.draft.id)),) if len(ids) > 1 else ()
    text = join(say("joint-partner", partner=partner.short_name), say("joint-partner-hint"), by="\n\n")
    return Screen(text, (*rows, (*others, _preview(desk))))


def _require_named(desk: Desk, partner_id: int) -> None:
    if desk.draft.subject is not None or partner_id not in named_partners(desk):
        raise Gone("joint-gone")


def _preview(desk: Desk) -> Button:
    return Button(desk.say.plain("form-button-to-preview"), FormResume(draft=desk.draft.id))


def router() -> Router:
    router = conversation("roles")
    mine = AtDesk({EVENT: event_kind})
    router.callback_query.register(parts, DraftParts.filter(), mine)
    router.callback_query.register(part, DraftPart.filter(), mine)
    router.callback_query.register(set_part, DraftPartSet.filter(), mine)
    router.callback_query.register(want, DraftPartWant.filter(), mine)
    return router
