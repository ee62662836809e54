"""Quiet hours: what may arrive when."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.holidays import load_calendar
from domain.calendar import WorkCalendar
from domain.quiet import QuietHours, Window

MOSCOW = ZoneInfo("Europe/Moscow")
CALENDAR = load_calendar()
QUIET = QuietHours()
FAR = date(2018, 12, 31)


def at(day: int, hour: int, minute: int = 0, month: int = 4) -> datetime:
    return datetime(2018, month, day, hour, minute, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("local", "event_day", "answer"),
    [
        (at(20, 8, 59), FAR, False),
        (at(20, 9), FAR, True),
        (at(20, 18, 59), FAR, True),
        (at(20, 19), FAR, False),
        (at(20, 12), None, True),
        (at(21, 12), FAR, False),  # a Saturday
        (at(21, 12), None, False),
        (at(21, 12), date(2018, 4, 21), True),
        (at(21, 12), date(2018, 4, 22), True),
        (at(21, 12), date(2018, 4, 20), False),
        (at(21, 9, 59), date(2018, 4, 21), False),
        (at(21, 17), date(2018, 4, 21), False),
        (at(22, 12), date(2018, 4, 22), False),  # a Sunday
        (at(28, 9), FAR, True),  # a Saturday that was worked
        (at(30, 12), date(2018, 4, 30), False),  # a Monday off
        (at(10, 12, month=3), date(2018, 3, 10), False),  # a Saturday in the holidays
    ],
)
def test_what_can_wait_arrives_in_working_hours_or_on_the_eve_of_its_event(
    local: datetime, event_day: date | None, answer: bool
) -> None:
    assert QUIET.permitted(local, event_day, CALENDAR) is answer


@pytest.mark.parametrize(
    ("local", "event_day", "moment"),
    [
        (at(20, 12), FAR, at(20, 12)),
        (at(20, 7), FAR, at(20, 9)),
        (at(20, 19), FAR, at(23, 9)),
        (at(20, 19), date(2018, 4, 22), at(21, 10)),
        (at(21, 14), FAR, at(23, 9)),
        (at(28, 20), FAR, at(3, 9, month=5)),
    ],
)
def test_what_may_not_arrive_now_moves_to_the_next_window(local: datetime, event_day: date, moment: datetime) -> None:
    assert QUIET.next_permitted(local, event_day, CALENDAR) == moment


@pytest.mark.parametrize(
    ("local", "event_day", "moment"),
    [
        (at(20, 19), FAR, at(20, 18)),
        (at(20, 18), FAR, at(20, 18)),
        (at(20, 17, 59), FAR, at(19, 18)),
        (at(22, 12), date(2018, 4, 22), at(21, 16)),
        (at(23, 8), FAR, at(20, 18)),
    ],
)
def test_the_last_call_is_an_hour_before_the_end_of_a_window(
    local: datetime, event_day: date, moment: datetime
) -> None:
    assert QUIET.last_before(local, event_day, CALENDAR) == moment


def test_a_person_may_narrow_the_hours_to_less_than_one_and_leave_out_saturdays() -> None:
    own = QuietHours((time(12), time(12, 30)), None)
    assert own.next_permitted(at(20, 13), date(2018, 4, 21), CALENDAR) == at(23, 12)
    assert own.last_before(at(20, 13), FAR, CALENDAR) == at(20, 12)


@pytest.mark.parametrize("window", [(time(19), time(9)), (time(9), time(9))])
def test_a_window_that_ends_before_it_starts_is_refused(window: Window) -> None:
    with pytest.raises(ValueError, match="window"):
        QuietHours(workday=window)
    with pytest.raises(ValueError, match="window"):
        QuietHours(saturday=window)


FIRST, LAST = datetime(2018, 1, 10), datetime(2018, 12, 1)  # noqa: DTZ001 - so Hypothesis wants them
moments = st.datetimes(FIRST, LAST).map(lambda one: one.replace(tzinfo=MOSCOW))


@given(moments, st.none() | st.dates(date(2018, 1, 10), date(2018, 12, 1)))
def test_the_next_permitted_time_is_the_first_and_the_last_call_is_permitted(
    local: datetime, event_day: date | None
) -> None:
    later = QUIET.next_permitted(local, event_day, CALENDAR)
    assert later >= local
    assert QUIET.permitted(later, event_day, CALENDAR)
    assert later == local or not QUIET.permitted(later - timedelta(seconds=1), event_day, CALENDAR)
    call = QUIET.last_before(local, event_day, CALENDAR)
    assert call <= local
    assert QUIET.permitted(call, event_day, CALENDAR)


def test_without_a_calendar_the_holidays_of_the_law_are_quiet() -> None:
    assert not QUIET.permitted(at(9, 12, month=5), FAR, WorkCalendar(frozenset(), frozenset()))
