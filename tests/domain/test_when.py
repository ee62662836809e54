"""Dates and times as people type them, seen from Monday 26 March 2018, 10:00."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.holidays import load_calendar
from domain.doubts import SanitaryDay, doubts_of, stored_hours, stored_sanitary
from domain.times_in_text import TimeSpan
from domain.when import NotUnderstood, When, read_date, read_decimal, read_integer, read_time, read_when

NOW = datetime(2018, 3, 26, 10, tzinfo=ZoneInfo("Europe/Moscow"))

# date, end, time, end, doubts; an empty place is None
UNDERSTOOD = """
27 апреля 2018 года                 | 2018-04-27
27 апреля 2018 г.                   | 2018-04-27
27 апреля 2018 г., 14.00            | 2018-04-27 |            | 14:00
27.04.2018                          | 2018-04-27
27.04.18                            | 2018-04-27
27.04.2018 г. в 14.00               | 2018-04-27 |            | 14:00
27. 04. 2018                        | 2018-04-27
27-04-2018                          | 2018-04-27
2018-04-27 14:00                    | 2018-04-27 |            | 14:00
27/04/2018                          | 2018-04-27
02.04.                              | 2018-04-02 |            |       |       | year_guessed
02.03.                              | 2019-03-02 |            |       |       | year_guessed
02.04. 13.00                        | 2018-04-02 |            | 13:00 |       | year_guessed
29.02                               | 2020-02-29 |            |       |       | year_guessed
27апреля                            | 2018-04-27 |            |       |       | year_guessed
27 апр 18:30                        | 2018-04-27 |            | 18:30 |       | year_guessed
1-го мая в 12                       | 2018-05-01 |            | 12:00 |       | year_guessed
27 апреля этого года                | 2018-04-27
27 марта следующего года            | 2019-03-27
1 ноября 15.00ч                     | 2018-11-01 |            | 15:00 |       | year_guessed
13:00                               |            |            | 13:00
9-00                                |            |            | 09:00
10.00                               |            |            | 10:00
в 10 часов                          |            |            | 10:00
14.00 27 апреля                     | 2018-04-27 |            | 14:00 |       | year_guessed
27 апреля в 14                      | 2018-04-27 |            | 14:00 |       | year_guessed
27 апреля 14 ч.                     | 2018-04-27 |            | 14:00 |       | year_guessed
27 апреля в 14 ч. 30 мин.           | 2018-04-27 |            | 14:30 |       | year_guessed
27 апреля в 2 часа дня              | 2018-04-27 |            | 14:00 |       | year_guessed
завтра 7 вечера                     | 2018-03-27 |            | 19:00
завтра в час дня                    | 2018-03-27 |            | 13:00
13:00 -14:00                        |            |            | 13:00 | 14:00
15.00-16.30                         |            |            | 15:00 | 16:30
10.00-12.10                         |            |            | 10:00 | 12:10
10 сентября :13:00 -14:00           | 2018-09-10 |            | 13:00 | 14:00 | year_guessed
27 апреля с 10 до 12                | 2018-04-27 |            | 10:00 | 12:00 | year_guessed
27 апреля 10-12                     | 2018-04-27 |            | 10:00 | 12:00 | year_guessed
27.04.2018 20:00-02:00              | 2018-04-27 | 2018-04-28 | 20:00 | 02:00
27.04.2018 18:00-24:00              | 2018-04-27 | 2018-04-28 | 18:00 | 00:00
22 августа -12 сентября             | 2018-08-22 | 2018-09-12 |       |       | year_guessed
с 22 августа по 12 сентября         | 2018-08-22 | 2018-09-12 |       |       | year_guessed
со 2 августа по 30 сентября 2018    | 2018-08-02 | 2018-09-30
с 10 по 12 октября 2018 г.          | 2018-10-10 | 2018-10-12
20 февраля - 20 апреля              | 2018-02-20 | 2018-04-20 |       |       | past year_guessed
28 декабря - 10 января              | 2018-12-28 | 2019-01-10 |       |       | year_guessed
28 декабря 2018 - 10 января         | 2018-12-28 | 2019-01-10
28 декабря - 10 января 2019         | 2018-12-28 | 2019-01-10
01.08-05.08                         | 2018-08-01 | 2018-08-05 |       |       | year_guessed
10-12.04.2018                       | 2018-04-10 | 2018-04-12
01.08.2018 - 05.08.2018             | 2018-08-01 | 2018-08-05
20 октября (пятница)                | 2018-10-20 |            |       |       | weekday year_guessed
20 октября (суббота)                | 2018-10-20 |            |       |       | year_guessed
27.04.2018, пт, 14:00               | 2018-04-27 |            | 14:00
в субботу 28 апреля 2018            | 2018-04-28
27 апреля 2018 года (пятница), начало в 14.00 | 2018-04-27 | | 14:00
сегодня в 15                        | 2018-03-26 |            | 15:00
сегодня в 9:00                      | 2018-03-26 |            | 09:00 |       | past
25.03.2018                          | 2018-03-25 |            |       |       | past
Дата- 03.05.2017                    | 2017-05-03 |            |       |       | past
завтра                              | 2018-03-27
завтра в 15-00                      | 2018-03-27 |            | 15:00
завтра, 27 марта                    | 2018-03-27 |            |       |       | year_guessed
послезавтра                         | 2018-03-28
в пятницу                           | 2018-03-30
в понедельник                       | 2018-04-02
в эту пятницу                       | 2018-03-30
в следующий вторник                 | 2018-04-03
на следующей неделе в среду в 11    | 2018-04-04 |            | 11:00
через неделю                        | 2018-04-02
через две недели в 15:00            | 2018-04-09 |            | 15:00
через 2 часа                        | 2018-03-26 |            | 12:00
полдень                             |            |            | 12:00
завтра в полдень                    | 2018-03-27 |            | 12:00
27 April 2018 at 2 pm               | 2018-04-27 |            | 14:00
April 27, 2018                      | 2018-04-27
April 27 2:30pm                     | 2018-04-27 |            | 14:30 |       | year_guessed
27th of April, 2018, 14:00          | 2018-04-27 |            | 14:00
from 22 August to 12 September      | 2018-08-22 | 2018-09-12 |       |       | year_guessed
October 10-12                       | 2018-10-10 | 2018-10-12 |       |       | year_guessed
next Friday 14:00                   | 2018-04-06 |            | 14:00
on Friday                           | 2018-03-30
tomorrow                            | 2018-03-27
day after tomorrow at noon          | 2018-03-28 |            | 12:00
tomorrow 2-4 pm                     | 2018-03-27 |            | 14:00 | 16:00
tomorrow 11 am - 1 pm               | 2018-03-27 |            | 11:00 | 13:00
12 am tomorrow                      | 2018-03-27 |            | 00:00
in 3 days                           | 2018-03-29
in a week at 10 am                  | 2018-04-02 |            | 10:00
"""

REFUSED = """
31 февраля                 | no-such-date
31 февраля 2018            | no-such-date
31.02                      | no-such-date
29.02.2019                 | no-such-date
45.10                      | no-such-date
04/27/2018                 | no-such-date
27 апреля 2118             | no-such-date
с 31 апреля по 2 мая       | no-such-date
25:00                      | no-such-time
13:60                      | no-such-time
завтра в 25.00             | no-such-time
в 15 утра                  | no-such-time
завтра в 24:00             | no-such-time
27 апреля 16:00-14:00      | end-before-start
27 апреля 14:00-14:00      | end-before-start
с 12.09.2018 по 22.08.2018 | end-before-start
с 30 по 12 сентября        | end-before-start
27 и 28 апреля             | several
27 апреля или 28 апреля    | several
завтра, 28 марта           | several
в 14:00, нет, в 15:00      | several
через 2 часа в 15:00       | several
завтра в половине третьего | unclear
каждую пятницу             | unclear
первого мая                | unclear
май                        | unclear
2019                       | unclear
12                         | unclear
нет                        | unclear
скоро                      | unclear
день рождения              | unclear
через пень колоду дней     | unclear
<b>                        | unclear
/cancel                    | unclear
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize("row", rows(UNDERSTOOD), ids=lambda row: row[0])
def test_what_people_type_is_understood(row: list[str]) -> None:
    text, start, end, clock, until, doubts = row + [""] * (6 - len(row))
    found = read_when(text, NOW)
    assert isinstance(found, When), found
    days = (date.fromisoformat(day) if day else None for day in (start, end))
    times = (time.fromisoformat(one) if one else None for one in (clock, until))
    assert (found.date_start, found.date_end, found.time_start, found.time_end) == (*days, *times)
    assert set(found.doubts) == set(doubts.split())


