"""Being forgotten, by wish or by silence: what the person sees, what the administrators get, what is left."""

from datetime import timedelta
from pathlib import Path

from bot.ledger import read
from tests.bot.conftest import eventually
from tests.chat.conftest import Town


async def test_the_administrator_takes_the_act(open_town: Town) -> None:
    town = open_town
    olga = await town.known("Ольга Приметова")
    await olga.says("/privacy")
    await olga.taps("Удалить всё обо мне")
    await olga.taps("Да, удалить всё")
    await olga.sees("Номер акта об уничтожении")
    await town.anna.sees("Данные участника удалены, составлен акт")
    await town.anna.taps("Акт")
    file = await town.anna.sees("Акт об уничтожении 2.txt")
    text = town.box.world.files[file["document"]["file_id"]][1].decode("utf-8-sig")
    assert "об уничтожении персональных данных" in text
    assert "Оператор: МБС г. Твери, Тверской пр-т, д. 5" in text
    assert "– Согласия: 1" in text
    assert "Причина: человек потребовал удалить все данные" in text
    assert "ВЫГРУЗКА ИЗ ЖУРНАЛА СОБЫТИЙ" in text
    assert "Приметова" not in text


async def test_where_chat_is_no_place_for_it_the_act_is_elsewhere(town: Town) -> None:
    olga = await town.known("Ольга Приметова")
    await town.store.members.erase((await town.member(olga)).id, town.now())
    await town.anna.taps("Акт", await town.anna.sees("составлен акт"))
    await town.anna.sees("roundtable act ")


async def test_the_ledger_is_written_and_the_log_is_cut(town: Town, tmp_path: Path) -> None:
    olga = await town.known("Ольга Приметова")
    member = await town.member(olga)
    await town.store.members.erase(member.id, town.now())

    async def written() -> bool:
        return member.id in read(tmp_path / "backups")

    assert await eventually(written)


async def test_who_is_silent_is_asked_and_a_press_is_enough(town: Town) -> None:
    olga = await town.known("Ольга Приметова")
    await town.box.clock.forward(days=340)
    await olga.taps("Остаться", await olga.sees("Вы давно не заглядывали"))
    await olga.sees("остаёмся на связи")
    await town.box.clock.forward(days=60)
    await town.quiet()
    seen = (await town.member(olga)).seen_at
    assert seen is not None
    assert town.now() - seen >= timedelta(days=60)


async def test_whoever_says_nothing_is_forgotten(town: Town) -> None:
    olga = await town.known("Ольга Приметова")
    await town.box.clock.forward(days=340)
    await olga.sees("Вы давно не заглядывали")
    await town.box.clock.forward(days=32)

    async def forgotten() -> bool:
        return await town.store.members.by_account(olga.id) is None

    assert await eventually(forgotten)
    await town.anna.sees("срок хранения истёк")


async def test_being_there_is_written_down_once_a_day(town: Town) -> None:
    olga = await town.known("Ольга Приметова")
    await olga.says("/help")
    await olga.sees("Что я умею")
    await town.quiet()
    first = (await town.member(olga)).seen_at
    assert first is not None
    await town.box.clock.forward(hours=5)
    await olga.says("/events")
    await town.quiet()
    assert (await town.member(olga)).seen_at == first
    await town.box.clock.forward(hours=20)
    await olga.says("/events")
    await town.quiet()
    assert (await town.member(olga)).seen_at != first
