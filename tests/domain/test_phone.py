"""Telephones as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.phone import phone_words, read_phone
from domain.refusal import Refusal


@pytest.mark.parametrize(
    ("text", "kept", "printed"),
    [
        ("+7(4822) 34-29-20", "+74822342920", "+7 (4822) 34-29-20"),
        ("8-48135-3-14-90", "+74813531490", "+7 (48135) 3-14-90"),
        ("8 909 334 43 60", "+79093344360", "+7 (909) 334-43-60"),
        ("9093344360", "+79093344360", "+7 (909) 334-43-60"),
        ("34-29-20", "+74822342920", "+7 (4822) 34-29-20"),
        ("Тел./факс: 34\u201129\u201120", "+74822342920", "+7 (4822) 34-29-20"),
        ("т/ф 34-29-20", "+74822342920", "+7 (4822) 34-29-20"),
        ("т./ф.: 34-29-20", "+74822342920", "+7 (4822) 34-29-20"),
        ("4822 34-29-20 доб. 12", "+74822342920;ext=12", "+7 (4822) 34-29-20, доб. 12"),
        ("8(4822)34-29-20 (доб.12)", "+74822342920;ext=12", "+7 (4822) 34-29-20, доб. 12"),
        ("8 (4822) 34-29-20, вн. 5", "+74822342920;ext=5", "+7 (4822) 34-29-20, доб. 5"),
        ("+7 4822 342920 ext. 7", "+74822342920;ext=7", "+7 (4822) 34-29-20, доб. 7"),
        ("8 800 100-00-00", "+78001000000", "+7 (800) 100-00-00"),
        ("8 (495) 123-45-67", "+74951234567", "+7 (495) 123-45-67"),
        ("+375 29 123-45-67", "+375291234567", "+375 29 123-45-67"),
    ],
)
def test_any_way_of_writing_is_kept_in_one_and_printed_in_one(text: str, kept: str, printed: str) -> None:
    assert read_phone(text) == kept
    assert phone_words(kept) == printed
    assert read_phone(printed) == kept
    assert read_phone(kept) == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123",
        "звоните",
        "007",
        "8 909 334 43 60, 34-29-20",
        "34-29-20 и 34-29-21",
        "+7 4822 34-29-2",
        "+999 12 34 56",
    ],
)
def test_what_is_no_telephone_gets_a_clear_word(text: str) -> None:
    with pytest.raises(Refusal, match="phone-unclear"):
        read_phone(text)


def test_what_cannot_be_printed_better_is_printed_as_it_is() -> None:
    assert phone_words("нет") == "нет"
    assert phone_words("+74822342920;ext=3", "ext.") == "+7 (4822) 34-29-20, ext. 3"


@given(some.text(max_size=40))
def test_nothing_typed_is_worse_than_refused(text: str) -> None:
    try:
        kept = read_phone(text)
    except Refusal:
        return
    assert read_phone(phone_words(kept)) == kept
