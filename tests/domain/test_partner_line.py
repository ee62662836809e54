"""A line about an organisation, pasted whole, by its parts: nothing of it is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.partner_line import read_line


@pytest.mark.parametrize(
    ("text", "name", "more"),
    [
        (
            "Школа № 5, ул. Ленина 3, тел. 33-44-55",
            "Школа № 5",
            {"address": "ул. Ленина 3", "phone": "+7 (4822) 33-44-55"},
        ),
        (
            "МБУ «ДК пос. Сахарово, филиал»; 170100, г. Тверь, пр-т Победы, д. 5, корп. 1; 8 (4822) 34-29-20 доб. 12",
            "МБУ «ДК пос. Сахарово, филиал»",
            {
                "address": "170100, г. Тверь, пр-т Победы, д. 5, корп. 1",
                "phone": "+7 (4822) 34-29-20, доб. 12",
            },
        ),
        (
            "Радио «Волна»\nАдрес: Тверской проспект, 9\nсайт: https://www.volna.ru\nпочта: info@volna.ru\nпо будням",
            "Радио «Волна»",
            {"address": "Тверской проспект, 9", "site": "www.volna.ru", "email": "info@volna.ru", "notes": "по будням"},
        ),
        ("Музей, т/ф 33-44-55", "Музей", {"phone": "+7 (4822) 33-44-55"}),
        ("Музей, т. 33-44-55", "Музей", {"phone": "+7 (4822) 33-44-55"}),
        ("Музей, 33-44-55, 33-44-56", "Музей", {"phone": "+7 (4822) 33-44-55", "notes": "33-44-56"}),
        ("Тверская епархия, миссионерский отдел", "Тверская епархия, миссионерский отдел", {}),
        ("Центр «Дом, где тепло», г. Тверь", "Центр «Дом, где тепло»", {"address": "г. Тверь"}),
        ("ДК пос. Сахарово", "ДК пос. Сахарово", {}),
        ("Библиотека на ул. Ленина", "Библиотека на ул. Ленина", {}),
        ("Гимназия № 6 г. Твери", "Гимназия № 6 г. Твери", {}),
        ("", "", {}),
    ],
)
def test_a_line_is_taken_apart(text: str, name: str, more: dict[str, str]) -> None:
    line = read_line(text)
    assert (line.name, line.more) == (name, more)


part = st.sampled_from(
    [
        "Школа № 5",
        "ул. Ленина",
        "д. 3",
        "тел. 33-44-55",
        "a@b.ru",
        "volna.ru",
        "директор",
        "«а, б»",
        "33-44-57",
        "г. Тверь",
    ]
)


@given(st.lists(part, min_size=1, max_size=7), st.sampled_from([", ", "; ", "\n"]))
def test_every_word_is_somewhere(parts: list[str], mark: str) -> None:
    line = read_line(mark.join(parts))
    kept = re.sub(r"\D", "", "".join((line.name, *line.more.values())))
    for one in parts:
        said = one.removeprefix("тел. ")
        figures = re.sub(r"\D", "", said)
        assert (figures in kept) if figures else any(said in value for value in (line.name, *line.more.values()))
