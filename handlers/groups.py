"""Groups and channels: where the bot is, and the card posted there. In a group the bot is silent unless addressed."""

from contextlib import suppress
from datetime import datetime

from aiogram import Bot, F, Router
from aiogram.enums import ChatMemberStatus
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import ChatMemberAdministrator, ChatMemberUpdated, Message

from domain.people import Person
from domain.rights import Act, may, require
from handlers import goals
from handlers.ask import PRIVATE, conversation
from handlers.context import Library
from handlers.home import DESCRIPTIONS
from handlers.say import Say
from handlers.screen import Button, Screen, post, send
from storage.cards import Chat
from storage.store import Store

CHANNEL = "channel"
IN = frozenset({ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.RESTRICTED})


async def moved_in_or_out(
    update: ChatMemberUpdated, *, bot: Bot, store: Store, person: Person | None, say: Say, now: datetime
) -> None:
    """Somebody let the bot into a chat or threw it out; in a private chat, blocked it or took it back."""
    inside = update.new_chat_member.status in IN and getattr(update.new_chat_member, "is_member", True)
    chat = update.chat
    if chat.type == "private":
        if person is not None:
            await store.members.set_reachable(person.id, reachable=inside)
    elif inside and person is not None and may(person, Act.REGISTER_EVENT):
        if await _let_in(update, store, now):
            with suppress(TelegramAPIError):
                await post(bot, person.account_id, Screen(say("group-connected", title=chat.title or "")))
    elif inside:
        return
    else:
        await store.chats.drop(chat.id)


async def _let_in(update: ChatMemberUpdated, store: Store, now: datetime) -> bool:
    """The chat is connected: it can be posted in. Whether that is news for who has let the bot into a channel.

    Only staff connects a chat: anybody else may show the bot round, and no more.
    """
    chat = Chat(update.chat.id, update.chat.title or "", update.chat.type)
    if chat.kind == CHANNEL and not can_post(update.new_chat_member):
        await store.chats.drop(chat.chat_id)
        return False
    await store.chats.put(chat, now)
    return chat.kind == CHANNEL and not can_post(update.old_chat_member)


def can_post(member: object) -> bool:
    """Whether the bot, being this in a channel, may post there."""
    return isinstance(member, ChatMemberAdministrator) and member.can_post_messages is not False


async def became_supergroup(message: Message, *, store: Store) -> None:
    """Telegram gives a group another id when it grows, and says so in both; which word comes first, nobody knows."""
    if message.migrate_to_chat_id is not None:
        await store.chats.move(message.chat.id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id is not None:
        await store.chats.move(message.migrate_from_chat_id, message.chat.id)


async def start_here(
    message: Message,
    command: CommandObject,
    *,
    store: Store,
    person: Person | None,
    library: Library,
    say: Say,
    now: datetime,
) -> None:
    """`/start e17` in a group: staff posts the card of event 17 there."""
    goal = goals.parse(command.args or "")
    if goal is None or goal.event_id is None:
        await come_over(message, library=library, say=say)
        return
    event = await store.events.get(goal.event_id)
    if person is None and message.sender_chat is not None:  # who stays unnamed there may be staff, for all we know
        await send(message, Screen(say("group-unnamed")))
        return
    require(person, Act.MANAGE_EVENT, event.fields.branch_id)
    await store.posts.send(event.id, message.chat.id, person, now)


async def come_over(message: Message, *, library: Library, say: Say) -> None:
    """What concerns one person is for the private chat."""
    await send(
        message, Screen(say("group-come-over"), ((Button(say.plain("group-button-chat"), url=library.link("")),),))
    )


def router() -> Router:
    router = conversation("groups")
    router.my_chat_member.register(moved_in_or_out)
    router.message.register(became_supergroup, F.migrate_to_chat_id)
    router.message.register(became_supergroup, F.migrate_from_chat_id)
    router.message.register(start_here, CommandStart(deep_link=True), ~PRIVATE)
    router.message.register(come_over, Command(*DESCRIPTIONS), ~PRIVATE)
    return router
