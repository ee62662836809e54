"""Pages show what people wrote as they wrote it: nothing of it is taken for markup."""

import pytest

from domain.people import Purpose
from domain.seats import Answer
from storage.page_links import Page
from tests.chat.conftest import Town
from tests.chat.test_nasty import spoil
from tests.web.conftest import Browser

SHOWN = {Page.PRIVACY: None, Page.PARTNER: 1, Page.GUESTS: 1, Page.STAFF: None}


@pytest.mark.parametrize(("page", "subject"), SHOWN.items(), ids=str)
async def test_a_page_escapes_what_it_shows(browser: Browser, paged: Town, page: Page, subject: int | None) -> None:
    await paged.partner("Колледж")
    event = await paged.event()
    guest = await paged.admit(await paged.known("Ольга Котова"), Purpose.NAMING)
    await paged.store.rsvps.answer(event.id, guest.id, Answer.GOING, paged.now())
    await spoil(paged.app)
    await browser.opens(paged.anna, page, subject)
    raw = await (await browser.session.get(f"{browser.address}/page/")).text()
    assert "&lt;i&gt;ZZ" in raw
    assert "<i>ZZ" not in raw
    assert "<script" not in raw
