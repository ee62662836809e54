"""Files up and down: how large, which pictures, and by which id."""

import asyncio
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from PIL import Image

from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import Call, picture, refused, sent

MB = 1024 * 1024

MOVING: dict[str, Any] = {"save_all": True, "append_images": [Image.new("RGB", (210, 10), "red")]}
"""Several pictures in one file."""


def drawn(kind: str, width: int, height: int, **more: Any) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height)).save(out, kind, **more)
    return out.getvalue()


@pytest.mark.parametrize(
    ("photo", "words"),
    [
        (b"GIF without its number", "IMAGE_PROCESS_FAILED"),
        (b"", "file must be non-empty"),
        (picture(9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (picture(210, 10), "PHOTO_INVALID_DIMENSIONS"),
        (drawn("JPEG", 210, 10), "PHOTO_INVALID_DIMENSIONS"),
        (drawn("GIF", 9000, 1001), "PHOTO_INVALID_DIMENSIONS"),
        (drawn("WEBP", 210, 10), "PHOTO_INVALID_DIMENSIONS"),
        (drawn("WEBP", 210, 10, lossless=True), "PHOTO_INVALID_DIMENSIONS"),
        (drawn("WEBP", 210, 10, **MOVING), "PHOTO_INVALID_DIMENSIONS"),
        (b"RIFF____WAVE", "IMAGE_PROCESS_FAILED"),
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


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
async def test_a_picture_is_as_large_as_it_says(call: Call, anna: Person, kind: str) -> None:
    [size] = (await sent(call, "sendPhoto", chat_id=anna.id, photo=drawn(kind, 300, 200)))["photo"]
    assert (size["width"], size["height"]) == (300, 200)


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


def photos(number: int, **more: Any) -> list[dict[str, Any]]:
    return [{"type": "photo", "media": "attach://one"} | more for _ in range(number)]


async def test_an_album_is_so_many_messages_that_belong_together(box: Sandbox, call: Call, anna: Person) -> None:
    media = [*photos(2, caption="<b>Раз</b>", parse_mode="HTML"), *photos(1)]
    answer = await call("sendMediaGroup", chat_id=anna.id, media=media, one=picture(), disable_notification=True)
    assert answer["ok"], answer
    album = answer["result"]
    assert [one.get("caption") for one in album] == ["Раз", "Раз", None]
    assert len({one["media_group_id"] for one in album}) == 1
    assert [one["message_id"] for one in album] == [*range(album[0]["message_id"], album[0]["message_id"] + 3)]
    again = [{"type": "photo", "media": album[0]["photo"][0]["file_id"]}] * 2
    other = (await call("sendMediaGroup", chat_id=anna.id, media=again))["result"]
    assert other[0]["media_group_id"] != album[0]["media_group_id"]
    assert len(anna.chat.messages) == 1 + 3 + 2


@pytest.mark.parametrize(
    ("media", "words"),
    [
        (None, "there are no messages to send"),
        ([], "there are no messages to send"),
        (photos(1), "an album has 2-10 items"),
        (photos(11), "too many messages to send as an album"),
        ([*photos(1), {"type": "document", "media": "attach://one"}], "document can't be mixed with other media types"),
        ([*photos(1), {"type": "photo"}], "can't parse InputMedia: media not found"),
        ([*photos(1), {"type": "animation", "media": "x"}], 'can\'t parse InputMedia: type "animation" is unsupported'),
        (photos(2, caption="я" * 1025), "message caption is too long"),
        ([*photos(1), {"type": "photo", "media": "photo-99"}], "wrong file identifier/HTTP URL specified"),
    ],
)
async def test_of_an_album_that_cannot_be_nothing_is_sent(
    call: Call, anna: Person, media: list[dict[str, Any]] | None, words: str
) -> None:
    before = len(anna.chat.messages)
    given: dict[str, Any] = {} if media is None else {"media": media}
    await refused(call, words, "sendMediaGroup", chat_id=anna.id, one=picture(), **given)
    assert len(anna.chat.messages) == before


async def test_a_document_has_at_most_fifty_megabytes(call: Call, anna: Person) -> None:
    await sent(call, "sendDocument", chat_id=anna.id, document=bytes(50 * MB))
    await refused(call, "Request Entity Too Large", "sendDocument", 413, chat_id=anna.id, document=bytes(50 * MB + 1))


async def test_a_path_leads_to_its_file_for_an_hour(box: Sandbox, call: Call, anna: Person) -> None:
    file_id = (await anna.sends_document("список.csv", b"a;b"))["document"]["file_id"]
    old = (await call("getFile", file_id=file_id))["result"]["file_path"]
    assert old.endswith(".csv")
    async with aiohttp.ClientSession() as session:
        for minutes, status in ((59, 200), (2, 404)):
            await box.clock.forward(minutes=minutes)
            async with session.get(f"{box.url}/file/bot42:TEST/{old}") as response:
                assert response.status == status
        new = (await call("getFile", file_id=file_id))["result"]["file_path"]
        async with session.get(f"{box.url}/file/bot42:TEST/{new}") as response:
            assert (await response.read(), new == old) == (b"a;b", False)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data; boundary=xx", b"--xx\r\nContent-Disposition: form-data; name=photo\r\n\r\nabc"),
        ("application/json", b'{"chat'),
        ("application/x-www-form-urlencoded", b"chat_id=1"),
    ],
)
async def test_a_caller_that_dies_in_the_middle_is_nobodys_fault(
    box: Sandbox, caplog: pytest.LogCaptureFixture, kind: str, body: bytes
) -> None:
    await _begins_to_send(box, kind, body)
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []


async def _begins_to_send(box: Sandbox, kind: str, body: bytes) -> None:
    """And is gone before all of it is sent; waits until the sandbox has seen the end of it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", int(box.url.rpartition(":")[2]))
    head = f"POST /bot42:TEST/sendPhoto HTTP/1.1\r\nHost: x\r\nContent-Type: {kind}\r\nContent-Length: 9999\r\n\r\n"
    writer.write(head.encode() + body)
    writer.write_eof()
    await reader.read()
    writer.close()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"data": b"[]", "headers": {"Content-Type": "application/json"}}, "object expected as the request"),
        ({"data": b"{", "headers": {"Content-Type": "application/json"}}, "can't parse the request"),
        ({"data": b"x", "headers": {"Content-Type": "multipart/form-data"}}, "can't parse the request"),
    ],
)
async def test_what_cannot_be_read_is_refused(box: Sandbox, sent: dict[str, Any], words: str) -> None:
    async with aiohttp.ClientSession() as session, session.post(f"{box.url}/bot42:TEST/getMe", **sent) as response:
        assert (response.status, (await response.json())["description"]) == (400, f"Bad Request: {words}")


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
