"""Cards, people and agreements as answers, and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.partner import AgreementFields, Grade, PartnerFields, RepFields
from domain.partner_answers import (
    email,
    from_agreement,
    from_partner,
    from_rep,
    introduced,
    name_answer,
    person_name,
    site,
    to_agreement,
    to_partner,
    to_rep,
)
from domain.person_name import PersonName
from domain.refusal import Refusal

FULL = PartnerFields(
    "МБУ «ДК»",
    "ДК",
    "culture",
    ("Дом культуры",),
    "culture_house",
    "МБУ",
    "ул. Садовая, д. 1",
    "dk.example",
    "+74822342920;ext=12",
    "dk@dk.example",
    "заметка",
    Grade.ONE_OFF,
    (1, 2),
)
ELENA = PersonName("Котова", "Елена", "Павловна")


@pytest.mark.parametrize(
    "fields", [FULL, PartnerFields("А", "А", "other"), PartnerFields("А", "Б", "ngo", kind="клуб")]
)
def test_a_card_comes_back_from_its_answers(fields: PartnerFields) -> None:
    assert to_partner(from_partner(fields)) == fields


def test_a_kind_and_a_form_in_own_words_are_known_as_such() -> None:
    answers = from_partner(PartnerFields("А", "А", "ngo", kind="хор", legal_form="ТОС"))
    assert (answers["kind"], answers["legal_form"]) == ("own:хор", "own:ТОС")
    assert to_partner({"name": "А" * 200, "sector": "ngo"}).short_name == "А" * 120


@pytest.mark.parametrize(
    "fields",
    [
        RepFields(),
        RepFields(
            ELENA, "директор, методист", "протоиерей", "Ваше Преподобие", "+79093344360", "a@b.ru", is_primary=True
        ),
    ],
)
def test_a_representative_comes_back_from_the_answers(fields: RepFields) -> None:
    assert to_rep(from_rep(fields)) == fields


@pytest.mark.parametrize(
    "fields",
    [
        AgreementFields(),
        AgreementFields(
            "contract",
            "5",
            date(2018, 1, 1),
            date(2018, 2, 1),
            date(2018, 12, 31),
            auto_renews=True,
            responsible_id=3,
            rep_id=4,
            notes="в двух экземплярах",
        ),
    ],
)
def test_an_agreement_comes_back_from_its_answers(fields: AgreementFields) -> None:
    assert to_agreement(from_agreement(fields)) == fields


@pytest.mark.parametrize(
    ("typed", "name", "position"),
    [
        ("Хотова Е.Ю. – директор МБУ «ДК пос. Сахарово»", "Хотова Е.Ю.", "директор МБУ «ДК пос. Сахарово»"),
        ("Шабров А.Ю. – Председатель отдела, Протоиерей", "Шабров А.Ю.", "Председатель отдела"),
        ("Котова Елена Павловна, зам. директора, редактор", "Котова Елена Павловна", "зам. директора, редактор"),
        ("Логунова-Белова А.М", "Логунова-Белова А.М.", ""),
        ("Е. П. Котова", "Котова Е.П.", ""),
        ("Мамедов / Рза / Гасан оглы", "Мамедов Рза Гасан оглы", ""),
        ("Ван дер Берг / Ян", "Ван дер Берг / Ян / ", ""),
    ],
)
def test_a_line_says_a_name_and_perhaps_a_position(typed: str, name: str, position: str) -> None:
    said = introduced(typed)
    assert (said.name, said.position) == (name, position)


@pytest.mark.parametrize("typed", ["", "12", "/ Анна", "а / б / в / г", "я" * 90 + " / А", "директор, 34 школы"])
def test_what_is_no_name_gets_a_clear_word(typed: str) -> None:
    with pytest.raises(Refusal, match="name-unclear"):
        introduced(typed)


words = some.text("абвгАБВ ", min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(bool)


@given(words, words, words)
def test_every_name_comes_back_from_its_parts(last: str, first: str, patronymic: str) -> None:
    name = PersonName(last, first, patronymic)
    assert person_name(name_answer(name)) == name


@pytest.mark.parametrize(
    ("typed", "kept"), [("https://www.tverlib.ru/", "www.tverlib.ru"), ("VK.com/lib?a=1", "VK.com/lib?a=1")]
)
def test_a_site_is_kept_without_what_goes_without_saying(typed: str, kept: str) -> None:
    assert site(typed) == kept


def test_what_is_no_address_gets_a_clear_word() -> None:
    for wrong in ("наш сайт", "tverlib", "javascript:alert(1)", "a.b/<i>"):
        with pytest.raises(Refusal, match="site-unclear"):
            site(wrong)
    for wrong in ("почта", "a@b", "a b@c.ru", "<a@b.ru>"):
        with pytest.raises(Refusal, match="email-unclear"):
            email(wrong)
    assert email(" mailto:a@b.ru ") == "a@b.ru"
