"""What else comes from a messenger than words and presses of one's own buttons, for the random walk."""

from typing import Any

from sandbox import acts
from sandbox.people import Person
from sandbox.shapes import Json, text_body
from tests.chat.walking import Walk, buttons

FILE = {"file_id": "x1", "file_unique_id": "u1"}
FILM = FILE | {"width": 1, "height": 1, "duration": 1}
SHEET = FILE | {"file_name": "список.xlsx", "file_size": 10**9}
ORIGIN = {"type": "hidden_user", "date": 1_500_000_000, "sender_user_name": "Кто-то"}
SOMEBODY = {"id": 555, "is_bot": False, "first_name": "Чужой"}
CHANNEL = {"id": -100500, "type": "channel", "title": "Канал"}
PLACE = {"latitude": 56.86, "longitude": 35.9}
CHOICE = {"persistent_id": "1", "text": "а", "voter_count": 0}
POLL: Json = {"id": "1", "question": "?", "options": [CHOICE], "total_voter_count": 0, "type": "regular"}
POLL |= dict.fromkeys(
    ("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting", "members_only"), False
)
BODIES: tuple[Any, ...] = (
    {"voice": FILE | {"duration": 3}}, {"video": FILM, "caption": "видео"}, {"video_note": FILM | {"length": 240}},
    {"audio": FILE | {"duration": 1}}, {"animation": FILM, "document": FILE}, {"poll": POLL},
    {"dice": {"emoji": "🎲", "value": 3}}, {"story": {"id": 1, "chat": CHANNEL}}, {"document": FILE},
    {"document": SHEET}, {"photo": [FILM], "media_group_id": "7", "caption": "альбом"},
    {"photo": [FILM], "media_group_id": "7"}, {"photo": [FILM], "forward_origin": ORIGIN},
    {"contact": {"phone_number": "79001112233", "first_name": "Другой", "user_id": 1003}},
    {"venue": {"location": PLACE, "title": "Т", "address": "А"}, "location": PLACE},
    {"location": PLACE | {"live_period": 60}}, {"text": "переслано", "forward_origin": ORIGIN},
    {"text": "цитата", "quote": {"text": "ц", "position": 0}, "external_reply": {"origin": ORIGIN}},
    {"text": "/events", "sender_chat": CHANNEL, "is_automatic_forward": True},
    {"text": "/my", "message_thread_id": 5, "is_topic_message": True},
    {"pinned_message": {"message_id": 1, "date": 0, "chat": CHANNEL}}, {"new_chat_title": "Новое <имя>"},
    {"new_chat_members": [SOMEBODY]}, {"left_chat_member": SOMEBODY}, {"group_chat_created": True},
    {"web_app_data": {"data": "x", "button_text": "y"}}, {"users_shared": {"request_id": 1, "users": []}},
    {"of_tomorrow": {"a": 1}}, {},
)  # fmt: skip
"""Messages as the Bot API shapes them."""
WORDS = (
    "\u200b", "\u3164", "﷽" * 200, "👨‍👩‍👧‍👦" * 200, "😀" * 4096, "a\u0301" * 300, "\x00а", "\n\n", "1" * 400, "½",
    "/start " + "A" * 64, "/start " + "я" * 30, "/start e-1", "/start e99999999999999999999", "/start p1", "/start s1",
    "/cancel now", "/new " + "а" * 4000, "/EVENTS", "/events@other_bot", "/partners <b>", "**ж** _к_ `м`", "%s %d {0}",
    "27.04.18 25:61", "29.02.2019 10:00", "через 100 лет", "27 апреля 14:00 – 13:00", "с 1 мая по 30 апреля",
    "[x](tg://user?id=1)", "javascript:alert(1)", "http://" + "x" * 300 + ".ru", "+79041234567", "@all", "\\", '"',
)  # fmt: skip
PRESSES = (
    "\x00", "ra:\x00:1", "ra:1:0:0:0:0:0", "fo:::", "я" * 32, "fo:99999999999999999999:1:1", "ra:-1:-1", "ra:True:0",
    "::::", "qno:1", "svc:1", "fa:1:1:1:1", "fs:1:1", "fd:1:1:99999999", "fh:1:1:99", "pl:999999999", "%s",
)  # fmt: skip
PLACES = ("left", "kicked", "restricted", "member", "administrator", "member")
"""What the bot may become in a group."""


async def in_group(walk: Walk, who: int, body: Json) -> None:
    person = walk.back(who)
    walk.note(person, f"in the group: {list(body)}")
    acts.write(person.world, person.account, walk.crowd.group.chat, dict(body))


async def edits(walk: Walk, who: int, which: int, text: str) -> None:
    """One of their own messages."""
    person = walk.back(who)
    if own := [one for one in person.chat.messages.values() if not one["from"]["is_bot"]]:
        walk.note(person, f"edits: {text[:60]}")
        changed = own[-1 - which % len(own)] | text_body(text) | {"edit_date": person.world.seconds}
        person.world.push("edited_message", changed)


async def replies(walk: Walk, who: int, which: int, text: str) -> None:
    """To any message, however old."""
    person = walk.back(who)
    if said := list(person.chat.messages.values()):
        replied = {key: value for key, value in said[which % len(said)].items() if key != "reply_to_message"}
        walk.note(person, f"replies: {text[:60]}")
        await person.sends(text_body(text) | {"reply_to_message": replied})


async def presses_of_another(walk: Walk, who: int, other: int, which: int) -> None:
    """A button that only somebody else was shown."""
    person = walk.back(who)
    theirs = _last_buttons(walk.crowd.people[other])
    own = [one for one in person.chat.messages.values() if one["from"]["is_bot"]]
    data = theirs[which % len(theirs)].get("callback_data") if theirs else None
    if data and own:
        walk.note(person, f"presses another's {data}")
        await person.presses(data, own[-1])


async def presses_thrice(walk: Walk, who: int, which: int) -> None:
    """As whoever gets no answer does."""
    person = walk.back(who)
    message = next((one for one in reversed(list(person.chat.messages.values())) if buttons(one)), None)
    button = buttons(message)[which % len(buttons(message))] if message else {}
    if message and "callback_data" in button:
        walk.note(person, f"thrice [{button['text']}]")
        for _ in range(3):
            acts.press(person.world, person.account, message, button["callback_data"])


async def moves_bot(walk: Walk, who: int, status: str) -> None:
    """In the group."""
    person = walk.back(who)
    walk.note(person, f"makes the bot {status}")
    await person.adds_bot(walk.crowd.group, status)


async def lets_group_grow(walk: Walk, who: int) -> None:
    group, person = walk.crowd.group, walk.back(who)
    if group.chat.kind == "group" and group.chat.bot_status == "member":
        walk.note(person, "makes it a supergroup")
        await person.makes_supergroup(group)


def _last_buttons(person: Person) -> list[Json]:
    return next((buttons(one) for one in reversed(list(person.chat.messages.values())) if buttons(one)), [])
