"""What an event came to: its parts within the whole, and when it is asked about."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import WorkCalendar
from domain.event_report import EventReport, ask_at, check, first_ask, next_ask
from domain.policy import Policy, ReminderRules
from domain.quiet import QuietHours
from domain.refusal import Refusal

ZONE = ZoneInfo("Europe/Moscow")
OFF = frozenset({date(2018, 5, 1), date(2018, 4, 30)})
POLICY = Policy(ZONE, WorkCalendar(OFF, frozenset()), QuietHours(), ReminderRules())
FRIDAY = datetime(2018, 4, 27, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (EventReport(10, 4, 6, 10), None),
        (EventReport(0), None),
        (EventReport(10, 4, 7), "report-ages"),
        (EventReport(10, visits_disability=11), "report-disability"),
        (EventReport(10_001), "report-visits"),
        (EventReport(-1), "report-visits"),
        (EventReport(5, -1), "report-negative"),
    ],
)
def test_parts_fit_into_the_whole(report: EventReport, code: str | None) -> None:
    if code is None:
        assert check(report) is report
        return
    with pytest.raises(Refusal) as refused:
        check(report)
    assert refused.value.code == code


def test_views_online_are_apart_from_visits() -> None:
    report = check(EventReport(10, 4, 5, online_views=4000))
    assert (report.visits_total, report.visits_31plus) == (10, 1)


def test_it_is_asked_about_on_the_next_working_day_at_ten() -> None:
    assert ask_at(FRIDAY, POLICY) == datetime(2018, 5, 2, 7, tzinfo=UTC)
    assert ask_at(datetime(2018, 5, 2, 21, 30, tzinfo=UTC), POLICY) == datetime(2018, 5, 4, 7, tzinfo=UTC)


def test_it_is_asked_about_twice_at_most_and_never_about_what_is_long_over() -> None:
    assert first_ask(FRIDAY, FRIDAY + timedelta(days=7), POLICY) is not None
    assert first_ask(FRIDAY, FRIDAY + timedelta(days=8), POLICY) is None
    assert next_ask(1, FRIDAY, POLICY) == datetime(2018, 5, 2, 7, tzinfo=UTC)
    assert next_ask(2, FRIDAY, POLICY) is None
