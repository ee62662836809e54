"""The library answers a proposal: takes it into work, returns it with a remark, or declines it."""

from datetime import datetime
from functools import partial
from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.draft_parts import PARTS, agreed_with
from domain.event_answers import to_utc
from domain.joint import Standing
from domain.partner import Part, PartState
from domain.people import Person
from domain.progress import Progress
from domain.proposal import REMARK, Proposal, ProposalState, decide
from domain.refusal import Gone
from domain.rights import Act, may, require
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, line
from handlers.callbacks import MyList, ProposalDecline, ProposalFix, ProposalOpen, ProposalReturn, ProposalTake
from handlers.context import Library
from handlers.forms.answering import FORM
from handlers.forms.desk import Context, open_desk
from handlers.forms.whole import current_screen
from handlers.new_event.kind import event_kind
from handlers.new_event.questions import EVENT
from handlers.proposals.words import described, standing
from handlers.say import Say, join
from handlers.screen import Button, Row, Screen, send, show
from storage.store import Store

WHYS = ("proposal-why-theme", "proposal-why-busy", "proposal-why-later")
ASKS = -1


async def proposal_screen(proposal: Proposal, ctx: Context) -> Screen:
    """What is proposed, by whom, and what this person may do about it."""
    partner = await ctx.store.partners.get(proposal.partner_id)
    head = ctx.say("proposal-title", partner=partner.short_name)
    text = join(head, await described(proposal.body, ctx), standing(proposal, ctx.say), by="\n\n")
    return Screen(text, _acts(proposal, ctx))


