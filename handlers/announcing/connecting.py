"""Connecting a channel or group by its name or by a post of it that is forwarded; rights are checked on both sides."""

import re
from datetime import datetime

from aiogram import Bot, F, Router
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ChatFullInfo, Message, MessageOriginChannel, MessageOriginChat

from domain.event import Event
from domain.people import Person
from domain.refusal import Refusal
from handlers.announcing.posting import groups_screen
from handlers.ask import PRIVATE, TYPED, Ask, ask, asked, conversation, done
from handlers.callbacks import ChannelAsk, ManageGroups
from handlers.context import Library
from handlers.groups import CHANNEL, IN, can_post
from handlers.managed import Managed, manageable
from handlers.opening import with_note
from handlers.say import Say
from handlers.screen import Button, Screen, send, show
from storage.cards import Chat
from storage.store import Store

NAME = re.compile(r"(?:https?://)?(?:t\.me/|@)([A-Za-z]\w{3,31})/?", re.ASCII)
RUNS = frozenset({ChatMemberStatus.CREATOR, ChatMemberStatus.ADMINISTRATOR})


async def wanted(query: CallbackQuery, *, event: Event, state: FSMContext, say: Say, library: Library) -> None:
    """Says what to do; a name or a forwarded post is waited for."""
    back = Button(say.plain("announce-button-back"), ManageGroups(event_id=event.id))
    await ask(state, Ask.channel, back, event_id=event.id)
    await show(query, Screen(say("announce-connect", bot=library.bot_username), ((back,),)))


async def named(
    message: Message,
    *,
    bot: Bot,
    state: FSMContext,
    store: Store,
    person: Person,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    """Connects what was named, if the bot may post there and the person runs it."""
    event = await manageable(store, person, (await asked(state))["event_id"])
    chat = await _found(bot, _meant(message))
    await _check(bot, chat, person)
    await store.chats.put(Chat(chat.id, chat.title or "", chat.type), now)
    await done(state)
    screen = await groups_screen(event, 0, store=store, say=say, library=library)
    await send(message, with_note(screen, say("group-connected", title=chat.title or "")))


def _meant(message: Message) -> int | str:
    """The chat that a post came from, or its public name."""
    match message.forward_origin:
        case MessageOriginChannel() as origin:
            return origin.chat.id
        case MessageOriginChat() as origin:
            return origin.sender_chat.id
    name = NAME.fullmatch((message.text or "").strip())
    if name is None:
        raise Refusal("group-no-name")
    return f"@{name[1]}"


async def _found(bot: Bot, meant: int | str) -> ChatFullInfo:
    try:
        chat = await bot.get_chat(meant)
    except (TelegramBadRequest, TelegramForbiddenError):
        raise Refusal("group-unknown") from None
    if chat.type not in (CHANNEL, "group", "supergroup"):
        raise Refusal("group-no-name")
    return chat


async def _check(bot: Bot, chat: ChatFullInfo, person: Person) -> None:
    """The bot may post, and the person is among those who run the channel, or at least in the group."""
    try:
        own = await bot.get_chat_member(chat.id, (await bot.me()).id)
        theirs = await bot.get_chat_member(chat.id, person.account_id)
    except (TelegramBadRequest, TelegramForbiddenError):
        raise Refusal("group-not-admin") from None
    if not (can_post(own) if chat.type == CHANNEL else own.status in IN):
        raise Refusal("group-not-admin")
    if theirs.status not in (RUNS if chat.type == CHANNEL else IN | RUNS):
        raise Refusal("group-not-yours")


def router() -> Router:
    router = conversation("connecting")
    router.callback_query.register(wanted, ChannelAsk.filter(), Managed())
    router.message.register(named, PRIVATE, StateFilter(Ask.channel), F.forward_origin)
    router.message.register(named, PRIVATE, StateFilter(Ask.channel), TYPED)
    return router