@pytest.mark.parametrize("row", rows(REFUSED), ids=lambda row: row[0])
def test_what_is_no_date_is_refused_with_its_reason_and_never_becomes_another(row: list[str]) -> None:
    found = read_when(row[0], NOW)
    assert isinstance(found, NotUnderstood), found
    assert found.reason == row[1]


@pytest.mark.parametrize(("text", "reason"), [("", "empty"), (" \n", "empty"), ("1" * 5000, "too-long")])
def test_nothing_and_too_much_are_told_apart(text: str, reason: str) -> None:
    assert getattr(read_when(text, NOW), "reason", "") == reason


def test_the_weekday_that_was_typed_is_kept() -> None:
    found = read_when("20 октября (пятница)", NOW)
    assert isinstance(found, When)
    assert found.said_weekday == 4


def test_a_weekday_said_on_that_day_is_a_week_later_and_this_one_is_today() -> None:
    friday = NOW + timedelta(days=4)
    assert read_when("в пятницу", friday) == When(date(2018, 4, 6), said_weekday=4)
    assert read_when("в эту пятницу", friday) == When(date(2018, 3, 30), said_weekday=4)


def test_where_a_date_is_asked_for_a_time_alone_is_none() -> None:
    assert read_date("13:00", NOW) == NotUnderstood("no-date", "13:00")
    assert read_date("завтра в 15-00", NOW) == When(date(2018, 3, 27), time_start=time(15))
    assert read_date("31.02", NOW) == NotUnderstood("no-such-date", "31.02")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("32 апреля", "32 апреля"),
        ("в клубе 31 Июня 2018 года в 14.00", "31 июня 2018"),
        ("с 31 апреля по 2 мая", "31 апреля"),
        ("20-31 апреля", "31 апреля"),
        ("April 31", "31 april"),
        ("31/02", "31.02"),
    ],
)
def test_a_day_that_there_is_not_is_named_as_it_was_typed(text: str, named: str) -> None:
    assert read_when(text, NOW) == NotUnderstood("no-such-date", named)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("14", TimeSpan(time(14))),
        ("1430", TimeSpan(time(14, 30))),
        ("930", TimeSpan(time(9, 30))),
        ("14 30", TimeSpan(time(14, 30))),
        ("10.10", TimeSpan(time(10, 10))),
        ("15.00ч", TimeSpan(time(15))),
        ("в 7 вечера", TimeSpan(time(19))),
        ("полночь", TimeSpan(time(0))),
        ("14.30-16", TimeSpan(time(14, 30), time(16))),
        ("с 14 до 16", TimeSpan(time(14), time(16))),
        ("в час ночи", TimeSpan(time(1))),
    ],
)
def test_where_a_time_is_asked_for_a_number_is_one(text: str, span: TimeSpan) -> None:
    assert read_time(text) == span


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("25", "no-such-time"),
        ("2461", "no-such-time"),
        ("14 утра", "no-such-time"),
        ("27.04.2018", "unclear"),
        ("12345", "unclear"),
        ("полчаса", "unclear"),
        ("в", "no-time"),
        ("", "empty"),
    ],
)
def test_what_is_no_time_is_refused(text: str, reason: str) -> None:
    assert getattr(read_time(text), "reason", None) == reason


