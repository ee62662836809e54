"""Workbooks of XLSForm: read into our own data, or refused with every fault and its row."""

import json
import pickle
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from domain.forms import Option
from domain.progress import counted, put
from domain.questionnaire.faults import BadQuestionnaire, Fault
from domain.questionnaire.form import Telling, form_of
from domain.questionnaire.model import Questionnaire, in_language
from domain.questionnaire.start import begun
from domain.questionnaire.workbook import read_workbook
from tests.domain.questionnaire.sheets import workbook
from tests.odd_books import LOCKED

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "data"
TELLING = Telling(datetime.fromisoformat("2018-03-26T10:00"), "ru", {"branches": (Option("7", "Герцена", 7),)})
HEAD = ["type", "name", "label", "relevant", "constraint", "calculation", "bind::rt_most"]
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="there is no ../shared with real questionnaires")


def read(*rows: list[Any], head: list[str] = HEAD) -> Questionnaire:
    return read_workbook(workbook([head, *rows]), media=False)


def faults(*rows: list[Any], head: list[str] = HEAD, media: bool = False) -> list[tuple[int, str]]:
    """Rows and codes of all that speaks against the workbook."""
    try:
        read_workbook(workbook([head, *rows]), media=media)
    except BadQuestionnaire as bad:
        return [(fault.row, fault.code) for fault in bad.faults]
    return []


def test_rows_become_items_with_their_numbers_and_our_own_columns() -> None:
    form = read(
        ["text", "a", "Что?", None, None, None, 5],
        [],
        ["begin_group", "g", "Группа"],
        ["integer", "b", "Сколько?"],
        ["end_group"],
    )
    a, group = form.items
    assert (a.kind, a.row, a.label, a.rt) == ("text", 2, {"": "Что?"}, {"most": "5"})
    assert (group.kind, group.items[0].path, group.items[0].row) == ("group", ("g", "b"), 5)


def test_languages_go_by_their_codes() -> None:
    head = ["type", "name", "label::Русский (ru)", "label::English (en)"]
    form = read(["text", "a", "Что?", "What?"], head=head)
    assert form.languages == ("en", "ru")
    assert [in_language(form.items[0].label, one) for one in ("ru", "en", "de")] == ["Что?", "What?", "Что?"]


def test_or_other_is_an_own_value_not_a_question_more() -> None:
    form = read(["select_one yn or_other", "a", "Да?"])
    assert [one.name for one in form.walk()] == ["a"]
    asked = form_of(form, TELLING)
    assert counted(asked, put(asked, begun(form, asked, {}), "a", "own:смотря когда")) == {"a": "own:смотря когда"}


def test_what_an_application_notes_by_itself_is_no_question_but_may_be_asked_for() -> None:
    rows = (["start", "start"], ["phonenumber", "tel"], ["today", "day"], ["note", "n", "С ${day}, ${tel}."])
    form = read(*rows)
    asked = form_of(form, TELLING)
    assert [one.kind.value for one in asked.questions] == ["computed"] * 3 + ["note"]
    assert faults(*rows) == []


def test_defaults_and_what_the_card_says_are_proposed() -> None:
    head = ["type", "name", "label", "default", "bind::rt_from"]
    form = read(["integer", "n", "Сколько?", "3"], ["select_one yn", "sector", "Сфера?", None, "sector"], head=head)
    begin = begun(form, form_of(form, TELLING), {"sector": "y"})
    assert {key: one.value for key, one in begin.selections.items()} == {"n": 3, "sector": "y"}
    assert begun(form, form_of(form, TELLING), {"sector": "gone"}).selections.keys() == {"n"}


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["text", "a", "А", "${b} = 1"]], [(2, "expression-name")]),
        ([["text", "a", "А", "${a} ="]], [(2, "expression-unfinished")]),
        ([["text", "a", "А", "1 + + 2"]], [(2, "expression-syntax")]),
        ([["text", "a", "А", "pulldata('x')"]], [(2, "expression-function")]),
        ([["text", "a", "А", "if(1)"]], [(2, "expression-arguments")]),
        ([["text", "a", "А", "${b} = 1"], ["text", "b", "Б"]], [(2, "asks-too-early")]),
        ([["text", "a", "А", "${b} = 1"], ["text", "b", "Б", "${a} = 1"]], [(2, "asks-too-early")]),
        ([["calculate", "a", None, None, None, "${a} + 1"], ["text", "b", "Б"]], [(2, "asks-too-early")]),
        ([["image", "a", "Фото"]], [(2, "media-off")]),
        ([["audio", "a", "Звук"], ["text", "b", "Б"]], [(2, "type-unknown")]),
        ([["text", "a", "А ${nobody}"]], [(2, "expression-name")]),
        ([["text", "a", "А", None, None, None, "много"]], [(2, "column-number")]),
        ([["calculate", "a", None, None, None, "1"]], [(0, "no-questions")]),
    ],
)
def test_what_cannot_be_asked_is_named_with_its_row(rows: list[list[Any]], found: list[tuple[int, str]]) -> None:
    assert faults(*rows) == found


def test_pictures_may_be_asked_for_where_the_settings_say_so() -> None:
    assert faults(["image", "a", "Фото"], media=True) == []


