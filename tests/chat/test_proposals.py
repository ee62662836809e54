"""A partner proposes an event: the library takes it into work, returns it with a remark, or declines it."""

import pytest

from domain.life import Status
from domain.partner import Part, PartState
from domain.people import Grant, Role
from sandbox.people import Person
from storage.store import Store
from tests.chat.conftest import Town
from tests.chat.talk import labels, says, settled, shows, taps, text_of


@pytest.fixture
async def maria(town: Town) -> Person:
    """Somebody who acts for a college."""
    college, person = await town.partner("Колледж"), await town.known("Мария")
    await town.store.partners.bind(college, (await town.member(person)).id, None, town.now())
    return person


async def proposes(town: Town, maria: Person, place: str = "Герцена") -> None:
    """Fills in a workshop in May and sends it."""
    await says(town, maria, "/new", "Как называется?")
    await says(town, maria, "Книга своими руками", "Что это будет?")
    await taps(town, maria, "Мастер-класс")
    await says(town, maria, "3 мая в 15.00", "четверг, 3 мая 2018 г., 15:00")
    await taps(town, maria, "Да, верно", place)
    await taps(town, maria, "15")
    await says(town, maria, "студенты <первый курс>")
    await taps(town, maria, "Оборудование", "Готово")
    shows(maria, "Так предложение увидит библиотека", "Для кого: студенты <первый курс>", "Берут на себя: оборудование")
    await taps(town, maria, "Предложить")
    shows(maria, "Предложение отправлено")


async def methodist(town: Town, name: str) -> Person:
    person = await town.known(name)
    await town.store.members.grant((await town.member(person)).id, Grant(Role.METHODIST), None, town.now())
    return person


async def drafts_of(store: Store, member_id: int) -> int:
    return len(await store.drafts.of(member_id))


async def test_a_proposal_becomes_a_draft_in_which_the_partner_has_accepted(town: Town, maria: Person) -> None:
    await proposes(town, maria)
    await town.anna.sees("Партнёр предлагает мероприятие")
    await taps(town, town.anna, "Взять в работу")
    await maria.sees("Библиотека взяла ваше предложение в работу")
    await taps(town, town.anna, "Зал не нужен", "12+")
    card = await town.anna.sees("Колледж (соорганизатор, просим: оборудование)")
    assert "Книга своими руками" in text_of(card)
    await taps(town, town.anna, "Опубликовать")
    event = (await town.store.events.upcoming(town.now(), 1))[0]
    (agreed,) = await town.store.joint.of(event.id)
    assert (agreed.part.part, agreed.standing.state) == (Part.CO_ORGANISER, PartState.ACCEPTED)
    assert agreed.standing.brings == ("equipment",)
    assert (event.status, event.fields.audience) == (Status.PUBLISHED, ("студенты <первый курс>",))
    await maria.sees("Приглашаем вас")


async def test_at_another_time_the_yes_was_for_the_old_one(town: Town, maria: Person) -> None:
    await proposes(town, maria)
    await taps(town, town.anna, "Взять в работу", "Зал не нужен", "12+", "Изменить", "Дата и время")
    await says(town, town.anna, "4 мая в 15.00")
    await taps(town, town.anna, "Сначала согласовать с партнёрами")
    await maria.sees("но на прежнюю дату")
    await maria.sees_button("Участвуем")


async def test_the_second_who_takes_it_gets_a_clear_word(town: Town, maria: Person) -> None:
    olga, vera = await methodist(town, "Ольга"), await methodist(town, "Вера")
    await proposes(town, maria)
    await vera.sees("Партнёр предлагает мероприятие")
    town.anna.does_not_see("Партнёр предлагает мероприятие")
    screen = await vera.sees_button("Взять в работу")
    await olga.taps("Взять в работу")
    await settled(town)
    await vera.taps("Взять в работу", screen)
    await vera.sees("Это предложение уже взяли в работу: понедельник, 26 марта 2018 г., 10:00")
    assert await drafts_of(town.store, (await town.member(vera)).id) == 0


