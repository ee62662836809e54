"""Somebody without a link asks to represent an organisation; staff say yes or no, once."""

from domain.people import Grant, Role
from sandbox.people import Person
from tests.chat.conftest import Town
from tests.chat.talk import labels, says, shows, taps, text_of


async def sends(town: Town, person: Person, organisation: str, position: str | None = "зам. директора, к.п.н.") -> None:
    """From the first screen to the request that has gone."""
    await says(town, person, "/start")
    await taps(town, person, "Представляю организацию")
    await says(town, person, organisation)
    if position is None:
        await taps(town, person, "Пропустить")
    else:
        await says(town, person, position)
    await taps(town, person, "Отправить")
    shows(person, "Отправлено. Вы просите представлять")


async def test_a_stranger_consents_first_and_is_asked_at_once(town: Town) -> None:
    await town.partner("Полиграфический колледж")
    olga = town.person("Ольга Котова")
    await says(town, olga, "/start")
    await taps(town, olga, "Представляю организацию")
    shows(olga, "Сначала – ваше согласие")
    assert await town.store.members.by_account(olga.id) is None
    await taps(town, olga, "☐ Мне есть 18 лет", "Согласен")
    shows(olga, "Какую организацию вы представляете?")
    await says(town, olga, "полиграф")
    shows(olga, "Кем вы там работаете?")


async def test_killed_between_the_consent_and_its_form_the_same_press_goes_on(town: Town) -> None:
    olga = town.person("Ольга Котова")
    await says(town, olga, "/start")
    await taps(town, olga, "Представляю организацию", "☐ Мне есть 18 лет")
    await town.admit(olga)  # all that was written
    await town.restart()
    await taps(town, olga, "Согласен")
    shows(olga, "Какую организацию вы представляете?")


async def test_one_of_the_register_is_asked_for_approved_and_told(town: Town) -> None:
    college, olga = await town.partner("Полиграфический колледж"), await town.known("Ольга Котова")
    await sends(town, olga, "полиграфический")
    told = await town.anna.sees("Просят представлять: Полиграфический колледж")
    assert "Должность: зам. директора, к.п.н." in text_of(told)
    assert "Ольга" not in text_of(told)
    await taps(town, town.anna, "Подтвердить")
    shows(town.anna, "Подтверждено.")
    await olga.sees("Подтверждено. Теперь вы представляете организацию: Полиграфический колледж")
    assert (await town.member(olga)).partner_ids == (college,)
    [rep] = await town.store.partners.reps(college)
    assert rep.fields.position == "зам. директора, к.п.н."


async def test_where_names_may_be_shown_staff_see_who_it_is(open_town: Town) -> None:
    await open_town.partner("Колледж")
    await sends(open_town, await open_town.known("Ольга Котова"), "Колледж", None)
    told = await open_town.anna.sees("Просят представлять: Колледж")
    assert "Имя: Ольга Котова" in text_of(told)


async def test_a_new_organisation_is_entered_on_approval(town: Town) -> None:
    olga = await town.known("Ольга Котова")
    await sends(town, olga, "Клуб <b>«Ветеран»</b>")
    await town.anna.sees("В списке партнёров её нет: подтвердите – внесу.")
    assert await town.store.partners.all() == []
    await taps(town, town.anna, "Подтвердить")
    await olga.sees("Теперь вы представляете организацию: Клуб <b>«Ветеран»</b>")
    assert [one.name for one in await town.store.partners.all()] == ["Клуб <b>«Ветеран»</b>"]


async def test_staff_say_that_a_similar_one_is_meant(town: Town) -> None:
    centre = await town.partner("Центр развития образования города Твери")
    olga = await town.known("Ольга Котова")
    await says(town, olga, "/start")
    await taps(town, olga, "Представляю организацию", "2")
    await says(town, olga, "МБУ «Центр развития образования г. Твери»")
    await taps(town, olga, "Пропустить", "Отправить")
    told = await town.anna.sees("В списке есть похожие")
    meant = next(label for label in labels(told) if label.startswith("Это Центр"))
    await taps(town, town.anna, meant)
    assert (await town.member(olga)).partner_ids == (centre,)


