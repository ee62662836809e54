"""Monday morning: one message with all that the week brings, to who asked for it; none where it brings nothing."""

from datetime import UTC, datetime, timedelta

from domain.event import PartnerPart
from tests.chat.conftest import Town
from tests.chat.surveying import surveyed
from tests.chat.talk import labels, says, shows, taps

MONDAY = datetime(2018, 4, 9, 6, 1, tzinfo=UTC)
SWITCH = "Неделя впереди: сводка по понедельникам"


async def test_everything_that_waits_is_in_one_message(town: Town) -> None:
    made = await surveyed(town)
    rep, olga = made.igor, await town.known("Ольга Котова")
    await town.event(title="Наш вечер", partners=(PartnerPart(made.college),))
    member = await town.member(rep)
    mine = await town.event(title="Моя встреча", starts_at=MONDAY + timedelta(days=4, hours=5))
    await rep.follows(town.app.library.link(f"e{mine.id}-maybe"))
    await rep.sees("Вы, возможно, придёте")
    for person in (rep, olga):
        await says(town, person, "/settings", "Настройки")
        await taps(town, person, f"☐ {SWITCH}")
        shows(person, "Настройки")
    assert labels(rep.screen())[6] == f"☑ {SWITCH}"
    await town.box.clock.set(MONDAY)
    message = await rep.sees("Неделя впереди")
    text = message["text"]
    assert "пятница, 13 апреля, 14:01 – «Моя встреча», возможно, придёте" in text
    assert "Вас пригласили, ответа пока нет: 1 мероприятие." in text
    assert "Ждёт согласования участие в 1 мероприятии." in text
    assert "Анкета «Наши партнеры» открыта до" in text
    assert labels(message) == ["Мои ответы", "Согласовать участие: 1", "Заполнить анкету", "Настройки"]
    await rep.taps("Согласовать участие: 1", message)
    await rep.sees("Наш вечер")
    await town.quiet()
    olga.does_not_see("Неделя впереди")
    assert (await town.store.outbox.tally(member.id, "week-ahead")) == {"sent": 1}
    nothing = (await town.member(olga)).id
    assert (await town.store.outbox.tally(nothing, "week-ahead")) == {"superseded": 1}, "silent: there is nothing"
    await town.box.clock.set(MONDAY + timedelta(hours=8))
    await town.quiet()
    assert (await town.store.outbox.tally(member.id, "week-ahead")) == {"sent": 1}