async def test_a_returned_proposal_opens_again_as_it_was(town: Town, maria: Person) -> None:
    await proposes(town, maria)
    await town.anna.sees("Партнёр предлагает мероприятие")
    await taps(town, town.anna, "Вернуть с замечанием")
    await says(town, town.anna, "Уточните <время>", "Возвращено с замечанием")
    await maria.sees("Библиотека просит исправить предложение")
    await taps(town, maria, "Исправить")
    shows(maria, "Уточните <время>", "четверг, 3 мая 2018 г., 15:00")
    await taps(town, maria, "Изменить", "Дата и время")
    await says(town, maria, "10 мая в 12.00")
    await taps(town, maria, "Предложить")
    card = await town.anna.sees("Партнёр исправил предложение")
    assert "четверг, 10 мая 2018 г., 12:00" in text_of(card)
    toast = await maria.presses("idf:1", maria.screen())
    assert "Исправлять нечего" in toast["text"]


async def test_a_declined_one_says_why_and_stays_in_my(town: Town, maria: Person) -> None:
    await proposes(town, maria)
    await town.anna.sees("Партнёр предлагает мероприятие")
    await taps(town, town.anna, "Отклонить", "Не подходит по теме")
    shows(town.anna, "Отклонено")
    await maria.sees("Библиотека отклонила предложение")
    await says(town, maria, "/my")
    await taps(town, maria, "Предложения")
    shows(maria, "Мастер-класс «Книга своими руками»", "Отклонено 26 марта, 10:00", "Не подходит по теме")


async def test_a_word_of_ones_own_declines_too(town: Town, maria: Person) -> None:
    await proposes(town, maria)
    await town.anna.sees("Партнёр предлагает мероприятие")
    await taps(town, town.anna, "Отклонить")
    await says(town, town.anna, "Ремонт зала", "Ремонт зала")
    await maria.sees("Ремонт зала")


async def test_the_librarian_of_the_branch_is_asked_and_another_may_not_decide(town: Town, maria: Person) -> None:
    branch = (await town.store.branches.all())[0]
    olga, vera = await town.known("Ольга"), await town.known("Вера")
    for person, branch_id in ((olga, branch.id), (vera, branch.id)):
        grant = Grant(Role.LIBRARIAN, branch_id)
        await town.store.members.grant((await town.member(person)).id, grant, None, town.now())
    await town.store.members.revoke((await town.member(vera)).id, Grant(Role.LIBRARIAN, branch.id), None, town.now())
    await proposes(town, maria)
    await olga.sees("Партнёр предлагает мероприятие")
    await says(town, vera, "/start")
    for press in ("idt:1", "idr:1", "idd:1:0", "ido:1"):
        toast = await vera.presses(press, vera.screen())
        assert "только сотрудники" in toast["text"]


async def test_a_proposal_that_is_being_filled_in_is_offered_again(town: Town, maria: Person) -> None:
    await says(town, maria, "/new Встреча «Голоса»", "Что это будет?")
    await says(town, maria, "/new", "Встреча")
    assert {"Продолжить", "Удалить черновик"} & set(labels(maria.screen()))


async def test_who_acts_for_two_says_for_which(town: Town, maria: Person) -> None:
    radio = await town.partner("Радио")
    await town.store.partners.bind(radio, (await town.member(maria)).id, None, town.now())
    await says(town, maria, "/new", "От какой организации?")
    await taps(town, maria, "Радио")
    shows(maria, "Как называется?")


async def test_my_leads_to_parts_that_wait(town: Town, maria: Person) -> None:
    from domain.event import PartnerPart

    (college,) = (await town.member(maria)).partner_ids
    await town.event(partners=(PartnerPart(college, Part.SPEAKER),))
    await maria.sees("Приглашаем вас")
    await says(town, maria, "/my")
    await taps(town, maria, "Согласовать участие: 1")
    shows(maria, "Колледж (выступающий): ответа пока нет")
    await taps(town, maria, "Наш принцип", "Участвуем")
    await says(town, maria, "/my")
    assert not [label for label in labels(maria.screen()) if "Согласовать участие:" in label]


async def test_in_english(town: Town) -> None:
    college, john = await town.partner("College"), await town.known("John", language="en")
    await town.store.partners.bind(college, (await town.member(john)).id, None, town.now())
    await says(town, john, "/start")
    assert "Propose an event" in labels(john.screen())
    await taps(town, john, "Propose an event")
    shows(john, "What is it called?")


async def leaves(town: Town, person: Person, partner_id: int) -> None:
    member = await town.member(person)
    await town.store.representing.leave(partner_id, member.id, town.now(), with_link=False)


