"""A representative answers for the partner: accepts with what it brings, declines, or proposes another time."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.joint import REASON, accept, decline, is_confirmed
from domain.partner import BRINGS, PartState
from domain.refusal import Gone
from handlers.ask import TYPED, Ask, ask, conversation, done, line
from handlers.callbacks import EventOpen, PartAccept, PartComment, PartDecline, PartOpen, PartTicks, PartTime
from handlers.forms.answering import FORM
from handlers.forms.desk import open_desk
from handlers.forms.whole import current_screen
from handlers.joint.acting import Acting, ActsFor, ActsForAsked
from handlers.joint.time import PARTNER, TIME, time_kind
from handlers.joint.words import THINGS, asked_for, marked, marks_of, state_words
from handlers.opening import with_note
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, send, show
from handlers.view import heading, place_of, when, where
from handlers.words import capital
from storage.joint import Said

WHYS = ("joint-why-busy", "joint-why-nobody", "joint-why-theme")
ASKS = -1
MOST_MARKS = (1 << len(BRINGS)) - 1


async def part_screen(acting: Acting, marks: int | None = None) -> Screen:
    """The part: what is asked, what has been said and when, and what may be said now."""
    event, agreed, say = acting.event, acting.agreed, acting.ctx.say
    fields = event.fields
    place = await place_of(acting.ctx.store, fields.branch_id, fields.hall_id, fields.address)
    text = join(
        say("joint-title", partner=acting.partner),
        join(heading(event, say), when(event, say), where(place, say)),
        join(say("joint-your-role", role=asked_for(agreed.part, say)), _said(acting, marks)),
        by="\n\n",
    )
    return Screen(text, (*_answers(acting, _marks(acting) if marks is None else marks), _card(acting)))


async def open_part(query: CallbackQuery, *, acting: Acting) -> None:
    await show(query, await part_screen(acting))


async def ticks(query: CallbackQuery, callback_data: PartTicks, *, acting: Acting) -> None:
    await show(query, await part_screen(acting, callback_data.marks & MOST_MARKS))


async def yes(query: CallbackQuery, callback_data: PartAccept, *, acting: Acting) -> None:
    brings, voice = marked(callback_data.marks & MOST_MARKS), acting.voice
    said = await acting.say(lambda event, agreed: accept(event, brings, voice, agreed.standing))
    await show(query, await _after(acting, said), acting.ctx.say.plain("joint-toast-accepted"))


async def no(query: CallbackQuery, callback_data: PartDecline, *, acting: Acting, state: FSMContext) -> None:
    """Why not: asked first; one of the usual reasons or a word of one's own."""
    say = acting.ctx.say
    if callback_data.why == ASKS:
        rows = tuple((Button(say.plain(key), PartDecline(**acting.ids, why=n)),) for n, key in enumerate(WHYS))
        back = Button(say.plain("joint-button-back"), PartOpen(**acting.ids))
        await ask(state, Ask.part_why, back, **acting.ids)
        await show(query, Screen(join(say("joint-ask-why"), heading(acting.event, say), by="\n\n"), (*rows, (back,))))
        return
    if not 0 <= callback_data.why < len(WHYS):
        raise Gone
    reason = say.into(acting.ctx.library.languages[0]).plain(WHYS[callback_data.why])
    await show(query, await _decline(acting, reason), say.plain("joint-toast-declined"))


async def typed_why(message: Message, *, acting: Acting, state: FSMContext) -> None:
    reason = line(message, REASON)
    await done(state)
    await send(message, await _decline(acting, reason))


async def other_time(query: CallbackQuery, *, acting: Acting, state: FSMContext) -> None:
    """Another time: a form of one question, with days and hours as buttons, read back before it goes."""
    ctx, event = acting.ctx, acting.event
    await state.set_state(FORM)
    await state.set_data({})
    body = {PARTNER: acting.agreed.partner_id}
    for old in await ctx.store.drafts.of(ctx.person.id):
        if (old.form, old.subject, old.body.get(PARTNER)) == (TIME, event.id, acting.agreed.partner_id):
            await ctx.store.drafts.drop(old.id)
    draft = await ctx.store.drafts.start(ctx.person.id, TIME, event.id, body, ctx.now)
    await show(query, await current_screen(await open_desk(ctx, time_kind, draft)))


