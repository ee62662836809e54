"""`/new` of a representative: a proposal is filled in, followed, corrected when it comes back."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.filters import Command, CommandObject, Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.oneline import Announcement
from domain.people import Person
from domain.progress import Progress
from domain.proposal import ProposalState
from domain.refusal import NotAllowed, Refusal
from domain.rights import Act, may
from handlers.ask import PRIVATE, TYPED, conversation
from handlers.callbacks import EventFresh, EventNew, MyList, PartList, PartOpen, ProposalFix, ProposalList, ProposalOpen
from handlers.card import shortened
from handlers.context import Library
from handlers.forms.answering import FORM, unasked
from handlers.forms.desk import GIVEN, Context, open_desk
from handlers.forms.grid import SHORT
from handlers.forms.whole import current_screen, waiting_screen
from handlers.joint.words import agreed_line
from handlers.new_event.reading import announced, is_whole, started
from handlers.proposals.form import PROPOSAL, begun_for, proposal_kind
from handlers.proposals.words import standing, title_of
from handlers.say import Say, join
from handlers.screen import Button, Screen, send, show
from handlers.view import brief, heading
from storage.drafts import Draft
from storage.store import Store

SHOWN = 6


class Proposing(Filter):
    """Hands on the `ctx` of somebody who proposes events. Who registers them has the library's own form."""

    async def __call__(
        self, _event: TelegramObject, *, store: Store, person: Person | None, say: Say, library: Library, now: datetime
    ) -> dict[str, Context] | bool:
        if person is None or not may(person, Act.PROPOSE_EVENT) or may(person, Act.REGISTER_EVENT):
            return False
        return {"ctx": Context(store, person, say, library, now)}


class Announces(Filter):
    """Hands on the form that a typed announcement fills."""

    async def __call__(self, message: Message, *, ctx: Context) -> dict[str, Progress] | bool:
        said = await _announced(ctx, message.text or "")
        return {"progress": started(said, by_days=False)} if is_whole(said) else False


class ActsForPartners(Filter):
    """Hands on the `ctx` of whoever acts for a partner, whatever they do besides."""

    async def __call__(
        self, _event: TelegramObject, *, store: Store, person: Person | None, say: Say, library: Library, now: datetime
    ) -> dict[str, Context]:
        if person is None or not person.partner_ids:
            raise NotAllowed
        return {"ctx": Context(store, person, say, library, now)}


async def new(message: Message, command: CommandObject, *, ctx: Context, state: FSMContext) -> None:
    """A draft that waits is offered first, unless a line behind the command says what is proposed."""
    if command.args:
        await send(message, await _begin(ctx, state, started(await _announced(ctx, command.args), by_days=False)))
    else:
        await send(message, await _new_or_go_on(ctx, state))


async def announcement(message: Message, *, ctx: Context, state: FSMContext, progress: Progress) -> None:
    await send(message, await _begin(ctx, state, progress))


async def new_press(query: CallbackQuery, *, ctx: Context, state: FSMContext) -> None:
    await show(query, await _new_or_go_on(ctx, state))


async def proposals(query: CallbackQuery, *, ctx: Context) -> None:
    """What the person's partners have proposed, and where it stands."""
    say = ctx.say
    found = await ctx.store.proposals.of(ctx.person.partner_ids, SHOWN)
    lines = [say("proposal-line", title=title_of(one.body, say), state=standing(one, say)) for one in found]
    titles = [shortened(title_of(one.body, say), SHORT) for one in found]
    rows = tuple((Button(title, ProposalOpen(proposal_id=one.id)),) for title, one in zip(titles, found, strict=True))
    last = (Button(say.plain("proposal-button-new"), EventNew()), Button(say.plain("proposal-button-my"), MyList()))
    text = join(say("proposal-list" if found else "proposal-none"), *lines, by="\n\n")
    await show(query, Screen(text, (*rows, last)))


async def parts(query: CallbackQuery, *, ctx: Context) -> None:
    """Parts in events that wait for an answer of the person's partners."""
    say, waiting = ctx.say, (await ctx.store.joint.waiting(ctx.person.id, ctx.now))[:SHOWN]
    names = {one.id: one.short_name for one in await ctx.store.partners.those(ctx.person.partner_ids)}
    lines = [
        join(heading(event, say), agreed_line(event, one, names.get(one.partner_id, "…"), say))
        for event, one in waiting
    ]
    rows = tuple(
        (Button(shortened(brief(event, say), SHORT), PartOpen(event_id=event.id, partner_id=one.partner_id)),)
        for event, one in waiting
    )
    text = join(say("proposal-parts" if waiting else "proposal-no-parts"), *lines, by="\n\n")
    await show(query, Screen(text, (*rows, (Button(say.plain("proposal-button-my"), MyList()),))))


async def fix(query: CallbackQuery, callback_data: ProposalFix, *, ctx: Context, state: FSMContext) -> None:
    """A returned proposal opens as the draft that it was."""
    proposal = await ctx.store.proposals.get(callback_data.proposal_id)
    if proposal.partner_id not in ctx.person.partner_ids:
        raise NotAllowed
    if proposal.state is not ProposalState.RETURNED:
        raise Refusal("proposal-not-returned")
    drafts = await ctx.store.drafts.of(ctx.person.id)
    known = [one for one in drafts if (one.form, one.subject) == (PROPOSAL, proposal.id)]
    await state.set_state(FORM)
    await state.set_data({"draft": known[0].id} if known else {})
    body = Progress(dict(proposal.body), frozenset(_passed(proposal.body))).to_json()
    draft = known[0] if known else await ctx.store.drafts.start(ctx.person.id, PROPOSAL, proposal.id, body, ctx.now)
    await show(query, await current_screen(await open_desk(ctx, proposal_kind, draft)))


def _passed(answers: dict[str, object]) -> list[str]:
    """What was passed over when it was filled in."""
    return [name for name in ("form", "capacity", "audience", "brings") if name not in answers]


async def _announced(ctx: Context, text: str) -> Announcement:
    return await announced(ctx, text, await ctx.store.branches.all())


async def _new_or_go_on(ctx: Context, state: FSMContext) -> Screen:
    waiting = [one for one in await ctx.store.drafts.of(ctx.person.id) if (one.form, one.subject) == (PROPOSAL, None)]
    if waiting:
        return waiting_screen(await open_desk(ctx, proposal_kind, waiting[0]))
    return await _begin(ctx, state, Progress())


async def _begin(ctx: Context, state: FSMContext, progress: Progress) -> Screen:
    given = begun_for(ctx)
    body = replace(progress, answers={**progress.answers, **given}).to_json() | {GIVEN: given}
    await state.set_state(FORM)
    await state.set_data({})
    draft: Draft = await ctx.store.drafts.start(ctx.person.id, PROPOSAL, None, body, ctx.now)
    return await current_screen(await unasked(await open_desk(ctx, proposal_kind, draft)))


def router() -> Router:
    router = conversation("proposing")
    mine = Proposing()
    router.message.register(new, Command("new"), PRIVATE, mine)
    router.message.register(announcement, StateFilter(None), PRIVATE, TYPED, mine, Announces())
    router.callback_query.register(new_press, EventNew.filter(), mine)
    router.callback_query.register(new_press, EventFresh.filter(), mine)
    router.callback_query.register(proposals, ProposalList.filter(), ActsForPartners())
    router.callback_query.register(parts, PartList.filter(), ActsForPartners())
    router.callback_query.register(fix, ProposalFix.filter(), ActsForPartners())
    return router
