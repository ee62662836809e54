"""`/new`, an announcement typed as it is, and the ways into changing an event that is published."""

from typing import Any

from aiogram import Router
from aiogram.filters import Command, CommandObject, Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.event import Event
from domain.event_answers import follow, to_answers, to_wall
from domain.form_walk import walk
from domain.oneline import Announcement
from domain.people import Person
from domain.progress import Progress
from domain.refusal import Gone
from handlers.ask import PRIVATE, TYPED, conversation
from handlers.callbacks import (
    EventAgree,
    EventChange,
    EventFresh,
    EventMove,
    EventMoveTo,
    EventNew,
    FormResume,
    SeriesSave,
)
from handlers.card import shortened
from handlers.forms.answering import FORM, unasked
from handlers.forms.desk import Context, Desk, Moved, open_desk
from handlers.forms.entry import AtDesk
from handlers.forms.grid import SHORT
from handlers.forms.whole import answers_screen, current_screen, is_ready
from handlers.home import not_for_you
from handlers.managed import Managed
from handlers.new_event.copying import Registering, template_rows
from handlers.new_event.kind import agree_first, change_series, draft_title, event_kind
from handlers.new_event.preview import BASE
from handlers.new_event.questions import EVENT, allowed_branches, event_form
from handlers.new_event.reading import announced, is_whole, started
from handlers.say import Say, join
from handlers.screen import Button, Screen, send, show
from storage.drafts import Draft

SHOWN_DRAFTS = 4
SHOWN = 7
"""Drafts and templates together: one screen."""


class Announces(Filter):
    """Hands on the form that a typed announcement fills: it says at least what and on which day."""

    async def __call__(self, message: Message, *, ctx: Context) -> dict[str, Progress] | bool:
        said = await _announced(ctx, message.text or "")
        return {"progress": started(said)} if is_whole(said) else False


async def new(message: Message, command: CommandObject, *, ctx: Context, state: FSMContext) -> None:
    """`/new` asks; a line behind it is taken for what it says."""
    if command.args:
        await send(message, await _start(ctx, state, started(await _announced(ctx, command.args))))
    else:
        await send(message, await _new_or_go_on(ctx, state))


async def announcement(message: Message, *, ctx: Context, state: FSMContext, progress: Progress) -> None:
    await send(message, await _start(ctx, state, progress))


async def new_press(query: CallbackQuery, *, ctx: Context, state: FSMContext) -> None:
    await show(query, await _new_or_go_on(ctx, state))


async def fresh(query: CallbackQuery, *, ctx: Context, state: FSMContext) -> None:
    await show(query, await _start(ctx, state, Progress()))


async def may_not(message: Message, *, person: Person, say: Say) -> None:
    await send(message, not_for_you(person, say))


async def may_not_press(query: CallbackQuery, *, person: Person, say: Say) -> None:
    await show(query, not_for_you(person, say))


async def change(query: CallbackQuery, *, ctx: Context, state: FSMContext, event: Event) -> None:
    """Any field of a published event: first which one."""
    desk = await _changing(ctx, state, event, None)
    await show(query, answers_screen(desk, 0))


async def move(query: CallbackQuery, *, ctx: Context, state: FSMContext, event: Event) -> None:
    desk = await _changing(ctx, state, event, "first" if event.fields.all_day else "when")
    await show(query, await current_screen(desk))


async def move_to(
    query: CallbackQuery, callback_data: EventMoveTo, *, ctx: Context, state: FSMContext, event: Event
) -> None:
    """To the time that a partner proposes: at once the preview of the move."""
    agreed = await ctx.store.joint.one(event.id, callback_data.partner_id)
    wanted = agreed.standing.proposed_at
    if wanted is None:
        raise Gone("joint-no-proposal")
    zone = ctx.library.policy.zone
    await show(query, await current_screen(await _changing(ctx, state, event, None, when=to_wall(wanted, zone))))


async def agree(query: CallbackQuery, callback_data: EventAgree, *, desk: Desk, state: FSMContext) -> None:
    """Only what was on the screen goes to the partners."""
    if callback_data.revision != desk.draft.revision or not is_ready(desk):
        raise Moved
    await state.clear()
    await show(query, await agree_first(desk))


