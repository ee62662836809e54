"""Files of surveys for the chat: each is read or drawn in a process of its own."""

from pathlib import Path

from bot.child import in_child
from bot.questionnaire_paper import draw_paper
from bot.uploads import read_upload
from domain.questionnaire.model import Questionnaire
from domain.questionnaire.paper import Paper
from domain.questionnaire.upload import Upload
from domain.questionnaire.writing import write_workbook
from handlers.surveys.files import SurveyFiles

SHIPPED = Path(__file__).parent / "data" / "our_partners.xlsx"


def files_of(*, media: bool) -> SurveyFiles:
    """`media`: whether pictures, files and places may be asked for."""

    async def read(data: bytes) -> Upload:
        return await in_child(read_upload, data, media=media)

    async def shipped() -> Questionnaire:
        return (await read(SHIPPED.read_bytes())).questionnaire

    async def write(questionnaire: Questionnaire) -> bytes:
        return await in_child(write_workbook, questionnaire)

    async def print_(paper: Paper) -> bytes:
        return await in_child(draw_paper, paper)

    return SurveyFiles(read, shipped, write, print_)
