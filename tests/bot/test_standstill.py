"""A database out of reach: whoever is kept waiting is told so once, in private, and not before it is worth a word."""

import asyncio
from sqlite3 import OperationalError as Said

import pytest
from aiogram import Bot
from aiogram.types import Update
from sqlalchemy.exc import OperationalError

from bot.apology import SLOW, WAITS
from bot.standstill import Standstill
from tests.bot.test_workers import letter

GROUP = letter(3, 9)[1].replace("private", "group")


class Office:
    def __init__(self) -> None:
        self.told: list[int] = []
        self.words: set[str] = set()
        self.standstill = Standstill(Bot("42:TEST"), self.tell)

    async def tell(self, update: Update, code: str) -> None:
        self.words.add(code)
        self.told.append(update.update_id)

    async def keeps(self, *updates: tuple[int, str], fault: Exception | None = None) -> list[int]:
        """Tries to keep the updates; those whose people have been told by now."""
        try:
            with self.standstill.while_keeping(updates):
                if fault is not None:
                    raise fault
        except type(fault or ValueError()):
            await asyncio.sleep(0)
        return self.told


FULL = OperationalError("INSERT", {}, Said("database or disk is full"))
LOCKED = OperationalError("BEGIN", {}, Said("database is locked"))


async def test_each_is_told_once_until_it_is_over() -> None:
    office = Office()
    assert await office.keeps(letter(1, 7), letter(2, 7), letter(3, 8), (4, "{"), (5, GROUP), fault=FULL) == [1, 3]
    assert await office.keeps(letter(1, 7), letter(6, 9), fault=FULL) == [1, 3, 6]
    await office.keeps(letter(1, 7))
    assert await office.keeps(letter(8, 7), fault=FULL) == [1, 3, 6, 8]
    assert office.words == {WAITS}


async def test_a_fault_of_ours_is_not_put_on_the_database() -> None:
    assert await Office().keeps(letter(1, 7), fault=ZeroDivisionError()) == []


async def test_who_waits_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.standstill.WORD_AFTER", 0.01)
    office = Office()
    with office.standstill.while_keeping([letter(1, 7)]):
        async with asyncio.timeout(30):
            while not office.told:  # noqa: ASYNC110 - an alarm sets it off
                await asyncio.sleep(0.01)
    assert (office.told, office.words) == ([1], {SLOW})


async def test_a_database_in_other_hands_is_told_as_one_that_is_slow_and_both_are_one_trouble() -> None:
    office = Office()
    assert await office.keeps(letter(1, 7), fault=LOCKED) == [1]
    assert await office.keeps(letter(1, 7), fault=FULL) == [1]
    assert office.words == {SLOW}
