"""How people are spoken to in letters."""

import pytest

from domain.person_name import PersonName
from domain.salutation import Salutation, Style, salutation

MARIA = PersonName("Лапина", "Мария", "Ивановна")


@pytest.mark.parametrize(
    ("name", "rank", "given", "how"),
    [
        (MARIA, None, None, Salutation(Style.WOMAN, "Мария Ивановна")),
        (PersonName("Лапин", "Игорь", "Ильич"), None, None, Salutation(Style.MAN, "Игорь Ильич")),
        (PersonName("Фокина", "Инна", "Ильинична"), None, None, Salutation(Style.WOMAN, "Инна Ильинична")),
        (PersonName("Ветров", initials="А.Ю."), None, None, Salutation(Style.ALL)),
        (PersonName("Лапина", "Мария"), None, None, Salutation(Style.ALL)),
        (PersonName("Алиев", "Рашид", "Аскер оглы"), None, None, Salutation(Style.ALL)),
        (None, None, None, Salutation(Style.ALL)),
        (MARIA, None, "Дорогая Мария!", Salutation(Style.GIVEN, "Дорогая Мария!")),
        (MARIA, "Протоиерей", "Отец Георгий!", Salutation(Style.GIVEN, "Отец Георгий!")),
        (PersonName("Ветров", "Андрей", "Юрьевич"), "Протоиерей", None, Salutation(Style.HIGH_REVERENCE)),
        (None, "митрофорный протоиерей", None, Salutation(Style.HIGH_REVERENCE)),
        (None, "иерей", None, Salutation(Style.REVERENCE)),
        (None, "епископ", None, Salutation(Style.EMINENCE)),
        (None, "архиепископ", None, Salutation(Style.HIGH_EMINENCE)),
        (MARIA, "монахиня", None, Salutation(Style.ALL)),
    ],
)
def test_the_register_comes_first_then_a_rank_then_the_name(
    name: PersonName | None, rank: str | None, given: str | None, how: Salutation
) -> None:
    assert salutation(name, rank, given) == how
