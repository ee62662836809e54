"""Pictures beside questions: they come with the workbook or after it, and are there wherever the question is asked."""

import pytest

from domain.people import Purpose
from sandbox.people import Person
from tests.bot.test_uploads import WITH_PICTURES, packed
from tests.chat import talk
from tests.chat.conftest import Town
from tests.chat.surveying import publish_survey
from tests.chat.talk import answered, says, shows, taps
from tests.chat.workbooks import workbook


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talk, "PATIENCE", 60.0)


def picture(mark: bytes) -> bytes:
    """As much of a small PNG as is looked at."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (20).to_bytes(4, "big") * 2 + mark


HALL, YARD = picture(b"hall"), picture(b"yard")


async def sends(town: Town, name: str, data: bytes, *words: str) -> None:
    mine = await town.anna.sends_document(name, data)
    await answered(town, town.anna, mine["message_id"], *words)


def seen(town: Town, person: Person) -> bytes | None:
    """The picture on the screen."""
    photo = person.screen().get("photo")
    return town.box.world.files[photo[-1]["file_id"]][1] if photo else None


async def test_pictures_come_in_a_zip_and_are_there_in_the_trial(town: Town) -> None:
    archive = packed(anketa_xlsx=workbook(WITH_PICTURES), hall_png=HALL, yard_jpg=YARD)
    await sends(town, "anketa.zip", archive, "Анкета принята", "3 вопроса.")
    await taps(town, town.anna, "Пройти самому")
    for picture_of in (HALL, YARD, HALL):
        assert seen(town, town.anna) == picture_of
        await taps(town, town.anna, "Пропустить")
    assert seen(town, town.anna) is None
    shows(town.anna, "Это проба")


async def test_the_name_of_a_picture_is_no_markup(town: Town) -> None:
    rows = [["type", "name", "label", "media::image"], ["text", "hall", "Какой зал?", "зал<1>&.png"]]
    archive = packed(anketa_xlsx=workbook({**WITH_PICTURES, "survey": rows}), **{"зал<1>&_png": HALL})
    await sends(town, "anketa.zip", archive, "Анкета принята")
    assert "зал<1>&.png" in town.anna.texts()


async def test_a_picture_that_cannot_be_shown_is_named_and_asked_for_again(town: Town) -> None:
    """Too long for the messenger, no picture at all, and one cut off before it says how large it is."""
    long = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (9000).to_bytes(4, "big") + (10).to_bytes(4, "big")
    archive = packed(anketa_xlsx=workbook(WITH_PICTURES), hall_png=long, yard_jpg=YARD)
    await sends(town, "anketa.zip", archive, "Нужна картинка: hall.png")
    assert any("Не показать: hall.png" in talk.text_of(one) for one in town.anna.chat.messages.values())
    await sends(town, "hall.png", long, "Нужна картинка: hall.png")
    await sends(town, "hall.png", b"RIFF____WAVE", "Нужна картинка PNG, JPEG или WebP")
    await sends(town, "hall.png", HALL, "Анкета принята")


async def test_pictures_come_one_by_one_and_are_there_in_the_survey(town: Town) -> None:
    await sends(town, "anketa.xlsx", workbook(WITH_PICTURES), "Нужны картинки: hall.png, yard.jpg")
    await sends(town, "other.png", HALL, "Какая это картинка? Нужны: hall.png, yard.jpg")
    await sends(town, "hall.png", HALL, "Нужна картинка: yard.jpg")
    mine = await town.anna.sends_photo(YARD)
    await answered(town, town.anna, mine["message_id"], "Анкета принята: «Короткая анкета», 3 вопроса.")
    mine = await town.anna.sends_photo(YARD)
    await answered(town, town.anna, mine["message_id"], "Сейчас анкета не ждёт картинок")
    [kept] = await town.store.questionnaires.newest()
    college, igor = await town.partner("Колледж"), await town.known("Игорь Лапин", Purpose.SURVEY)
    await town.store.partners.bind(college, (await town.member(igor)).id, None, town.now())
    await publish_survey(town, kept.id)
    await says(town, igor, "/survey")
    await taps(town, igor, "Начать")
    shows(igor, "Какой зал?")
    assert seen(town, igor) == HALL
    await says(town, igor, "Белый")
    assert seen(town, igor) == YARD
