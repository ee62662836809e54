"""«Итоги анкетирования»: ten made-up organisations, every number in the memo recomputed by hand."""

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from docx import Document
from docx.table import Table

from bot.paper_file import write_paper
from bot.texts import Texts
from domain.questionnaire.model import Questionnaire
from domain.questionnaire.workbook import read_workbook
from domain.results import Answered, Rate
from domain.results_sheets import Wording
from domain.results_summary import summarise
from domain.segment import partners_by
from domain.survey import Survey, SurveyFields, SurveyState
from handlers.context import Library
from handlers.surveys.memo import Memo
from handlers.surveys.results_charts import charts
from handlers.surveys.results_material import Found
from storage.tallies import Quoted
from tests.chat.workbooks import SHIPPED
from tests.storage.conftest import POLICY

OPENS, CLOSES = datetime(2018, 3, 26, 7, tzinfo=UTC), datetime(2018, 4, 20, 15, tzinfo=UTC)
PURPOSE = 'Готовим круглый стол "Наш принцип - взаимодействие".'
SAY = Texts(ZoneInfo("Europe/Moscow"))("ru")
LIBRARY = Library("МБС г. Твери", POLICY, ("ru",), "bot")

SINGLE = {
    "sector": "education education education education media media media culture culture business",
    "respondent_role": "head head head head head deputy deputy deputy teacher teacher",
    "status": "now now now now now now past past never never",
    "duration": "lt1 y1_3 y1_3 y4_10 y4_10 gt10 gt10 gt10 - -",
    "regularity": "permanent permanent periodic periodic periodic periodic one_off one_off - -",
    "agreement": "agreement_plan agreement_plan agreement_plan plan plan oral oral unknown - -",
    "agreement_need": "- - - yes yes no later - - -",
    "rating_content": "5 5 4 4 3 2 unknown 5 - -",
    "rating_organisation": "5 5 5 5 4 4 4 4 - -",
    "rating_time_place": "3 3 3 4 4 4 4 4 - -",
    "rating_communication": "1 2 3 4 5 5 5 5 - -",
    "rating_benefit": "unknown unknown unknown unknown unknown unknown unknown unknown - -",
    "future": "expand expand expand same same same start start unsure no",
}
"""What each of the ten has answered; «-»: not asked. An option of several questions stands with commas below."""
SEVERAL = {
    "audiences": (
        "children_0_14,youth_15_30 children_0_14 children_0_14,families youth_15_30 adults adults,seniors adults "
        "children_0_14,youth_15_30 disability general"
    ),
    "libraries": "1 1,2 2 1 unknown 1 2 1 - -",
    "forms_used": (
        "joint_events,excursions joint_events,excursions joint_events joint_events joint_events joint_events "
        "joint_events own:Чаепитие - -"
    ),
    "barriers": "time,info time,info time time time nothing nothing nothing nothing own:Ремонт",
    "forms_wanted": "joint_events joint_events joint_events joint_events contests contests contests club club -",
    "themes": ("reading,local_history reading,local_history reading reading reading reading health health health -"),
    "resources": "venue venue venue venue none none none none - -",
    "channel": "bot bot bot bot bot,email bot,email email email email email",
}
OWN = {"best_event": {0: "Вечер"}, "suggestions": {1: "Больше вечеров", 3: "Иванову - премию"}}

