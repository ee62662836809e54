"""Talks: whoever comes may offer one where they are wanted; the staff takes it into the programme or not."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.agenda import TOPIC
from domain.event import Event
from domain.sign_up import Talk, TalkState, offer
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, line
from handlers.callbacks import EventOpen, TalkDecide, TalkList, TalkOffer
from handlers.forms.desk import Context
from handlers.managed import Managed
from handlers.programme.asking import AsContext
from handlers.programme.editing import to_programme
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, send, show
from handlers.telling import Maker, Telling
from handlers.view import heading

STATES = {
    TalkState.OFFERED: "talk-offered",
    TalkState.TAKEN: "talk-taken",
    TalkState.DECLINED: "talk-declined",
}
SHOWN = 6


async def ask_topic(query: CallbackQuery, callback_data: TalkOffer, *, ctx: Context, state: FSMContext) -> None:
    """What one would speak of; refused at once where no talks are wanted."""
    event = await ctx.store.events.get(callback_data.event_id)
    offer(event, ctx.person.id, "", ctx.now)
    standing = await ctx.store.sign_ups.talk(event.id, ctx.person.id)
    known = ctx.say("talk-standing", topic=standing.topic) if standing else None
    back = Button(ctx.say.plain("more-button-back"), EventOpen(event_id=event.id))
    await ask(state, Ask.talk_topic, back, event=event.id)
    await show(query, Screen(join(known, ctx.say("talk-ask", most=TOPIC), by="\n\n"), ((back,),)))


async def typed_topic(message: Message, *, state: FSMContext, ctx: Context) -> None:
    topic, event_id = line(message, TOPIC), int((await asked(state))["event"])
    await ctx.store.sign_ups.offer(event_id, ctx.person, topic, ctx.now)
    await done(state)
    card = Button(ctx.say.plain("more-button-back"), EventOpen(event_id=event_id))
    await send(message, Screen(ctx.say("talk-sent", topic=topic), ((card,),)))


async def see(query: CallbackQuery, *, event: Event, ctx: Context) -> None:
    await show(query, await talks_screen(event, ctx))


async def talks_screen(event: Event, ctx: Context) -> Screen:
    """What was offered; those that wait first, each with its two buttons."""
    say = ctx.say
    found = sorted(await ctx.store.sign_ups.talks(event.id), key=lambda one: one.state is not TalkState.OFFERED)
    lines = [_line(number, talk, say) for number, talk in enumerate(found, 1)]
    rows = [
        _decide(event.id, talk, say, number)
        for number, talk in enumerate(found[:SHOWN], 1)
        if talk.state is TalkState.OFFERED
    ]
    text = join(join(say("talk-list"), heading(event, say)), join(*lines) if lines else say("talk-none"), by="\n\n")
    return Screen(text, (*rows, (to_programme(event, say),)))


async def decide(query: CallbackQuery, callback_data: TalkDecide, *, event: Event, ctx: Context) -> None:
    taken = callback_data.yes == 1
    await ctx.store.sign_ups.decide(event.id, callback_data.member_id, ctx.person, ctx.now, taken=taken)
    await show(query, await talks_screen(event, ctx), ctx.say.plain("talk-toast-taken" if taken else "talk-toast-no"))


async def offered(telling: Telling) -> Screen | None:
    """To the librarian: somebody would speak; nothing once that is decided."""
    event, say = await telling.store.events.get(telling.row.subject), telling.say
    talk = await telling.store.sign_ups.talk(event.id, int(telling.row.args["speaker"]))
    if talk is None or talk.state is not TalkState.OFFERED:
        return None
    text = join(say("talk-notice"), heading(event, say), say("talk-topic", topic=talk.topic), by="\n\n")
    return Screen(text, (_decide(event.id, talk, say), (to_programme(event, say),)))


async def answered(telling: Telling) -> Screen | None:
    event, say = await telling.store.events.get(telling.row.subject), telling.say
    talk = await telling.store.sign_ups.talk(event.id, telling.person.id)
    if talk is None or talk.state is TalkState.OFFERED:
        return None
    text = join(say(STATES[talk.state]), heading(event, say), say("talk-topic", topic=talk.topic), by="\n\n")
    return Screen(text, ((Button(say.plain("notice-button-card"), EventOpen(event_id=event.id)),),))


def _line(number: int, talk: Talk, say: Say) -> Html:
    return say("talk-line", number=number, topic=talk.topic, state=say.plain(STATES[talk.state]))


def _decide(event_id: int, talk: Talk, say: Say, number: int = 0) -> Row:
    """«Взять» and «Не взять»; with the number of the line where there are several."""
    ids = {"event_id": event_id, "member_id": talk.member_id}
    keys = ("talk-button-take", "talk-button-leave")
    words = [f"{say.plain(key)} {number}" if number else say.plain(key) for key in keys]
    return tuple(Button(text, TalkDecide(**ids, yes=int(not place))) for place, text in enumerate(words))


MAKERS: dict[str, Maker] = {"talk": offered, "talk-answer": answered}
SILENT = frozenset({"talk"})


def router() -> Router:
    router = conversation("talks")
    mine = AsContext()
    router.callback_query.register(ask_topic, TalkOffer.filter(), mine)
    router.callback_query.register(see, TalkList.filter(), Managed(), mine)
    router.callback_query.register(decide, TalkDecide.filter(), Managed(), mine)
    router.message.register(typed_topic, Ask.talk_topic, TYPED, mine)
    return router
