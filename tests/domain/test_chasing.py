"""When organisations are asked again for their answers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.calendar import WorkCalendar
from domain.chasing import later, replanned, rounds
from domain.policy import Policy, ReminderRules
from domain.quiet import QuietHours
from domain.reminders import Moment
from domain.segment import partners_by
from domain.survey import Survey, SurveyFields, SurveyState

ZONE = ZoneInfo("Europe/Moscow")
POLICY = Policy(ZONE, WorkCalendar(frozenset(), frozenset()), QuietHours(), ReminderRules())
OPENS = datetime(2018, 3, 26, 7, tzinfo=UTC)
CLOSES = datetime(2018, 4, 20, 15, tzinfo=UTC)
SURVEY = Survey(
    1,
    SurveyState.PUBLISHED,
    SurveyFields(1, "Наши партнеры", 2018, partners_by(), OPENS, CLOSES),
    published_at=OPENS,
)


def closing(at: datetime) -> Survey:
    return replace(SURVEY, fields=replace(SURVEY.fields, closes_at=at))


def test_rounds_come_at_half_time_and_a_day_before_the_end_outside_quiet_hours() -> None:
    found = {kind: due.astimezone(ZONE) for kind, due in rounds(SURVEY, POLICY).items()}
    assert [f"{due:%a %d %H:%M}" for due in found.values()] == ["Mon 09 09:00", "Thu 19 18:00", "Fri 20 09:00"]


def test_where_the_day_before_is_quiet_the_last_call_before_it_is_taken() -> None:
    monday = rounds(closing(datetime(2018, 4, 16, 9, tzinfo=UTC)), POLICY)
    assert f"{monday['last'].astimezone(ZONE):%a %H:%M}" == "Fri 18:00"


def test_one_that_lasts_a_day_has_no_rounds_and_of_a_short_one_the_half_is_left_out() -> None:
    assert rounds(closing(OPENS + timedelta(hours=20)), POLICY) == {}
    assert "half" not in rounds(closing(OPENS + timedelta(days=1, hours=3)), POLICY)


def test_where_no_time_is_left_to_telephone_the_list_comes_with_the_last_round() -> None:
    found = rounds(closing(datetime(2018, 4, 16, 5, tzinfo=UTC)), POLICY)
    assert found["calls"] == found["last"]


def test_the_half_is_had_once_and_what_lies_ahead_again_comes_again() -> None:
    had = tuple(Moment(kind, due, "fired") for kind, due in rounds(SURVEY, POLICY).items())
    longer = closing(CLOSES + timedelta(days=14))
    now = CLOSES - timedelta(hours=1)
    found = {one.kind: one.state for one in replanned(had, longer, POLICY, now)}
    assert found == {"half": "fired", "last": "planned", "calls": "planned"}
    over = replace(SURVEY, state=SurveyState.CLOSED)
    assert not [one for one in replanned((), over, POLICY, now) if one.state == "planned"]


def test_it_is_put_off_to_ten_in_the_morning_never_past_the_end_and_no_day_twice() -> None:
    days = [one and f"{one.astimezone(ZONE):%d %H:%M}" for one in later(SURVEY, ZONE, OPENS)]
    assert days == ["27 10:00", "29 10:00", "20 10:00"]
    assert [bool(one) for one in later(SURVEY, ZONE, CLOSES - timedelta(days=1))] == [True, False, False]
    assert later(SURVEY, ZONE, CLOSES - timedelta(hours=2)) == (None, None, None)
