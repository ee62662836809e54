"""Logs hold ids and places: never a token, a password, or what people write."""

import asyncio
import logging
from pathlib import Path

import pytest
import structlog

from bot.logs import describe, hide_secrets, set_up_logs
from domain.people import Purpose
from sandbox.server import Sandbox
from sandbox.trouble import Rule
from storage.members import ConsentGiven
from storage.store import Store
from tests.engines import at_newest
from tests.process import TOKEN, running_bot, until
from tests.storage.conftest import POLICY

PRIVATE = "Иван Тайный, +7 900 000-00-00"


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("https://api.telegram.org/bot42:AAbbCCddEEffGGhhIIjjKKll/getMe", "https://api.telegram.org/bot<token>/getMe"),
        ("socks5://user:pass@host:1080", "socks5://user:<password>@host:1080"),
        ("redis://:pass@host", "redis://:<password>@host"),
        ("7:own", "<token>"),
        ("at 12:30:45", "at 12:30:45"),
        ("base.py:1815:_execute_clauseelement", "base.py:1815:_execute_clauseelement"),
    ],
)
def test_secrets_are_masked(text: str, hidden: str) -> None:
    assert hide_secrets(text, "7:own", "") == hidden


def _fail_with(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:  # noqa: BLE001 - whatever the test gives
        return caught


def test_an_error_is_described_by_its_place_and_not_by_what_it_quotes() -> None:
    described = describe(_fail_with(ValueError(PRIVATE)))
    assert described.startswith("ValueError at ")
    assert "_fail_with" in described
    assert "Тайный" not in described


def test_faults_of_the_program_and_the_machine_are_quoted() -> None:
    assert "No space left" in describe(_fail_with(OSError(28, "No space left")))
    assert "NoneType" in describe(_fail_with(TypeError("NoneType")))


def test_every_logger_is_masked(capfd: pytest.CaptureFixture[str]) -> None:
    set_up_logs("7:own")
    try:
        structlog.get_logger().error("x", address="bot7:own", exc_info=_fail_with(KeyError(PRIVATE)))
        logging.getLogger("aiohttp").error("bot7:own", exc_info=_fail_with(KeyError(PRIVATE)))
    finally:
        structlog.reset_defaults()
        logging.basicConfig(force=True)
    written = capfd.readouterr().err
    assert written.count("<token>") == written.count("fault='KeyError at") == 2
    assert "7:own" not in written
    assert "Тайный" not in written


async def test_a_bot_in_trouble_writes_no_token_and_no_words_of_people(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'roundtable.db'}"
    await at_newest(url)
    async with Sandbox(TOKEN) as box:
        person = box.person("Иван Тайный")
        await _know(url, box, person.id)
        for kind in ("502", "500", "429", "reset_after", "broken_json"):
            box.trouble.rules.append(Rule(kind, "sendMessage", times=1))
        async with running_bot(box, url, tmp_path) as bot:
            for text in ("/start", "Моя тайна", "/start e999", "/events"):
                await person.says(text)
            await until(box, lambda: len(person.texts()) >= 8)
            bot.terminate()
            await asyncio.wait_for(bot.wait(), 15)
    written = (tmp_path / "bot.log").read_text(encoding="utf-8")
    assert "event='update'" in written
    assert TOKEN not in written
    assert "айн" not in written


async def _know(url: str, box: Sandbox, account: int) -> None:
    store = Store(url, POLICY)
    given = [ConsentGiven(Purpose.EVENTS, "1", "Согласен", box.clock.now())]
    await store.members.consent(account, "Иван Тайный", "ru", given, box.clock.now())
    await store.close()
