"""The register's spreadsheets on a page: out, in, and a look before; the trail with names."""

from io import BytesIO
from typing import Any

from aiohttp import FormData

from domain.event import Asked
from domain.people import Grant, Role
from domain.seats import Answer
from storage.page_links import Page
from tests.chat.conftest import START, Town
from tests.web.conftest import Browser

TABLE = "Организация;Сфера;Фамилия;Телефон\r\nМузей истории;культура;Незабудкина;34-29-20\r\n"


async def _looks(browser: Browser, body: str | bytes, status: int = 200, name: str = "partners.csv") -> str:
    form = FormData()
    form.add_field("csrf", await browser.csrf())
    form.add_field("file", BytesIO(body.encode() if isinstance(body, str) else body), filename=name)
    answer = await browser.session.post(f"{browser.address}/page/look", data=form)
    assert answer.status == status, await answer.text()
    return await browser.reads(answer)


def _value(page: str, name: str) -> str:
    """What a hidden field holds."""
    return page.split(f'name="{name}" value="')[1].split('"', maxsplit=1)[0]


async def test_a_spreadsheet_is_looked_at_then_brought_in_and_out_again(paged: Town, browser: Browser) -> None:
    await browser.opens(paged.anna, Page.PARTNERS)
    page = await _looks(browser, TABLE)
    assert "Новых организаций: 1" in page
    assert await paged.store.partners.all() == []
    number: dict[str, Any] = {"import": _value(page, "import")}
    assert "Внесено. Новых организаций: 1" in await browser.sends("apply", **number)
    [partner] = await paged.store.partners.all()
    [rep] = await paged.store.partners.reps(partner.id)
    assert (partner.name, rep.called) == ("Музей истории", "Незабудкина")
    assert "Уже внесено" in await browser.sends("apply", status=400, **number)
    assert "Музей истории" in await browser.gets("partners.csv")
    workbook = await browser.session.get(f"{browser.address}/page/partners.xlsx")
    assert (await workbook.read()).startswith(b"PK")
    assert [await browser.called(f"partners.{one}") for one in ("xlsx", "csv")] == ["Партнёры.xlsx", "Партнёры.csv"]


async def test_what_looks_alike_is_decided_before_it_counts(paged: Town, browser: Browser) -> None:
    await paged.partner("Музей истории Твери", "culture")
    await browser.opens(paged.anna, Page.PARTNERS)
    page = await _looks(browser, "Организация;Сфера\r\nМузей исторри Твери;культура\r\n")
    assert "Похожа на" in page
    pair: dict[str, Any] = {name: _value(page, name) for name in ("import", "row", "other")}
    number: dict[str, Any] = {"import": pair["import"]}
    assert "Сначала решите про похожие" in await browser.sends("apply", status=400, **number)
    assert "Похожа на" not in await browser.sends("decide", **pair, same="0")
    assert "Внесено" in await browser.sends("apply", **number)
    assert len(await paged.store.partners.all()) == 2
    await browser.sends("decide", status=400, **pair | {"other": "что-то"}, same="1")


async def test_what_is_no_table_is_refused(paged: Town, browser: Browser) -> None:
    await browser.opens(paged.anna, Page.PARTNERS)
    assert "Это не таблица" in await _looks(browser, b"\x00\x01\x02" * 50, status=400)
    assert "слишком велик" in await _looks(browser, b"x" * (21 * 1024 * 1024), status=413)
    form = FormData()
    form.add_field("csrf", await browser.csrf())
    form.add_field("note", "", content_type="text/plain", filename=None)
    answer = await browser.session.post(f"{browser.address}/page/look", data=form)
    assert "Выберите файл" in await answer.text()


async def test_only_who_may_brings_spreadsheets_in(paged: Town, browser: Browser) -> None:
    lidia = await paged.known("Лидия")
    grant = Grant(Role.LIBRARIAN)
    await paged.store.members.grant((await paged.member(lidia)).id, grant, None, paged.now())
    assert "Загрузить таблицу" not in await browser.opens(lidia, Page.PARTNERS)
    await _looks(browser, TABLE, status=410)
    assert await paged.store.partners.all() == []


