"""Files up and down: how large, which pictures, and by which id."""

import aiohttp
import pytest

from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import Call, picture, refused, sent

MB = 1024 * 1024


@pytest.mark.parametrize(
    ("photo", "words"),
    [
        (b"GIF without its number", "IMAGE_PROCESS_FAILED"),
        (b"", "file must be non-empty"),
        (picture(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (picture(210, 10), "PHOTO_INVALID_DIMENSIONS"),
        ("file-999", "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_a_picture_that_cannot_be(call: Call, anna: Person, photo: bytes | str, words: str) -> None:
    await refused(call, words, "sendPhoto", chat_id=anna.id, photo=photo)


async def test_a_picture_has_at_most_ten_megabytes(call: Call, anna: Person) -> None:
    large = picture().ljust(10 * MB + 1, b"x")
    words = "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes"
    await refused(call, words, "sendPhoto", chat_id=anna.id, photo=large)
    await sent(call, "sendPhoto", chat_id=anna.id, photo=large[:-1])


@pytest.mark.parametrize("start", [b"\xff\xd8\xff", b"GIF89a", b"RIFF____WEBP", picture(9000, 1000), picture(200, 10)])
async def test_a_picture_that_can_be(call: Call, anna: Person, start: bytes) -> None:
    await sent(call, "sendPhoto", chat_id=anna.id, photo=start)


async def test_a_file_is_of_one_kind_for_ever(call: Call, anna: Person) -> None:
    photo = (await sent(call, "sendPhoto", chat_id=anna.id, photo=picture()))["photo"][0]["file_id"]
    paper = (await sent(call, "sendDocument", chat_id=anna.id, document=b"x"))["document"]["file_id"]
    assert (await sent(call, "sendPhoto", chat_id=anna.id, photo=photo))["photo"][0]["file_id"] == photo
    assert (await sent(call, "sendDocument", chat_id=anna.id, document=paper))["document"]["file_id"] == paper
    await refused(call, "can't use file of type Document as Photo", "sendPhoto", chat_id=anna.id, photo=paper)
    await refused(call, "can't use file of type Photo as Document", "sendDocument", chat_id=anna.id, document=photo)
    await refused(call, "there is no photo in the request", "sendPhoto", chat_id=anna.id)


async def test_a_document_has_at_most_fifty_megabytes(call: Call, anna: Person) -> None:
    await sent(call, "sendDocument", chat_id=anna.id, document=bytes(50 * MB))
    await refused(call, "Request Entity Too Large", "sendDocument", 413, chat_id=anna.id, document=bytes(50 * MB + 1))


async def test_what_is_fetched_again_has_at_most_twenty(box: Sandbox, call: Call, anna: Person) -> None:
    await anna.sends_document("список.csv", b"a;b")
    file_id = next(iter(box.world.files))
    path = (await call("getFile", file_id=file_id))["result"]["file_path"]
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{box.url}/file/bot42:TEST/{path}") as response:
            assert await response.read() == b"a;b"
        async with session.get(f"{box.url}/file/bot42:TEST/none/none") as response:
            assert response.status == 404
    large = (await anna.sends_document("кино.mp4", bytes(20 * MB + 1)))["document"]["file_id"]
    await refused(call, "file is too big", "getFile", file_id=large)
    await refused(call, "invalid file_id", "getFile", file_id="none")
    await refused(call, "file_id not specified", "getFile")