def test_columns_of_our_own_name_only_what_there_is() -> None:
    head = ["type", "name", "label", "bind::rt_list", "bind::rt_from", "bind::rt_colour"]
    found = faults(["select_one yn", "a", "А", "authors", "height", "red"], head=head)
    assert found == [(2, "card-unknown"), (2, "column-unknown"), (2, "list-unknown")]


def test_all_faults_come_at_once_those_of_pyxform_too() -> None:
    rows: list[list[Any]] = [
        ["text", "a", "А ${nobody}", "${gone} = 1"],
        ["select_one lost", "b", "Б"],
        ["text", "a", "Ещё раз"],
        ["text", "1d", "Д"],
        ["text", None, "Е"],
        ["text", "f", "Ф", "${f"],
    ]
    assert faults(*rows) == [
        (2, "expression-name"),
        (2, "expression-name"),
        (3, "list-unknown"),
        (4, "name-twice"),
        (5, "name-wrong"),
        (6, "name-missing"),
        (7, "reference-wrong"),
    ]


def test_blocks_that_are_not_closed_or_not_opened_are_named() -> None:
    assert faults(["begin_group", "g", "Г"], ["text", "a", "А"]) == [(2, "block-open")]
    assert faults(["text", "a", "А"], ["end_group"]) == [(3, "block-closed")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-excel"),
        (LOCKED, "locked"),
        (b"hello", "not-a-workbook"),
        (b"PK\x03\x04", "not-a-workbook"),
    ],
)
def test_what_is_no_workbook_is_said(data: bytes, code: str) -> None:
    with pytest.raises(BadQuestionnaire) as caught:
        read_workbook(data, media=False)
    assert [fault.code for fault in caught.value.faults] == [code]


def spoilt(how: str) -> bytes:
    """A workbook that is well but for one thing."""
    book = load_workbook(BytesIO(workbook([["type", "name", "label"], ["text", "a", "А?"], ["text", "b", "Б?"]])))
    sheet = book["survey"]
    if how == "formula":
        sheet["C3"] = '="Б"&"?"'
    if how == "merged":
        sheet.merge_cells("C2:C3")
    for row in range(3, 20_003 if how == "too-many-rows" else 0):
        sheet.append(["text", f"q{row}", "Что?"])
    out = BytesIO()
    book.save(out)
    if how == "macros":
        with ZipFile(out, "a") as archive:
            archive.writestr("xl/vbaProject.bin", b"Sub AutoOpen()")
    return out.getvalue()


@pytest.mark.parametrize(
    ("how", "values"),
    [
        ("formula", {"sheet": "survey", "cells": "C3"}),
        ("merged", {"sheet": "survey", "cells": "C2:C3"}),
        ("macros", {}),
        ("too-many-rows", {"number": 20_003, "most": 5000}),
    ],
)
def test_a_workbook_that_is_spoilt_is_told_which_cell_it_is(how: str, values: dict[str, object]) -> None:
    with pytest.raises(BadQuestionnaire) as caught:
        read_workbook(spoilt(how), media=False)
    [fault] = caught.value.faults
    assert (fault.code, fault.values) == (how, values)


def test_a_formula_that_excel_has_worked_out_is_its_value() -> None:
    from xlsxwriter import Workbook

    out = BytesIO()
    with Workbook(out) as book:
        sheet = book.add_worksheet("survey")
        for row, cells in enumerate((["type", "name", "label"], ["text", "a", ""])):
            sheet.write_row(row, 0, cells)
        sheet.write_formula("C2", '="А"&"?"', None, "А?")
    assert read_workbook(out.getvalue(), media=False).items[0].label == {"": "А?"}


def test_faults_travel_between_processes() -> None:
    bad = BadQuestionnaire([Fault("b", 3), Fault("a", 1, {"x": 1})])
    assert pickle.loads(pickle.dumps(bad)).faults == (Fault("a", 1, {"x": 1}), Fault("b", 3))


def our_partners() -> Questionnaire:
    return read_workbook((ROOT / "bot" / "data" / "our_partners.xlsx").read_bytes(), media=False)


def test_our_partners_ships_without_a_fault() -> None:
    asked = form_of(our_partners(), TELLING)
    assert len([one for one in asked.questions if one.kind != "computed"]) == 24


@needs_shared
def test_our_partners_asks_what_was_agreed() -> None:
    agreed = json.loads((SHARED / "our_partners.json").read_text(encoding="utf-8"))
    items = {one.name: one for one in our_partners().walk()}
    for question in agreed["questions"]:
        item = items[question["id"]]
        assert item.label["ru"] == question["ru"]
        assert item.kind == "group" or (item.required == "yes") == question["required"]
        assert not question.get("max") or item.rt["most"] == str(question["max"])


REAL = sorted((SHARED / "xlsforms").glob("*.xlsx")) if SHARED.exists() else []
REFUSED = {"all-question-types", "old-binary-inside", "pyxform-bad_calc", "pyxform-xlsform_spec_test"}
REFUSED |= {"socio-economic-survey"}


@needs_shared
@pytest.mark.parametrize("file", REAL, ids=lambda file: file.stem)
def test_real_workbooks_are_read_or_refused_with_a_reason(file: Path) -> None:
    found: tuple[Fault, ...] = ()
    try:
        read_workbook(file.read_bytes(), media=True)
    except BadQuestionnaire as bad:
        found = bad.faults
    assert bool(found) == (file.stem in REFUSED)
