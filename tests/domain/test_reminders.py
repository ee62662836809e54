"""Reminder moments: the three of the round table, quiet hours, changes."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.holidays import load_calendar
from domain.policy import Policy, ReminderRules
from domain.quiet import QuietHours
from domain.reminders import KINDS, Moment, plan, replan, still_useful

MOSCOW = ZoneInfo("Europe/Moscow")
POLICY = Policy(MOSCOW, load_calendar(), QuietHours(), ReminderRules())
MONDAY = datetime(2018, 3, 26, 10, tzinfo=MOSCOW)
ROUND_TABLE = datetime(2018, 4, 27, 14, tzinfo=MOSCOW)


def due(start: datetime, now: datetime = MONDAY) -> list[str]:
    return [f"{one.due_at.astimezone(MOSCOW):%d.%m %H:%M}" for one in plan(start, POLICY, now)]


@pytest.mark.parametrize(
    ("start", "moments"),
    [
        (ROUND_TABLE, ["20.04 14:00", "26.04 14:00", "27.04 12:00"]),
        (ROUND_TABLE + timedelta(days=1), ["23.04 09:00", "27.04 14:00", "28.04 12:00"]),
        (datetime(2018, 5, 14, 12, tzinfo=MOSCOW), ["07.05 12:00", "11.05 12:00", "14.05 10:00"]),  # Monday
        (datetime(2018, 5, 15, 10, tzinfo=MOSCOW), ["08.05 10:00", "14.05 10:00", "14.05 18:00"]),  # 08:00 is early
        (datetime(2018, 5, 16, 21, tzinfo=MOSCOW), ["10.05 09:00", "16.05 09:00", "16.05 18:00"]),  # 19:00 is late
        (datetime(2018, 5, 19, 12, tzinfo=MOSCOW), ["14.05 09:00", "18.05 12:00", "19.05 10:00"]),  # Saturday
        (datetime(2018, 5, 20, 12, tzinfo=MOSCOW), ["14.05 09:00", "18.05 12:00", "19.05 16:00"]),  # Sunday
        (datetime(2018, 5, 21, 9, 30, tzinfo=MOSCOW), ["14.05 09:30", "18.05 09:30", "18.05 18:00"]),  # early Monday
        (datetime(2018, 5, 17, 8, tzinfo=MOSCOW), ["10.05 09:00", "16.05 09:00", "16.05 18:00"]),  # before the window
        (datetime(2018, 6, 11, 12, tzinfo=MOSCOW), ["04.06 12:00", "09.06 12:00", "09.06 18:00"]),  # a holiday
        (datetime(2019, 1, 9, 14, tzinfo=MOSCOW), ["29.12 14:00", "09.01 12:00"]),  # "week" would come last
    ],
)
def test_reminders_come_at_the_right_minute(start: datetime, moments: list[str]) -> None:
    assert due(start) == moments


def test_a_moment_that_is_behind_is_missed() -> None:
    states = [one.state for one in plan(ROUND_TABLE, POLICY, ROUND_TABLE - timedelta(days=2))]
    assert states == ["missed", "planned", "planned"]


def test_a_kind_that_is_off_does_not_come() -> None:
    policy = Policy(MOSCOW, POLICY.calendar, POLICY.quiet, ReminderRules(days_before=0, hours_before=0))
    assert [one.kind for one in plan(ROUND_TABLE, policy, MONDAY)] == ["day"]


def test_a_fired_one_is_planned_again_only_if_its_moment_is_ahead_again() -> None:
    now = datetime(2018, 4, 21, 12, tzinfo=MOSCOW)
    fired = tuple(Moment(one.kind, one.due_at, "fired") for one in plan(ROUND_TABLE, POLICY, MONDAY)[:1])
    assert [one.state for one in replan(fired, ROUND_TABLE, POLICY, now)] == ["fired", "planned", "planned"]
    later = replan(fired, ROUND_TABLE + timedelta(days=7), POLICY, now)
    assert [one.state for one in later] == ["planned", "planned", "planned"]


def test_one_that_is_due_this_very_second_is_not_lost_by_a_change_of_the_event() -> None:
    planned = plan(ROUND_TABLE, POLICY, MONDAY)
    now = planned[0].due_at + timedelta(seconds=1)
    assert replan(planned, ROUND_TABLE, POLICY, now) == planned


def test_the_round_table_moves_to_saturday_and_back_with_a_reminder_sent_in_between() -> None:
    now = datetime(2018, 4, 20, 15, tzinfo=MOSCOW)
    week, *others = plan(ROUND_TABLE, POLICY, MONDAY)
    moved = replan((Moment("week", week.due_at, "fired"), *others), ROUND_TABLE + timedelta(days=1), POLICY, now)
    assert [one.state for one in moved] == ["planned", "planned", "planned"]
    assert [one.state for one in replan(moved, ROUND_TABLE, POLICY, now)] == ["missed", "planned", "planned"]


def test_a_missed_one_is_planned_again_when_the_event_moves_away() -> None:
    now = ROUND_TABLE - timedelta(hours=3)
    old = plan(ROUND_TABLE, POLICY, now)
    assert [one.state for one in old] == ["missed", "missed", "planned"]
    assert {one.state for one in replan(old, ROUND_TABLE + timedelta(days=14), POLICY, now)} == {"planned"}


def test_days_keep_the_wall_clock_where_clocks_are_turned_and_hours_are_real_hours() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    policy = Policy(berlin, POLICY.calendar, QuietHours(), ReminderRules())
    week, day, hours = plan(datetime(2018, 3, 26, 14, tzinfo=berlin), policy, datetime(2018, 3, 1, tzinfo=UTC))
    assert [one.due_at.astimezone(berlin).hour for one in (week, day, hours)] == [14, 14, 12]
    assert week.due_at.hour != hours.due_at.hour + 2


@pytest.mark.parametrize(
    ("late", "later_due", "useful"), [(timedelta(hours=3), False, True), (timedelta(hours=3), True, False)]
)
def test_a_late_one_goes_unless_a_nearer_one_is_due_too(late: timedelta, later_due: bool, useful: bool) -> None:
    now = MONDAY + late
    others = [now] if later_due else [now + late]
    assert still_useful(others, ROUND_TABLE, now) is useful
    assert not still_useful([], now, now)


FIRST, LAST = datetime(2018, 2, 1), datetime(2027, 12, 30)  # noqa: DTZ001 - so Hypothesis wants them
starts = st.datetimes(FIRST, LAST).map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=MOSCOW))


@given(starts)
def test_every_reminder_comes_before_its_event_in_order_and_never_at_night(start: datetime) -> None:
    moments = plan(start, POLICY, datetime(2017, 1, 1, tzinfo=UTC))
    assert [one.due_at for one in moments] == sorted({one.due_at for one in moments})
    assert [KINDS.index(one.kind) for one in moments] == sorted(KINDS.index(one.kind) for one in moments)
    for one in moments:
        local = one.due_at.astimezone(MOSCOW)
        assert one.due_at < start
        assert time(9) <= local.time() < time(19)
        assert POLICY.quiet.permitted(local, start.date(), POLICY.calendar)


zones = st.sampled_from([MOSCOW, ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kamchatka"), ZoneInfo("America/New_York")])
hours = st.tuples(st.integers(0, 23), st.integers(0, 23)).filter(lambda pair: pair[0] < pair[1])
windows = hours.map(lambda pair: (time(pair[0]), time(pair[1], 30)))
policies = st.builds(
    Policy,
    zones,
    st.just(POLICY.calendar),
    st.builds(QuietHours, windows, st.none() | windows),
    st.builds(ReminderRules, st.integers(0, 30), st.integers(0, 5), st.integers(0, 48)),
)


@given(st.datetimes(FIRST, LAST, timezones=st.just(UTC)), policies)
def test_whatever_the_rules_every_reminder_is_permitted_in_order_before_its_event_and_the_same_each_time(
    start: datetime, policy: Policy
) -> None:
    moments = plan(start, policy, datetime(2017, 1, 1, tzinfo=UTC))
    order = [(one.due_at, KINDS.index(one.kind)) for one in moments]
    assert order == sorted(order)
    assert len({one.due_at for one in moments}) == len(moments)
    assert moments == plan(start.astimezone(MOSCOW), policy, datetime(2017, 1, 1, tzinfo=UTC))
    event_day = start.astimezone(policy.zone).date()
    for one in moments:
        assert one.due_at < start
        assert policy.quiet.permitted(one.due_at.astimezone(policy.zone), event_day, policy.calendar)


@given(starts, starts, starts)
def test_moving_there_and_back_plans_what_was_planned(start: datetime, other: datetime, now: datetime) -> None:
    planned = plan(start, POLICY, now)
    assert replan(replan(planned, other, POLICY, now), start, POLICY, now) == planned
