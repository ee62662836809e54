"""When the digest of the week goes."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import WorkCalendar
from domain.policy import Policy, ReminderRules
from domain.quiet import QuietHours
from domain.week_ahead import day_ends, digest_at, week_ends, week_name

MOSCOW = ZoneInfo("Europe/Moscow")
OFF = (date(2018, 4, 30), date(2018, 5, 1), *(date(2018, 6, day) for day in range(4, 9)))
POLICY = Policy(MOSCOW, WorkCalendar(frozenset(OFF), frozenset()), QuietHours(), ReminderRules())


def at(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2018, month, day, hour, minute, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("now", "moment"),
    [
        (at(4, 23, 3, 30), at(4, 23, 9)),
        (at(4, 23, 15), at(4, 23, 9)),
        (at(4, 23, 23, 59), at(4, 23, 9)),
        (at(4, 24), None),
        (at(4, 29, 12), None),
        (at(4, 30, 3, 30), at(5, 2, 9)),
        (at(5, 2, 12), at(5, 2, 9)),
        (at(5, 3), None),
        (at(6, 4, 3, 30), None),
    ],
    ids=["before", "late", "last-minute", "over", "sunday", "holiday", "after-holidays", "over-again", "a-week-off"],
)
def test_it_goes_on_the_first_morning_of_the_week_that_is_worked(now: datetime, moment: datetime | None) -> None:
    assert digest_at(now, POLICY) == moment


def test_a_day_and_a_week_end_at_the_librarys_midnight() -> None:
    assert day_ends(at(4, 23, 9), POLICY) == at(4, 24)
    assert week_ends(at(4, 23), POLICY) == week_ends(at(4, 29, 23, 59), POLICY) == at(4, 30)
    assert week_name(at(4, 23), POLICY) == week_name(at(4, 29, 23, 59), POLICY) == "2018-W17"
    assert week_name(datetime(2018, 12, 31, tzinfo=MOSCOW), POLICY) == "2019-W01"
