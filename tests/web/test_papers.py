"""Papers of an event with names in them: on a page, for those who manage the event."""

from aiohttp import FormData

from domain.event import PartnerPart
from domain.minutes import WHOLE, Piece
from domain.participants import Group
from domain.partner import RepFields
from domain.person_name import PersonName
from handlers.papers.gathering import Source, material
from storage.page_links import Page
from tests.chat.conftest import START, Town
from tests.docx import words_of
from tests.web.conftest import Browser

PRIEST = RepFields(PersonName("Ветров", initials="А.Ю."), "Председатель Отдела епархии", "Протоиерей")


async def test_the_page_gives_every_paper(paged: Town, browser: Browser) -> None:
    diocese, anna = await paged.partner("Епархия", "religious"), await paged.member(paged.anna)
    rep = await paged.store.partners.put_rep(diocese, PRIEST, None, paged.now())
    event = await paged.event(partners=(PartnerPart(diocese),))
    await paged.store.participants.note(event.id, rep, anna, paged.now(), comes=True)
    page = await browser.opens(paged.anna, Page.PAPERS, event.id)
    assert all(words in page for words in ("Протокол", "Пост-релиз", 'href="minutes.docx"'))
    answer = await browser.session.get(f"{browser.address}/page/participants.docx")
    assert await browser.called("participants.docx") == "Список участников, 27.04.2018.docx"
    assert "Ветров А.Ю.\tПредседатель Отдела епархии, Протоиерей\tЕпархия" in words_of(await answer.read())


async def test_afterwards_papers_name_those_who_were_noted_at_the_door(paged: Town, browser: Browser) -> None:
    diocese, anna, store = await paged.partner("Епархия"), await paged.member(paged.anna), paged.store
    other = RepFields(PersonName("Котова", "Ольга", "Ивановна"), "методист")
    priest, absent = [await store.partners.put_rep(diocese, one, None, paged.now()) for one in (PRIEST, other)]
    event = await paged.event(partners=(PartnerPart(diocese),))
    for rep in (priest, absent):
        await store.participants.note(event.id, rep, anna, paged.now(), comes=True)
    await store.participants.add_group(event.id, Group(0, "6 «Б»", 30), anna, paged.now())
    await paged.box.clock.set(START)
    await store.door.check_in(event.id, (None, priest), anna, paged.now(), came=True)
    await store.door.group(event.id, "6 «Б»", 24, anna, paged.now())
    at = Source(store, paged.app.library, paged.app.texts("ru"), paged.now())
    before = await material(await store.events.get(event.id), at)
    assert (len(before.people), [one.people for one in before.groups]) == (2, [30])
    await paged.box.clock.forward(hours=3)
    await store.life.beat(paged.now())
    await browser.opens(paged.anna, Page.PAPERS, event.id)
    for paper in ("minutes", "post-release", "thanks"):
        text = words_of(await (await browser.session.get(f"{browser.address}/page/{paper}.docx")).read())
        assert ("Ветров" in text, "Котова" in text) == (True, False), paper
    after = await material(await store.events.get(event.id), at)
    assert [(one.name, one.people) for one in after.groups] == [("6 «Б»", 24)]


async def test_who_does_not_manage_the_event_gets_none(paged: Town, browser: Browser) -> None:
    event, olga = await paged.event(), await paged.known("Ольга")
    await browser.session.post(await browser.link(olga, Page.PAPERS, event.id))
    assert "поручено" in await browser.gets("minutes.docx", status=403)


async def test_minutes_are_uploaded_where_chat_takes_no_files(paged: Town, browser: Browser) -> None:
    event = await paged.event()
    await browser.opens(paged.anna, Page.PAPERS, event.id)
    assert "Сохранено" in await _uploads(browser, "протокол.txt", "Слушали Ветрова А.Ю.".encode(), 200)
    assert "протокол.pdf – это PDF" in await _uploads(browser, "протокол.pdf", b"%PDF", 400)
    kept = (await paged.store.minutes.of(event.id)).of(WHOLE, Piece.TEXT)
    assert (kept.number, kept.text) == (1, "Слушали Ветрова А.Ю.")
    answer = await browser.session.get(f"{browser.address}/page/minutes.docx")
    assert "Слушали Ветрова А.Ю." in words_of(await answer.read())


async def _uploads(browser: Browser, name: str, data: bytes, status: int) -> str:
    form = FormData({"csrf": await browser.csrf(), "base": "0"}, quote_fields=False)  # as browsers send names
    form.add_field("file", data, filename=name)
    answer = await browser.session.post(f"{browser.address}/page/minutes", data=form)
    assert answer.status == status
    return await browser.reads(answer)