async def test_guests_are_seen_with_their_reasons_and_saved_without_formulas(paged: Town, browser: Browser) -> None:
    event, olga = await paged.event(), await paged.known("=Ольга <Приметова>")
    member = await paged.member(olga)
    await paged.store.rsvps.answer(event.id, member.id, Answer.DECLINED, paged.now(), reason="ангина")
    page = await browser.opens(paged.anna, Page.GUESTS, event.id)
    assert "=Ольга <Приметова>" in page
    assert "ангина" in page
    assert "другим не называть" in page
    table = await browser.gets("guests.csv")
    assert "Не придут;'=Ольга <Приметова>;;0;;ангина" in table
    assert await browser.called("guests.csv") == "Записавшиеся, 27.04.2018.csv"


async def test_who_came_and_what_was_said_with_the_sign_up_is_on_the_page_and_in_the_table(
    paged: Town, browser: Browser
) -> None:
    store, anna = paged.store, await paged.member(paged.anna)
    event = await paged.event(questions=(Asked("Нужен <пандус>?", ("Да", "Нет")),))
    [olga, igor, vera] = [await paged.member(await paged.known(name)) for name in ("Ольга", "Игорь", "Вера")]
    for guest in (olga, igor):
        await store.rsvps.answer(event.id, guest.id, Answer.GOING, paged.now(), guests=1)
    draft = await store.drafts.start(olga.id, "sign-up", event.id, {}, paged.now())
    await store.sign_ups.answer(event.id, olga.id, {"Нужен <пандус>?": "Да"}, paged.now(), draft_id=draft.id)
    await paged.box.clock.set(START)
    await store.door.check_in(event.id, (olga.id, None), anna, paged.now(), came=True)
    await store.door.check_in(event.id, (vera.id, None), anna, paged.now(), came=True, unsigned=True)
    await store.door.group(event.id, "6 «Б»", 24, anna, paged.now())
    await store.door.walk_ins(event.id, 3, anna, paged.now())
    page = await browser.opens(paged.anna, Page.GUESTS, event.id)
    assert "<th>Нужен <пандус>?</th>" in page
    assert "<td>1</td><td>2</td><td></td><td>Да</td>" in page
    assert "<h2>Без записи (3)</h2>" in page
    lines = (await browser.gets("guests.csv")).splitlines()
    assert lines[0].endswith("Пришло;Причина или пометка;Нужен <пандус>?")
    assert lines[1:] == [
        "Придут;Ольга;;1;2;;Да",
        "Придут;Игорь;;1;;;",
        "Без записи;Вера;;0;1;",
        "Без записи;6 «Б»;;0;24;",
        "Без записи;Пришли сами, без записи;;0;3;",
    ]


async def test_the_trail_names_who_did_what(paged: Town, browser: Browser) -> None:
    olga = await paged.known("Ольга Приметова")
    admin = (await paged.member(paged.anna)).id
    await paged.store.members.grant((await paged.member(olga)).id, Grant(Role.LIBRARIAN), admin, paged.now())
    page = await browser.opens(paged.anna, Page.STAFF)
    assert "Кто что изменил" in page
    assert page.count("Ольга Приметова") >= 2


async def test_an_act_is_saved_from_its_page(paged: Town, browser: Browser) -> None:
    olga = await paged.known("Ольга Приметова")
    gone = await paged.store.members.erase((await paged.member(olga)).id, paged.now())
    assert gone is not None
    page = await browser.opens(paged.anna, Page.ACT, gone.number)
    assert "об уничтожении персональных данных" in page
    assert f"АКТ № {gone.number}" in await browser.gets("act.txt")
    assert await browser.called("act.txt") == f"Акт об уничтожении {gone.number}.txt"
