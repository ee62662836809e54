"""Opening hours and sanitary days: as libraries write them, and what is refused."""

import pytest

from domain.opening_hours import Unreadable, read_hours, read_sanitary, spans_of

DAILY = [(0, 6, "10:00", "19:00")]
WEEK = [(0, 4, "10:00", "19:00")]
SATURDAY = [*WEEK, (5, 5, "10:00", "17:00")]
WEEKEND = [*WEEK, (5, 6, "10:00", "17:00")]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("пн-пт с 10.00 до 19.00, сб 10-17, вс выходной", SATURDAY),
        ("Пн.-Пт. 10:00-19:00; Сб.-Вс. 10:00-17:00", WEEKEND),
        ("пн-пт 10-19 сб 10-17", SATURDAY),
        ("пн–пт: 10-00 – 19-00 (без перерыва)", WEEK),
        ("с понедельника по пятницу с 10 до 19 часов", WEEK),
        ("Режим работы: 10 ч. – 19 ч. пн – пт", WEEK),
        ("10–19 пн–пт, 10–17 суббота", SATURDAY),
        ("будни 10–19, выходные 10–17", WEEKEND),
        ("ежедневно 10–19\nсуббота 10–17; выходной: воскресенье", SATURDAY),
        ("пн–пт 10–13, 14–19", WEEK),
        ("пн–пт 10–19 (перерыв с 13 до 14)", WEEK),
        ("пн, вт, ср, чт, пт 10–19, обед 13:00–14:00", WEEK),
        ("с 10 до 19, выходные – сб, вс", WEEK),
        ("10.00 – 19.00 (перерыв 13.00 – 14.00), выходные дни: суббота и воскресенье", WEEK),
        ("ежедневно с 10 до 19 без перерыва и выходных", [(0, 6, "10:00", "19:00")]),
        ("10–19 без выходных", DAILY),
        ("с 10 до 19 без выходных и перерыва", DAILY),
        ("без перерыва и выходных: 10–19", DAILY),
        ("10-19, сб выходной", [(0, 4, "10:00", "19:00"), (6, 6, "10:00", "19:00")]),
        ("Режим работы: с 10 до 19 (обед 13–14), сб и вс – выходные", WEEK),
        ("10–19, перерыв с 13 до 14, сб-вс выходной", WEEK),
        ("сб–пн 10–17", [(0, 0, "10:00", "17:00"), (5, 6, "10:00", "17:00")]),
        ("", []),
    ],
)
def test_hours_are_read_as_libraries_write_them(text: str, spans: list[tuple[int, int, str, str]]) -> None:
    assert spans_of(read_hours(text)) == spans


def test_days_alike_are_one_stretch() -> None:
    assert spans_of(read_hours("пн–пт 10–19; сб 9–17")) == [(0, 4, "10:00", "19:00"), (5, 5, "09:00", "17:00")]
    assert spans_of({}) == []


@pytest.mark.parametrize(
    "text",
    [
        "пн 25–26",
        "19–10 пн",
        "пн с утра",
        "10–19",
        "пн–пт",
        "пн–пт 10–19, 12–15",
        "выходной 10–19",
        "10–19, выходной",
        "10–19, выходной, 10–17",
        "10–19 пн–пт, выходной",
        "10–19, пн–пт, вс выходной",
        "10–19, сб, вс выходной",
        "10–19 сб, вс выходной",
        "10–19 без перерыва",
        "пн–чт 10–19; последняя пятница месяца – санитарный день",
    ],
)
def test_hours_that_mean_nothing_are_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_hours(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("последний вторник месяца", (1, -1)),
        ("вторник, последний", (1, -1)),
        ("4-й четверг", (3, 4)),
        ("Last Wednesday", (2, -1)),
        ("первый понедельник", (0, 1)),
        ("", None),
        ("нет", None),
    ],
)
def test_the_sanitary_day_is_the_nth_weekday(text: str, day: tuple[int, int] | None) -> None:
    expected = None if day is None else {"weekday": day[0], "nth": day[1]}
    assert read_sanitary(text) == expected


@pytest.mark.parametrize("text", ["иногда", "30 число", "первая и третья среда"])
def test_a_sanitary_day_that_means_nothing_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        read_sanitary(text)