async def test_a_slip_is_read_back(town: Town) -> None:
    await town.partner("Полиграфический колледж")
    olga = await town.known("Ольга Котова")
    await says(town, olga, "/start")
    await taps(town, olga, "Представляю организацию")
    await says(town, olga, "полеграфический коледж")
    shows(olga, "Полиграфический колледж", "Всё верно?")
    await taps(town, olga, "Да, верно")
    shows(olga, "Кем вы там работаете?")


async def test_several_that_hold_the_words_are_offered(town: Town) -> None:
    for name in ("Школа № 12", "Школа № 21", "Колледж"):
        await town.partner(name)
    olga = await town.known("Ольга Котова")
    await says(town, olga, "/start")
    await taps(town, olga, "Представляю организацию")
    await says(town, olga, "школа", "нашлось: 2")
    await taps(town, olga, "Школа № 21")
    shows(olga, "Кем вы там работаете?")


async def test_no_is_told_with_whom_to_ask(town: Town) -> None:
    await town.partner("Колледж")
    olga = await town.known("Ольга Котова")
    await sends(town, olga, "Колледж")
    await town.anna.sees("Просят представлять")
    await taps(town, town.anna, "Отклонить")
    await olga.sees("Библиотека не подтвердила, что вы представляете: Колледж")
    await olga.sees("8 (4822) 00-00-00")
    assert (await town.member(olga)).partner_ids == ()


async def test_a_second_decision_gets_a_clear_word(town: Town) -> None:
    await town.partner("Колледж")
    people = [await town.known(name) for name in ("Методист Один", "Методист Два")]
    for one in people:
        await town.store.members.grant((await town.member(one)).id, Grant(Role.METHODIST), None, town.now())
    await sends(town, await town.known("Ольга Котова"), "Колледж")
    for one in people:
        await one.sees("Просят представлять: Колледж")
    waiting = people[1].screen()
    await taps(town, people[0], "Подтвердить")
    await people[1].taps("Отклонить", waiting)
    await people[1].sees("Просьбу уже подтвердил кто-то из коллег")
    town.anna.does_not_see("Просят представлять")


async def test_all_that_wait_are_listed(town: Town) -> None:
    for name in ("Колледж", "Школа"):
        await town.partner(name)
        await sends(town, await town.known(f"Представитель {name}"), name)
    await town.anna.sees("Просят представлять: Школа")
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Просьбы: 2")
    shows(town.anna, "Ждут ответа 2 просьбы")
    await taps(town, town.anna, "Колледж", "Отклонить", "Все просьбы")
    shows(town.anna, "Ждёт ответа 1 просьба")


async def test_a_link_leads_there_too_and_a_half_done_request_goes_on(town: Town) -> None:
    await town.partner("Колледж")
    olga, stranger = await town.known("Ольга Котова"), town.person("Незнакомка")
    await olga.follows(town.app.library.link("r"))
    await says(town, olga, "Колледж", "Кем вы там работаете?")
    await says(town, olga, "/start")
    await taps(town, olga, "Представляю организацию")
    await says(town, olga, "директор", "Просьба к библиотеке")
    await stranger.follows(town.app.library.link("r"))
    await stranger.sees("Сначала – ваше согласие")


async def test_who_forgot_themselves_meanwhile_is_asked_for_nothing(town: Town) -> None:
    await town.partner("Колледж")
    olga = await town.known("Ольга Котова")
    await sends(town, olga, "Колледж")
    await town.anna.sees("Просят представлять: Колледж")
    await town.store.members.erase((await town.member(olga)).id, town.now())
    await town.anna.taps("Подтвердить")
    await town.anna.sees("Этой просьбы больше нет")
    assert await town.store.partners.reps((await town.store.partners.all())[0].id) == []
