"""How long a text is, and what becomes of one that is too long."""

import pytest

from handlers.length import cut, fitting, paged, units
from handlers.say import Html
from handlers.screen import Screen


def test_an_emoji_is_as_long_as_two_letters() -> None:
    assert [units(text) for text in ("да", "😀", "да😀", "👨‍👩‍👧")] == [2, 2, 4, 8]
    assert [cut("да😀!", most) for most in (1, 3, 4, 9)] == ["д", "да", "да😀", "да😀!"]


@pytest.mark.parametrize(
    ("text", "most", "kept"),
    [
        ("раз\nдва", 7, "раз\nдва"),
        ("<b>раз</b>\nдва", 7, "<b>раз</b>\nдва"),
        ("раз\nдва\nтри\nраз", 9, "раз\nдва\n…"),
        ("<pre>раз\nдва\nтри</pre>", 14, "<pre>раз\nдва\nтри</pre>"),
        ("<pre>раз\nдва\nтри\nтриста</pre>", 14, "<pre>раз\nдва</pre>\n…"),
        ("раздва", 4, "раз…"),
        ("раз&amp;&amp;", 4, "раз…"),
        ("раз<b>два</b>", 5, "раз…"),
        ("<b>раздва</b>", 5, "<b>р</b>…"),
        ("😀😀😀", 4, "😀…"),
    ],
)
def test_of_a_text_too_long_the_first_lines_are_kept_with_every_tag_closed(text: str, most: int, kept: str) -> None:
    assert fitting(Html(text), most) == kept


def test_blocks_fill_as_few_pages_as_they_need_and_none_is_divided() -> None:
    blocks = [Html(one) for one in ("аа", "бб", "😀", "вввввв")]
    assert paged(blocks, 5) == ["аа\nбб", "😀", "вввввв"]
    assert paged([], 5) == []


def test_a_picture_goes_where_the_text_under_it_would_be_too_long() -> None:
    assert Screen(Html("я" * 1024), photo="p").photo == "p"
    assert Screen(Html("😀" * 513), photo="p").photo is None
    assert units(Screen(Html("слово\n" * 1000)).text) <= 4096
