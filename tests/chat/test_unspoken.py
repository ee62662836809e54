"""What comes though nobody has spoken to the bot is answered by nobody; and all of an album once."""

from typing import Any

import pytest

from sandbox.shapes import text_body
from tests.chat.conftest import Town
from tests.chat.talk import says

NOTE = {"message_id": 1, "date": 0}
WALLPAPER = {"type": "wallpaper", "document": {"file_id": "w", "file_unique_id": "w"}, "dark_theme_dimming": 1}
TELEGRAM = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
CHANNEL = {"id": -1_001_000_000_123, "type": "channel", "title": "Библиотеки"}
PLACE = {"latitude": 56.86, "longitude": 35.9, "live_period": 600}


def photo(number: int, album: str) -> dict[str, Any]:
    size = {"file_id": f"x{number}", "file_unique_id": f"u{number}", "width": 1, "height": 1}
    return {"photo": [size], "media_group_id": album}


@pytest.mark.parametrize(
    "note",
    [
        {"pinned_message": NOTE},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}},
        {"chat_background_set": {"type": WALLPAPER}},
        {"write_access_allowed": {}},
        {"forum_topic_created": {"name": "Вопросы", "icon_color": 1}},
    ],
)
async def test_what_the_messenger_notes_interrupts_no_form(town: Town, note: dict[str, Any]) -> None:
    anna = town.anna
    await says(town, anna, "/new Вечер")
    question, number = anna.screen(), len(anna.texts())
    if "pinned_message" in note:
        note = {"pinned_message": NOTE | {"chat": question["chat"]}}
    await anna.sends(note)
    await town.quiet()
    assert (anna.screen()["message_id"], len(anna.texts())) == (question["message_id"], number + 1)


async def test_who_walks_with_the_map_open_is_not_answered_at_each_step(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    sent = await olga.sends({"location": PLACE})
    await olga.sees("Такое я прочесть не могу")
    number = len(olga.texts())
    for _ in range(3):
        town.box.world.push("edited_message", sent | {"edit_date": sent["date"]})
    await town.quiet()
    assert len(olga.texts()) == number


async def test_an_album_is_answered_once_and_the_next_one_again(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    for album in ("7", "8"):
        for number in range(10):
            await olga.sends(photo(number, album))
    await town.quiet()
    assert sum("Такое я прочесть не могу" in text for text in olga.texts()) == 2


async def test_what_a_channel_posts_is_not_answered_in_its_group(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    group = town.box.group("Обсуждение", olga, kind="supergroup")
    await olga.adds_bot(group, "administrator")
    origin = {"type": "channel", "date": 1, "chat": CHANNEL, "message_id": 5}
    frame = {"message_id": 777, "date": 1, "chat": group.chat.body(), "from": TELEGRAM, "sender_chat": CHANNEL}
    frame |= {"is_automatic_forward": True, "forward_origin": origin}
    for text in (f"Пишите боту @{town.app.library.bot_username}", "/events"):
        town.box.world.push("message", frame | text_body(text))
    await town.quiet()
    assert group.texts() == []
    await olga.says(f"@{town.app.library.bot_username.upper()} привет", chat=group)
    await group.sees("Об этом лучше наедине")


async def test_an_edited_text_is_still_answered(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    said = await olga.says("привет")
    town.box.world.push("edited_message", said | {"text": "пока", "edit_date": said["date"]})
    await olga.sees("Исправленное сообщение я не перечитываю")
