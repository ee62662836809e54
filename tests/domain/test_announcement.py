"""Announcements fit, and what must stand in them stands there."""

from hypothesis import given
from hypothesis import strategies as st

from domain.announcement import Block, composed, credited
from domain.event import PartnerPart
from domain.joint import Agreed, Standing
from domain.partner import Part, PartState

WORDS = st.text("абв \n", min_size=1, max_size=400)


def test_what_may_go_goes_first_and_the_rest_stays() -> None:
    goal, programme = Block(["цель " * 9, "цель", ""], stays=2), Block(["программа " * 9, ""], stays=1)
    blocks = [Block(["Заголовок"]), goal, programme, Block(["(12+)"])]
    assert composed(blocks, 1000).count("\n\n") == 3
    assert composed(blocks, 70) == "Заголовок\n\n" + "цель " * 9 + "\n\n(12+)"
    assert composed(blocks, 30) == "Заголовок\n\nцель\n\n(12+)"
    assert composed(blocks, 20) == "Заголовок\n\n(12+)"
    assert composed([Block([]), Block([""]), Block(["(12+)"])], 5) == "(12+)"


@given(st.lists(st.tuples(WORDS, st.integers(1, 8)), max_size=6), st.integers(40, 900))
def test_it_fits_and_the_mark_is_last(parts: list[tuple[str, int]], most: int) -> None:
    blocks = [Block(["Заголовок"]), *(Block([text, text[:9], ""], stays) for text, stays in parts), Block(["(12+)"])]
    text = composed(blocks, most)
    assert len(text) <= most
    assert text.startswith("Заголовок")
    assert text.endswith("(12+)")


def test_partners_are_named_that_have_agreed_to_be_more_than_guests() -> None:
    parts = [
        Agreed(PartnerPart(number, part), Standing(state))
        for number, (part, state) in enumerate(
            [
                (Part.CO_ORGANISER, PartState.ACCEPTED),
                (Part.CO_ORGANISER, PartState.ASKED),
                (Part.GUEST, PartState.ACCEPTED),
                (Part.INFO_PARTNER, PartState.ACCEPTED),
                (Part.SPEAKER, PartState.DECLINED),
            ]
        )
    ]
    assert credited(parts) == [0, 3]
