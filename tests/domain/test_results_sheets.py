"""Sheets of results: what stands in each, and what of people's own words."""

from dataclasses import replace

from domain.own_words import opens, words_in
from domain.questionnaire.model import Choice, Item, Questionnaire
from domain.results import Answered
from domain.results_sheets import Material, Wording, raw, sheets

WORKS = Item("select_one", "works", ("works",), label={"ru": "Работаем?"}, choices="yes_no")
THEMES = Item("select_multiple", "themes", ("themes",), label={"ru": "Темы?"}, choices="theme", other=True)
GUESTS = Item("integer", "guests", ("guests",), label={"ru": "Сколько гостей?"})
WHY = Item("text", "why", ("why",), label={"ru": "Почему?"})
CHOICES = {
    "yes_no": (Choice("yes", {"ru": "да"}), Choice("no", {"ru": "нет"})),
    "theme": (Choice("health", {"ru": "здоровье"}),),
}
ASKED = Questionnaire("q", "Анкета", "", ("ru",), CHOICES, (WORKS, THEMES, GUESTS, WHY))
KEYS = ("summary", "groups", "raw", "quotes", "question", "option", "count", "n", "share", "group", "organisation")
WORDS = {key: key for key in (*KEYS, "mean", "lowest", "highest", "quote", "rest")} | {"other": "другое"}


def said(number: int, **answers: str | int | list[str]) -> Answered:
    return Answered(number, number, "education" if number < 4 else "media", answers)


FOUR = (
    said(1, works="yes", themes=["health", "own:Сны"], why="Так"),
    said(2, works="no", guests=5),
    said(3, works="yes"),
    said(4, works="yes", guests=8),
)
WORDING = Wording({"education": "Образование"}, WORDS, "ru")
MATERIAL = Material(ASKED, FOUR, {1: "Колледж"}, {}, WORDING)


def test_the_summary_has_counts_with_what_they_are_of() -> None:
    summary, *_ = sheets(MATERIAL)
    assert summary.lines == [
        ["question", "option", "count", "n", "share"],
        ["Работаем?", "да", 3, 4, None],
        ["Работаем?", "нет", 1, 4, None],
        ["Темы?", "здоровье", 1, 1, None],
        ["Темы?", "другое", 1, 1, None],
        ["Сколько гостей?", "mean", 6.5, 2, None],
        ["Сколько гостей?", "lowest", 5.0, 2, None],
        ["Сколько гостей?", "highest", 8.0, 2, None],
        ["Почему?", None, None, 1, None],
    ]


def test_a_sector_of_one_organisation_is_nowhere_to_be_seen() -> None:
    _, groups, *_ = sheets(MATERIAL)
    assert groups.lines == [["question", "option", "group", "count", "n"]]
    three = [said(number, works="no") for number in (5, 6, 7)]
    _, groups, *_ = sheets(replace(MATERIAL, responses=(*FOUR[:3], *three)))
    assert groups.lines[1:] == [
        ["Работаем?", "да", "Образование", 2, 3],
        ["Работаем?", "нет", "Образование", 1, 3],
        ["Работаем?", "да", "media", 0, 3],
        ["Работаем?", "нет", "media", 3, 3],
    ]


def test_own_words_never_stand_beside_a_name() -> None:
    quotes = {(1, "why"): "Т…", (1, "themes"): "Сны"}
    _, _, answers, said = sheets(replace(MATERIAL, quotes=quotes))
    assert answers.lines[0] == ["organisation", "group", "Работаем?", "Темы?", "Сколько гостей?"]
    assert answers.lines[1] == ["Колледж", "Образование", "да", "здоровье; другое", None]
    assert said.lines == [["question", "quote"], ["Темы?", "Сны"], ["Почему?", "Т…"]]


def test_whoever_runs_the_bot_may_have_them_all() -> None:
    lines = list(raw(MATERIAL, own_words=True))
    assert lines[1] == ["Колледж", "Образование", "да", "здоровье; Сны", None, "Так"]


def test_an_organisation_and_a_sector_that_are_not_known_stand_as_they_are() -> None:
    _, _, answers, _ = sheets(MATERIAL)
    assert answers.lines[4] == ["4", "media", "да", None, 8]


def test_who_answers_in_own_words_is_found() -> None:
    assert opens(ASKED) == [THEMES, WHY]
    assert words_in({"themes": ["health"]}, THEMES) is None
    assert words_in({"themes": ["health", "own:Сны"]}, THEMES) == "Сны"
    assert words_in({"why#1": "раз", "why#2": "два"}, WHY) == "раз; два"
