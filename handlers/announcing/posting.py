"""Posts in channels and groups: chosen, looked at as they will stand there, sent; kept up to date like every card."""

from dataclasses import replace
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.event import Event
from domain.people import Person
from domain.refusal import Refusal
from handlers.ask import conversation
from handlers.callbacks import AnnounceOpen, ChannelAsk, GroupPost, GroupSend, ManageGroups
from handlers.card import Viewer, card_screen
from handlers.context import Library
from handlers.managed import Managed, back
from handlers.say import Say, join
from handlers.screen import Button, Screen, show
from handlers.telling import Maker, Poster, Telling
from handlers.view import heading
from handlers.words import pager
from storage.cards import Chat
from storage.outbox import Row
from storage.posts import ANEW, NOT_POSTED, PICTURED, POST, TOPIC
from storage.store import Store

CHATS = 4


async def groups(
    query: CallbackQuery, callback_data: ManageGroups, *, event: Event, store: Store, say: Say, library: Library
) -> None:
    await show(query, await groups_screen(event, callback_data.page, store=store, say=say, library=library))


async def groups_screen(event: Event, page: int, *, store: Store, say: Say, library: Library) -> Screen:
    """Groups and channels that the bot may post in, ways to connect another, and texts for everywhere else."""
    chats = await store.chats.all()
    shown = chats[page * CHATS : (page + 1) * CHATS]
    rows = tuple((Button(chat.title, GroupPost(event_id=event.id, chat_id=chat.chat_id)),) for chat in shown)
    channel = Button(say.plain("announce-button-channel"), ChannelAsk(event_id=event.id))
    add = Button(say.plain("invite-button-add-group"), url=library.group_link(f"e{event.id}"))
    texts = Button(say.plain("announce-button-texts"), AnnounceOpen(event_id=event.id))
    last = (*pager(page, len(chats), CHATS, ManageGroups(event_id=event.id)), back(event, say))
    text = say("invite-groups", number=len(chats), bot=library.bot_username)
    return Screen(text, (*rows, (channel, add), (texts,), last))


async def preview(
    query: CallbackQuery,
    callback_data: GroupPost,
    *,
    event: Event,
    store: Store,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    """What will stand there, with the buttons that send it or lead back in place of its own."""
    chat = await _connected(store, callback_data.chat_id)
    event.require_open()
    viewer = Viewer(None, library, now, shared=True)
    screen = await card_screen(store, event.id, viewer, say.into(library.languages[0]))
    standing = await store.posts.standing(event.id, chat.chat_id)
    key = "announce-button-again" if standing else "announce-button-send"
    press = GroupSend(event_id=event.id, chat_id=chat.chat_id, standing=standing)
    others = Button(say.plain("announce-button-back"), ManageGroups(event_id=event.id))
    rows = ((Button(say.plain(key, title=chat.title), press),), (others,))
    await show(query, replace(screen, rows=rows), say.plain("announce-toast-preview"))


async def post_in_group(
    query: CallbackQuery,
    callback_data: GroupSend,
    *,
    event: Event,
    store: Store,
    person: Person,
    say: Say,
    library: Library,
    now: datetime,
) -> None:
    """Posts it, once for each preview."""
    chat = await _connected(store, callback_data.chat_id)
    await store.posts.send(event.id, chat.chat_id, person, now, standing=callback_data.standing)
    screen = await groups_screen(event, 0, store=store, say=say, library=library)
    await show(query, screen, say.plain("announce-toast-sending"))


async def shared_card(row: Row, store: Store, library: Library, say: Say, now: datetime) -> Screen | None:
    """What is posted, in the library's first language; nothing of an event that is not announced any more."""
    if not (await store.events.get(row.subject)).is_open:
        return None
    return await card_screen(store, row.subject, Viewer(None, library, now, shared=True), say)


async def not_posted(telling: Telling) -> Screen | None:
    """To who wanted it: the bot may not write there, or the messenger has not taken it, or nobody knows."""
    event, say, args = await telling.store.events.get(telling.row.subject), telling.say, telling.row.args
    key = NOT_POSTED_WORDS.get(args.get("outcome", ""), "announce-not-posted")
    text = join(say(key, title=args["title"]), heading(event, say), by="\n\n")
    return Screen(text, ((Button(say.plain("announce-button-back"), ManageGroups(event_id=event.id)),),))


async def pictured(telling: Telling) -> Screen | None:
    """To who answers for the event: the poster that was taken away still stands in a post."""
    event, say = await telling.store.events.get(telling.row.subject), telling.say
    text = join(say("announce-pictured", title=telling.row.args["title"]), heading(event, say), by="\n\n")
    return Screen(text, ((Button(say.plain("announce-button-back"), ManageGroups(event_id=event.id)),),))


NOT_POSTED_WORDS = {"failed": "announce-not-taken", "unknown": "announce-not-known", TOPIC: "announce-topic-closed"}
MAKERS: dict[str, Maker] = {NOT_POSTED: not_posted, PICTURED: pictured}
SILENT: frozenset[str] = frozenset({ANEW})
POSTERS: dict[str, Poster] = {POST: shared_card, ANEW: shared_card}


async def _connected(store: Store, chat_id: int) -> Chat:
    chat = next((one for one in await store.chats.all() if one.chat_id == chat_id), None)
    if chat is None:
        raise Refusal("group-closed")
    return chat


def router() -> Router:
    router = conversation("posting")
    router.callback_query.register(groups, ManageGroups.filter(), Managed())
    router.callback_query.register(preview, GroupPost.filter(), Managed())
    router.callback_query.register(post_in_group, GroupSend.filter(), Managed())
    return router
