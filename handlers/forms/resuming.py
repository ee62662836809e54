"""A form whose last answer was kept, but whose next question may never have been shown: the process died between."""

from collections.abc import Iterable

from aiogram.fsm.context import FSMContext

from handlers.forms.answering import FORM
from handlers.forms.desk import Context, FormKind, open_desk
from handlers.forms.entry import open_draft
from handlers.forms.whole import current_screen
from handlers.screen import Screen


async def where_we_were(ctx: Context, state: FSMContext, kinds: Iterable[FormKind]) -> Screen | None:
    """The screen that the person's form stands at; None when they are in no form."""
    if await state.get_state() != FORM:
        return None
    known = {kind.id: kind for kind in kinds}
    draft = await open_draft(state, ctx.store, ctx.person)
    if draft is None or draft.form not in known:
        return None
    desk = await open_desk(ctx, known[draft.form], draft)
    other = await desk.kind.instead(desk) if desk.kind.instead else None
    return other or await current_screen(desk)
