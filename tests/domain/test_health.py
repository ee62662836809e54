"""When waiting becomes a trouble."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.health import PATIENCE, Traffic, Trouble, Waiting, troubles

NOW = datetime(2018, 3, 26, 7, tzinfo=UTC)
MOMENT = timedelta(seconds=1)


@pytest.mark.parametrize("one", Trouble)
def test_what_waits_longer_than_its_patience_is_a_trouble_and_nothing_else_is(one: Trouble) -> None:
    late, just = NOW - PATIENCE[one] - MOMENT, NOW - PATIENCE[one]
    assert troubles(Traffic({one: Waiting(1, late, 7)}), NOW) == {one}
    assert troubles(Traffic({one: Waiting(1, just, 7)}), NOW) == frozenset()
    assert troubles(Traffic({one: Waiting()}), NOW) == troubles(Traffic({}), NOW) == frozenset()
