"""The list of participants: printed as given, each person once, groups in their own words."""

import pytest

from domain.participants import Group, Participant, holds_name, lines, once, read_group, total
from domain.person_name import PersonName
from domain.refusal import Refusal

PRIEST = Participant(
    1,
    1,
    "Епархия",
    PersonName("Ветров", initials="А.Ю."),
    "Председатель Отдела, при храме",
    "Протоиерей",
    said=True,
)
NAMELESS = Participant(2, 2, "Радио", account="Вера К.", member_id=7)
STAFF = Group(1, "сотрудники Библиотечной системы города Твери")


def test_a_rank_stands_behind_the_position_which_is_never_taken_apart() -> None:
    assert lines([PRIEST], []) == ["Ветров А.Ю. – Председатель Отдела, при храме, Протоиерей"]


def test_without_a_position_the_organisation_and_without_a_name_the_account() -> None:
    assert lines([NAMELESS, Participant(3, 2, "Радио")], []) == ["Вера К. – Радио", "Радио"]


def test_groups_stand_last_in_their_own_words() -> None:
    assert lines([PRIEST], [STAFF])[-1] == STAFF.name


def test_who_acts_for_two_partners_is_listed_for_the_first() -> None:
    other = Participant(5, 9, "Газета", account="Вера К.", member_id=7)
    assert once([NAMELESS, other, PRIEST, PRIEST]) == [NAMELESS, PRIEST, PRIEST]


def test_a_group_of_unknown_size_is_not_counted() -> None:
    assert total([PRIEST], [STAFF, Group(2, "12 школьников", 12)]) == 13
    assert PRIEST.comes
    assert not NAMELESS.comes


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("12 школьников", 12),
        ("школьники, 12 человек", 12),
        ("школьники (12 чел.)", 12),
        ("школьники – 12", 12),
        ("pupils, 12 people", 12),
        ("6 «Б», 24 человека", 24),
        ("6 «Б»", None),
        ("9 А, 25", 25),
        ("гимназия 44", None),
        ("ученики школы № 12", None),
        ("сотрудники  Муниципальной библиотечной системы города Твери", None),
    ],
)
def test_a_count_among_the_words_is_seen(text: str, people: int | None) -> None:
    assert read_group(text) == Group(0, " ".join(text.split()), people)


def test_a_group_without_words_or_with_too_many_is_refused() -> None:
    for text, code in (("  ", "text-empty"), ("я" * 201, "text-too-long")):
        with pytest.raises(Refusal, match=code):
            read_group(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ветров А.Ю. и 12 школьников", True),
        ("учитель Лапина М. И.", True),
        ("сотрудники библиотеки им. А.И. Герцена", False),
        ("ученики г. Твери", False),
    ],
)
def test_a_surname_with_initials_is_a_name(text: str, named: bool) -> None:
    assert holds_name(text) is named
