"""Files that are too large or not handed out, in each conversation that takes one: refused in words."""

from collections.abc import Awaitable, Callable

import pytest

from sandbox.shapes import document_body
from tests.bot.test_uploads import WITH_PICTURES
from tests.chat import talk
from tests.chat.conftest import Town
from tests.chat.talk import answered, says, taps
from tests.chat.workbooks import workbook

BEYOND = b"x" * (20 * 1024 * 1024 + 1)
"""More than the messenger hands out."""
LARGE = BEYOND[: 5 * 1024 * 1024 + 1]


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read in a process of its own, which must start first."""
    monkeypatch.setattr(talk, "PATIENCE", 60.0)


async def sheets(town: Town) -> None:
    await says(town, town.anna, "/partners")
    await taps(town, town.anna, "Таблица")


async def surveys(town: Town) -> None:
    await says(town, town.anna, "/start")
    await taps(town, town.anna, "Опросы", "Новый опрос")


async def pictures(town: Town) -> None:
    await surveys(town)
    mine = await town.anna.sends_document("anketa.xlsx", workbook(WITH_PICTURES))
    await answered(town, town.anna, mine["message_id"], "Нужны картинки")


async def minutes(town: Town) -> None:
    event = await town.event()
    await says(town, town.anna, f"/start e{event.id}")
    await taps(town, town.anna, "Управление", "Документы", "Вести протокол", "Протокол целиком")


@pytest.mark.parametrize("is_size_known", [True, False], ids=["size", "no-size"])
@pytest.mark.parametrize(
    ("opens", "name", "data", "words"),
    [
        (sheets, "Партнёры.csv", BEYOND, "Файл больше 20 МБ"),
        (surveys, "anketa.xlsx", BEYOND, "Файл больше 20 МБ"),
        (pictures, "hall.png", BEYOND, "не больше 5 МБ"),
        (pictures, "hall.png", b"\x89PNG" + LARGE, "не больше 5 МБ"),
        (minutes, "a.docx", BEYOND, "Файл больше 5 МБ"),
        (minutes, "a.txt", LARGE, "Файл больше 5 МБ"),
    ],
    ids=["sheet", "workbook", "picture-beyond", "picture", "minutes-beyond", "minutes"],
)
async def test_what_is_too_large_is_refused_in_words(  # noqa: PLR0917 - the table's columns
    open_town: Town,
    opens: Callable[[Town], Awaitable[None]],
    name: str,
    data: bytes,
    words: str,
    is_size_known: bool,
) -> None:
    town, files = open_town, open_town.box.world.files
    await opens(town)
    body = document_body(files, town.box.world.add_file("document", name, data))
    if not is_size_known:
        del body["document"]["file_size"]
    mine = await town.anna.sends(body)
    await answered(town, town.anna, mine["message_id"], words)


@pytest.mark.parametrize(
    ("opens", "name"),
    [(sheets, "Партнёры.csv"), (surveys, "anketa.xlsx"), (pictures, "hall.png"), (minutes, "a.docx")],
    ids=["sheet", "workbook", "picture", "minutes"],
)
async def test_what_the_messenger_does_not_hand_out_had_better_be_sent_again(
    open_town: Town, opens: Callable[[Town], Awaitable[None]], name: str
) -> None:
    await opens(open_town)
    lost = {"file_id": "lost", "file_unique_id": "lost", "file_name": name}
    mine = await open_town.anna.sends({"document": lost})
    await answered(open_town, open_town.anna, mine["message_id"], "Пришлите его ещё раз")
