"""What is sent in as a questionnaire: a workbook, or a ZIP with one and the pictures that it names."""

import subprocess
import sys
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.uploads import read_upload
from domain.questionnaire import pictures
from domain.questionnaire.faults import BadQuestionnaire
from tests.chat.workbooks import SHORT, workbook

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
WITH_PICTURES = {
    **SHORT,
    "survey": [
        ["type", "name", "label", "media::image"],
        ["text", "hall", "Какой зал?", "hall.png"],
        ["text", "yard", "Какой двор?", "yard.jpg"],
        ["text", "same", "Тот же зал?", "hall.png"],
    ],
}


def packed(**files: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()


def test_pictures_that_the_questionnaire_names_come_with_it_whatever_folder_they_are_in() -> None:
    data = packed(anketa_xlsx=workbook(WITH_PICTURES), media__hall_png=PNG, other_png=PNG)
    found = read_upload(data, media=False)
    assert found.pictures == {"hall.png": PNG}
    assert pictures.missing(found.questionnaire, found.pictures) == ("yard.jpg",)


@pytest.mark.parametrize("bad", [b"<svg>", PNG + b"\0" * pictures.MOST_BYTES])
def test_what_is_no_picture_or_too_large_is_left(bad: bytes) -> None:
    data = packed(anketa_xlsx=workbook(WITH_PICTURES), hall_png=bad)
    assert read_upload(data, media=False).pictures == {}


def test_a_workbook_by_itself_has_no_pictures() -> None:
    assert read_upload(workbook(WITH_PICTURES), media=False).pictures == {}


@pytest.mark.parametrize("files", [{}, {"hall_png": PNG}, {"a_xlsx": b"x", "b_xlsx": b"y"}, {"a_xlsx": b"x"}])
def test_a_zip_without_its_one_workbook_is_told_so(files: dict[str, bytes]) -> None:
    with pytest.raises(BadQuestionnaire) as caught:
        read_upload(packed(**files), media=False)
    assert [fault.code for fault in caught.value.faults] == ["not-a-workbook"]


def test_a_zip_bomb_is_not_unpacked() -> None:
    with pytest.raises(BadQuestionnaire) as caught:
        read_upload(packed(a_xlsx=b"\0" * (21 * 1024 * 1024)), media=False)
    assert [fault.code for fault in caught.value.faults] == ["too-large"]


def test_pictures_must_leave_room_for_their_words() -> None:
    long = {**SHORT, "survey": [["type", "name", "label", "media::image"], ["text", "a", "а" * 701, "a.png"]]}
    many = [["text", f"q{n}", "А?", f"{n}.png"] for n in range(21)]
    for sheets, code in (
        (long, "picture-words"),
        ({**SHORT, "survey": [long["survey"][0], *many]}, "too-many-pictures"),
    ):
        with pytest.raises(BadQuestionnaire) as caught:
            read_upload(workbook(sheets), media=False)
        assert [fault.code for fault in caught.value.faults] == [code]


def test_the_process_that_reads_and_writes_questionnaires_takes_nothing_of_the_chat_along() -> None:
    """It starts anew each time: what it imports is what an author waits for."""
    work = "import bot.uploads, bot.questionnaire_paper, bot.questionnaires, sys"
    heavy = f"{work}; print({{'aiogram', 'sqlalchemy', 'openpyxl', 'docx'}} & sys.modules.keys())"
    assert subprocess.check_output([sys.executable, "-c", heavy], text=True).strip() == "set()"
