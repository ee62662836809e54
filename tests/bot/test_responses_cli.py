"""`roundtable export responses` and `questionnaire`, as a program of its own."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.questionnaire_file import export_workbook
from bot.settings import Settings
from domain.questionnaire.model import Item, Questionnaire
from domain.questionnaire.workbook import read_workbook
from domain.segment import partners_by
from domain.survey import Source, SurveyFields
from storage.responses import Sending
from storage.store import Store
from tests.bot.test_cli import roundtable
from tests.engines import at_newest
from tests.storage.conftest import POLICY

WHY = Item("text", "why", ("why",), label={"ru": "Почему?"})


async def kept(url: str) -> int:
    """A survey that one organisation has answered."""
    await at_newest(url)
    store, now = Store(url, POLICY), datetime.now(UTC)
    anna = await store.members.consent(1, "Анна", "ru", [], now)
    college = await store.partners.add("Колледж", "Колледж", "education", anna.id, now)
    questionnaire = await store.questionnaires.add(Questionnaire("q", "Анкета", items=(WHY,)), anna.id, now)
    fields = SurveyFields(questionnaire, "Анкета", 2018, partners_by(), now, now + timedelta(days=5))
    survey = await store.surveys.begin(fields, anna.id, now)
    sending = Sending({"why": "=Так; и ещё"}, {}, anna.id, Source.CHAT)
    await store.responses.send(survey.id, college, sending, now)
    await store.close()
    return survey.id


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_responses_are_exported_with_own_words_and_no_formulas(tmp_path: Path, name: str) -> None:
    survey_id = asyncio.run(kept(f"sqlite+aiosqlite:///{tmp_path / 'roundtable.db'}"))
    done = roundtable(tmp_path, "export", "responses", name, "--survey", str(survey_id))
    assert (done.returncode, name in done.stdout) == (0, True), done.stderr
    if name.endswith(".csv"):
        text = (tmp_path / name).read_bytes().decode("utf-8-sig")
        assert text == 'Организация;Сфера;Почему?\r\nКолледж;Образование;"\'=Так; и ещё"\r\n'


def test_the_questionnaire_of_a_survey_is_exported_and_can_be_asked(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'roundtable.db'}"
    survey_id = asyncio.run(kept(url))
    asyncio.run(export_workbook(tmp_path / "q.xlsx", survey_id, Settings.model_validate({"storage": {"url": url}})))
    [why] = read_workbook((tmp_path / "q.xlsx").read_bytes(), media=False).items
    assert (why.name, why.label) == ("why", {"ru": "Почему?"})


def test_a_survey_that_is_not_there_is_told_so(tmp_path: Path) -> None:
    done = roundtable(tmp_path, "export", "responses", "out.csv", "--survey", "7")
    assert done.returncode == 2
    assert not (tmp_path / "out.csv").exists()
