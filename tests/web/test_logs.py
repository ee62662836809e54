"""Nothing personal in the log: whatever people see, send and lose on pages and in chat."""

import logging
from collections.abc import Iterator
from typing import NoReturn

import pytest
import structlog

from bot.logs import set_up_logs
from storage.page_links import Page
from tests.chat.conftest import Town
from tests.web.conftest import Browser

WORDS = ("Приметова", "Секретарь", "34-29-20", "74822342920", "ангина")


@pytest.fixture
def _as_it_was() -> Iterator[None]:
    yield
    structlog.reset_defaults()
    logging.basicConfig(force=True)


@pytest.mark.usefixtures("_as_it_was")
async def test_nobody_is_named_in_the_log(
    paged: Town, browser: Browser, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up_logs()
    partner, olga = await paged.partner("Колледж"), await paged.known("Ольга Приметова")
    await browser.opens(paged.anna, Page.PARTNER, partner)
    await browser.sends("rep", last_name="Приметова", position="Секретарь", phone="34-29-20")
    await browser.sends("rep", status=400, last_name="Приметова", phone="34-29-20, 34-29-21 ангина")
    link = await browser.link(olga, Page.PRIVACY)
    await browser.session.post(link)
    await browser.gets("my-data.json")

    async def fails(_member_id: int) -> NoReturn:
        raise ValueError("Ольга Приметова, ангина")

    monkeypatch.setattr(paged.store.personal, "of", fails)
    assert "Что-то пошло не так" in await browser.gets(status=500)
    monkeypatch.undo()
    await browser.sends("erase")
    await olga.says("Приметова, ангина")
    await paged.quiet()
    written = capfd.readouterr().err
    assert "page-failed" in written
    assert not [word for word in (*WORDS, link.rpartition("/")[2]) if word in written]
