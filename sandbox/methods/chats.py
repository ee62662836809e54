"""Chats, who is in them, and who the bot is."""

from sandbox.access import chat_of, message_of
from sandbox.errors import bad
from sandbox.shapes import Json, member
from sandbox.world import World

NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


async def get_me(world: World, _params: Json) -> Json:
    powers = {"can_join_groups": True, "can_read_all_group_messages": False}
    return world.bot.user() | powers | {"supports_inline_queries": world.has_inline}


async def get_chat(world: World, params: Json) -> Json:
    chat = chat_of(world, params.get("chat_id"), writes=False)
    about = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}
    return chat.body(world.accounts.get(chat.id)) | about


async def get_chat_member(world: World, params: Json) -> Json:
    chat = chat_of(world, params.get("chat_id"), writes=False)
    user_id = params.get("user_id")
    if user_id == world.bot.id:
        return member(world.bot.user(), chat.bot_status)
    account = world.accounts.get(user_id or 0)
    if account is None:
        raise bad("user not found" if user_id else "invalid user_id specified")
    if account.id not in chat.members:
        return member(account.user(), "left")
    return member(account.user(), "creator" if chat.members[0] == account.id else "member")


async def get_chat_member_count(world: World, params: Json) -> int:
    return len(chat_of(world, params.get("chat_id"), writes=False).members) + 1


async def leave_chat(world: World, params: Json) -> bool:
    chat = chat_of(world, params.get("chat_id"))
    if chat.kind == "private":
        raise bad("chat member status can't be changed in private chats")
    chat.bot_status = "left"
    world.changes.touch()
    return True


async def pin_chat_message(world: World, params: Json) -> bool:
    chat = chat_of(world, params.get("chat_id"))
    if chat.kind != "private" and chat.bot_status != "administrator":
        raise bad("not enough rights to manage pinned messages in the chat")
    message_of(chat, params.get("message_id"), "message to pin")
    return True
