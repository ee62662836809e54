"""Names of who is forgotten, taken out of texts that stay."""

import pytest

from domain.person_name import PersonName
from domain.redaction import GONE, known_as, without

OLGA = PersonName("Котова", "Ольга", "Ивановна")
PRIEST = PersonName("Ветров", initials="А.Ю.")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Слушали: Котову О.И., методиста", "Слушали: […], методиста"),
        ("О. И. Котова и О.\u00a0Котова", "[…] и […]"),
        ("Ольга Ивановна Котова сказала", "[…] сказала"),
        ("Поручить Котовой Ольге план", "Поручить […] план"),
        ("КОТОВА О.И – за", "[…] – за"),
        ("Котова согласна", "[…] согласна"),
        ("Котова А.П. против, А.П. Котова тоже", "Котова А.П. против, А.П. Котова тоже"),
        ("Котовасия, рассказ «Котов»", "Котовасия, рассказ «[…]»"),
        ("Ольга Петрова", "Ольга Петрова"),
    ],
)
def test_a_name_goes_in_every_case_and_namesakes_stay(text: str, left: str) -> None:
    assert without(text, [OLGA], ["Котова"]) == left


def test_initials_are_enough() -> None:
    assert without("Ветрова А.Ю., Ветров А. Ю, Ветров А.", [PRIEST], ["Ветров"]) == f"{GONE}, {GONE}, {GONE}"
    assert without("Петру Королёву", known_as("Королев Пётр")) == GONE
    assert without("Ветров Б.Ю.", [PRIEST], ["Ветров"]) == "Ветров Б.Ю."


def test_an_account_is_known_by_two_words_and_never_by_one() -> None:
    names = known_as("Ольга Котова")
    assert without("Котовой Ольге, О. Котова, Котова О.И.", names) == f"{GONE}, {GONE}, {GONE}"
    assert without("Ольга Петрова и Котов А.", names) == "Ольга Петрова и Котов А."
    assert without("Ольга", known_as("Ольга")) == "Ольга"