TABLES: dict[str, list[tuple[str, str]]] = {
    "К какой сфере относится ваша организация?": [
        ("образование", "4 (40 %)"),
        ("культура и искусство", "2 (20 %)"),
        ("средства массовой информации", "3 (30 %)"),
        ("бизнес", "1 (10 %)"),
    ],
    "Кто заполняет анкету?": [
        ("руководитель", "5 (50 %)"),
        ("заместитель руководителя", "3 (30 %)"),
        ("педагог, воспитатель", "2 (20 %)"),
    ],
    "Для кого вы работаете? (отметьте все подходящие)": [
        ("дети до 14 лет включительно", "4 (40 %)"),
        ("подростки и молодёжь 15–30 лет", "3 (30 %)"),
        ("семьи с детьми", "1 (10 %)"),
        ("взрослые", "3 (30 %)"),
        ("люди старшего возраста", "1 (10 %)"),
        ("люди с инвалидностью и ОВЗ", "1 (10 %)"),
        ("все жители города", "1 (10 %)"),
    ],
    "Сотрудничаете ли вы с муниципальными библиотеками Твери?": [
        ("да, сейчас", "6 (60 %)"),
        ("раньше, сейчас нет", "2 (20 %)"),
        ("пока нет", "2 (20 %)"),
    ],
    "Как давно вы сотрудничаете (сотрудничали)?": [
        ("меньше года", "1 из 8"),
        ("1–3 года", "2 из 8"),
        ("4–10 лет", "2 из 8"),
        ("больше 10 лет", "3 из 8"),
    ],
    "Насколько регулярно?": [
        ("постоянно (каждый месяц или чаще)", "2 из 8"),
        ("периодически (несколько раз в год)", "4 из 8"),
        ("разово, по случаю", "2 из 8"),
    ],
    "Как оформлено сотрудничество?": [
        ("договор (соглашение) и план мероприятий", "3 из 8"),
        ("план мероприятий без договора", "2 из 8"),
        ("устная договорённость", "2 из 8"),
        ("не знаю", "1 из 8"),
    ],
    "Нужно ли оформить письменное соглашение?": [
        ("да", "2 из 4"),
        ("нет, и так удобно", "1 из 4"),
        ("вернёмся к этому позже", "1 из 4"),
    ],
    "С какими библиотеками системы вы работаете? (не более 5)": [
        ("не помню названия", "1 из 8"),
        ("Герцена", "5 из 8"),
        ("Полевого", "3 из 8"),
    ],
    "Какие формы совместной работы у вас были?": [
        ("совместные мероприятия в библиотеке", "7 из 8"),
        ("экскурсии и библиотечные уроки", "2 из 8"),
        ("другое", "1 из 8"),
    ],
    "Что мешает сотрудничеству? (не более 3)": [
        ("ничего не мешает", "4 (40 %)"),
        ("нехватка времени, загруженность", "5 (50 %)"),
        ("мало знаем о работе библиотек", "2 (20 %)"),
        ("другое", "1 (10 %)"),
    ],
    "Готовы ли вы сотрудничать в следующем году?": [
        ("да, хотим больше", "3 (30 %)"),
        ("да, как сейчас", "3 (30 %)"),
        ("да, хотим начать", "2 (20 %)"),
        ("нет", "1 (10 %)"),
        ("пока не решили", "1 (10 %)"),
    ],
    "Что хотели бы сделать вместе? (не более 5)": [
        ("совместные мероприятия в библиотеке", "4 из 9"),
        ("клуб или любительское объединение", "2 из 9"),
        ("конкурсы, викторины, квесты", "3 из 9"),
    ],
    "Какие темы вам важнее всего? (не более 3)": [
        ("книга и чтение", "6 из 9"),
        ("краеведение, история Твери", "2 из 9"),
        ("здоровый образ жизни", "3 из 9"),
    ],
    "Чем вы могли бы помочь совместным проектам?": [("помещение, площадка", "4 из 8"), ("пока ничем", "4 из 8")],
    "Как удобнее получать приглашения? (не более 2)": [
        ("сообщение этого бота", "6 (60 %)"),
        ("электронная почта", "6 (60 %)"),
    ],
}
MARKS = [
    ("содержание мероприятий", "4,0 (n = 7)", "2–5", "1"),  # 5+5+4+4+3+2+5 = 28, of 7
    ("подготовка и организация", "4,5 (n = 8)", "4–5", "0"),  # 4·5+4·4 = 36, of 8
    ("удобство времени и места", "3,6 (n = 8)", "3–4", "0"),  # 3·3+5·4 = 29, of 8: 3,625
    ("информирование и связь с библиотекой", "3,8 (n = 8)", "1–5", "0"),  # 1+2+3+4+4·5 = 30, of 8: 3,75
    ("польза для вашей аудитории", "–", "–", "8"),
]


@cache
def our_partners() -> Questionnaire:
    return read_workbook(SHIPPED.read_bytes(), media=False)


def ten() -> list[Answered]:
    said: list[dict[str, object]] = [{} for _ in range(10)]
    for name, line in (SINGLE | SEVERAL).items():
        for answers, value in zip(said, line.split(), strict=True):
            if value != "-":
                answers[name] = value.split(",") if name in SEVERAL else value
    for name, texts in OWN.items():
        for place, text in texts.items():
            said[place][name] = text
    return [Answered(n, n, str(one["sector"]), one) for n, one in enumerate(said)]  # type: ignore[arg-type]


def found(responses: list[Answered], wave: int = 2018, purpose: str = PURPOSE) -> Found:
    fields = SurveyFields(1, "Наши партнеры", wave, partners_by(), OPENS, CLOSES, purpose)
    names = {"1": "Герцена", "2": "Полевого", "other": "другое", "rest": "вместе"}
    summary = summarise(our_partners(), responses)
    survey = Survey(wave, SurveyState.PUBLISHED, fields)
    return Found(survey, our_partners(), summary, Wording({}, names, "ru"), Rate(11, len(responses)), ())


def memo(what: Found, before: Found | None = None, now: datetime = CLOSES, waiting: int = 1) -> bytes:
    quotes = {"best_event": Quoted(1, ("Вечер",)), "suggestions": Quoted(3, ("Больше вечеров",))}
    return write_paper(Memo(what, before, quotes, SAY).paper(LIBRARY, waiting, now))


