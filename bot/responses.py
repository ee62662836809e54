"""`roundtable export responses`: what organisations have answered, an organisation a line, for whoever runs the bot."""

from pathlib import Path
from zoneinfo import ZoneInfo

from bot.policy import policy_of
from bot.settings import Settings
from bot.sheet_files import csv_of, draw_book
from bot.texts import Texts
from domain.results_sheets import Material, Sheet, raw
from domain.sheaf import Sheaf, packed
from domain.sheaf import material as opened
from handlers.say import Say
from handlers.surveys.results_material import wording
from storage.migrate import upgrade
from storage.store import Store


async def export_table(file: Path, survey_id: int, settings: Settings) -> None:
    """Writes the responses, own words and all: CSV if the file is called so, otherwise XLSX."""
    await upgrade(settings.storage.url)
    store = Store(settings.storage.url, policy_of(settings), settings.library.admins)
    languages = settings.library.languages
    try:
        material = await _material(
            store, survey_id, Texts(ZoneInfo(settings.library.timezone), languages)(languages[0])
        )
    finally:
        await store.close()
    is_csv = file.suffix.casefold() == ".csv"
    body = (
        csv_of(material, own_words=True) if is_csv else draw_book([Sheet(_NAME, list(raw(material, own_words=True)))])
    )
    file.write_bytes(body)  # noqa: ASYNC240 - nothing else is going on


_NAME = "responses"


async def _material(store: Store, survey_id: int, say: Say) -> Material:
    survey = await store.surveys.get(survey_id)
    asked = (await store.questionnaires.get(survey.fields.questionnaire_id)).questionnaire
    lines = [packed(piece) async for piece in store.tallies.lines(survey_id)]
    return opened(Sheaf(asked, tuple(lines), wording=await wording(store, say)))
