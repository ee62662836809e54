"""Another event like one before, templates, and drafts that were left alone."""

from datetime import timedelta

from domain.agenda import AgendaItem, Leader, Programme, Speaker, lead, put_item
from domain.event import Asked
from domain.seats import Answer
from tests.chat.conftest import START, TITLE, Town
from tests.chat.talk import labels, says, shows, taps

QUESTION = Asked("Нужен ли проектор?", ("Да", "Нет"))


def speaks(programme: Programme) -> Programme:
    first = programme.items[0]
    spoken = put_item(programme, AgendaItem(first.id, first.text, 20, Speaker(typed="Баранова Е.П.")))
    return lead(spoken, Leader.CHAIR, Speaker(typed="Иванов И.И."))


async def test_as_last_year_takes_all_but_dates_and_sign_ups(town: Town) -> None:
    anna, guest = town.anna, await town.known("Ольга")
    old = await town.event(agenda=("Слово директора",), goal="Подружить", questions=(QUESTION,), wants_talks=True)
    await town.store.agenda.change(old.id, speaks, await town.member(anna), town.now())
    await town.store.rsvps.answer(old.id, (await town.member(guest)).id, Answer.GOING, town.now())
    await says(town, anna, f"/start e{old.id}")
    await taps(town, anna, "Управление", "Повторить")
    shows(anna, "Всё, кроме дат и записи гостей, – как было", "Когда?")
    await says(town, anna, "26 апреля 2019 в 15.00")
    await taps(town, anna, "Опубликовать")
    shows(anna, "Опубликовано")
    new = await town.store.events.get(old.id + 1)
    assert (new.fields.goal, new.fields.hall_id, new.fields.questions) == ("Подружить", old.fields.hall_id, (QUESTION,))
    assert (new.fields.wants_talks, new.counts.going, new.fields.ends_at) == (True, 0, None)
    programme = await town.store.agenda.of(new.id)
    assert [(one.text, one.minutes) for one in programme.items] == [("Слово директора", 20)]
    assert programme.chair == Speaker(typed="Иванов И.И.")


async def test_a_template_is_offered_before_anything_is_asked(town: Town) -> None:
    anna, event = town.anna, await town.event()
    await says(town, anna, f"/start e{event.id}")
    await taps(town, anna, "Управление", "В образцы")
    shows(anna, "Сохранено как образец")
    await says(town, anna, "/new")
    await taps(town, anna, f"Образец: {TITLE}")
    shows(anna, "Когда?")
    await taps(town, anna, "Отменить")
    await says(town, anna, "/new")
    assert f"Образец: {TITLE}" in labels(anna.screen())


async def test_a_draft_left_alone_reminds_its_author_once(town: Town) -> None:
    anna = town.anna
    await says(town, anna, "/new Вечер памяти")
    for days in (8, 1, 1):
        await town.box.clock.forward(days=days)
    card = await anna.sees("Мероприятие не закончено")
    assert "черновик удалится" in str(card["text"])
    assert anna.transcript().count("Мероприятие не закончено") == 1
    await taps(town, anna, "Продолжить")
    assert START - town.now() < timedelta(days=40)
