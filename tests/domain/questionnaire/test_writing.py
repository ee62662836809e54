"""A questionnaire goes out as a workbook again, and whoever reads that finds the same."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from domain.questionnaire.faults import BadQuestionnaire
from domain.questionnaire.model import Choice, Item, Questionnaire
from domain.questionnaire.workbook import read_workbook
from domain.questionnaire.writing import write_workbook
from tests.domain.questionnaire.sheets import workbook
from tests.domain.questionnaire.test_walks import OURS, WORKBOOKS


@pytest.mark.parametrize("file", [OURS, *WORKBOOKS], ids=lambda one: one.stem)
def test_a_workbook_that_can_be_asked_comes_back_the_same(file: Path) -> None:
    try:
        questionnaire = read_workbook(file.read_bytes(), media=True)
    except BadQuestionnaire as bad:
        pytest.skip(f"cannot be asked: {[fault.code for fault in bad.faults][:3]}")
    assert read_workbook(write_workbook(questionnaire), media=True) == questionnaire


HEAD = [
    "type", "name", "label::Русский (ru)", "label::English (en)", "relevant", "constraint", "constraint_message::ru",
    "required", "default", "parameters", "repeat_count", "appearance", "media::image", "choice_filter", "hint",
    "bind::rt_words::Русский (ru)", "bind::rt_words::English (en)", "bind::rt_words_when", "bind::rt_most",
]  # fmt: skip
ROWS: tuple[dict[str, object], ...] = (
    {"type": "start", "name": "start"},
    {"type": "text", "name": "tel", "label::Русский (ru)": "Телефон", "appearance": "numbers", "media::image": "a.png"},
    {},
    {"type": "integer", "name": "n", "label::Русский (ru)": "Сколько?", "constraint": ". < 4", "default": "2",
     "constraint_message::ru": "До трёх", "required": "yes"},
    {"type": "begin_repeat", "name": "kid", "label::Русский (ru)": "Дети", "repeat_count": "${n} + 1"},
    {"type": "text", "name": "name", "label::Русский (ru)": "Имя", "label::English (en)": "Name", "hint": "как зовут",
     "required": "${n} = 2"},
    {"type": "end_repeat"},
    {"type": "begin_group", "name": "g", "label::English (en)": "Group", "relevant": "${n} > 1"},
    {"type": "range", "name": "mark", "label::Русский (ru)": "Оценка", "parameters": "start=1 end=5 step=1"},
    {"type": "select_one yn or_other", "name": "yes", "label::Русский (ru)": "Да?", "bind::rt_words_when": "${n} = 3",
     "bind::rt_words::Русский (ru)": "Всё же да?", "bind::rt_words::English (en)": "Yes after all?"},
    {"type": "select_multiple town", "name": "towns", "label::Русский (ru)": "Где?", "choice_filter": "of=${yes}",
     "bind::rt_most": 3},
    {"type": "end_group"},
    {"type": "acknowledge", "name": "ok", "label::Русский (ru)": "Согласны?"},
)  # fmt: skip
CHOICES = [["list_name", "name", "label", "of", "media::image"], ["yn", "y", "да"], ["yn", "n", "нет", "", "n.png"]]
CHOICES += [["town", "tver", "Тверь", "y"], ["town", "rzhev", "Ржев", "n"]]


def everything() -> Questionnaire:
    rows: list[list[object]] = [[*HEAD], *([row.get(heading, "") for heading in HEAD] for row in ROWS)]
    return read_workbook(
        workbook(rows, CHOICES, [["form_title", "form_id", "version"], ["Проба", "p", "7"]]), media=True
    )


def test_everything_that_a_workbook_may_say_comes_back() -> None:
    questionnaire = everything()
    assert questionnaire.choices["yn"] == (Choice("y", {"": "да"}), Choice("n", {"": "нет"}, image="n.png"))
    items = {item.name: item for item in questionnaire.walk()}
    assert (items["kid"].count, items["yes"].other, "kid_count" in items) == ("${n} + 1", True, False)
    assert items["yes"].rt["words::en"] == "Yes after all?"
    assert read_workbook(write_workbook(questionnaire), media=True) == questionnaire


def test_words_that_look_like_a_formula_are_words() -> None:
    items = (Item("text", "tel", ("tel",), 2, {"": "=1+1"}),)
    data = write_workbook(Questionnaire("made", "Проба", items=items))
    assert [cell.data_type for cell in load_workbook(BytesIO(data))["survey"][2]] == ["s"] * 3
    assert read_workbook(data, media=False).items == items


WORDS = st.text("абвгё АБ<&\"'=+-@1", min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(bool)
LABELS = st.dictionaries(st.sampled_from(["ru", "en"]), WORDS, min_size=2, max_size=2)
KINDS = st.sampled_from(["text", "integer", "decimal", "date", "time", "datetime", "note", "barcode", "acknowledge"])
ONE = st.builds(
    lambda kind, label, hint, must, group: {"kind": kind, "label": label, "hint": hint, "required": must, "g": group},
    KINDS, LABELS, st.one_of(st.just({}), LABELS), st.sampled_from(["", "yes"]), st.booleans(),
)  # fmt: skip


def _built(ones: list[dict[str, object]]) -> tuple[Item, ...]:
    """Items one below the other, some of them in groups of their own."""
    items, row = [], 1
    for number, one in enumerate(ones):
        name, in_group = f"q{number}", one["g"]
        row += 1 + bool(in_group)
        path = (f"g{number}", name) if in_group else (name,)
        rest = {key: value for key, value in one.items() if key not in ("kind", "g")}
        item = Item(str(one["kind"]), name, path, row, **rest)  # type: ignore[arg-type]  # as built above
        items.append(Item("group", f"g{number}", (f"g{number}",), row - 1, items=(item,)) if in_group else item)
        row += bool(in_group)
    return tuple(items)


@given(st.lists(ONE, min_size=1, max_size=6), WORDS)
@settings(max_examples=25)
def test_whatever_is_written_is_read_as_the_same(ones: list[dict[str, object]], title: str) -> None:
    questionnaire = Questionnaire("made", title, "1", ("en", "ru"), {}, _built(ones))
    assert read_workbook(write_workbook(questionnaire), media=False) == questionnaire


def test_items_without_rows_stand_one_below_the_other() -> None:
    items = tuple(Item("text", name, (name,), label={"": name}) for name in "ab")
    [a, b] = read_workbook(write_workbook(Questionnaire("made", "Проба", items=items)), media=False).items
    assert (a, b) == (replace(items[0], row=2), replace(items[1], row=3))