async def open_proposal(
    query: CallbackQuery,
    callback_data: ProposalOpen,
    *,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """For staff who may hold it, and for the partner itself; for nobody else there is none."""
    proposal = await store.proposals.get(callback_data.proposal_id)
    if not _decides(proposal, person) and proposal.partner_id not in person.partner_ids:
        raise Gone("proposal-gone")
    await show(query, await proposal_screen(proposal, Context(store, person, say, library, now)))


async def take(
    query: CallbackQuery,
    callback_data: ProposalTake,
    *,
    state: FSMContext,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """A draft of the library's own form, the partner in it as a co-organiser that has accepted already."""
    proposal = await _to_decide(store, callback_data.proposal_id, person)
    ctx = Context(store, person, say, library, now)
    await state.set_state(FORM)
    await state.set_data({})
    rule = partial(decide, state=ProposalState.ACCEPTED, member_id=person.id, now=now)
    draft = await store.proposals.take(proposal.id, rule, person, now, form=EVENT, body=draft_body(proposal, ctx))
    await show(query, await current_screen(await open_desk(ctx, event_kind, draft)), say.plain("proposal-toast-taken"))


def draft_body(proposal: Proposal, ctx: Context) -> dict[str, Any]:
    """The answers of the proposal as the library's form has them, and the partner's part."""
    own = dict(proposal.body)
    brings = own.pop("brings", [])
    start = to_utc(str(own["when"]), ctx.library.policy.zone)
    said = Standing(PartState.ACCEPTED, tuple(brings), said_of=start, answered_at=proposal.created_at)
    part = {PARTS: {str(proposal.partner_id): {"part": str(Part.CO_ORGANISER), "asked": brings}}}
    answers = own | {"partners": [str(proposal.partner_id)]}
    passed = frozenset(name for name in ("form", "capacity") if name not in own)
    return Progress(answers, passed).to_json() | part | agreed_with(proposal.partner_id, said)


async def give_back(
    query: CallbackQuery,
    callback_data: ProposalReturn,
    *,
    state: FSMContext,
    store: Store,
    person: Person,
    say: Say,
) -> None:
    """What is to be corrected, in the librarian's own words."""
    proposal = await _to_decide(store, callback_data.proposal_id, person)
    await ask(state, Ask.proposal_remark, *_back(proposal, say), proposal=proposal.id)
    await show(query, Screen(say("proposal-ask-remark"), (_back(proposal, say),)))


async def decline(
    query: CallbackQuery,
    callback_data: ProposalDecline,
    *,
    state: FSMContext,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """Why: one of the usual reasons, or a word of one's own."""
    proposal = await _to_decide(store, callback_data.proposal_id, person)
    if callback_data.why == ASKS:
        await ask(state, Ask.proposal_why, *_back(proposal, say), proposal=proposal.id)
        presses = (ProposalDecline(proposal_id=proposal.id, why=number) for number in range(len(WHYS)))
        rows = tuple((Button(say.plain(key), press),) for key, press in zip(WHYS, presses, strict=True))
        await show(query, Screen(say("proposal-ask-why"), (*rows, _back(proposal, say))))
        return
    if not 0 <= callback_data.why < len(WHYS):
        raise Gone
    why = say.into(library.languages[0]).plain(WHYS[callback_data.why])
    ctx = Context(store, person, say, library, now)
    await show(query, await _decided(proposal.id, ProposalState.DECLINED, why, ctx))


async def typed_remark(
    message: Message,
    *,
    state: FSMContext,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    await _typed(message, ProposalState.RETURNED, state, store=store, person=person, library=library, say=say, now=now)


async def typed_why(
    message: Message,
    *,
    state: FSMContext,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    await _typed(message, ProposalState.DECLINED, state, store=store, person=person, library=library, say=say, now=now)


async def _typed(
    message: Message,
    wanted: ProposalState,
    state: FSMContext,
    *,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    words, proposal_id = line(message, REMARK), int((await asked(state))["proposal"])
    await done(state)
    if person is not None:
        proposal = await _to_decide(store, proposal_id, person)
        ctx = Context(store, person, say, library, now)
        await send(message, await _decided(proposal.id, wanted, words, ctx))


async def _decided(proposal_id: int, wanted: ProposalState, remark: str, ctx: Context) -> Screen:
    person, now = ctx.person, ctx.now
    rule = partial(decide, state=wanted, member_id=person.id, now=now, remark=remark)
    return await proposal_screen(await ctx.store.proposals.decide(proposal_id, rule, person, now), ctx)


async def _to_decide(store: Store, proposal_id: int, person: Person) -> Proposal:
    """The proposal, which this person may decide about."""
    proposal = await store.proposals.get(proposal_id)
    require(person, Act.REGISTER_EVENT, proposal.branch_id)
    return proposal


def _decides(proposal: Proposal, person: Person) -> bool:
    return may(person, Act.REGISTER_EVENT, proposal.branch_id)


def _acts(proposal: Proposal, ctx: Context) -> tuple[Row, ...]:
    say, at = ctx.say, {"proposal_id": proposal.id}
    if proposal.state is ProposalState.SENT and _decides(proposal, ctx.person):
        back = Button(say.plain("proposal-button-return"), ProposalReturn(**at))
        no = Button(say.plain("proposal-button-decline"), ProposalDecline(**at, why=ASKS))
        return ((Button(say.plain("proposal-button-take"), ProposalTake(**at)),), (back,), (no,))
    if proposal.partner_id not in ctx.person.partner_ids:
        return ()
    fixing = proposal.state is ProposalState.RETURNED
    fix = (Button(say.plain("proposal-button-fix"), ProposalFix(**at)),) if fixing else ()
    return (fix, (Button(say.plain("proposal-button-my"), MyList()),))


def _back(proposal: Proposal, say: Say) -> Row:
    return (Button(say.plain("proposal-button-back"), ProposalOpen(proposal_id=proposal.id)),)


def router() -> Router:
    router = conversation("deciding")
    router.callback_query.register(open_proposal, ProposalOpen.filter())
    router.callback_query.register(take, ProposalTake.filter())
    router.callback_query.register(give_back, ProposalReturn.filter())
    router.callback_query.register(decline, ProposalDecline.filter())
    router.message.register(typed_remark, Ask.proposal_remark, TYPED)
    router.message.register(typed_why, Ask.proposal_why, TYPED)
    return router
