"""Another event like one before («как в прошлом году»), from it or from a template; and drafts that were left alone."""

from datetime import datetime, timedelta
from typing import Any

from aiogram import Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, TelegramObject

from domain.draft_parts import COPY_OF, copied
from domain.event import Event
from domain.event_answers import to_answers, undated
from domain.form_walk import walk
from domain.people import Person
from domain.progress import Progress
from domain.rights import Act, branches_of, may, require
from handlers.ask import conversation
from handlers.callbacks import EventRepeat, FormLeave, FormResume, TemplateDrop, TemplateKeep, TemplateUse
from handlers.card import shortened
from handlers.context import Library
from handlers.forms.answering import FORM
from handlers.forms.desk import GIVEN, Context, open_desk
from handlers.forms.grid import SHORT
from handlers.forms.whole import current_screen
from handlers.managed import Managed
from handlers.new_event.kind import draft_title, event_kind
from handlers.new_event.questions import EVENT, event_form
from handlers.opening import with_note
from handlers.say import Say
from handlers.screen import Button, Row, Screen, show
from handlers.telling import Maker, Telling
from handlers.words import to_menu
from storage.drafts import Draft
from storage.store import Store

MOST_TO_DROP = 7


class Registering(Filter):
    """Hands on the `ctx` of somebody who may register events."""

    async def __call__(
        self, _press: TelegramObject, *, store: Store, person: Person | None, say: Say, library: Library, now: datetime
    ) -> dict[str, Context] | bool:
        if person is None or not may(person, Act.REGISTER_EVENT):
            return False
        return {"ctx": Context(store, person, say, library, now)}


async def repeat(query: CallbackQuery, *, event: Event, ctx: Context, state: FSMContext) -> None:
    """Asks for the date alone; all else stands as it was."""
    body = await body_of(ctx, event) | {COPY_OF: event.id}
    await show(query, with_note(await _begun(ctx, state, body), ctx.say("new-repeated")))


async def keep(query: CallbackQuery, *, event: Event, ctx: Context) -> None:
    body = await body_of(ctx, event) | {COPY_OF: event.id}
    await ctx.store.templates.keep(event.fields.title, event.fields.branch_id, body, ctx.now)
    text = ctx.say("new-template-kept", title=event.fields.title)
    drop = Button(ctx.say.plain("new-button-template-drop"), TemplateDrop(template_id=0))
    await show(query, Screen(text, ((drop,), to_menu(ctx.say))))


async def use(query: CallbackQuery, callback_data: TemplateUse, *, ctx: Context, state: FSMContext) -> None:
    template = await ctx.store.templates.get(callback_data.template_id)
    require(ctx.person, Act.REGISTER_EVENT, template.branch_id)
    await show(query, await _begun(ctx, state, template.body))


async def drop(query: CallbackQuery, callback_data: TemplateDrop, *, ctx: Context) -> None:
    """Which template to drop; then it is dropped."""
    if callback_data.template_id:
        template = await ctx.store.templates.get(callback_data.template_id)
        require(ctx.person, Act.REGISTER_EVENT, template.branch_id)
        await ctx.store.templates.drop(template.id)
    found = await ctx.store.templates.of(branches_of(ctx.person, Act.REGISTER_EVENT), MOST_TO_DROP)
    rows = tuple((Button(shortened(one.title, SHORT), TemplateDrop(template_id=one.id)),) for one in found)
    text = ctx.say("new-template-which" if found else "new-template-none")
    await show(query, Screen(text, (*rows, to_menu(ctx.say))))


async def template_rows(ctx: Context, most: int) -> list[Row]:
    """A button for each template that the person may use."""
    found = await ctx.store.templates.of(branches_of(ctx.person, Act.REGISTER_EVENT), most)
    words = [ctx.say.plain("new-button-template", title=shortened(one.title, SHORT)) for one in found]
    return [(Button(text, TemplateUse(template_id=one.id)),) for text, one in zip(words, found, strict=True)]


async def body_of(ctx: Context, event: Event) -> dict[str, Any]:
    """A draft like the event, without its dates; what the event leaves open has been passed over."""
    answers = undated(to_answers(event.fields, ctx.library.policy.zone))
    empty = Draft(0, ctx.person.id, EVENT, None, {"answers": answers}, 0, ctx.now, ctx.now)
    shown = walk(await event_form(ctx, empty), answers).shown
    skipped = frozenset(one.id for one in shown if one.id not in answers and not one.required)
    return Progress(answers, skipped).to_json() | copied(event.fields) | {GIVEN: answers}


async def _begun(ctx: Context, state: FSMContext, body: dict[str, Any]) -> Screen:
    await state.set_state(FORM)
    await state.set_data({})
    draft = await ctx.store.drafts.start(ctx.person.id, EVENT, None, body, ctx.now)
    return await current_screen(await open_desk(ctx, event_kind, draft))


async def left_alone(telling: Telling) -> Screen | None:
    """To the author of a draft, unless they have gone on with it meanwhile: how long it is kept."""
    draft, say = await telling.store.drafts.find(telling.row.subject), telling.say
    if draft is None or draft.member_id != telling.person.id or telling.row.moment != f"r{draft.revision}":
        return None
    ctx = Context(telling.store, telling.person, say, telling.library, telling.now)
    desk = await open_desk(ctx, event_kind, draft)
    until = draft.updated_at + timedelta(days=telling.library.policy.retention.drafts_days)
    text = say("new-left-alone", title=draft_title(desk), day=say.day(until, year=False))
    on = Button(say.plain("form-button-resume"), FormResume(draft=draft.id))
    return Screen(text, ((on, Button(say.plain("form-button-drop"), FormLeave(draft=draft.id, how=2))),))


MAKERS: dict[str, Maker] = {"draft-left": left_alone}
SILENT = frozenset(MAKERS)


def router() -> Router:
    router = conversation("copying")
    mine = Registering()
    router.callback_query.register(repeat, EventRepeat.filter(), Managed(), mine)
    router.callback_query.register(keep, TemplateKeep.filter(), Managed(), mine)
    router.callback_query.register(use, TemplateUse.filter(), mine)
    router.callback_query.register(drop, TemplateDrop.filter(), mine)
    return router
