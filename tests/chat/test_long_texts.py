"""However much people write, it is shown: whole, on pages, or as much of it as a message takes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.agenda import Programme, Speaker
from domain.event import PartnerPart
from sandbox.people import Person
from tests.chat.conftest import START, Town
from tests.chat.talk import labels, says, shows, taps, text_of
from tests.chat.test_new_event import at_preview

TOPIC = "Опыт работы с учреждениями дополнительного образования района: итоги года, планы на будущее, предложения"


def refusals(town: Town) -> list[str]:
    return [call.why for call in town.box.calls if call.outcome == 400]


@pytest.mark.parametrize(
    "fields", [{"goal": "🎉" * 250, "summary": "📚" * 250}, {"title": "🎭 " * 100, "goal": "я" * 300}]
)
async def test_a_card_full_of_emoji_stands_under_its_poster(town: Town, fields: dict[str, str]) -> None:
    poster = town.box.world.add_file("photo", "poster.png", b"\x89PNG")
    event, olga = await town.event(poster=poster, **fields), await town.known("Ольга Котова")
    await says(town, olga, f"/start e{event.id}", "Свободно 30 из 30")
    assert olga.screen()["photo"]
    await olga.inlines("")
    assert refusals(town) == []


async def read_on(town: Town, person: Person) -> list[str]:
    """All pages from the one that is shown."""
    pages = [text_of(person.screen())]
    while "›" in labels(person.screen()):
        await taps(town, person, "›")
        pages.append(text_of(person.screen()))
    return pages


async def test_a_programme_of_a_whole_day_is_read_on_pages(town: Town) -> None:
    partners = [await town.partner(f"Муниципальное учреждение дополнительного образования № {n}") for n in range(20)]
    event = await town.event(
        agenda=tuple(f"{TOPIC}, {n}" for n in range(1, 41)),
        goal="Обсудить",
        partners=tuple(map(PartnerPart, partners)),
        ends_at=START + timedelta(hours=9),
    )
    olga = await town.known("Ольга Котова")
    await says(town, olga, f"/start e{event.id}")
    await taps(town, olga, "Подробнее")
    pages = await read_on(town, olga)
    assert len(pages) == 2
    assert all(f"{n}. {TOPIC}, {n}" in "\n".join(pages) for n in range(1, 41))
    assert "№ 19" in pages[-1]
    await taps(town, olga, "‹", "‹ К карточке")
    shows(olga, "Свободно 30 из 30")
    assert refusals(town) == []


async def test_whoever_arranges_such_a_programme_sees_what_the_digits_are_for(town: Town) -> None:
    anna, event = town.anna, await town.event(agenda=tuple(f"{TOPIC}, {n}" for n in range(1, 41)))
    speaker = Speaker(typed="заведующая отделом обслуживания Центральной городской библиотеки имени Герцена")

    def spoken(old: Programme) -> Programme:
        return replace(old, items=tuple(replace(item, speaker=speaker, minutes=10) for item in old.items))

    await town.store.agenda.change(event.id, spoken, await town.member(anna), town.now())
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "Программа", "›")
    shows(anna, f"15. {TOPIC}, 15", f"28. {TOPIC}, 28")
    assert {"15", "28"} <= set(labels(anna.screen()))
    assert refusals(town) == []


async def test_the_whole_is_read_before_it_is_published_however_long_its_agenda(town: Town) -> None:
    anna = await at_preview(town)
    await taps(town, anna, "+ Повестка")
    await says(town, anna, "\n".join(f"{TOPIC} и пожелания читателей, {n}" for n in range(1, 31)))
    pages = await read_on(town, anna)
    assert len(pages) == 2
    assert f"30. {TOPIC} и пожелания читателей, 30" in pages[-1]
    await taps(town, anna, "Опубликовать")
    await anna.sees("Опубликовано.")
    assert refusals(town) == []
