"""A partner's page: who acts for it, with names and telephones; for staff alone."""

from typing import Any

import pytest

from domain.people import Grant, Role
from storage.page_links import Page
from tests.chat.conftest import Town
from tests.web.conftest import Browser

LAPIN: dict[str, Any] = {
    "last_name": "Лапин",
    "first_name": "Игорь",
    "patronymic": "Петрович",
    "phone": "34-29-20 доб. 12",
}


async def test_a_representative_is_added_changed_and_removed(paged: Town, browser: Browser) -> None:
    partner = await paged.partner("Колледж")
    assert "Пока никого" in await browser.opens(paged.anna, Page.PARTNER, partner)
    page = await browser.sends("rep", **LAPIN, position="Зам. директора, к.п.н.")
    assert "Лапин Игорь Петрович · основной" in page
    assert "+7 (4822) 34-29-20, доб. 12" in page
    [rep] = await paged.store.partners.reps(partner)
    assert (rep.fields.phone, rep.fields.position) == ("+74822342920;ext=12", "Зам. директора, к.п.н.")
    await browser.sends("rep", rep=str(rep.id), **LAPIN | {"last_name": "Лапина"})
    [changed] = await paged.store.partners.reps(partner)
    assert (changed.id, changed.called, changed.fields.position) == (rep.id, "Лапина И.П.", None)
    assert "Вернуть их можно в течение 10 минут" in await browser.gets(f"remove?rep={rep.id}")
    page = await browser.sends("remove", rep=str(rep.id))
    assert "Пока никого" in page
    assert 'action="return"' in page
    assert "Лапина Игорь Петрович · основной" in await browser.sends("return", rep=str(rep.id))
    assert await paged.store.partners.reps(partner) == [changed]


async def test_a_rank_before_the_surname_is_one(paged: Town, browser: Browser) -> None:
    partner = await paged.partner("Епархия", "religious")
    await browser.opens(paged.anna, Page.PARTNER, partner)
    await browser.sends("rep", last_name="протоиерей Ветров", first_name="Георгий")
    [rep] = await paged.store.partners.reps(partner)
    assert (rep.called, rep.fields.clergy_rank) == ("Ветров Г.", "протоиерей")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("phone", "позвоните мне", "Не получилось прочесть телефон"),
        ("email", "почта", "Это не похоже на адрес почты"),
        ("position", "Л" * 301, "Слишком длинно"),
    ],
)
async def test_what_cannot_be_is_refused_and_stands_there_still(
    paged: Town, browser: Browser, name: str, value: str, words: str
) -> None:
    partner = await paged.partner("Колледж")
    await browser.opens(paged.anna, Page.PARTNER, partner)
    again = await browser.sends("rep", status=400, **{"last_name": "Лапин", name: value})
    assert words in again
    assert f'value="{value}"' in again
    assert 'value="Лапин"' in again
    assert await paged.store.partners.reps(partner) == []


async def test_nobody_in_particular_is_refused(paged: Town, browser: Browser) -> None:
    await browser.opens(paged.anna, Page.PARTNER, await paged.partner("Колледж"))
    assert "хотя бы фамилию или должность" in await browser.sends("rep", status=400, first_name="Игорь")


async def test_another_partners_representative_is_out_of_reach(paged: Town, browser: Browser) -> None:
    partner, other = await paged.partner("Колледж"), await paged.partner("Музей")
    igor = await paged.known("Игорь")
    await paged.store.partners.bind(other, (await paged.member(igor)).id, None, paged.now())
    [foreign] = await paged.store.partners.reps(other)
    await browser.opens(paged.anna, Page.PARTNER, partner)
    await browser.sends("remove", status=404, rep=str(foreign.id))
    await browser.sends("rep", status=404, rep=str(foreign.id), last_name="Чужой")
    assert await paged.store.partners.reps(other) == [foreign]


async def test_a_page_is_for_staff_and_closes_with_the_role(paged: Town, browser: Browser) -> None:
    partner, lidia = await paged.partner("Колледж"), await paged.known("Лидия")
    member, grant = await paged.member(lidia), Grant(Role.METHODIST)
    await paged.store.members.grant(member.id, grant, None, paged.now())
    await browser.opens(lidia, Page.PARTNER, partner)
    fields = {"csrf": await browser.csrf(), "last_name": "Лапин"}
    await paged.store.members.revoke(member.id, grant, None, paged.now())
    assert (await browser.posts("rep", **fields)).status == 403
    await browser.gets(status=403)
    assert await paged.store.partners.reps(partner) == []


async def test_a_partner_that_is_gone_says_so(paged: Town, browser: Browser) -> None:
    link = await browser.link(paged.anna, Page.PARTNER, 999)
    answer = await browser.session.post(link)
    assert answer.status == 404
    assert "Такой организации" in await answer.text()