def read(data: bytes) -> tuple[list[str], dict[str, list[tuple[str, ...]]]]:
    """The paragraphs, and the tables by the paragraph above each."""
    lines: list[str] = []
    tables: dict[str, list[tuple[str, ...]]] = {}
    for block in Document(BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            tables[lines[-1]] = [tuple(_plain(cell.text) for cell in row.cells) for row in block.rows]
        else:
            lines.append(_plain(block.text))
    return lines, tables


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\n", " ")


def test_every_number_is_right() -> None:
    lines, tables = read(memo(found(ten())))
    marks = tables.pop("Оцените от 1 (плохо) до 5 (отлично)")
    assert marks[1:] == MARKS
    assert {title: rows[1:] for title, rows in tables.items()} == TABLES
    sizes = {title: rows[0][1] for title, rows in tables.items()}
    assert {size for title, size in sizes.items() if "из" not in TABLES[title][0][1]} == {"2018 n = 10"}
    assert sizes["Нужно ли оформить письменное соглашение?"] == "2018 n = 4"
    for line in (
        "Цель. Готовим круглый стол «Наш принцип – взаимодействие».",
        "Сроки. Отвечали с 26 марта 2018 г. по 20 апреля 2018 г.",
        "Участие. Ответили 10 из 11 (91 %).",
        "Выше всего оценили: подготовка и организация (4,5); ниже всего: удобство времени и места (3,6).",
        "«Вечер»",
        "«Больше вечеров»",
        "И ещё 2 — в таблице.".replace("—", "–"),
        "Ответов, которые ещё не проверены и потому не приведены: 1.",
        "Предложения в план на 2019 год",
    ):
        assert line in lines
    wanted = next(line for line in lines if line.startswith("Какие темы") and "Чаще" in line)
    assert wanted.endswith(
        "книга и чтение – 6 из 9; здоровый образ жизни – 3 из 9; краеведение, история Твери – 2 из 9."
    )


def test_nobody_is_named_and_nothing_is_called_anonymous() -> None:
    lines, tables = read(memo(found(ten())))
    whole = str(lines) + str(tables)
    assert "Иванов" not in whole
    assert "аноним" not in whole.casefold()
    assert any("знают сотрудники, которые проводят опрос" in line for line in lines)


def test_it_stands_beside_the_wave_before() -> None:
    before = [Answered(n, n, "ngo", {"status": "never", "rating_content": "2"}) for n in range(10)]
    lines, tables = read(memo(found(ten()), found(before, 2017)))
    status = tables["Сотрудничаете ли вы с муниципальными библиотеками Твери?"]
    assert status[0] == ("Ответ", "2018 n = 10", "2017 n = 10")
    assert status[3] == ("пока нет", "2 (20 %)", "10 (100 %)")
    assert tables["Оцените от 1 (плохо) до 5 (отлично)"][1][1:3] == ("4,0 (n = 7)", "2,0 (n = 10)")
    assert tables["Насколько регулярно?"][0] == ("Ответ", "2018 n = 8")
    assert any(line.endswith("«пока нет»: 10 (100 %) в 2017 году, теперь 2 (20 %).") for line in lines)


def test_a_survey_that_runs_and_one_that_nobody_has_answered() -> None:
    lines, tables = read(memo(found([], purpose=""), now=OPENS, waiting=0))
    assert "Сроки. Отвечают с 26 марта 2018 г. по 20 апреля 2018 г.; опрос ещё идёт." in lines
    assert "Участие. Ответили 0 из 11 (0 %)." in lines
    assert not tables


def test_charts_say_what_the_memo_says() -> None:
    every = {one.title.replace("\u00a0", " "): one for one in charts(found(ten()), SAY)}
    for title, rows in TABLES.items():
        bars = [(_plain(bar.label), _plain(bar.words)) for bar in every[title].bars if bar.count]
        assert bars == rows
    marks = every["Оцените от 1 (плохо) до 5 (отлично)"]
    assert [(_plain(one.label), _plain(one.words)) for one in marks.spreads] == [one[:2] for one in MARKS[:4]]
    assert (marks.ends, marks.spreads[0].lowest, marks.spreads[0].highest) == ((1, 5), 2, 5)
    assert _plain(marks.notes[0]) == (
        "Точка – среднее, полоса – от меньшего ответа до большего, вся линия – от 1 до 5. n – сколько ответов."
    )
    notes = [_plain(note) for note in every["Насколько регулярно?"].notes]
    assert notes == ["Ответили на вопрос: 8. Ответов меньше десяти, доли не считаем."]
    barriers = [_plain(note) for note in every["Что мешает сотрудничеству? (не более 3)"].notes]
    assert barriers == [
        "Ответили на вопрос: 10. Доли – от них.",
        "Сумма больше 100 %: можно было выбрать несколько ответов.",
    ]


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    (tmp_path / "memo.docx").write_bytes(memo(found(ten())))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "memo.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    text = subprocess.run(["pdftotext", "memo.pdf", "-"], cwd=tmp_path, check=True, capture_output=True).stdout.decode()
    assert "Итоги анкетирования" in text
    assert text.count("\f") <= 5


def test_a_label_of_signs_that_nobody_can_print_is_no_trouble() -> None:
    odd = replace(found(ten()), wording=Wording({}, {"1": "Гер\x00цена \ufffe<&>", "other": "другое"}, "ru"))
    assert "Герцена <&>" in str(read(memo(odd))[1])