@pytest.mark.parametrize(
    ("text", "number"),
    [("30 мест", 30), ("1 000", 1000), ("1\u00a0000 мест", 1000), ("до 30", 30), ("0", 0), ("30.", 30)],
)
def test_a_number_is_read_with_its_words(text: str, number: int) -> None:
    assert read_integer(text) == number


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("10.5", "not-whole"),
        ("10,5", "not-whole"),
        ("-5", "not-whole"),
        ("30-40", "not-whole"),
        ("30 и 40", "several"),
        ("тридцать", "not-a-number"),
        ("", "not-a-number"),
        ("1" * 15, "not-a-number"),
    ],
)
def test_what_is_no_whole_number_is_refused(text: str, reason: str) -> None:
    assert getattr(read_integer(text), "reason", None) == reason


@given(st.text(st.sampled_from("0123456789 .:-–/авгуеыосмянчпдйtorapmfi«»()ё\n"), max_size=60))
def test_no_text_breaks_the_reader_or_becomes_today_by_itself(text: str) -> None:
    found = read_when(text, NOW)
    if isinstance(found, When) and found.date_start == NOW.date():
        assert "26" in text or "сегодня" in text
    if isinstance(found, When) and found.time_start == time(12):
        assert "12" in text


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.times())
def test_every_date_and_time_is_read_back_in_each_usual_notation(day: date, clock: time) -> None:
    wanted = (day, clock.replace(second=0, microsecond=0))
    for pattern in ("%d.%m.%Y %H:%M", "%d.%m.%Y в %H.%M", "%d/%m/%Y %H:%M", "%Y-%m-%d %H:%M", "%H:%M %d.%m.%Y"):
        found = read_when(datetime.combine(day, clock).strftime(pattern), NOW)
        assert isinstance(found, When), found
        assert (found.date_start, found.time_start) == wanted


