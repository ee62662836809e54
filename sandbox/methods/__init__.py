"""The methods of the Bot API, as far as a bot uses them here. Each takes the world and the call's parameters."""

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.methods import answering, chats, commands, editing, files, profile, sending
from sandbox.shapes import Json
from sandbox.world import World

Method = Callable[[World, Json], Awaitable[Any]]

METHODS: dict[str, Method] = {
    "getme": chats.get_me,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "senddocument": sending.send_document,
    "sendmediagroup": sending.send_media_group,
    "copymessage": sending.copy_message,
    "sendchataction": sending.send_chat_action,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagemedia": editing.edit_message_media,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "deletemessage": editing.delete_message,
    "answercallbackquery": answering.answer_callback_query,
    "answerinlinequery": answering.answer_inline_query,
    "setmycommands": commands.set_my_commands,
    "getmycommands": commands.get_my_commands,
    "deletemycommands": commands.delete_my_commands,
    "setchatmenubutton": commands.nod,
    "setmydescription": profile.set_my_description,
    "setmyshortdescription": profile.set_my_short_description,
    "setmyname": profile.set_my_name,
    "getchat": chats.get_chat,
    "getchatmember": chats.get_chat_member,
    "getchatmembercount": chats.get_chat_member_count,
    "leavechat": chats.leave_chat,
    "pinchatmessage": chats.pin_chat_message,
    "getfile": files.get_file,
}
"""By name in small letters, for the real Bot API does not mind the case."""

SENDS = ("sendmessage", "sendphoto", "senddocument", "sendmediagroup", "copymessage")
"""Those that put a new message into a chat, and so are counted; an album as so many."""
