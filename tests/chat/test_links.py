"""People come in by links of their own; whoever was not meant is out at once."""

import pytest

from domain.event import PartnerPart
from domain.joint import Standing, Voice, accept
from domain.partner import Part, RepFields
from domain.people import Grant, Purpose, Role
from domain.person_name import PersonName
from sandbox.people import Person
from tests.chat.conftest import Town
from tests.chat.talk import labels, says, settled, shows, taps, text_of

BARANOVA = RepFields(PersonName("Баранова", initials="Е.П."), "директор, кандидат наук")


async def lists(town: Town, person: Person, partner: int) -> None:
    """Opens the list of the partner's links."""
    await says(town, person, "/help")
    await person.presses(f"lk:{partner}:0", person.screen())
    await settled(town)


async def link(town: Town, partner: int, *, by: Person | None = None, rep_id: int | None = None) -> str:
    maker = await town.member(by or town.anna)
    token = await town.store.invitations.for_partner(partner, None, maker.id, town.now(), rep_id=rep_id)
    return town.app.library.link(f"p{token}")


async def test_a_link_for_somebody_of_the_register_with_its_end_and_its_picture(open_town: Town) -> None:
    town, college = open_town, await open_town.partner("Колледж")
    await town.store.partners.put_rep(college, BARANOVA, None, town.now())
    await lists(town, town.anna, college)
    shows(town.anna, "Открытых ссылок нет")
    await taps(town, town.anna, "Ссылка: Баранова Е.П.")
    shows(town.anna, "Для кого: Баранова Е.П.", "для одного человека, до 25 апреля 2018 г.")
    assert ".." not in text_of(town.anna.screen())
    assert town.anna.screen()["photo"]
    address = next(word for word in text_of(town.anna.screen()).split() if "?start=p" in word)
    maria = await town.known("Мария Ивановна")
    await maria.follows(address)
    await maria.sees("Теперь вы представляете организацию: Колледж")
    await town.anna.sees("Имя: Баранова Е.П.")
    await town.anna.sees("Учётная запись: Мария Ивановна")


async def test_where_names_may_not_be_shown_staff_are_told_of_partner_and_position(town: Town) -> None:
    college = await town.partner("Колледж")
    rep_id = await town.store.partners.put_rep(college, BARANOVA, None, town.now())
    await lists(town, town.anna, college)
    assert "Ссылка: директор," in " ".join(labels(town.anna.screen()))
    maria = await town.known("Мария Ивановна")
    await maria.follows(await link(town, college, rep_id=rep_id))
    told = await town.anna.sees("По вашей ссылке вошёл представитель")
    assert "Должность: директор, кандидат наук" in text_of(told)
    assert not [name for name in ("Баранова", "Мария") if name in text_of(told)]


async def test_not_them_takes_everything_back_at_once(town: Town) -> None:
    college, event = await town.partner("Колледж"), await town.event()
    ivan = await town.known("Иван Серов")
    address = await link(town, college)
    await ivan.follows(address)
    await town.anna.sees("По вашей ссылке вошёл представитель")
    await taps(town, town.anna, "Это не он")
    shows(town.anna, "Отозвано. Человек больше не представляет организацию: Колледж")
    await ivan.sees("Вы больше не представляете организацию: Колледж")
    assert (await town.member(ivan)).partner_ids == ()
    await says(town, ivan, f"/start {address.rsplit('=')[-1]}", "Эту ссылку отозвали")
    toast = await town.anna.presses(f"lkd:{address.rsplit('=p')[-1]}", town.anna.screen())
    assert "Уже отозвано" in toast["text"]
    await ivan.follows(town.app.library.link(f"e{event.id}-going"))
    await ivan.sees("Вы записаны")


async def test_their_answers_stay_their_own_and_staff_are_told_so(town: Town) -> None:
    college = await town.partner("Колледж")
    event = await town.event(partners=(PartnerPart(college),))
    ivan = await town.known("Иван Серов")
    await ivan.follows(await link(town, college))
    await ivan.follows(town.app.library.link(f"e{event.id}-going"))
    await ivan.sees("Вы записаны")
    await town.anna.sees("По вашей ссылке вошёл представитель")
    await taps(town, town.anna, "Это не он")
    shows(town.anna, "1 его ответ на приглашение остался личным: место за ним сохраняется")
    assert (await town.store.events.get(event.id)).seats.taken == 1


async def test_what_they_said_for_the_partner_is_taken_back_though_they_have_left_meanwhile(town: Town) -> None:
    college = await town.partner("Колледж")
    event = await town.event(partners=(PartnerPart(college, Part.SPEAKER),))
    ivan = await town.known("Иван Серов")
    await ivan.follows(await link(town, college))
    await town.anna.sees("По вашей ссылке вошёл представитель")
    voice = Voice((await town.member(ivan)).id, town.now())
    await town.store.joint.answer(event.id, college, lambda one, _old: accept(one, ["books"], voice), voice)
    await town.store.representing.leave(college, voice.member_id, town.now(), with_link=False)
    await taps(town, town.anna, "Это не он")
    await town.anna.sees("1 его ответ об участии организации снят: она снова ждёт вопроса")
    assert (await town.store.joint.one(event.id, college)).standing == Standing()


