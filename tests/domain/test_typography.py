"""Typing made fit for print."""

import pytest

from domain.typography import typeset

NB = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('МБУ "Школа № 5" - лучшее', f"МБУ «Школа №{NB}5»{NB}– лучшее"),
        ("6 из 9 (66,7 %)", f"6 из{NB}9{NB}(66,7{NB}%)"),
        ("12 (57 %), n = 21", f"12{NB}(57{NB}%), n{NB}={NB}21"),
        ('"А" и "Б"', f"«А» и{NB}«Б»"),
        ("Ну...", "Ну…"),
        ("им. А. И. Герцена в г. Твери", f"им.{NB}А.{NB}И.{NB}Герцена в{NB}г.{NB}Твери"),
        ("кто-то 1-3 года", f"кто-то 1-3{NB}года"),
        ("27 апреля 2018 г.", f"27{NB}апреля 2018{NB}г."),
        ("Баранова Е.П. - директор", f"Баранова{NB}Е.П.{NB}– директор"),
        ("2018 мартовских", "2018 мартовских"),
        ('5" экран', '5" экран'),
    ],
)
def test_russian_is_set_as_an_editor_would(typed: str, printed: str) -> None:
    assert typeset(typed) == printed
    assert typeset(printed) == printed


def test_other_languages_are_left_alone() -> None:
    assert typeset('A "club" - and 5 %', "en") == 'A "club" - and 5 %'
