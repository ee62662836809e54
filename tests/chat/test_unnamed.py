"""An administrator who stays unnamed in a group, and asks for a card there."""

from sandbox import acts
from sandbox.shapes import text_body
from tests.chat.conftest import TITLE, Town


async def test_who_writes_in_the_name_of_a_group_is_told_why_nothing_is_posted(town: Town) -> None:
    event = await town.event()
    group = town.box.group("Коллеги", town.anna, kind="supergroup")
    await town.anna.adds_bot(group)
    asked = f"/start@{town.app.library.bot_username} e{event.id}"
    acts.write(town.box.world, acts.NOBODY, group.chat, text_body(asked) | {"sender_chat": group.chat.body()})
    await group.sees("Вы пишете от имени группы или канала, и я не вижу, кто вы")
    assert not [text for text in group.texts() if "Это могут только сотрудники" in text]
    await town.anna.says(asked, chat=group)
    await group.sees(TITLE)
