"""/health: for colleagues, in plain words; names only where they may be in chat."""

from datetime import UTC, datetime
from pathlib import Path

from domain.people import Grant, Role
from sandbox.people import Person
from tests.chat.conftest import Town, town_of
from tests.chat.talk import says, shows, taps


async def _colleague(town: Town) -> Person:
    """A librarian, after a guest has blocked the bot."""
    guest = await town.known("Ольга Котова")
    await town.event(title="Вечер «Ёж» <b>")
    await guest.blocks()
    librarian = await town.known("Пётр Лунин")
    member = await town.member(librarian)
    await town.store.members.grant(member.id, Grant(Role.LIBRARIAN), None, town.now())
    await town.quiet()
    return librarian


async def test_a_colleague_sees_how_the_bot_is_doing(town: Town) -> None:
    librarian = await _colleague(town)
    await says(town, librarian, "/health", "Ничего не застряло", "Резервной копии ещё нет", "Вечер «Ёж» <b>")
    shows(librarian, "пт, 20 апреля, 14:00 – напоминание: Вечер")
    shows(librarian, "Не получает сообщений 1 человек")
    librarian.does_not_see("Ольга")
    await town.app.backups.make(town.now())
    await taps(town, librarian, "Обновить")
    shows(librarian, "Последняя резервная копия: сегодня, 10:0")


async def test_what_is_near_is_called_by_its_day(town: Town) -> None:
    librarian = await _colleague(town)
    await town.box.clock.set(datetime(2018, 4, 26, 7, tzinfo=UTC))
    await says(town, librarian, "/health", "сегодня, 14:00 – напоминание: Вечер", "завтра, 12:00 – напоминание: Вечер")


async def test_names_are_shown_where_they_may_be(tmp_path: Path) -> None:
    async with town_of(tmp_path, privacy={"personal_data_in_chat": True}) as town:
        librarian = await _colleague(town)
        await says(town, librarian, "/health", "Имена: Ольга Котова")
