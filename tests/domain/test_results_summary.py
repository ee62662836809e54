"""The counts that are kept: small, without words, the same from a packed sheaf as from answers."""

import json

import pytest

from domain.forms import Value
from domain.own_words import opens
from domain.questionnaire.model import Choice, Item, Questionnaire
from domain.results import Answered, Result, Scale
from domain.results_runs import ends_of, runs, shared_title
from domain.results_sheets import Wording
from domain.results_summary import LONGEST_LIST, summarise
from domain.sheaf import Sheaf, answered, material, packed

MARKS = tuple(Choice(name, {"": name}) for name in ("1", "2", "3", "4", "5"))
ASKED = Questionnaire(
    "q",
    "Анкета",
    choices={"marks": MARKS, "kinds": (Choice("a", {"": "а"}),)},
    items=(
        Item("select_one", "good", ("g", "good"), choices="marks"),
        Item("select_one", "near", ("g", "near"), choices="marks"),
        Item("select_multiple", "kinds", ("kinds",), choices="kinds", other=True),
        Item("text", "why", ("why",)),
        Item("date", "day", ("day",)),
    ),
)
ANSWERS: tuple[dict[str, Value], ...] = (
    {"good": "5", "near": "1", "kinds": ["a", "own:б"], "why": "Так"},
    {"good": "3", "kinds": ["own:в"], "day": "2018-04-27"},
    {"why": "Потому", "kinds": ["a"]},
)
LINES = [(10 + n, n, f"Клуб {n}", "ngo", json.dumps(said)) for n, said in enumerate(ANSWERS)]
SHEAF = Sheaf(ASKED, (packed(LINES[:2]), packed(LINES[2:])), (packed([(10, "why", None), (11, "kinds", "В…")]),))


def test_what_is_unpacked_is_what_was_packed() -> None:
    assert answered(SHEAF) == [Answered(10 + n, n, "ngo", said) for n, said in enumerate(ANSWERS)]
    opened = material(SHEAF)
    assert opened.partners == {0: "Клуб 0", 1: "Клуб 1", 2: "Клуб 2"}
    assert opened.quotes == {(10, "why"): "Так", (11, "kinds"): "В…"}


def test_the_summary_knows_where_own_words_are_but_not_the_words() -> None:
    summary = summarise(ASKED, answered(SHEAF))
    assert [one.name for one in opens(ASKED)] == ["kinds", "why"]
    assert list(summary.own_keys()) == [(10, 0), (10, 1), (11, 0), (12, 1)]
    assert (summary.answered, summary.own_number) == (3, 4)
    assert [one.n for one in summary.results] == [2, 1, 3, 2, 1]
    assert not any(one.words for one in summary.results)
    assert "Так" not in str(summary)


def test_of_a_list_without_end_the_most_frequent_are_kept() -> None:
    days = [Answered(n, n, "ngo", {"day": f"{2000 + n}-01-01"}) for n in range(100)]
    summary = summarise(ASKED, [*days, Answered(101, 101, "ngo", {"day": "2099-01-01"})])
    assert len(summary.results[4].rows) == LONGEST_LIST
    assert (summary.results[4].rows[0].name, summary.results[4].rows[0].count) == ("2099-01-01", 2)


def test_rows_of_a_scale_belong_together() -> None:
    together = runs(summarise(ASKED, answered(SHEAF)).results)
    assert [[one.item.name for one in each] for each in together] == [["good", "near"], ["kinds"], ["why"], ["day"]]
    assert ends_of(together[0][0], ASKED) == (1, 5)
    number = Result(Item("integer", "n"), 2, scale=Scale(3.0, 2.0, 4.0, 2, 0))
    assert ends_of(number, ASKED) == (2, 4)
    assert ends_of(together[2][0], ASKED) == (0, 0)


@pytest.mark.parametrize(
    ("labels", "title", "rest"),
    [
        (["Оцените: содержание", "Оцените: место"], "Оцените", ["содержание", "место"]),
        (["Оцените: содержание"], "", ["Оцените: содержание"]),
        (["Содержание: как?", "Место"], "", ["Содержание: как?", "Место"]),
        (["Хорошо?", "Близко?"], "", ["Хорошо?", "Близко?"]),
    ],
)
def test_what_rows_have_in_common_is_said_once(labels: list[str], title: str, rest: list[str]) -> None:
    assert shared_title(labels) == (title, rest)


def test_sectors_and_registers_have_words() -> None:
    wording = Wording({"ngo": "НКО"}, {"rest": "вместе", "7": "Герцена"}, "ru")
    assert [wording.group(one) for one in ("ngo", "rest", "new")] == ["НКО", "вместе", "new"]
    assert [wording.option("7", {}), wording.option("8", {}), wording.option("7", {"ru": "семь"})] == [
        "Герцена",
        "8",
        "семь",
    ]