@given(st.dates(date(2018, 3, 26), date(2019, 3, 25)))
def test_a_date_without_a_year_is_the_nearest_that_is_not_past(day: date) -> None:
    assert read_when(f"{day:%d.%m.}", NOW) == When(day, doubts=("year_guessed",))


SANITARY = SanitaryDay(2, -1)
HOURS = stored_hours({"mon": ["10:00", "19:00"], "wed": ["10:00", "19:00"], "fri": ["10:00", "24:00"]})


@pytest.mark.parametrize(
    ("start", "doubts"),
    [
        ("2018-04-27 14:00", ()),
        ("2018-04-27 23:30", ()),
        ("2018-04-27 09:00", ("closed",)),
        ("2018-04-23 19:00", ("closed",)),
        ("2018-04-24 14:00", ("closed",)),  # a Tuesday is not in the table
        ("2018-04-25 14:00", ("sanitary_day",)),
        ("2018-05-09 14:00", ("holiday",)),
        ("2018-03-26 10:00", ("past",)),
        ("2018-03-25 10:00", ("past", "closed")),
    ],
)
def test_what_speaks_against_a_time_is_said(start: str, doubts: tuple[str, ...]) -> None:
    assert doubts_of(datetime.fromisoformat(f"{start}+03:00"), NOW, load_calendar(), SANITARY, HOURS) == doubts


def test_of_a_branch_of_which_nothing_is_known_only_the_calendar_is_asked() -> None:
    sunday = datetime(2018, 4, 22, 3, tzinfo=NOW.tzinfo)
    assert doubts_of(sunday, NOW, load_calendar(), stored_sanitary(None), stored_hours({})) == ()


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (stored_sanitary({"weekday": 2, "nth": -1}), [25]),
        (SanitaryDay(0, 1), [2]),
        (SanitaryDay(0, 5), [30]),
        (SanitaryDay(6, 5), [29]),
        (SanitaryDay(2, 5), []),
    ],
)
def test_the_nth_weekday_of_april_2018_is_found(rule: SanitaryDay, days: list[int]) -> None:
    assert [day for day in range(1, 31) if rule.falls_on(date(2018, 4, day))] == days


@pytest.mark.parametrize(
    ("text", "kept"),
    [("3,5", "3.5"), ("−2,50", "-2.5"), ("1 000", "1000"), ("7.0", "7"), ("0,05", "0.05"), ("  12 ", "12")],
)
def test_a_decimal_is_read_with_a_comma_or_a_point(text: str, kept: str) -> None:
    assert read_decimal(text) == kept


@pytest.mark.parametrize("text", ["", "много", "3,5 кг", "1,2,3", "1" * 13])
def test_what_is_no_single_number_is_no_decimal(text: str) -> None:
    assert isinstance(read_decimal(text), NotUnderstood)