async def test_a_draft_ends_with_a_word_when_its_author_has_left_the_partner(town: Town, maria: Person) -> None:
    (college,) = (await town.member(maria)).partner_ids
    await says(town, maria, "/new", "Как называется?")
    await says(town, maria, "Голоса", "Что это будет?")
    await leaves(town, maria, college)
    await says(town, maria, "Встреча", "Вы больше не представляете организацию: Колледж")
    assert labels(maria.screen()) == ["‹ Меню"]
    await says(town, maria, "Встреча", "Я понимаю")


async def test_after_leaving_the_buttons_of_a_draft_say_so_too(town: Town, maria: Person) -> None:
    (college,) = (await town.member(maria)).partner_ids
    await says(town, maria, "/new мастер-класс «Лепка» 20 декабря в 15:00, Герцена", "20 декабря")
    await taps(town, maria, "Да, верно")
    await leaves(town, maria, college)
    await taps(town, maria, "15")
    shows(maria, "Вы больше не представляете организацию: Колледж")


async def test_a_draft_of_who_acts_for_another_partner_asks_for_whom_it_goes_on(town: Town, maria: Person) -> None:
    (college,) = (await town.member(maria)).partner_ids
    radio = await town.partner("Радио")
    await says(town, maria, "/new мастер-класс «Лепка» 20 декабря в 15:00, Герцена", "20 декабря")
    await taps(town, maria, "Да, верно")
    await town.store.partners.bind(radio, (await town.member(maria)).id, None, town.now())
    await leaves(town, maria, college)
    await taps(town, maria, "15")
    shows(maria, "От какой организации?")
    assert "Радио" in labels(maria.screen())
    await taps(town, maria, "Радио", "15", "Пропустить", "Готово")
    shows(maria, "Предлагает: Радио", "Лепка")
    await taps(town, maria, "Предложить")
    (sent,) = await town.store.proposals.of([radio], 1)
    assert sent.body["title"] == "Лепка"
    assert "partner" not in sent.body


async def test_a_returned_proposal_stays_with_its_partner(town: Town, maria: Person) -> None:
    (college,) = (await town.member(maria)).partner_ids
    await proposes(town, maria)
    await town.anna.sees("Партнёр предлагает мероприятие")
    await taps(town, town.anna, "Вернуть с замечанием")
    await says(town, town.anna, "Уточните время", "Возвращено с замечанием")
    await maria.sees("Библиотека просит исправить предложение")
    await taps(town, maria, "Исправить")
    await town.store.partners.bind(await town.partner("Радио"), (await town.member(maria)).id, None, town.now())
    await leaves(town, maria, college)
    await taps(town, maria, "Предложить")
    shows(maria, "Вы больше не представляете организацию: Колледж")


async def test_one_line_is_read_as_the_librarians_is(town: Town, maria: Person) -> None:
    await says(town, maria, "/new 20 апреля с 15:00 до 17:00 мастер-класс «Лепка», Герцена, 12 мест", "Всё верно?")
    shows(maria, "пятница, 20 апреля 2018 г., 15:00", "Окончание: пятница, 20 апреля 2018 г., 17:00")
    await taps(town, maria, "Да, верно")
    shows(maria, "Для кого?")
    await taps(town, maria, "Пропустить", "Готово")
    shows(maria, "Мастер-класс «Лепка»", "20 апреля 2018 г., 15:00–17:00", "Герцена", "Мест: 12")
    await taps(town, maria, "Предложить")
    card = await town.anna.sees("Партнёр предлагает мероприятие")
    assert "15:00–17:00" in text_of(card)
    await taps(town, town.anna, "Взять в работу", "Зал не нужен", "12+", "Опубликовать")
    (event,) = await town.store.events.upcoming(town.now(), 1)
    assert event.fields.ends_at is not None


async def test_one_line_needs_no_command_and_is_an_answer_to_the_title_too(town: Town, maria: Person) -> None:
    await says(town, maria, "20 апреля в 15:00 мастер-класс, ДК Химволокно", "Как называется?")
    await says(town, maria, "Лепка", "пятница, 20 апреля 2018 г., 15:00")
    await taps(town, maria, "Да, верно")
    shows(maria, "Сколько мест?")
    await taps(town, maria, "15", "Пропустить", "Готово")
    shows(maria, "Мастер-класс «Лепка»", "ДК Химволокно")
    await says(town, maria, "/new")
    await taps(town, maria, "Удалить черновик")
    await says(town, maria, "/new", "Как называется?")
    await says(town, maria, "выставка «Птицы» 3–10 мая, Герцена", "четверг, 3 мая 2018 г.", "Во сколько?")
    await taps(town, maria, "12:00")
    shows(maria, "Сколько")
