"""Minutes: revisions, two who write at once, differences; what was taken on."""

from datetime import UTC, date, datetime

import pytest

from domain.minutes import (
    LONGEST,
    WHOLE,
    Action,
    ChangedMeanwhile,
    Minutes,
    Piece,
    Place,
    Revision,
    difference,
    finish,
    in_order,
    write,
)
from domain.refusal import Refusal

NOW = datetime(2018, 4, 28, 7, tzinfo=UTC)
FIRST = Revision(1, "Слушали", 7, NOW)


def test_a_text_grows_by_revisions_and_the_same_is_none() -> None:
    assert write(Revision(), 0, "Слушали") == Revision(1, "Слушали")
    assert write(FIRST, 1, "Слушали и решили") == Revision(2, "Слушали и решили")
    assert write(FIRST, 0, "Слушали") is None, "what is there already is no conflict"


def test_whoever_writes_on_what_is_no_longer_newest_is_told_what_is_there() -> None:
    with pytest.raises(ChangedMeanwhile) as found:
        write(FIRST, 0, "Другое")
    assert found.value.now == FIRST


def test_thirty_pages_fit_and_a_book_does_not() -> None:
    assert write(Revision(), 0, "я" * 100_000)
    with pytest.raises(Refusal, match="text-too-long"):
        write(Revision(), 0, "я" * (LONGEST + 1))


def test_what_went_and_what_came_is_seen_line_by_line() -> None:
    assert difference("один\nдва\nтри", "один\n2\nтри\nчетыре") == [("−", "два"), ("+", "2"), ("+", "четыре")]
    assert difference("то же", "то же") == []
    book, other = ([f"{number}. {word} {number % 7}" for number in range(2_000)] for word in ("слушали", "решили"))
    assert len(difference("\n".join(book), "\n".join(other))) == 4_000, "thirty pages written anew keep nobody waiting"


@pytest.mark.parametrize(("item", "piece"), [(WHOLE, Piece.HEARD), (3, Piece.TEXT), (3, Piece.NOTED)])
def test_a_piece_is_of_an_item_or_of_the_event(item: int, piece: Piece) -> None:
    with pytest.raises(Refusal, match="minutes-place"):
        Place(1, item, piece)


def test_papers_get_the_newest_of_each_item() -> None:
    kept = Minutes({(3, Piece.HEARD): FIRST, (WHOLE, Piece.NOTED): FIRST})
    assert kept.spoken([3, 4])[3].heard == "Слушали"
    assert kept.spoken([3, 4])[4].heard == ""


def test_what_is_open_and_due_soon_stands_first_and_done_is_done_once() -> None:
    late, free = Action(1, 1, "a", due_on=date(2018, 5, 1)), Action(2, 1, "b")
    done = finish(Action(3, 1, "c", due_on=date(2018, 1, 1)), NOW)
    assert [one.id for one in in_order([done, free, late])] == [1, 2, 3]
    assert finish(done, datetime(2019, 1, 1, tzinfo=UTC)) is done
    assert late.is_late(date(2018, 5, 2))
    assert not late.is_late(date(2018, 5, 1))
    assert not done.is_late(date(2018, 5, 2))
