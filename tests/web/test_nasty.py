"""Pages show what people wrote as they wrote it: nothing of it is taken for markup."""

import pytest

from domain.event import PartnerPart
from domain.event_papers import PaperKind
from domain.partner import RepFields
from domain.people import Purpose
from domain.person_name import PersonName
from domain.seats import Answer
from storage.page_links import Page
from tests.chat.conftest import Town
from tests.chat.test_nasty import AS_WRITTEN, spoil
from tests.docx import words_of
from tests.web.conftest import Browser
from tests.web.test_calls import letter_of
from tests.web.test_review import asked

SHOWN = {Page.PRIVACY: None, Page.PARTNER: 1, Page.GUESTS: 1, Page.STAFF: None}


@pytest.mark.parametrize(("page", "subject"), SHOWN.items(), ids=str)
async def test_a_page_escapes_what_it_shows(browser: Browser, paged: Town, page: Page, subject: int | None) -> None:
    await paged.partner("Колледж")
    event = await paged.event()
    guest = await paged.admit(await paged.known("Ольга Котова"), Purpose.NAMING)
    await paged.store.rsvps.answer(event.id, guest.id, Answer.GOING, paged.now())
    await spoil(paged.app)
    await browser.opens(paged.anna, page, subject)
    await shows_it_as_written(browser)


async def test_whom_to_telephone_is_escaped(browser: Browser, paged: Town) -> None:
    letter = await letter_of(paged)
    await spoil(paged.app)
    await browser.opens(paged.anna, Page.CALLS, letter)
    await shows_it_as_written(browser)


async def test_an_answer_to_be_reviewed_is_escaped(browser: Browser, paged: Town) -> None:
    survey_id = await asked(paged, "Колледж", best_event="<i>ZZ</i><script>")
    await spoil(paged.app)
    await browser.opens(paged.anna, Page.REVIEW, survey_id)
    await shows_it_as_written(browser)


async def test_papers_show_what_people_wrote_as_they_wrote_it(browser: Browser, paged: Town) -> None:
    partner, anna = await paged.partner("Епархия"), await paged.member(paged.anna)
    rep = await paged.store.partners.put_rep(partner, RepFields(PersonName("Ветров")), None, paged.now())
    event = await paged.event(partners=(PartnerPart(partner),), goal="Цель", summary="О чём", agenda=("Вопрос",))
    await paged.store.participants.note(event.id, rep, anna, paged.now(), comes=True)
    await spoil(paged.app)
    await browser.opens(paged.anna, Page.PAPERS, event.id)
    for kind in PaperKind:
        answer = await browser.session.get(f"{browser.address}/page/{kind}.docx")
        words = words_of(await answer.read())
        assert any(mark in words for mark in AS_WRITTEN), f"{kind}:\n{words}"
        assert "&amp;" not in words, kind


async def shows_it_as_written(browser: Browser) -> None:
    raw = await (await browser.session.get(f"{browser.address}/page/")).text()
    assert "&lt;i&gt;ZZ" in raw
    assert "<i>ZZ" not in raw
    assert "<script" not in raw
