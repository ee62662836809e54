"""`roundtable export responses`: what organisations have answered, an organisation a line, for whoever runs the bot."""

from pathlib import Path
from zoneinfo import ZoneInfo

from bot.policy import policy_of
from bot.settings import Settings
from bot.table_files import write_csv, write_xlsx
from bot.texts import Texts
from domain.partner import SECTORS
from domain.results import Answered
from domain.results_sheets import Material, opens, raw, words_in
from handlers.partners.words import sector_name
from handlers.say import Say
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
    headings, *rows = [[str(cell or "") for cell in line] for line in raw(material)]
    write = write_csv if file.suffix.casefold() == ".csv" else write_xlsx
    file.write_bytes(write(headings, rows))  # noqa: ASYNC240 - nothing else is going on


async def _material(store: Store, survey_id: int, say: Say) -> Material:
    survey = await store.surveys.get(survey_id)
    asked = (await store.questionnaires.get(survey.fields.questionnaire_id)).questionnaire
    sent = await store.responses.of(survey_id)
    partners = {one.id: one for one in await store.partners.those([one.partner_id for one in sent])}
    said = {(one.id, item.name): words_in(one.answers, item) for one in sent for item in opens(asked)}
    branches = {str(one.id): one.short_name for one in await store.branches.all()}
    return Material(
        questionnaire=asked,
        responses=[Answered(one.id, one.partner_id, partners[one.partner_id].sector, one.answers) for one in sent],
        partners={key: one.name for key, one in partners.items()},
        groups={one: sector_name(one, say) for one in SECTORS},
        quotes={key: text for key, text in said.items() if text},
        words=branches | _words(say),
        language=say.language,
    )


def _words(say: Say) -> dict[str, str]:
    return {
        "organisation": say.plain("results-column-organisation"),
        "group": say.plain("results-column-group"),
        "other": say.plain("survey-option-other"),
        "unreviewed": "",
    }
