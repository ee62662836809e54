"""Names: read as people write them, printed as papers want them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.person_name import PersonName, read_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ветрова А.П.", PersonName("Ветрова", initials="А.П.")),
        ("Ветрова А.П", PersonName("Ветрова", initials="А.П.")),
        ("Ветрова АП", PersonName("Ветрова", initials="А.П.")),
        ("Ветрова А П", PersonName("Ветрова", initials="А.П.")),
        ("Ветрова А. П.", PersonName("Ветрова", initials="А.П.")),
        ("Ветрова\u00a0А.", PersonName("Ветрова", initials="А.")),
        ("А.П. Ветрова", PersonName("Ветрова", initials="А.П.")),
        ("А.П.Ветрова", PersonName("Ветрова", initials="А.П.")),
        ("Ветрова Анна Павловна", PersonName("Ветрова", "Анна", "Павловна")),
        ("  Ветрова   Анна ", PersonName("Ветрова", "Анна")),
        ("Римский-Корсаков Н.А.", PersonName("Римский-Корсаков", initials="Н.А.")),
        ("Мамедов Али Гасан оглы", PersonName("Мамедов", "Али", "Гасан оглы")),
        ("Ветрова", PersonName("Ветрова")),
    ],
)
def test_a_name_is_read_by_its_parts(text: str, name: PersonName) -> None:
    assert read_name(text) == name


@pytest.mark.parametrize(
    "text", ["", "А", "12", "Ветрова 12", "один два три четыре пять", "Ветрова А.П. директор", "А.П."]
)
def test_what_is_no_name_is_not_taken_for_one(text: str) -> None:
    assert read_name(text) is None


def test_a_name_is_printed_for_lists_signatures_and_letters() -> None:
    known = PersonName("Ветрова", "Анна", "Павловна")
    assert (known.listed, known.signed) == ("Ветрова А.П.", "А.П. Ветрова")
    assert (known.full, known.called) == ("Ветрова Анна Павловна", "Анна Павловна")


def test_initials_serve_where_the_first_name_is_not_known() -> None:
    known = PersonName("Ветрова", initials="А.П.")
    assert (known.listed, known.signed, known.full, known.called) == (
        "Ветрова А.П.",
        "А.П. Ветрова",
        "Ветрова А.П.",
        "",
    )


PARTS = st.from_regex(r"[А-Я][а-я]{1,12}", fullmatch=True)


@given(PARTS, PARTS, PARTS)
def test_what_is_printed_reads_back(last: str, first: str, patronymic: str) -> None:
    name = PersonName(last, first, patronymic)
    assert read_name(name.full) == name
    assert read_name(name.listed) == read_name(name.signed) == PersonName(last, initials=name.letters)
