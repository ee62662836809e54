"""The floor: the smallest aiogram bot that keeps a word or press in SQLite, and answers it; of a press also an edit."""

import asyncio
import sys

import aiosqlite
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

BUTTONS = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text=text, callback_data=text) for text in ("Приду", "Возможно")]]
)


async def main(api_base: str, token: str, file: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_base))
    bot, dispatcher = Bot(token, session=session), Dispatcher()
    async with aiosqlite.connect(file, isolation_level=None) as database:
        await database.execute("PRAGMA journal_mode=WAL")
        await database.execute("PRAGMA synchronous=FULL")
        await database.execute("CREATE TABLE answers (person INTEGER PRIMARY KEY, answer TEXT NOT NULL)")

        @dispatcher.message()
        async def said(message: Message) -> None:
            await database.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (message.chat.id, message.text))
            await message.answer("Вечер", reply_markup=BUTTONS)

        @dispatcher.callback_query()
        async def press(query: CallbackQuery) -> None:
            await database.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (query.from_user.id, query.data))
            await query.answer(query.data)
            if isinstance(query.message, Message):
                await query.message.edit_text(f"Вечер\n{query.data}", reply_markup=BUTTONS)

        await dispatcher.start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:4]))
