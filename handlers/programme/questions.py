"""What is asked with the sign-up: the staff sets it, guests answer it in a form, the staff sees what they say."""

from collections import Counter

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.event import Asked, Event
from domain.forms import Form, Key, Kind, Option, Question
from domain.refusal import Gone
from domain.seats import RsvpState
from domain.sign_up import ANSWER, MOST_QUESTIONS, OPTION, QUESTION, Answers, read_question, unask
from domain.sign_up import ask as ask_more
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, paragraphs
from handlers.callbacks import EventOpen, QuestionAdd, QuestionDrop, QuestionsOpen, SignUpAsk
from handlers.forms.answering import FORM
from handlers.forms.desk import Context, Desk, FormKind, open_desk
from handlers.forms.whole import current_screen
from handlers.managed import Managed, manageable
from handlers.programme.asking import AsContext
from handlers.programme.editing import to_programme
from handlers.say import Html, Say, join
from handlers.screen import Button, Screen, send, show
from handlers.telling import Maker, Telling
from handlers.view import heading
from storage.drafts import Draft

SIGN_UP = "sign-up"
"""The id of the form in drafts."""
WORDS = 5
LONGEST = QUESTION + 10 * OPTION


async def see(query: CallbackQuery, *, event: Event, ctx: Context) -> None:
    await show(query, await questions_screen(event, ctx))


async def questions_screen(event: Event, ctx: Context) -> Screen:
    """The questions, and what was said: how often each option; words as far as they may stand in a chat."""
    say, said = ctx.say, list((await ctx.store.sign_ups.answers(event.id)).values())
    blocks = [
        _block(number, one, [answers[one.text] for answers in said if one.text in answers], ctx)
        for number, one in enumerate(event.fields.questions, 1)
    ]
    text = join(
        join(say("questions-title", answered=len(said)), heading(event, say)),
        *(blocks or [say("questions-none")]),
        by="\n\n",
    )
    drops = tuple(
        Button(say.plain("questions-button-drop", number=number), QuestionDrop(event_id=event.id, number=number))
        for number in range(1, len(blocks) + 1)
    )
    add = (Button(say.plain("questions-button-add"), QuestionAdd(event_id=event.id)),)
    more = add if len(blocks) < MOST_QUESTIONS else ()
    return Screen(text, (drops[:3], drops[3:], more, (to_programme(event, say),)))


async def add(query: CallbackQuery, *, event: Event, ctx: Context, state: FSMContext) -> None:
    await ask(state, Ask.sign_up_question, to_programme(event, ctx.say), event=event.id)
    await show(query, Screen(ctx.say("questions-ask"), ((to_programme(event, ctx.say),),)))


async def typed(message: Message, *, state: FSMContext, ctx: Context) -> None:
    question = read_question(paragraphs(message, LONGEST))
    event = await manageable(ctx.store, ctx.person, int((await asked(state))["event"]))
    await done(state)
    changed = await ctx.store.events.change(event.id, lambda old: ask_more(old, question), ctx.person, ctx.now)
    await send(message, await questions_screen(changed, ctx))


async def drop(query: CallbackQuery, callback_data: QuestionDrop, *, event: Event, ctx: Context) -> None:
    number = callback_data.number
    changed = await ctx.store.events.change(event.id, lambda old: unask(old, number), ctx.person, ctx.now)
    await show(query, await questions_screen(changed, ctx))


async def begin(query: CallbackQuery, callback_data: SignUpAsk, *, ctx: Context, state: FSMContext) -> None:
    """The form; what was said before stands in it. One that is being filled in goes on."""
    event = await ctx.store.events.get(callback_data.event_id)
    if not event.fields.questions:
        raise Gone
    drafts = [one for one in await ctx.store.drafts.of(ctx.person.id) if (one.form, one.subject) == (SIGN_UP, event.id)]
    await state.set_state(FORM)
    await state.set_data({"draft": drafts[0].id} if drafts else {})
    draft = drafts[0] if drafts else await ctx.store.drafts.start(ctx.person.id, SIGN_UP, event.id, {}, ctx.now)
    await show(query, await current_screen(await open_desk(ctx, sign_up_kind, draft)))


