"""My data on a page of the bot: see, correct, take along, withdraw, be forgotten."""

import json

from domain.event import Asked
from domain.forms import Value
from domain.people import Purpose
from domain.seats import Answer
from domain.survey import Source
from storage.page_links import Page
from storage.responses import Sending
from tests.chat.conftest import Town
from tests.chat.surveying import surveyed
from tests.web.conftest import Browser


async def test_everything_that_is_kept_is_seen_and_taken_along(paged: Town, browser: Browser) -> None:
    event, olga = await paged.event(), await paged.known("Ольга <Котова>")
    await olga.follows(paged.app.library.link(f"e{event.id}-going"))
    await olga.sees("Вы идёте.")
    page = await browser.opens(olga, Page.PRIVACY)
    assert "Ольга <Котова>" in page
    assert "Наш принцип – взаимодействие" in page
    kept = json.loads(await browser.gets("my-data.json"))
    assert kept["account"][0]["name"] == "Ольга <Котова>"
    assert kept["answers"][0]["state"] == "going"
    text = await browser.gets("my-data.txt")
    assert "ОТВЕТЫ НА ПРИГЛАШЕНИЯ" in text
    assert "Состояние: «Приду»" in text
    assert [await browser.called(f"my-data.{one}") for one in ("txt", "json")] == ["Мои данные.txt", "Мои данные.json"]


async def test_answers_to_a_survey_are_read_in_its_own_words(paged: Town, browser: Browser) -> None:
    case = await surveyed(paged)
    igor = (await paged.member(case.igor)).id
    said: dict[str, Value] = {
        "best_event": "Чтения <памяти>",
        "audiences": ["children_0_14", "families"],
        "rating_content": "5",
    }
    sending = Sending({"sector": "education", **said}, {}, igor, Source.CHAT)
    await paged.store.responses.send(case.survey.id, case.college, sending, paged.now())
    page = await browser.opens(case.igor, Page.PRIVACY)
    assert "К какой сфере относится ваша организация?" in page
    assert "дети до 14 лет включительно; семьи с детьми" in page
    assert not any(code in page for code in ("education", "children_0_14", "audiences"))
    text = await browser.gets("my-data.txt")
    assert "К какой сфере относится ваша организация? – образование" in text
    assert "почему? – Чтения <памяти>" in text
    [kept] = json.loads(await browser.gets("my-data.json"))["responses"]
    assert kept["answers"]["sector"] == "education"


async def test_what_was_said_with_a_sign_up_stands_beside_its_question(paged: Town, browser: Browser) -> None:
    event, olga = await paged.event(questions=(Asked("Нужен <пандус>?", ("Да", "Нет")),)), await paged.known("Ольга")
    member_id = (await paged.member(olga)).id
    await paged.store.rsvps.answer(event.id, member_id, Answer.GOING, paged.now())
    await paged.store.sign_ups.answer(event.id, member_id, {"Нужен <пандус>?": "Да"}, paged.now(), draft_id=0)
    await browser.opens(olga, Page.PRIVACY)
    assert "Нужен <пандус>? – Да" in await browser.gets("my-data.txt")


async def test_a_page_is_html_whose_values_are_escaped(paged: Town, browser: Browser) -> None:
    await browser.opens(await paged.known('"><script>alert(1)</script>'), Page.PRIVACY)
    answer = await browser.session.get(f"{browser.address}/page/")
    assert "<script" not in await answer.text()


async def test_a_name_is_corrected(paged: Town, browser: Browser) -> None:
    olga = await paged.known("olga_k")
    await browser.opens(olga, Page.PRIVACY)
    assert "Сохранено" in await browser.sends("name", name="Ольга   Котова")
    assert (await paged.member(olga)).name == "Ольга Котова"
    assert "Напишите хотя бы слово" in await browser.sends("name", status=400, name=" ")
    again = await browser.sends("name", status=400, name="о" * 300)
    assert "Слишком длинно" in again
    assert "о" * 300 in again


async def test_representatives_correct_what_the_register_has_of_them(paged: Town, browser: Browser) -> None:
    igor, other = await paged.known("Игорь"), await paged.known("Пётр")
    partner = await paged.partner("Колледж")
    for person in (igor, other):
        await paged.store.partners.bind(partner, (await paged.member(person)).id, "Зам. директора, к.п.н.", paged.now())
    page = await browser.opens(igor, Page.PRIVACY)
    assert "Вы в списке представителей: Колледж" in page
    [own] = await paged.store.partners.reps_by((await paged.member(igor)).id)
    [foreign] = await paged.store.partners.reps_by((await paged.member(other)).id)
    await browser.sends("rep", rep=str(own.id), last_name="Лапин", first_name="Игорь", position="Директор, к.п.н.")
    [changed] = await paged.store.partners.reps_by((await paged.member(igor)).id)
    assert (changed.called, changed.fields.position, changed.fields.is_primary) == (
        "Лапин И.",
        "Директор, к.п.н.",
        True,
    )
    await browser.sends("rep", status=404, rep=str(foreign.id), last_name="Чужой")
    assert await paged.store.partners.reps_by((await paged.member(other)).id) == [foreign]
    again = await browser.sends("rep", status=400, rep=str(own.id), last_name="Лапин", phone="12")
    assert "Не получилось прочесть телефон" in again
    assert 'value="12"' in again


async def test_a_consent_is_withdrawn_after_saying_what_goes_with_it(paged: Town, browser: Browser) -> None:
    event, olga = await paged.event(), await paged.known("Ольга Котова", Purpose.SURVEY)
    await olga.follows(paged.app.library.link(f"e{event.id}-going"))
    await olga.sees("Вы идёте.")
    await browser.opens(olga, Page.PRIVACY)
    assert "Запись на 1 мероприятие отменится" in await browser.gets("withdraw?purpose=events")
    assert "Согласие отозвано" in await browser.sends("withdraw", purpose="events")
    assert (await paged.member(olga)).consents == {Purpose.SURVEY}
    assert (await paged.store.events.get(event.id)).counts.going == 0
    await browser.gets("withdraw?purpose=nonsense", status=404)


async def test_being_forgotten_ends_the_session_too(paged: Town, browser: Browser) -> None:
    olga = await paged.known("Ольга Котова")
    await browser.opens(olga, Page.PRIVACY)
    assert "Вернуть будет нельзя" in await browser.gets("erase")
    assert "Номер акта об уничтожении" in await browser.sends("erase")
    assert await paged.store.members.by_account(olga.id) is None
    await browser.gets(status=410)


async def test_the_last_consent_withdrawn_erases(paged: Town, browser: Browser) -> None:
    olga = await paged.known("Ольга Котова")
    await browser.opens(olga, Page.PRIVACY)
    assert "Это последнее согласие" in await browser.gets("withdraw?purpose=events")
    assert "Всё удалено" in await browser.sends("withdraw", purpose="events")
    assert await paged.store.members.by_account(olga.id) is None


async def test_the_very_text_of_a_consent_is_read_again(paged: Town, browser: Browser) -> None:
    olga = paged.person("Ольга Котова")
    await olga.says("/privacy")
    await olga.taps("Познакомиться")
    await olga.taps("Мне есть 18 лет")
    await olga.sees_button("☑ Мне есть 18 лет")
    await olga.taps("Согласен")
    await olga.sees("Спасибо, согласие записано")
    await browser.opens(olga, Page.PRIVACY)
    text = await browser.gets("consent?n=0")
    assert "Кто отвечает за данные: МБС г. Твери, Тверской пр-т, д. 5." in text
    await browser.gets("consent?n=7", status=404)
