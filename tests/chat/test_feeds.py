"""Calendars by a secret address, where the bot has no address of its own."""

from tests.chat.conftest import Town
from tests.chat.talk import says, shows, taps


async def test_without_pages_the_chat_says_what_there_is_instead(town: Town) -> None:
    await says(town, town.anna, "/settings", "Настройки")
    await taps(town, town.anna, "Подписка на календарь")
    shows(town.anna, "она пришлёт файл .ics")
    toast = await town.anna.presses("cals:1", town.anna.screen())
    assert "Адреса для подписки у бота нет" in toast["text"]
    assert await town.store.feeds.of((await town.member(town.anna)).id, None) is None
