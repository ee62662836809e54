"""Workbooks of questionnaires that are sent in: read in a process of its own, so nothing of the chat is here."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from domain.plain_workbook import ZIP
from domain.questionnaire import pictures
from domain.questionnaire.faults import BadQuestionnaire, Fault
from domain.questionnaire.model import Questionnaire
from domain.questionnaire.upload import MOST_BYTES, Upload
from domain.questionnaire.workbook import read_workbook

SURVEY_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*name=[\"']survey[\"']", re.IGNORECASE)
DIRECTORY = "xl/workbook.xml"
MOST_DIRECTORY = 1024 * 1024


def read_upload(data: bytes, *, media: bool) -> Upload:
    """The questionnaire, with the pictures that were sent with it in a ZIP."""
    packed = _packed(data)
    if packed is None:
        return Upload(_read(data, media=media), {})
    workbook, archive = packed
    questionnaire = _read(workbook, media=media)
    return Upload(questionnaire, dict(_pictures(archive, pictures.named(questionnaire))))


def _packed(data: bytes) -> tuple[bytes, ZipFile] | None:
    """The only workbook of a ZIP, and the ZIP; None for a workbook by itself, and for what is no ZIP."""
    if not data.startswith(ZIP):
        return None
    try:
        archive = ZipFile(BytesIO(data))
        books = [one for one in archive.infolist() if one.filename.casefold().endswith(".xlsx")]
        if len(books) != 1 or DIRECTORY in archive.namelist():
            return None
        if books[0].file_size > MOST_BYTES:
            raise BadQuestionnaire([Fault("too-large")])
        return archive.read(books[0]), archive
    except (BadZipFile, OSError, ValueError, RuntimeError):
        return None


def _pictures(archive: ZipFile, names: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """The pictures that the questionnaire names, whatever folder they are in; what is too large is left."""
    there = {PurePosixPath(one.filename).name: one for one in archive.infolist() if not one.is_dir()}
    for name in names[: pictures.MOST]:
        if name in there and there[name].file_size <= pictures.MOST_BYTES:
            data = archive.read(there[name])
            if pictures.is_picture(data):
                yield name, data


def _read(data: bytes, *, media: bool) -> Questionnaire:
    """A spreadsheet without the sheet «survey» is told at once to be something else."""
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
