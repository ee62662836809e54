"""One-time links: looked at as often as one likes, used once, over after ten minutes."""

import asyncio
from sqlite3 import OperationalError

import pytest
from aiohttp import ClientSession, CookieJar
from yarl import URL

from bot.web.attempts import MOST
from domain.people import Grant, Role
from storage.page_links import Page, PageLinks
from tests.chat.conftest import Town
from tests.web.conftest import Browser

NOTHING, OVER = "Такой страницы нет", "Ссылка уже не действует"


async def test_a_preview_uses_nothing_up(paged: Town, browser: Browser) -> None:
    link = await browser.link(paged.anna, Page.PRIVACY)
    for _ in range(3):
        answer = await browser.session.get(link)
        assert "Открыть" in await answer.text()
    assert "Мои данные" in await (await browser.session.post(link)).text()


async def test_a_link_opens_once_and_then_says_so(paged: Town, browser: Browser) -> None:
    link = await browser.link(paged.anna, Page.PRIVACY)
    await browser.session.post(link)
    async with ClientSession() as other:
        for answer in (await other.get(link), await other.post(link)):
            assert answer.status == 410
            assert "Ссылка уже не действует" in await answer.text()


async def test_a_page_speaks_the_language_of_whose_it_is_and_not_the_browsers(paged: Town, browser: Browser) -> None:
    link = await browser.link(paged.anna, Page.PRIVACY)
    async with ClientSession(headers={"Accept-Language": "en-US,en"}, cookie_jar=CookieJar(unsafe=True)) as english:
        assert "Открыть" in await (await english.get(link)).text()
        assert "Мои данные" in await (await english.post(link)).text()
        assert "Такой страницы нет" in await (await english.get(f"{browser.address}/page/nothing")).text()
        assert "Ссылка уже не действует" in await (await english.get(link)).text()
        english.cookie_jar.clear()
        assert "no longer good" in await (await english.get(f"{link}x")).text()


@pytest.mark.parametrize(("path", "status", "words"), [("/nowhere", 404, NOTHING), ("/page/", 410, OVER)])
async def test_what_is_no_key_of_ours_is_answered_in_words(
    browser: Browser, path: str, status: int, words: str
) -> None:
    """`\xff` is no text at all."""
    answer = await _raw(
        browser, f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n".encode() + b"Cookie: roundtable=\xff"
    )
    assert answer.startswith(f"HTTP/1.1 {status} ")
    assert words in answer


async def _raw(browser: Browser, request: bytes) -> str:
    """The answer to what no client of ours would send."""
    address = URL(browser.address)
    reader, writer = await asyncio.open_connection(address.host, address.port)
    try:
        writer.write(request + b"\r\n\r\n")
        return (await reader.read()).decode()
    finally:
        writer.close()


async def test_without_the_database_what_is_not_there_is_still_answered_in_words(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(PageLinks, "language", away)
    async with ClientSession(headers={"Cookie": "roundtable=key"}) as other:
        answer = await other.get(f"{browser.address}/nowhere")
        assert answer.status == 404
        assert NOTHING in await answer.text()


async def test_a_session_ends_with_the_ten_minutes(paged: Town, browser: Browser) -> None:
    await browser.opens(paged.anna, Page.PRIVACY)
    await paged.box.clock.forward(minutes=9)
    await browser.gets()
    await paged.box.clock.forward(minutes=1)
    assert "Ссылка уже не действует" in await browser.gets(status=410)


async def test_without_a_link_there_is_no_page(browser: Browser) -> None:
    assert "Ссылка уже не действует" in await browser.gets(status=410)


async def test_whoever_goes_on_guessing_is_not_answered(paged: Town, browser: Browser) -> None:
    link = await browser.link(paged.anna, Page.PRIVACY)
    statuses = [(await browser.session.get(f"{link}{number}")).status for number in range(MOST + 2)]
    assert statuses == [410] * MOST + [429] * 2
    assert (await browser.session.get(link)).status == 429
    other = {"X-Forwarded-For": "10.1.2.3, 192.0.2.7"}
    assert (await browser.session.get(link, headers=other)).status == 200


async def test_what_every_answer_says_to_the_browser(paged: Town, browser: Browser) -> None:
    link = await browser.link(paged.anna, Page.PRIVACY)
    entered = await browser.session.post(link, allow_redirects=False)
    cookie = entered.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Max-Age=600" in cookie
    for answer in (entered, await browser.session.get(f"{browser.address}/page/"), await browser.session.get(link)):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'")


async def test_a_form_of_another_site_does_nothing(paged: Town, browser: Browser) -> None:
    await browser.opens(paged.anna, Page.PRIVACY)
    for fields in ({}, {"csrf": "guessed"}):
        answer = await browser.posts("name", name="Другое имя", **fields)
        assert answer.status == 410
    assert (await paged.member(paged.anna)).name == "Анна Петрова"


async def test_a_form_that_is_too_large_is_refused(paged: Town, browser: Browser) -> None:
    await browser.opens(paged.anna, Page.PRIVACY)
    assert "слишком велик" in await browser.sends("name", status=413, name="я" * 100_000)


@pytest.mark.parametrize("path", ["page/nothing", "nothing", "static/../site.py", "p/"])
async def test_what_is_not_there_says_so(paged: Town, browser: Browser, path: str) -> None:
    await browser.opens(paged.anna, Page.PRIVACY)
    answer = await browser.session.get(f"{browser.address}/{path}")
    assert answer.status == 404
    assert "Такой страницы нет" in await answer.text()


async def test_a_role_taken_away_closes_the_page(paged: Town, browser: Browser) -> None:
    olga = await paged.known("Ольга Котова")
    member = await paged.member(olga)
    grant = Grant(Role.DIRECTOR)
    await paged.store.members.grant(member.id, grant, None, paged.now())
    page = await browser.opens(olga, Page.STAFF)
    assert "Анна Петрова" in page
    assert f"Сотрудник № {member.id}" in page
    await paged.store.members.revoke(member.id, grant, None, paged.now())
    assert "Анна Петрова" not in await browser.gets(status=403)


async def test_the_page_speaks_the_persons_language(paged: Town, browser: Browser) -> None:
    ann = await paged.known("Ann Lee", language="en")
    assert "My data" in await browser.opens(ann, Page.PRIVACY)
