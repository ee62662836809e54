"""Filters of the register, and what stands on their buttons."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.partner import Grade
from domain.partner_filter import Facts, PartnerFilter, counts

NOW = datetime(2018, 4, 1, tzinfo=UTC)
ONE = Facts(1, "Колледж", "education", Grade.PERMANENT, (1, 2), archived=False, reachable=True, contact=NOW)
QUIET = replace(
    ONE, id=2, sector="media", grade=None, branch_ids=(), contact=NOW - timedelta(days=190), reachable=False
)
OLD = replace(ONE, id=3, archived=True)
EVERY = (ONE, QUIET, OLD)


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (PartnerFilter(), [1, 2]),
        (PartnerFilter(sector="media"), [2]),
        (PartnerFilter(branch_id=2), [1]),
        (PartnerFilter(grade=Grade.PERMANENT), [1]),
        (PartnerFilter(silent=6), [2]),
        (PartnerFilter(silent=12), []),
        (PartnerFilter(unreachable=True), [2]),
        (PartnerFilter(archived=True), [3]),
        (PartnerFilter(sector="media", grade=Grade.PERMANENT), []),
    ],
)
def test_a_filter_shows_what_it_says(chosen: PartnerFilter, shown: list[int]) -> None:
    assert [one.id for one in EVERY if chosen.takes(one, NOW)] == shown
    assert chosen.is_empty is (chosen == PartnerFilter())


def test_buttons_say_how_many_there_would_be() -> None:
    found = counts(iter(EVERY), PartnerFilter(sector="media"), NOW)
    assert found.sectors == {"education": 1, "media": 1}
    assert (found.branches, found.grades) == ({}, {})
    assert found.silent == {3: 1, 6: 1, 12: 0}
    assert (found.unreachable, found.archived) == (1, 0)
    whole = counts(EVERY, PartnerFilter(), NOW)
    assert (whole.branches, whole.grades, whole.archived) == ({1: 1, 2: 1}, {Grade.PERMANENT: 1}, 1)
