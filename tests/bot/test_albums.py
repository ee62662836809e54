"""An album is so many messages at once for the messenger: what follows it in its chat waits for all of them."""

from aiogram import Bot
from aiogram.types import BufferedInputFile, InputMediaPhoto, MediaUnion

from bot.courtesy import Courtesy
from bot.pacer import Pace, Pacer
from bot.session import open_session
from sandbox.limits import Limits
from sandbox.server import Sandbox

TOKEN = "42:test"


def album() -> list[MediaUnion]:
    return [InputMediaPhoto(media=BufferedInputFile(b"\x89PNG", "picture.png")) for _ in range(2)]


async def test_albums_in_a_row_and_a_word_after_them_meet_no_429() -> None:
    async with Sandbox(TOKEN, limits=Limits(burst=1)) as box:
        anna, session = box.person("Анна"), open_session(box.url, "")
        anna.account.started = True
        session.middleware(Courtesy(Pacer(Pace(chat_burst=1))))
        async with Bot(TOKEN, session=session) as bot:
            await bot.send_media_group(anna.id, album())
            await bot.send_media_group(anna.id, album())
            await bot.send_message(anna.id, "Вот все картинки.")
        assert box.counter.given == 0
        assert [call.method for call in box.calls] == ["sendMediaGroup", "sendMediaGroup", "sendMessage"]