async def _decline(acting: Acting, reason: str) -> Screen:
    voice = acting.voice
    return await _after(acting, await acting.say(lambda event, _agreed: decline(event, reason, voice)))


async def _after(acting: Acting, said: Said) -> Screen:
    """The part as it stands now, and what a colleague had said before."""
    now = Acting(acting.ctx, said.event, said.after, acting.partner)
    return with_note(await part_screen(now), earlier(said, acting.ctx.say))


def earlier(said: Said, say: Say) -> Html | None:
    """What was said before, if that was something else or by somebody else, and when."""
    before, after = said.before.standing, said.after.standing
    if before.answered_at is None or (before.state, before.answered_by) == (after.state, after.answered_by):
        return None
    return say("joint-earlier", state=state_words(said.event, before, say))


def _said(acting: Acting, marks: int | None) -> Html | None:
    """What the partner has said, whoever said it; and that ticks are not said yet."""
    standing, say = acting.agreed.standing, acting.ctx.say
    if standing.state is PartState.ASKED:
        return say("joint-not-yet") if _may_answer(acting) else None
    said = say("joint-you-said", state=state_words(acting.event, standing, say))
    is_open = marks is not None and marks != _marks(acting) and standing.state is PartState.ACCEPTED
    return join(said, say("joint-not-kept") if is_open else None)


def _may_answer(acting: Acting) -> bool:
    return not acting.event.is_cancelled and not acting.event.has_begun(acting.ctx.now)


def _marks(acting: Acting) -> int:
    """What is ticked at first: what the partner has said, or else what it is asked for."""
    agreed = acting.agreed
    said = agreed.standing.state is PartState.ACCEPTED or agreed.standing.brings
    return marks_of(agreed.standing.brings if said else agreed.part.asked)


def _answers(acting: Acting, marks: int) -> tuple[Row, ...]:
    if not _may_answer(acting):
        return ()
    say, ids = acting.ctx.say, acting.ids
    is_same = is_confirmed(acting.event, acting.agreed.standing) and marks == marks_of(acting.agreed.standing.brings)
    word = say.plain("joint-button-accept")
    yes = Button(say.plain("joint-button-chosen", label=word) if is_same else word, PartAccept(**ids, marks=marks))
    other = Button(say.plain("joint-button-time"), PartTime(**ids))
    declining = Button(say.plain("joint-button-decline"), PartDecline(**ids, why=ASKS))
    return (*_things(acting, marks), (yes,), _word(acting), (declining, other))


def _word(acting: Acting) -> Row:
    """What else the library should know, once the partner has said yes."""
    standing, say = acting.agreed.standing, acting.ctx.say
    if standing.state is not PartState.ACCEPTED:
        return ()
    key = "joint-button-comment-other" if standing.comment else "joint-button-comment"
    return (Button(say.plain(key), PartComment(**acting.ids)),)


def _things(acting: Acting, marks: int) -> tuple[Row, ...]:
    """What the partner may bring, as ticks that the buttons alone keep until the partner accepts."""
    say = acting.ctx.say
    buttons = []
    for number, one in enumerate(BRINGS):
        mark = "joint-button-ticked" if marks >> number & 1 else "joint-button-unticked"
        press = PartTicks(**acting.ids, marks=marks ^ 1 << number)
        buttons.append(Button(say.plain(mark, thing=capital(say.plain(THINGS[one]))), press))
    return (tuple(buttons[:2]), tuple(buttons[2:]))


def _card(acting: Acting) -> Row:
    return (Button(acting.ctx.say.plain("joint-button-card"), EventOpen(event_id=acting.event.id)),)


def router() -> Router:
    router = conversation("joint")
    mine = ActsFor()
    router.callback_query.register(open_part, PartOpen.filter(), mine)
    router.callback_query.register(ticks, PartTicks.filter(), mine)
    router.callback_query.register(yes, PartAccept.filter(), mine)
    router.callback_query.register(no, PartDecline.filter(), mine)
    router.callback_query.register(other_time, PartTime.filter(), mine)
    router.message.register(typed_why, Ask.part_why, TYPED, ActsForAsked())
    return router
