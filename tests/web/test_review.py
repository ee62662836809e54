"""Answers in people's own words, looked at on a page: for those who run surveys, without who said it."""

from typing import Any

from storage.page_links import Page
from storage.reviews import Review
from tests.chat.conftest import Town
from tests.chat.test_survey_results import answers, send, survey_of
from tests.web.conftest import Browser


async def asked(town: Town, *names: str, best_event: str = "") -> int:
    for name in names:
        await town.partner(name)
    survey_id = await survey_of(town, 2018)
    for place, partner_id in enumerate(await town.store.surveys.partners(survey_id)):
        await send(town, survey_id, partner_id, answers(0) | {"best_event": best_event or f"Ответ {place} <Иванова>"})
    return survey_id


async def test_answers_are_shown_in_other_words_or_hidden_and_a_decision_is_taken_back(
    paged: Town, browser: Browser
) -> None:
    survey_id = await asked(paged, "Колледж", "Лицей")
    first, second = await paged.store.responses.of(survey_id)
    page = await browser.opens(paged.anna, Page.REVIEW, survey_id)
    assert "Ответ 0 <Иванова>" in page
    assert "Осталось: 2" in page
    assert "Колледж" not in page
    about: dict[str, Any] = {"place": "5", "revision": "1"}
    await browser.sends("decide", response=str(first.id), text="Ответ 0 <...>", on="1", **about)
    page = await browser.sends("decide", response=str(second.id), text="Ответ 1 <Иванова>", on="0", **about)
    assert "Все ответы проверены" in page
    reviews = await paged.store.reviews.of(survey_id)
    assert reviews == {
        (first.id, "best_event"): Review(is_shown=True, text="Ответ 0 <...>"),
        (second.id, "best_event"): Review(is_shown=False),
    }
    page = await browser.sends("undo", response=str(second.id), **about)
    assert "Осталось: 1" in page
    await browser.sends("decide", response=str(second.id), text="Ответ 1 <Иванова>\r\n", on="1", **about)
    assert (await paged.store.reviews.of(survey_id))[second.id, "best_event"] == Review(is_shown=True)


async def test_what_was_not_seen_is_not_decided_on(paged: Town, browser: Browser) -> None:
    survey_id = await asked(paged, "Колледж")
    [response] = await paged.store.responses.of(survey_id)
    await browser.opens(paged.anna, Page.REVIEW, survey_id)
    about: dict[str, Any] = {"response": str(response.id), "place": "5", "text": "Так", "on": "1"}
    await browser.sends("decide", **about, revision="7")
    await browser.sends("decide", status=404, **about | {"response": "999"}, revision="1")
    await browser.sends("decide", status=400, **about | {"text": " "}, revision="1")
    await browser.sends("decide", status=400, **about | {"text": "я" * 3001}, revision="1")
    assert await paged.store.reviews.of(survey_id) == {}


async def test_the_page_is_for_those_who_run_surveys(paged: Town, browser: Browser) -> None:
    survey_id, boris = await asked(paged, "Колледж"), await paged.known("Борис")
    link = await browser.link(boris, Page.REVIEW, survey_id)
    assert (await browser.session.post(link)).status == 403
