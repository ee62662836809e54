"""Events told in one line, seen from Monday 26 March 2018."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.event_forms import EVENT_FORMS, FORM_GROUPS
from domain.oneline import Announcement, BranchName, FormName, nice_title, read_announcement
from domain.when import When

NOW = datetime(2018, 3, 26, 10, tzinfo=ZoneInfo("Europe/Moscow"))
HERZEN_NAMES = (
    "Центральная городская библиотека им. А.И. Герцена|ЦГБ им. Герцена|Герценка|Герцена|ЦГБ|Тверской пр-т, д. 5, Тверь"
)
HERZEN = BranchName(1, tuple(HERZEN_NAMES.split("|")), ((10, "Михайловский зал"), (11, "Горница"), (12, "Музей книги")))
POLEVOY = BranchName(2, ("Библиотека семейного чтения им. Б.Н. Полевого", "Полевого", "Пролетарская наб., д. 5, Тверь"))
KROPOTKIN = BranchName(3, ("Библиотека семейного чтения им. П.А. Кропоткина", "ул. Фурманова, д. 1, корп. А, Тверь"))
BRANCHES = (HERZEN, POLEVOY, KROPOTKIN)
NAMES = {
    "round_table": ("Круглый стол", "Round table"),
    "lecture": ("Лекция", "Lecture"),
    "workshop": ("Мастер-класс", "Workshop"),
    "contest": ("Конкурс",),
    "exhibition": ("Выставка", "Exhibition"),
    "book_exhibition": ("Книжная выставка",),
    "club_meeting": ("Заседание клуба",),
    "book_launch": ("Презентация книги",),
    "info_hour": ("Час информации",),
}
FORMS = tuple(FormName(form, names) for form, names in NAMES.items())


def read(text: str) -> Announcement:
    return read_announcement(text, NOW, BRANCHES, FORMS)


def test_the_line_of_the_round_table_fills_all_that_it_says() -> None:
    assert read('Круглый стол "Наш принцип – взаимодействие" 27 апреля в 14.00, Герцена, 30 мест') == Announcement(
        title="Наш принцип – взаимодействие",
        form="round_table",
        when=When(date(2018, 4, 27), time_start=time(14), doubts=("year_guessed",)),
        branch_id=1,
        capacity=30,
    )


@pytest.mark.parametrize(
    ("text", "title", "form", "rest"),
    [
        ("Круглый стол Наш принцип – взаимодействие 27 апреля в 14.00, Герцена", "Наш принцип – взаимодействие", 0, ""),
        ("27 апреля, пятница, 14:00 Круглый стол «Тест» в Герценке", "Тест", 0, ""),
        ("Библиотека, школа, семья: круглый стол 27 апреля", "Библиотека, школа, семья", 0, ""),
        ("круглый стол 27.04 14.00", None, 0, ""),
        ("Лекция о Герцене завтра в 15-00", "Лекция о Герцене", 1, ""),
        ("Лекция «Завтра была война» 5 мая", "Завтра была война", 1, ""),
        ("Ждём вас на лекции «Север» 27 апреля", "Север", 1, "Ждём вас"),
        ("Конкурс чтецов для детей 6-10 лет, 3 мая 10.00-12.00", "Конкурс чтецов для детей 6-10 лет", 3, ""),
        ("Книжная выставка «Весна» 22 августа -12 сентября", "Весна", 5, ""),
        ("Среда обитания, выставка, 3 мая (четверг) в 10.00", "Среда обитания", 4, ""),
        ("Заседание клуба «Первоцвет» 5 мая", "Первоцвет", 6, ""),
        ("Встреча в клубе цветоводов «Первоцвет» 5 мая", "Встреча в клубе цветоводов «Первоцвет»", None, ""),
        ("Презентация книги Иванова «Лес» в среду в 17:30", "Иванова «Лес»", 7, ""),
        ("Час информации 2 часа истории в 5 классе 12 мая", "2 часа истории в 5 классе", 8, ""),
        ("Мастер-класс «Оригами» 6+ вход свободный", "Оригами", 2, "вход свободный"),
        ('Round table "Our principle" on 27 April at 2 pm, 30 seats', "Our principle", 0, ""),
        ("«Клуб «Первоцвет» и друзья» 5 мая", "Клуб «Первоцвет» и друзья", None, ""),
        ("привет", "привет", None, ""),
        ("", None, None, ""),
        ('""', None, None, ""),
        ("30 мест", None, None, ""),
    ],
)
def test_title_and_form_are_told_apart(text: str, title: str | None, form: int | None, rest: str) -> None:
    found = read(text)
    assert (found.title, found.rest) == (title, rest)
    assert found.form == (None if form is None else FORMS[form].id)


@pytest.mark.parametrize(
    ("place", "branch_id", "hall_id"),
    [
        ("Герцена", 1, None),
        ("в Герценке", 1, None),
        ("ЦГБ", 1, None),
        ("в ЦГБ им. А.И.Герцена", 1, None),
        ("в Центральной городской библиотеке имени Герцена", 1, None),
        ("Тверской пр-т", 1, None),
        ("Тверской пр-т, д. 5", 1, None),
        ("на Тверском проспекте", 1, None),
        ("в библиотеке им. Полевого", 2, None),
        ("на Полевого", 2, None),
        ("Пролетарская набережная, 5", 2, None),
        ("Фурманова, 1", 3, None),
        ("в библиотеке Кропоткина", 3, None),
        ("Кропоткина", 3, None),
        ("в Михайловском зале", 1, 10),
        ("Герценка, Горница", 1, 11),
        ("Полевого, Горница", 2, None),
        ("Герцена, Полевого", None, None),
        ("дом культуры", None, None),
    ],
)
def test_the_place_is_known_in_any_case_and_not_when_two_are_named(
    place: str, branch_id: int | None, hall_id: int | None
) -> None:
    found = read(f"Круглый стол «Тест» 27 апреля в 14.00, {place}, 30 мест")
    assert (found.branch_id, found.hall_id) == (branch_id, hall_id)
    assert (found.title, found.capacity) == ("Тест", 30)


@pytest.mark.parametrize("text", ["Творчество Герцена, лекция 27 апреля", "Лекция о Полевом 27 апреля, 12.00"])
def test_a_lecture_about_somebody_is_not_yet_in_the_library_of_that_name(text: str) -> None:
    assert read(text).branch_id is None


@pytest.mark.parametrize(
    ("text", "capacity", "age_mark"),
    [
        ("30 мест (12+)", 30, "12+"),
        ("до 25 человек, 6+", 25, "6+"),
        ("мест: 40", 40, None),
        ("1 000 мест", 1000, None),
        ("14+", None, None),
        ("1.5 места", None, None),
        ("5 класс", None, None),
    ],
)
def test_seats_and_age_mark_are_read(text: str, capacity: int | None, age_mark: str | None) -> None:
    found = read(f"Лекция «Тест», {text}")
    assert (found.capacity, found.age_mark) == (capacity, age_mark)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Круглый стол 31 февраля, Герцена", "no-such-date"),
        ("Круглый стол 27 апреля в 25.00, Герцена", "no-such-time"),
        ("Круглый стол 27 апреля в 25-00, Герцена", "no-such-time"),
        ("Круглый стол 27 апреля в 16.00-14.00, Герцена", "end-before-start"),
        ("Круглый стол 0 мест, Герцена", "capacity-range"),
        ("Круглый стол 100000 мест, Герцена", "capacity-range"),
    ],
)
def test_what_is_said_wrongly_is_told_and_becomes_neither_a_date_nor_a_title(text: str, problem: str) -> None:
    found = read(text)
    assert [one.reason for one in found.problems] == [problem]
    assert (found.title, found.when, found.capacity, found.branch_id) == (None, None, None, 1)


def test_of_two_dates_the_first_is_taken_and_the_second_told() -> None:
    found = read("Круглый стол «Тест» 27 апреля в 14.00 и 28 апреля в 15.00")
    assert found.when == When(date(2018, 4, 27), time_start=time(14), doubts=("year_guessed",))
    assert [one.reason for one in found.problems] == ["several"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"Наш  принцип"', "Наш принцип"),
        (" «Наш принцип» ", "Наш принцип"),
        ('Клуб "Первоцвет"', "Клуб «Первоцвет»"),
        ("«Лес» и «Поле»", "«Лес» и «Поле»"),
        ("Наш\nпринцип", "Наш принцип"),
        ('5" доски', '5" доски'),
        ("", ""),
    ],
)
def test_a_title_is_printed_with_single_spaces_and_russian_quotes(typed: str, printed: str) -> None:
    assert nice_title(typed) == printed


def test_the_forms_of_events_have_each_one_group() -> None:
    assert len({form.id for form in EVENT_FORMS}) == len(EVENT_FORMS) == 37
    assert {form.group for form in EVENT_FORMS} == set(FORM_GROUPS)
    assert {form.id for form in FORMS} <= {form.id for form in EVENT_FORMS}


PIECES = (
    'Круглый стол|«Тест»|27 апреля|в 14.00|Герцена|в Герценке|30 мест|12+|завтра|,|о|31.02|25:00|Лекция|Горница|1-2|"|«'
)
pieces = st.sampled_from(PIECES.split("|"))


@settings(deadline=None)
@given(st.lists(pieces | st.text(max_size=8), max_size=12).map(" ".join))
def test_no_line_breaks_the_reader_and_nothing_is_made_up(text: str) -> None:
    found = read(text)
    assert found.capacity in {None, 30} or any(letter.isdigit() for letter in text)
    assert found.age_mark is None or "+" in text
    assert found.title is None or found.title.strip() == found.title
    assert found.when is None or any(letter.isdigit() for letter in text) or "завтра" in text


@pytest.mark.parametrize(
    ("text", "title", "address"),
    [
        ("20 декабря в 15:00 мастер-класс, ДК Химволокно", None, "ДК Химволокно"),
        ("мастер-класс «Лепка», ДК «Химволокно» 20 декабря в 15:00, 20 мест", "Лепка", "ДК «Химволокно»"),
        ("20 декабря в 15:00, ДК «Химволокно», мастер-класс", None, "ДК «Химволокно»"),
        ("Мастер-класс «Лепка» в ДК Химволокно 20 декабря", "Лепка", "ДК Химволокно"),
        ("Лекция «Север» 5 мая, ул. Советская, д. 3, 12+", "Север", "ул. Советская, д. 3"),
        ("Лекция «Север» 5 мая, школа № 12", "Север", "школа № 12"),
        ("Лекция Музей и город 5 мая", "Музей и город", None),
        ("Театр, музей, парк: круглый стол 27 апреля", "Театр, музей, парк", None),
        ("ДК и мы", "ДК и мы", None),
        ("Библиотека, школа, семья: круглый стол 27 апреля", "Библиотека, школа, семья", None),
        ("Мастер-класс «ДК и мы» 5 мая, Герцена", "ДК и мы", None),
    ],
)
def test_a_place_that_is_no_branch_is_an_address(text: str, title: str | None, address: str | None) -> None:
    said = read(text)
    assert (said.title, said.address, said.rest) == (title, address, "")


def test_a_branch_goes_before_an_address() -> None:
    said = read("Лекция «Север» 5 мая, Герцена, ул. Советская, д. 3")
    assert (said.branch_id, said.address) == (1, None)
