"""`roundtable export questionnaire`: the questionnaire of a survey as an XLSForm workbook."""

from pathlib import Path

from bot.policy import policy_of
from bot.settings import Settings
from domain.questionnaire.writing import write_workbook
from storage.migrate import upgrade
from storage.store import Store


async def export_workbook(file: Path, survey_id: int, settings: Settings) -> None:
    """Writes it as it would be read again; `Gone` if there is no such survey."""
    await upgrade(settings.storage.url)
    store = Store(settings.storage.url, policy_of(settings), settings.library.admins)
    try:
        survey = await store.surveys.get(survey_id)
        kept = await store.questionnaires.get(survey.fields.questionnaire_id)
    finally:
        await store.close()
    file.write_bytes(write_workbook(kept.questionnaire))  # noqa: ASYNC240 - nothing else is going on
