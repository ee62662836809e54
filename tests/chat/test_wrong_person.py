"""Who was not meant is out with all that they have handed on: a link of theirs lets nobody in any more."""

from zoneinfo import ZoneInfo

import pytest

from bot.texts import Texts
from domain.people import Grant, Role
from sandbox.people import Person
from tests.chat.conftest import Town
from tests.chat.talk import shows, taps

SAY = Texts(ZoneInfo("Europe/Moscow"))("ru")


@pytest.mark.parametrize(
    ("number", "closed", "let_in"),
    [
        (
            1,
            "Закрыта 1 ссылка, которую он сделал для других.",
            "По его ссылке успел войти 1 человек: проверьте, тот ли.",
        ),
        (
            2,
            "Закрыты 2 ссылки, которые он сделал для других.",
            "По его ссылкам успели войти 2 человека: проверьте, те ли.",
        ),
        (
            5,
            "Закрыто 5 ссылок, которые он сделал для других.",
            "По его ссылкам успело войти 5 человек: проверьте, те ли.",
        ),
    ],
)
def test_what_was_handed_on_is_told_in_good_russian(number: int, closed: str, let_in: str) -> None:
    assert SAY.plain("links-denied-closed", number=number) == closed
    assert SAY.plain("links-denied-let-in", number=number) == let_in


async def address(town: Town, partner: int, maker: Person) -> str:
    made_by = await town.member(maker)
    token = await town.store.invitations.for_partner(partner, None, made_by.id, town.now())
    return town.app.library.link(f"p{token}")


async def comes_in(person: Person, link: str) -> None:
    await person.follows(link)
    await person.sees("Теперь вы представляете организацию")


async def test_what_the_wrong_person_has_handed_on_lets_nobody_in(town: Town) -> None:
    college, anna = await town.partner("Колледж"), town.anna
    wrong, friend, other = [await town.known(name) for name in ("Не он", "Друг", "Другой")]
    await comes_in(wrong, await address(town, college, anna))
    said = await anna.sees("По вашей ссылке вошёл представитель")
    await comes_in(friend, await address(town, college, wrong))
    still_open = await address(town, college, wrong)
    await anna.sees("Ссылку дал представитель организации")
    await anna.taps("Это не он", said)
    await anna.sees("Закрыта 1 ссылка, которую он сделал для других")
    await anna.sees("По его ссылке успел войти 1 человек: проверьте, тот ли")
    await other.follows(still_open)
    await other.sees("Эту ссылку отозвали")
    assert (await town.member(other)).partner_ids == ()


async def test_a_representative_never_holds_the_link_that_the_library_has_made(town: Town) -> None:
    """Or what they pass on could not be told from what the library has sent to the right person."""
    college, olga = await town.partner("Колледж"), await town.known("Ольга")
    await comes_in(olga, await address(town, college, town.anna))
    for_the_right_one = await address(town, college, town.anna)
    assert await address(town, college, olga) != for_the_right_one
    await taps(town, town.anna, "Это не он")
    maria = await town.known("Мария")
    await comes_in(maria, for_the_right_one)


async def test_the_wrong_director_lets_no_colleague_in(town: Town) -> None:
    anna, wrong, friend = town.anna, await town.known("Не она"), await town.known("Друг")
    invitations, made_by = town.store.invitations, (await town.member(town.anna)).id
    token = await invitations.for_staff(Grant(Role.DIRECTOR), made_by, town.now())
    await wrong.follows(town.app.library.link(f"s{token}"))
    await anna.sees("По вашей ссылке вошёл сотрудник")
    handed_on = await invitations.for_staff(Grant(Role.ADMIN), (await town.member(wrong)).id, town.now())
    await taps(town, anna, "Это не он")
    shows(anna, "Роль снята", "Закрыта 1 ссылка, которую он сделал для других")
    await friend.follows(town.app.library.link(f"s{handed_on}"))
    await friend.sees("Эту ссылку отозвали")
    assert not (await town.member(friend)).is_staff
