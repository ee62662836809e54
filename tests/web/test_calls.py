"""Whom to telephone, with names: on a page, where chat may not show them."""

from sqlalchemy import insert

from domain.people import Grant, Role
from domain.segment import partners_by
from storage.page_links import Page
from storage.tables import partner_reps
from tests.chat.conftest import Town
from tests.chat.talk import says, shows, text_of
from tests.web.conftest import Browser

SEROV = {"last_name": "Серов", "first_name": "Иван", "phone": "+74822000001", "is_primary": True}


async def letter_of(town: Town) -> int:
    """A draft of Anna's to partners, of whom one has nobody in the bot."""
    college, anna = await town.partner("Колледж <1>"), await town.member(town.anna)
    row = SEROV | {"partner_id": college, "since": town.now()}
    await town.store.db.write(lambda conn: conn.execute(insert(partner_reps).values(row)))
    draft = await town.store.broadcasts.draft(anna.id, "Здравствуйте!", partners_by(), town.now())
    return draft.id


async def test_names_and_telephones_are_on_the_page_alone(paged: Town, browser: Browser) -> None:
    letter = await letter_of(paged)
    await says(paged, paged.anna, "/help")
    await paged.anna.presses(f"wlc:{letter}:0", paged.anna.screen())
    await paged.anna.sees("Кому позвонить")
    shows(paged.anna, "Колледж <1>")
    assert "Серов" not in text_of(paged.anna.screen())
    await paged.anna.sees_button("Открыть страницу")
    page = await browser.opens(paged.anna, Page.CALLS, letter)
    assert all(words in page for words in ("Колледж <1>", "Серов Иван", "+7 (4822) 00-00-01"))


async def test_a_draft_of_another_is_not_read(paged: Town, browser: Browser) -> None:
    letter, rita = await letter_of(paged), await paged.known("Рита Белова")
    await paged.store.members.grant((await paged.member(rita)).id, Grant(Role.METHODIST), None, paged.now())
    token = await browser.link(rita, Page.CALLS, letter)
    await browser.session.post(token)
    assert "поручено" in await browser.gets(status=403)
    await paged.store.broadcasts.confirm(letter, 1, paged.now())
    assert "Колледж" in await browser.gets()
