"""A representative adds a word to the yes: «придём втроём, нужен проектор»."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.joint import REASON, remark
from handlers.ask import TYPED, Ask, ask, conversation, done, line
from handlers.callbacks import PartComment, PartOpen
from handlers.joint.acting import Acting, ActsFor, ActsForAsked
from handlers.joint.answering import part_screen
from handlers.opening import with_note
from handlers.say import join
from handlers.screen import Button, Screen, send, show
from handlers.view import heading


async def comment(query: CallbackQuery, callback_data: PartComment, *, acting: Acting, state: FSMContext) -> None:
    say, agreed = acting.ctx.say, acting.agreed
    if callback_data.drop:
        await done(state)
        await show(query, await _kept(acting, None), say.plain("joint-toast-comment-dropped"))
        return
    drop = Button(say.plain("joint-button-comment-drop"), PartComment(**acting.ids, drop=1))
    back = Button(say.plain("joint-button-back"), PartOpen(**acting.ids))
    await ask(state, Ask.part_comment, back, **acting.ids)
    text = join(say("joint-ask-comment"), heading(acting.event, say), by="\n\n")
    await show(query, Screen(text, ((back, drop) if agreed.standing.comment else (back,),)))


async def typed(message: Message, *, acting: Acting, state: FSMContext) -> None:
    words = line(message, REASON)
    await done(state)
    await send(message, with_note(await _kept(acting, words), acting.ctx.say("joint-comment-kept")))


async def _kept(acting: Acting, words: str | None) -> Screen:
    voice = acting.voice
    said = await acting.say(lambda event, agreed: remark(event, agreed, words, voice))
    return await part_screen(Acting(acting.ctx, said.event, said.after, acting.partner))


def router() -> Router:
    router = conversation("joint-comment")
    router.callback_query.register(comment, PartComment.filter(), ActsFor())
    router.message.register(typed, Ask.part_comment, TYPED, ActsForAsked())
    return router
