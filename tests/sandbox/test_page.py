"""The page in headless Chromium: people side by side, pressing, writing, turning the clock."""

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from bot.app import App
from bot.clock import RemoteClock
from bot.sample import Sample
from sandbox.server import Sandbox
from tests.engines import at_newest

CHROMIUM = shutil.which("chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LIBRARIAN, PARTNER, GUEST = "Анна Ветрова", "Игорь Лапин", "Ольга Котова"

pytestmark = [
    pytest.mark.long,
    pytest.mark.page,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine (make system)"),
]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Sandbox]:
    """The sandbox as `roundtable sandbox` opens it."""
    sample = Sample.read()
    async with Sandbox(sample.token) as box:
        sample.seat(box)
        settings = sample.settings(box.url, tmp_path)
        await at_newest(settings.storage.url)
        app = App(settings, RemoteClock(f"{box.url}/clock"))
        box.next_moment = app.next_moment
        await app.start()
        await sample.fill(app.store, app.clock.now(), empty=False)
        yield box
        await app.stop()


@pytest.fixture
async def page(town: Sandbox) -> AsyncIterator[Page]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        opened = await browser.new_page(viewport={"width": 1500, "height": 900})
        faults: list[str] = []
        opened.on("pageerror", lambda error: faults.append(str(error)))
        await opened.goto(town.url)
        yield opened
        await browser.close()
        assert faults == []


async def test_a_partner_answers_and_the_clock_brings_the_reminder(page: Page) -> None:
    partner = page.get_by_label(PARTNER, exact=True)
    await partner.get_by_role("button", name="Приду").click()
    await expect(partner.get_by_text("Вы идёте").first).to_be_visible()
    now = page.locator("#now")
    while "20 апреля 2018 г. в 14:00" not in (before := await now.inner_text()):  # the survey asks again on its way
        await page.get_by_role("button", name="К следующему напоминанию").click()
        await expect(now).not_to_have_text(before)
    await expect(partner.get_by_text("Через 7 дней, в 14:00").first).to_be_visible()


async def test_the_page_opens_on_what_was_said_last(page: Page) -> None:
    chat = page.get_by_label(f"Переписка: {PARTNER}")
    await expect(chat.get_by_role("button", name="Отложить")).to_be_in_viewport()
    assert await chat.evaluate("one => one.scrollHeight - one.scrollTop - one.clientHeight") < 2


async def test_somebody_unknown_consents_first(page: Page) -> None:
    guest = page.get_by_label(GUEST, exact=True)
    await guest.get_by_role("button", name="Начать").click()
    await guest.get_by_label(f"Написать: {GUEST}").fill("/start e1")
    await page.keyboard.press("Enter")
    await guest.get_by_role("button", name="Приду").click()
    await guest.get_by_role("button", name="Мне есть 18").click()
    await guest.get_by_role("button", name="Согласен и приду").click()
    await expect(guest.get_by_text("Вы идёте").first).to_be_visible()


async def test_a_card_is_picked_in_a_group_and_follows_what_happens(page: Page) -> None:
    group, partner = page.get_by_label("Библиотекари и партнёры", exact=True), page.get_by_label(PARTNER, exact=True)
    await group.get_by_label("Написать: Библиотекари и партнёры").fill("@roundtable_sandbox_bot полевого")
    await expect(group.get_by_role("button", name="Ничего не нашлось")).to_be_visible()
    await group.get_by_label("Написать: Библиотекари и партнёры").fill("@roundtable_sandbox_bot принцип")
    await group.get_by_role("button", name="Круглый стол").click()
    await expect(group.get_by_text("через @roundtable_sandbox_bot")).to_be_visible()
    await partner.get_by_role("button", name="Приду").click()
    await expect(group.get_by_text("Придут: 1")).to_be_visible()


async def test_what_people_write_is_text_and_never_markup(page: Page) -> None:
    librarian = page.get_by_label(LIBRARIAN, exact=True)
    await librarian.get_by_label(f"Написать: {LIBRARIAN}").fill("<img src=x onerror=alert(1)><b>жирно</b>")
    await page.keyboard.press("Enter")
    await expect(librarian.get_by_text("<b>жирно</b>").first).to_be_visible()
    assert await librarian.locator("img").count() == 0


async def test_a_phone_shows_one_person_at_a_time(page: Page) -> None:
    await page.set_viewport_size({"width": 375, "height": 740})
    await page.get_by_role("tab", name=PARTNER).click()
    await expect(page.get_by_label(PARTNER, exact=True)).to_be_visible()
    await expect(page.get_by_label(LIBRARIAN, exact=True)).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") <= 375


async def test_somebody_new_and_trouble_are_a_press_away(page: Page) -> None:
    page.once("dialog", lambda dialog: dialog.accept("Пётр Лосев"))
    await page.get_by_role("button", name="Добавить человека").click()
    await expect(page.get_by_label("Пётр Лосев", exact=True)).to_be_visible()
    await page.get_by_text("Неполадки").click()
    await page.get_by_role("button", name="Включить").click()
    await expect(page.locator("#rules")).to_contain_text("429")


async def test_a_message_may_have_several_lines(page: Page) -> None:
    librarian = page.get_by_label(LIBRARIAN, exact=True)
    await librarian.get_by_label(f"Написать: {LIBRARIAN}").fill("первая")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("вторая")
    await page.keyboard.press("Enter")
    await expect(librarian.locator(".mine .bubble")).to_have_text(re.compile("первая\nвторая"), use_inner_text=True)


async def test_buttons_under_a_short_message_are_read_in_full(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    librarian = page.get_by_label(LIBRARIAN, exact=True)
    for said in ("/new", "Встреча"):
        await librarian.get_by_label(f"Написать: {LIBRARIAN}").fill(said)
        await page.keyboard.press("Enter")
        await expect(librarian.get_by_role("button", name="Отменить").last).to_be_visible()
    skip = librarian.get_by_role("button", name="Пропустить")
    await expect(skip).to_be_visible()
    assert await skip.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert await page.evaluate("document.documentElement.scrollWidth") <= 390


async def test_a_group_says_that_the_bot_is_there(page: Page) -> None:
    group = page.get_by_label("Библиотекари и партнёры", exact=True)
    await expect(group.get_by_text("Добавьте бота")).to_be_visible()
    await group.get_by_role("button", name="Добавить бота").click()
    await expect(group.get_by_text("Бот здесь")).to_be_visible()
