"""What a link promises goes through the consent screen and comes out the same."""

import pytest

from domain.seats import Answer
from handlers.goals import pack, parse
from storage.welcome import Goal


@pytest.mark.parametrize(
    ("payload", "goal"),
    [
        ("e17", Goal(17)),
        ("e17-going", Goal(17, Answer.GOING)),
        ("e17-declined", Goal(17, Answer.DECLINED)),
        ("pabc_DEF-123", Goal(invitation="abc_DEF-123")),
        ("c17-abc_DEF-123", Goal(17, instead="abc_DEF-123")),
        ("", Goal()),
    ],
)
def test_a_goal_survives_its_way(payload: str, goal: Goal) -> None:
    assert pack(goal) == payload
    assert (parse(payload) or Goal()) == goal


def test_links_of_staff_and_colleagues() -> None:
    assert parse("sabc_DEF-123") == Goal(invitation="abc_DEF-123")
    assert parse("zabc_DEF-123") == Goal(instead="abc_DEF-123")


@pytest.mark.parametrize("payload", ["e", "e17-perhaps", "e-1", "p", "pя", "17", "e" + "1" * 16, "c17", "p" + "x" * 41])
def test_what_nobody_has_made_is_no_goal(payload: str) -> None:
    assert parse(payload) is None
