"""The printed form is read back: everything that is asked stands on it, with boxes, tables, lines, and for whom."""

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest

from bot.questionnaire_paper import draw_paper
from bot.texts import Texts
from domain.forms import Option
from domain.questionnaire.model import Choice, Item, Questionnaire, in_language
from domain.questionnaire.paper import Ask, Blank, Lines, Paper, Remark, Scale, Ticks
from domain.segment import partners_by
from domain.survey import Survey, SurveyFields, SurveyState
from handlers.forms.desk import Context
from handlers.surveys.paper import paper_of
from tests.chat.surveying import our_partners

PLACES = tuple(Option(f"b{number}", f"Филиал № {number}") for number in range(1, 5))
NOW = datetime(2018, 4, 1, tzinfo=UTC)
FIELDS = SurveyFields(1, "Наши партнеры", 2018, partners_by(), NOW, datetime(2018, 4, 20, 15, tzinfo=UTC), "Зачем?", 8)
LISTS = {
    "yn": (Choice("y", {"": "да"}), Choice("n", {"": "нет"})),
    "many": tuple(Choice(f"o{n}", {}) for n in range(50)),
}


def ctx() -> Context:
    """As much of a conversation as a form on paper takes."""
    say = Texts(ZoneInfo("Europe/Moscow"), ("ru", "en"))("ru")
    return cast("Context", SimpleNamespace(say=say, library=SimpleNamespace(name="Библиотеки Твери")))


def made(*items: Item) -> Paper:
    return paper_of(ctx(), Questionnaire("t", "Проба", choices=LISTS, items=items), (), None)


def one(kind: str, **rest: Any) -> Ask:
    [ask] = made(Item(kind, "q", ("q",), label={"": "Вопрос"}, **rest)).blocks
    assert isinstance(ask, Ask)
    return ask


def read(paper: Paper) -> tuple[list[str], list[list[list[str]]]]:
    """The paragraphs and the tables of the document."""
    from docx import Document

    document = Document(BytesIO(draw_paper(paper)))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return [paragraph.text for paragraph in document.paragraphs], tables


def has_letters_as_wide_as_arial() -> bool:
    if not shutil.which("fc-match"):
        return False
    found = subprocess.run(["fc-match", "--format=%{family}", "Arial"], capture_output=True, check=True, timeout=60)
    return any(family in found.stdout.decode() for family in ("Arial", "Liberation Sans", "Arimo"))


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
@pytest.mark.skipif(not has_letters_as_wide_as_arial(), reason="no letters as wide as Arial's here")
def test_our_partners_ends_on_its_fourth_page(tmp_path: Path) -> None:
    survey = Survey(1, SurveyState.PUBLISHED, FIELDS)
    (tmp_path / "form.docx").write_bytes(draw_paper(paper_of(ctx(), our_partners(), PLACES[:3], survey)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "form.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    text = subprocess.run(["pdftotext", "form.pdf", "-"], cwd=tmp_path, check=True, capture_output=True).stdout.decode()
    assert text.count("\f") == 4


def test_our_partners_on_paper_has_every_question_every_option_and_who_answers_what() -> None:
    paper = paper_of(ctx(), our_partners(), PLACES, Survey(1, SurveyState.PUBLISHED, FIELDS))
    lines, tables = read(paper)
    every = "\n".join([*lines, *(cell for table in tables for row in table for cell in row)])
    for choices in our_partners().choices.values():
        assert all(in_language(choice.label, "ru") in every for choice in choices)
    for number, item in ((4, "status"), (13, "barriers"), (20, "suggestions")):
        label = next(one for one in our_partners().walk() if one.name == item).label["ru"]
        assert f"{number}. {label}" in lines
    assert "☐\tФилиал № 3" in lines
    assert "Вопросы 5–7: отвечайте, если в вопросе 4 выбрано «да, сейчас» или «раньше, сейчас нет»." in lines
    assert "Вопрос 12: отвечайте, если хотя бы в одной строке вопроса 11 ответ не больше 2." in lines
    assert "Если в вопросе 4 выбрано «пока нет»: «Почему сотрудничество пока не началось? (не более 3)»" in lines
    [scale] = [table for table in tables if table[0][0] == ""]
    assert scale[0] == ["", "1", "2", "3", "4", "5", "не знаю"]
    assert scale[1] == ["содержание мероприятий", *["☐"] * 6]
    assert [lines[0], *lines[2:5]] == [
        "Наши партнеры", "Зачем?", "Заполнение займёт 8 минут.", "Верните анкету до: пятница, 20 апреля 2018 г., 18:00",
    ]  # fmt: skip
    assert "$" not in every


@pytest.mark.parametrize(
    ("kind", "rest", "answer"),
    [
        ("text", {"rt": {"most": "60"}}, Lines(1)),
        ("text", {"rt": {"most": "700"}}, Lines(5)),
        ("text", {}, Lines(5)),
        ("integer", {}, Blank("____________________")),
        ("date", {}, Blank("«____» ____________________ 20____ г.")),
        ("time", {}, Blank("______ : ______")),
        ("acknowledge", {}, Ticks(("Принимаю",))),
        ("select_one", {"choices": "yn"}, Ticks(("да", "нет"))),
        ("select_one", {"choices": "yn", "other": True}, Ticks(("да", "нет"), "другое")),
        ("select_one", {"choices": "many"}, Lines(1)),
        ("select_multiple", {"choices": "many", "rt": {"most": "4"}}, Lines(4)),
        ("image", {}, Lines(1)),
    ],
)
def test_each_kind_has_room_for_its_answer(kind: str, rest: dict[str, Any], answer: object) -> None:
    assert one(kind, **rest).answer == answer


def test_how_many_may_be_ticked_is_said_unless_the_question_says_so() -> None:
    assert one("select_multiple", choices="yn", rt={"most": "1"}).hints == ("Отметьте не больше 1",)
    assert one("select_multiple", choices="yn").hints == ("Можно отметить несколько",)
    [ask] = made(Item("select_multiple", "q", ("q",), label={"": "Что? (два)"}, choices="yn")).blocks
    assert isinstance(ask, Ask)
    assert ask.hints == ()


def test_a_condition_without_words_and_a_repeat_are_told_as_people_would() -> None:
    kid = Item("text", "kid", ("kids", "kid"), label={"": "Как зовут ребёнка ${n}?"})
    paper = made(
        Item("integer", "n", ("n",), label={"": "Сколько?"}),
        Item("text", "t", ("t",), label={"": "А?"}, relevant="${n} * 2 > 5"),
        Item("repeat", "kids", ("kids",), label={"": "Дети"}, items=(kid,)),
    )
    remarks = [block.text for block in paper.blocks if isinstance(block, Remark)]
    assert remarks[0] == "Вопрос 2: отвечайте, если это к вам относится."
    assert "для каждой на отдельном листе" in remarks[1]
    assert isinstance(paper.blocks[-1], Ask)
    assert paper.blocks[-1].text == "Как зовут ребёнка _____?"


def test_lines_of_one_list_are_a_table_only_where_all_are_asked() -> None:
    rows = [Item("select_one", name, ("g", name), label={"": f"Строка {name}"}, choices="yn") for name in "ab"]
    group = Item("group", "g", ("g",), label={"": "Строка"}, items=tuple(rows))
    [table] = made(group).blocks
    assert isinstance(table, Ask)
    assert table.answer == Scale(("да", "нет"), ("a", "b"))
    apart = replace(group, items=(rows[0], replace(rows[1], relevant="${a} = 'y'")))
    assert [type(block).__name__ for block in made(apart).blocks] == ["Heading", "Ask", "Remark", "Ask"]
