"""A representative sees what waits for the organisation, invites a deputy, and hands over."""

from domain.event import PartnerPart
from sandbox.people import Person
from tests.chat.conftest import Town
from tests.chat.talk import labels, says, settled, shows, taps, text_of


async def acts(town: Town, name: str, *partners: int) -> Person:
    person = await town.known(name)
    for partner in partners:
        await town.store.partners.bind(partner, (await town.member(person)).id, None, town.now())
    return person


async def test_what_waits_for_the_organisation_is_one_press_away(town: Town) -> None:
    college = await town.partner("Колледж")
    olga = await acts(town, "Ольга Котова", college)
    await town.event(partners=(PartnerPart(college),))
    await olga.sees("Приглашаем вас")
    await says(town, olga, "/start")
    await taps(town, olga, "Моя организация")
    shows(olga, "Колледж", "Вы – основной представитель.", "Больше никто", "Вы не ответили на 1 приглашение")
    shows(olga, "Ждём ответа об участии организации: 1 мероприятие")
    part = next(label for label in labels(olga.screen()) if label.startswith("Участие:"))
    await taps(town, olga, part)
    shows(olga, "Наш принцип")


async def test_several_organisations_are_a_list(town: Town) -> None:
    college, school = await town.partner("Колледж"), await town.partner("Школа")
    olga = await acts(town, "Ольга Котова", college, school)
    await acts(town, "Иван Серов", school)
    await says(town, olga, "/start")
    await taps(town, olga, "Моя организация")
    shows(olga, "Кого вы представляете")
    await taps(town, olga, "Школа")
    shows(olga, "Кроме вас организацию представляет 1 человек")


async def test_the_primary_invites_a_deputy_and_a_deputy_has_no_such_button(town: Town) -> None:
    college = await town.partner("Колледж")
    olga, ivan = await acts(town, "Ольга Котова", college), await acts(town, "Иван Серов", college)
    await says(town, olga, "/start")
    await taps(town, olga, "Моя организация", "Пригласить заместителя", "Новая ссылка")
    shows(olga, "Приглашение представлять организацию: Колледж")
    await says(town, ivan, "/start")
    await taps(town, ivan, "Моя организация")
    shows(ivan, "Вы – заместитель")
    assert "Пригласить заместителя" not in labels(ivan.screen())


async def test_leaving_to_a_deputy(town: Town) -> None:
    college = await town.partner("Колледж")
    olga, ivan = await acts(town, "Ольга Котова", college), await acts(town, "Иван Серов", college)
    await says(town, olga, "/privacy")
    await taps(town, olga, "Моя организация", "Я больше не представляю")
    shows(olga, "Если есть заместитель, основным станет он")
    await taps(town, olga, "‹ Остаюсь", "Я больше не представляю", "Просто уйти")
    shows(olga, "Вы больше не представляете организацию: Колледж")
    await ivan.sees("Теперь вы – основной представитель: Колледж")
    told = await town.anna.sees("Ушёл представитель организации: Колледж.")
    assert "Остался 1 представитель" in text_of(told)
    assert (await town.member(olga)).partner_ids == ()


async def test_leaving_with_a_link_for_the_successor(town: Town) -> None:
    college = await town.partner("Колледж")
    olga, ivan = await acts(town, "Ольга Котова", college), await town.known("Иван Серов")
    await says(town, olga, "/start")
    await taps(town, olga, "Моя организация", "Я больше не представляю", "Уйти и передать ссылку")
    await settled(town)
    address = next(word for word in text_of(olga.screen()).split() if "?start=p" in word)
    assert "писать некому" in text_of(await town.anna.sees("Ушёл представитель"))
    await ivan.follows(address)
    await ivan.sees("Теперь вы представляете организацию: Колледж")


async def test_one_who_left_presses_old_buttons_in_vain(town: Town) -> None:
    college = await town.partner("Колледж")
    olga = await acts(town, "Ольга Котова", college)
    await says(town, olga, "/start")
    await taps(town, olga, "Моя организация", "Я больше не представляю", "Просто уйти")
    for press in (f"moo:{college}", f"mol:{college}:2", "mo", f"lk:{college}:0"):
        toast = await olga.presses(press, olga.screen())
        assert "Это могут только сотрудники" in toast["text"]
    assert await town.store.invitations.standing(college, town.now()) == []


async def test_the_links_of_a_partner_are_on_its_card(town: Town) -> None:
    college = await town.partner("Колледж")
    await says(town, town.anna, "/help")
    await town.anna.presses(f"po:{college}", town.anna.screen())
    await settled(town)
    await taps(town, town.anna, "Ссылки для представителей", "Новая ссылка")
    shows(town.anna, "Приглашение представлять организацию: Колледж")