async def test_a_link_that_opens_nothing_says_why(town: Town) -> None:
    college, olga, ivan = await town.partner("Колледж"), await town.known("Ольга"), await town.known("Иван")
    used, late = await link(town, college), await link(town, await town.partner("Школа"))
    await olga.follows(used)
    await olga.sees("Теперь вы представляете организацию: Колледж")
    await ivan.follows(used)
    await ivan.sees("По этой ссылке уже вошёл другой человек")
    await ivan.follows(town.app.library.link("pguessed-token-1"))
    await ivan.sees("Такой ссылки нет")
    await town.box.clock.forward(days=30)
    for person in (ivan, town.person("Незнакомка")):
        await person.follows(late)
        await person.sees("Срок ссылки истёк")
    assert (await town.member(ivan)).partner_ids == ()


async def test_a_link_is_revoked_from_the_list(town: Town) -> None:
    college, ivan = await town.partner("Колледж"), await town.known("Иван")
    address = await link(town, college)
    await lists(town, town.anna, college)
    shows(town.anna, "Открыта 1 ссылка", "1. для того, кому передадут – до 25 апреля 2018 г.")
    await taps(town, town.anna, "Отозвать 1")
    shows(town.anna, "Открытых ссылок нет")
    await ivan.follows(address)
    await ivan.sees("Эту ссылку отозвали")


async def test_who_represents_already_is_told_to_pass_the_link_on(town: Town) -> None:
    college, olga, ivan = await town.partner("Колледж"), await town.known("Ольга"), await town.known("Иван")
    await olga.follows(await link(town, college))
    await olga.sees("Теперь вы представляете")
    second = await link(town, college)
    await olga.follows(second)
    await olga.sees("Вы уже представляете эту организацию: Колледж. Ссылка цела")
    await ivan.follows(second)
    await ivan.sees("Теперь вы представляете организацию: Колледж")


async def test_the_primary_invites_a_deputy_and_the_deputy_nobody(town: Town) -> None:
    college, olga, ivan = await town.partner("Колледж"), await town.known("Ольга"), await town.known("Иван")
    await olga.follows(await link(town, college))
    await olga.sees("Теперь вы представляете")
    await lists(town, olga, college)
    await taps(town, olga, "Новая ссылка")
    await ivan.follows(next(word for word in text_of(olga.screen()).split() if "?start=p" in word))
    await ivan.sees("Теперь вы представляете")
    await olga.sees("По вашей ссылке вошёл представитель")
    await town.anna.sees("Вошёл новый представитель\nОрганизация: Колледж\nСсылку дал представитель организации.")
    for press in (f"lk:{college}:0", f"lkm:{college}:0"):
        toast = await ivan.presses(press, ivan.screen())
        assert "Это могут только сотрудники" in toast["text"]
    await taps(town, olga, "Это не он")
    assert (await town.member(ivan)).partner_ids == ()


@pytest.mark.parametrize("press", ["lk:{}:0", "lkm:{}:0"])
async def test_a_representative_lets_nobody_into_another_s_organisation(town: Town, press: str) -> None:
    college, school, olga = await town.partner("Колледж"), await town.partner("Школа"), await town.known("Ольга")
    await olga.follows(await link(town, college))
    await olga.sees("Теперь вы представляете")
    toast = await olga.presses(press.format(school), olga.screen())
    assert "Это могут только сотрудники" in toast["text"]
    foreign = (await link(town, school)).rsplit("=p")[-1]
    for forged in (f"lkr:{foreign}", f"lkd:{foreign}", "lkr:no-such-token", "lk:0:0"):
        assert (await olga.presses(forged, olga.screen()))["text"]
    assert len(await town.store.invitations.standing(school, town.now())) == 1


async def test_a_colleague_who_was_not_meant_loses_the_role_and_the_menu(town: Town) -> None:
    anna, ivan = await town.member(town.anna), await town.known("Иван Серов")
    token = await town.store.invitations.for_staff(Grant(Role.LIBRARIAN), anna.id, town.now())
    await says(town, town.anna, "/staff")
    await taps(town, town.anna, "Ссылки")
    shows(town.anna, "Открыта 1 ссылка", "1. библиотекарь – до 25 апреля 2018 г.")
    await ivan.follows(town.app.library.link(f"s{token}"))
    told = await town.anna.sees("По вашей ссылке вошёл сотрудник")
    assert "Иван" not in text_of(told)
    await taps(town, town.anna, "Это не он")
    await ivan.sees("Роль снята: библиотекарь")
    commands = town.box.world.commands[f"chat:{ivan.id}:"]
    assert "new" not in [one["command"] for one in commands]


async def test_the_notice_says_nothing_of_who_has_been_forgotten_meanwhile(town: Town) -> None:
    college, ivan = await town.partner("Колледж"), await town.known("Иван Серов")
    await town.box.clock.forward(hours=12)
    await ivan.follows(await link(town, college))
    await ivan.sees("Теперь вы представляете")
    await town.store.members.erase((await town.member(ivan)).id, town.now())
    await town.box.clock.forward(days=1)
    await says(town, town.anna, "/help", "Что я умею")
    town.anna.does_not_see("По вашей ссылке вошёл")


async def test_a_consent_to_surveys_alone_is_enough_and_the_organisation_is_what_is_seen(town: Town) -> None:
    olga = await town.known("Ольга Котова", Purpose.SURVEY)
    await town.store.members.withdraw((await town.member(olga)).id, Purpose.EVENTS, town.now())
    college = await town.partner("Колледж")
    anna = await town.member(town.anna)
    token = await town.store.invitations.for_partner(college, None, anna.id, town.now())
    await says(town, olga, f"/start p{token}", "Теперь вы представляете организацию: Колледж", "основной представитель")
    found = await town.member(olga)
    assert found.partner_ids == (college,)
    assert found.consents == {Purpose.SURVEY}
    assert "Пригласить заместителя" in labels(olga.screen())