async def save_all(query: CallbackQuery, callback_data: SeriesSave, *, desk: Desk, state: FSMContext) -> None:
    """Only what was on the screen counts, and for every date that is still to come."""
    if callback_data.revision != desk.draft.revision or not is_ready(desk):
        raise Moved
    await state.clear()
    await show(query, await change_series(desk))


async def _announced(ctx: Context, text: str) -> Announcement:
    return await announced(ctx, text, await allowed_branches(ctx))


async def _new_or_go_on(ctx: Context, state: FSMContext) -> Screen:
    """A draft that waits is offered before a new one is begun."""
    drafts = [one for one in await ctx.store.drafts.of(ctx.person.id) if one.form == EVENT and one.subject is None]
    templates = await template_rows(ctx, SHOWN - min(len(drafts), SHOWN_DRAFTS))
    if not drafts and not templates:
        return await _start(ctx, state, Progress())
    rows = [(await _resume(ctx, draft),) for draft in drafts[:SHOWN_DRAFTS]]
    begin = Button(ctx.say.plain("new-button-fresh"), EventFresh())
    text = join(
        ctx.say("new-drafts", number=len(drafts)) if drafts else None,
        ctx.say("new-templates") if templates else None,
        by="\n\n",
    )
    return Screen(text, (*rows, *templates, (begin,)))


async def _resume(ctx: Context, draft: Draft) -> Button:
    title = draft_title(await open_desk(ctx, event_kind, draft))
    return Button(shortened(title, SHORT), FormResume(draft=draft.id))


async def _start(ctx: Context, state: FSMContext, progress: Progress) -> Screen:
    """A new draft, to which typed texts go from now on: the state names none, which means the newest."""
    await _write_to_newest(state)
    draft = await ctx.store.drafts.start(ctx.person.id, EVENT, None, progress.to_json(), ctx.now)
    return await current_screen(await unasked(await open_desk(ctx, event_kind, draft)))


async def _changing(
    ctx: Context, state: FSMContext, event: Event, cursor: str | None, *, when: str | None = None
) -> Desk:
    """A draft of the event as it stands, or at another time (`when`); one that was begun before begins again."""
    body = await _filled(ctx, event, cursor, when)
    known = [one for one in await ctx.store.drafts.of(ctx.person.id) if (one.form, one.subject) == (EVENT, event.id)]
    if known:
        await state.set_state(FORM)
        await state.set_data({"draft": known[0].id})
        draft = await ctx.store.drafts.change(known[0].id, lambda _old: body, ctx.now)
    else:
        await _write_to_newest(state)
        draft = await ctx.store.drafts.start(ctx.person.id, EVENT, event.id, body, ctx.now)
    return await open_desk(ctx, event_kind, draft)


async def _filled(ctx: Context, event: Event, cursor: str | None, when: str | None) -> dict[str, Any]:
    """The event as answers; what it leaves open has been passed over."""
    answers = to_answers(event.fields, ctx.library.policy.zone)
    empty = Draft(0, ctx.person.id, EVENT, event.id, {"answers": answers}, 0, ctx.now, ctx.now)
    shown = walk(await event_form(ctx, empty), answers).shown
    skipped = frozenset(question.id for question in shown if question.id not in answers)
    moved = {**answers, **follow("when", when, answers), "when": when} if when else answers
    return Progress(moved, skipped, cursor=cursor).to_json() | {BASE: answers}


async def _write_to_newest(state: FSMContext) -> None:
    await state.set_state(FORM)
    await state.set_data({})


def router() -> Router:
    router = conversation("new-event")
    mine = Registering()
    router.message.register(new, Command("new"), PRIVATE, mine)
    router.message.register(may_not, Command("new"), PRIVATE)
    router.message.register(announcement, StateFilter(None), PRIVATE, TYPED, mine, Announces())
    router.callback_query.register(new_press, EventNew.filter(), mine)
    router.callback_query.register(fresh, EventFresh.filter(), mine)
    router.callback_query.register(may_not_press, EventNew.filter())
    router.callback_query.register(may_not_press, EventFresh.filter())
    router.callback_query.register(change, EventChange.filter(), Managed(), mine)
    router.callback_query.register(move, EventMove.filter(), Managed(), mine)
    router.callback_query.register(move_to, EventMoveTo.filter(), Managed(), mine)
    router.callback_query.register(save_all, SeriesSave.filter(), AtDesk({EVENT: event_kind}))
    router.callback_query.register(agree, EventAgree.filter(), AtDesk({EVENT: event_kind}))
    return router
