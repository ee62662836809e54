"""Workbooks of questionnaires that are sent in: read in a process of its own, so nothing of the chat is here."""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from domain.questionnaire.faults import BadQuestionnaire, Fault
from domain.questionnaire.model import Questionnaire
from domain.questionnaire.workbook import ZIP, read_workbook

SURVEY_SHEET = re.compile(rb'<(?:\w+:)?sheet\s[^>]*name="survey"', re.IGNORECASE)
DIRECTORY = "xl/workbook.xml"
MOST_DIRECTORY = 1024 * 1024


def read_upload(data: bytes, *, media: bool) -> Questionnaire:
    """The questionnaire; a spreadsheet without the sheet «survey» is told at once to be something else."""
    if data.startswith(ZIP) and not _may_be_one(data):
        raise BadQuestionnaire([Fault("no-survey-sheet")])
    return read_workbook(data, media=media)


def _may_be_one(data: bytes) -> bool:
    """What is no workbook at all is left to the reader to name."""
    try:
        with ZipFile(BytesIO(data)) as book, book.open(DIRECTORY) as directory:
            return bool(SURVEY_SHEET.search(directory.read(MOST_DIRECTORY)))
    except (BadZipFile, KeyError, OSError, ValueError):
        return True
