"""What went wrong for good is told from what is taken up again."""

from bot.outcome import LOST
from handlers import faults


def test_what_is_taken_up_again_is_the_same_here_and_where_it_is_done() -> None:
    assert faults.LOST == LOST
