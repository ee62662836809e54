"""Workbooks of XLSForm as people make them and programs write them: read, or refused in words of ours."""

import tracemalloc
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from domain.questionnaire.faults import BadQuestionnaire
from domain.questionnaire.form import Telling, form_of
from domain.questionnaire.start import begun
from domain.questionnaire.workbook import read_workbook
from tests.domain.questionnaire.sheets import workbook
from tests.odd_books import ODD, changed

TELLING = Telling(datetime.fromisoformat("2018-03-26T10:00"), "ru", {})


@pytest.mark.parametrize(
    ("choices", "found"),
    [
        (
            [["list_name", "name", "label"], ["yn", "y", "да"], ["yn", "y", "нет"], ["yn", None, "?"]],
            ["twice", "nameless"],
        ),
        ([["list_name", "name", "label"], ["yn", "да конечно", "да"]], ["spaced"]),
    ],
)
def test_faults_of_the_answers_are_of_their_own_sheet(choices: list[Any], found: list[str]) -> None:
    head = ["type", "name", "label"]
    data = workbook([head, ["text", "a", "А"], ["text", "b", "Б"], ["select_multiple yn", "c", "В"]], choices)
    assert sorted(code for _, code in _refused(data)) == sorted(f"choice-{one}" for one in found)


@pytest.mark.parametrize(
    ("survey", "found"),
    [
        ([["Анкета"], ["type", "name", "label"], ["text", "a", "А"]], [(0, "heading-missing")]),
        ([["type", "name", "label", "label"], ["text", "a", "А", "А"]], [(0, "heading-twice")]),
        ([["type", "name", "label"], ["", "a", "А"]], [(2, "type-missing")]),
        ([["type", "name", "label"], ["calculate", "a", ""]], [(2, "calculation-missing")]),
        ([["type", "name", "label"], ["note", "b", "Б"], ["Text", "a", "А"]], [(3, "type-unknown")]),
        ([["type", "name", "label"], ["note", "b", "Б"], ["text", "a", " "]], [(3, "no-words")]),
        ([["type", "name", "label", "parameters"], ["range", "a", "А", "step=0"]], [(2, "parameters-wrong")]),
        ([["type", "name", "label"], ["note", "b", "#REF!"]], [(2, "cell-broken")]),
        (
            [["type", "name", "label", "relevant"], ["note", "b", "Б", "(" * 200 + "1" + ")" * 200]],
            [(2, "expression-deep")],
        ),
    ],
)
def test_what_people_get_wrong_is_said_in_our_words_with_its_row(survey: Any, found: list[tuple[int, str]]) -> None:
    assert _refused(workbook(survey)) == found


def _refused(data: bytes) -> list[tuple[int, str]]:
    with pytest.raises(BadQuestionnaire) as bad:
        read_workbook(data, media=False)
    return [(fault.row, fault.code) for fault in bad.value.faults]


@pytest.mark.parametrize("sheet", ["survey", "choices"])
def test_a_heading_that_is_there_twice_is_named_with_its_sheet(sheet: str) -> None:
    heads = {"survey": ["type", "name", "label"], "choices": ["list_name", "name", "label"]}
    heads[sheet] += ["label"]
    with pytest.raises(BadQuestionnaire) as bad:
        read_workbook(workbook([heads["survey"], ["text", "a", "А"]], [heads["choices"], ["l", "n", "Н"]]), media=False)
    assert [fault.values for fault in bad.value.faults] == [{"sheet": sheet, "column": "label"}]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["include", "other", "Другая анкета"]], [(2, "type-unknown")]),
        ([["begin loop over columns", "l", "Круг"], ["text", "a", "А"], ["end loop"]], [(2, "list-unknown")]),
    ],
)
def test_what_old_forms_ask_for_is_said_in_our_words(rows: list[list[str]], found: list[tuple[int, str]]) -> None:
    assert _refused(workbook([["type", "name", "label"], *rows, ["text", "b", "Б"]]))[:1] == found


def test_groups_within_groups_have_an_end() -> None:
    rows = [["begin_group", f"g{number}", "Г"] for number in range(400)]
    data = workbook([["type", "name", "label"], *rows, ["text", "a", "А"], *[["end_group"]] * 400])
    assert _refused(data) == [(32, "too-deep")]


def test_a_blank_far_below_and_a_hundred_thousand_dressed_cells_take_little_memory() -> None:
    book = load_workbook(BytesIO(workbook([["type", "name", "label"], ["text", "a", "А"]])))
    book["survey"]["A900000"] = " "
    for row in book["survey"].iter_rows(3, 20_000, 1, 5):
        for cell in row:
            cell.number_format = "@"
    out = BytesIO()
    book.save(out)
    tracemalloc.start()
    assert len(read_workbook(out.getvalue(), media=False).items) == 1
    assert tracemalloc.get_traced_memory()[1] < 60_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("odd", ODD)
def test_a_workbook_that_excel_opens_is_read_whoever_wrote_it(odd: str) -> None:
    data = changed(workbook([["type", "name", "label"], ["text", "a", "А"]]), ODD[odd])
    assert [item.name for item in read_workbook(data, media=False).items] == ["a"]


@pytest.mark.parametrize(
    ("kind", "default", "proposed"),
    [
        ("text", "${b}", None),
        ("text", "concat('а', 'б')", None),
        ("text", "Тверь (центр)", "Тверь (центр)"),
        ("date", datetime.fromisoformat("2018-04-27"), "2018-04-27"),
        ("date", "today()", None),
        ("integer", "--5", None),
        ("integer", 5, 5),
    ],
)
def test_a_default_is_proposed_as_it_stands_and_never_as_an_expression(kind: str, default: Any, proposed: Any) -> None:
    data = workbook([["type", "name", "label", "default"], ["note", "b", "Б"], [kind, "a", "А", default]])
    questionnaire = read_workbook(data, media=False)
    selections = begun(questionnaire, form_of(questionnaire, TELLING), {}).selections
    assert (selections["a"].value if "a" in selections else None) == proposed
