"""A clergy rank beside a name stands apart; people who are called like one keep their names."""

import pytest

from domain.clergy import without_rank
from domain.partner_answers import Introduced, introduced, to_rep
from domain.partner_cells import read_person
from domain.person_name import PersonName, read_name


@pytest.mark.parametrize(
    ("typed", "name", "rank"),
    [
        ("протоиерей Георгий Ветров", "Ветров Георгий", "протоиерей"),
        ("Протоиерей Ветров Георгий", "Ветров Георгий", "Протоиерей"),
        ("прот. Г. Ветров", "Г. Ветров", "протоиерей"),
        ("Ветров Г.А., иерей", "Ветров Г.А.", "иерей"),
        ("Ветров Георгий (иерей)", "Ветров Георгий", "иерей"),
        ("Ветров протоиерей", "Ветров", "протоиерей"),
        ("священник Георгий Викторович Ветров", "Ветров Георгий Викторович", "священник"),
        ("митрофорный протоиерей Г.А. Ветров", "Г.А. Ветров", "митрофорный протоиерей"),
        ("иеромонах Лев", "Лев", "иеромонах"),
        ("Монахова Анна", "Монахова Анна", ""),
        ("Диаконов Сергей", "Диаконов Сергей", ""),
        ("Епишин Олег", "Епишин Олег", ""),
        ("протоиерей", "протоиерей", ""),
    ],
)
def test_a_rank_is_taken_from_beside_a_name(typed: str, name: str, rank: str) -> None:
    assert without_rank(typed) == (name, rank)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("протоиерей Георгий Ветров, настоятель", Introduced("Ветров Георгий", "настоятель", "протоиерей")),
        (
            "Ветров А.Ю. – Председатель отдела, Протоиерей",
            Introduced("Ветров А.Ю.", "Председатель отдела", "Протоиерей"),
        ),
        ("Ветров А.Ю., протоиерей", Introduced("Ветров А.Ю.", "", "протоиерей")),
        ("Ветров А.Ю. – журналист, обозреватель", Introduced("Ветров А.Ю.", "журналист, обозреватель")),
        ("Ветров А.Ю.", Introduced("Ветров А.Ю.")),
    ],
)
def test_a_line_says_name_position_and_rank(typed: str, said: Introduced) -> None:
    assert introduced(typed) == said


def test_a_rank_in_the_cell_of_a_name_is_one_unless_the_row_has_another() -> None:
    ours = PersonName("Ветров", "Георгий")
    assert read_person({"full_name": "протоиерей Георгий Ветров"}) == (ours, {"clergy_rank": "протоиерей"})
    assert read_person({"last_name": "иерей Ветров", "first_name": "Георгий"}) == (ours, {"clergy_rank": "иерей"})
    own = {"full_name": "иерей Георгий Ветров", "clergy_rank": "Протоиерей"}
    assert read_person(own) == (ours, {"clergy_rank": "Протоиерей"})
    assert to_rep({"name": "Ветров Георгий, иерей"}).clergy_rank == "иерей"


def test_one_initial_leaves_the_surname_whole() -> None:
    assert read_name("Г. Ветров") == PersonName("Ветров", initials="Г.")
    assert read_name("Е.П Баранова") == PersonName("Баранова", initials="Е.П.")