async def wanted(telling: Telling) -> Screen | None:
    """To who has signed up: there are questions; nothing once they are answered."""
    event, say = await telling.store.events.get(telling.row.subject), telling.say
    mine = await telling.store.rsvps.of(event.id, telling.person.id)
    comes = mine is not None and mine.state in {RsvpState.GOING, RsvpState.QUEUED}
    if not comes or not event.fields.questions or not event.is_open:
        return None
    if await telling.store.sign_ups.answered(event.id, telling.person.id) is not None:
        return None
    text = join(say("questions-wanted", number=len(event.fields.questions)), heading(event, say), by="\n\n")
    return Screen(text, ((Button(say.plain("questions-button-answer"), SignUpAsk(event_id=event.id)),),))


async def load(ctx: Context, draft: Draft) -> Form:
    event = await ctx.store.events.get(draft.subject or 0)
    return Form(SIGN_UP, tuple(map(_question, event.fields.questions)))


async def submit(desk: Desk) -> Screen:
    ctx, event_id = desk.ctx, desk.draft.subject or 0
    said = {name: _words(desk, name, str(value)) for name, value in desk.counted.items()}
    await ctx.store.sign_ups.answer(event_id, ctx.person.id, said, ctx.now, draft_id=desk.draft.id)
    card = Button(ctx.say.plain("more-button-back"), EventOpen(event_id=event_id))
    return Screen(ctx.say("questions-thanks"), ((card,),))


def title(desk: Desk) -> str:
    return desk.say.plain("questions-draft")


def back(desk: Desk) -> Button:
    return Button(desk.say.plain("more-button-back"), EventOpen(event_id=desk.draft.subject or 0))


def _question(one: Asked) -> Question:
    """Known by its words, so that no answer is taken for one to a question which was dropped meanwhile."""
    if one.options:
        options = tuple(Option(str(place), words) for place, words in enumerate(one.options))
        return Question(one.text, Kind.CHOICE, one.text, one.text, options=options)
    return Question(one.text, Kind.TEXT, one.text, one.text, Key("questions-hint"), longest=ANSWER)


def _words(desk: Desk, name: str, value: str) -> str:
    question = desk.form.question(name)
    found = next((one for one in question.options if one.id == value), None)
    return desk.plain(found.words) if found else value


def _block(number: int, one: Asked, said: list[str], ctx: Context) -> Html:
    head = ctx.say("questions-line", number=number, text=one.text)
    if one.options:
        counts = Counter(said)
        return join(head, *(ctx.say("questions-option", text=words, number=counts[words]) for words in one.options))
    if not ctx.library.personal_data_in_chat:
        return join(head, ctx.say("questions-hidden", number=len(said)))
    return join(head, *(ctx.say("questions-words", text=words) for words in said[-WORDS:]))


def answers_line(answers: Answers | None, event: Event, say: Say, *, named: bool) -> str | None:
    """What one guest has said, for the list of guests; words only where they may stand in a chat."""
    if not answers:
        return None
    shown = [answers[one.text] for one in event.fields.questions if one.text in answers and (named or one.options)]
    return say.plain("questions-of-guest", words="; ".join(shown)) if shown else None


sign_up_kind = FormKind(SIGN_UP, load=load, title=title, submit=submit, back=back)
MAKERS: dict[str, Maker] = {"sign-up": wanted}
SILENT: frozenset[str] = frozenset()


def router() -> Router:
    router = conversation("sign-up")
    mine = AsContext()
    router.callback_query.register(see, QuestionsOpen.filter(), Managed(), mine)
    router.callback_query.register(add, QuestionAdd.filter(), Managed(), mine)
    router.callback_query.register(drop, QuestionDrop.filter(), Managed(), mine)
    router.callback_query.register(begin, SignUpAsk.filter(), mine)
    router.message.register(typed, Ask.sign_up_question, TYPED, mine)
    return router
