"""The doctor: everything that the bot needs, each with a word of what is wrong with it."""

import os
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from aiogram.types import ChatMemberAdministrator, ChatMemberLeft, ChatMemberMember, ResultChatMemberUnion, User
from aiohttp import web
from sqlalchemy.engine import make_url

from bot.doctor import Finding, examine
from bot.doctor_calls import _clock, may_write
from bot.session import open_session
from bot.settings import BadSettings, Redis, Settings
from sandbox.server import Sandbox
from sandbox.trouble import Rule
from storage.cards import Chat
from storage.store import Store
from tests.engines import NO_POSTGRES, POSTGRES, migrated
from tests.process import TOKEN
from tests.storage.conftest import DAY, NOW, POLICY

SECRET = "a-secret-of-the-test"
ME = User(id=42, is_bot=True, first_name="Бот")


@pytest.fixture
async def box() -> AsyncIterator[Sandbox]:
    async with Sandbox(TOKEN) as box:
        yield box


@pytest.fixture
async def url(tmp_path: Path) -> AsyncIterator[str]:
    async with migrated("sqlite", tmp_path) as address:
        yield address


def settings_of(box: Sandbox, url: str, folder: Path, **telegram: Any) -> Settings:
    return Settings.model_validate(
        {
            "telegram": {"token": TOKEN, "api_base": box.url} | telegram,
            "storage": {"url": url},
            "library": {"admins": [1]},
            "privacy": {"operator": "МБС", "address": "Тверь", "contact": "8"},
            "backup": {"folder": str(folder / "copies")},
        }
    )


def found(findings: list[Finding]) -> dict[str, bool | None]:
    return {key.removeprefix("cli-doctor-"): good for good, key, _ in findings}


async def test_all_is_well(box: Sandbox, url: str, tmp_path: Path) -> None:
    (tmp_path / "copies").mkdir()
    shutil.copy(tmp_path / "roundtable.db", tmp_path / "copies" / "nightly-2018-03-26.db")
    anna = box.person("Анна")
    group = box.group("Методисты", anna)
    await anna.adds_bot(group)
    store = Store(url, POLICY)
    await store.chats.put(Chat(group.id, "Методисты", "group"), NOW)
    await store.close()
    fine = ("settings", "clock", "operator", "database", "disk", "copy", "messenger", "time", "polling", "group")
    assert found(await examine(settings_of(box, url, tmp_path))) == dict.fromkeys(fine, True)


async def test_what_somebody_should_know_is_said_and_is_no_fault(box: Sandbox, url: str, tmp_path: Path) -> None:
    bare = Settings.model_validate(
        {
            "telegram": {"token": TOKEN, "api_base": box.url},
            "storage": {"url": url},
            "backup": {"folder": str(tmp_path / "copies")},
        }
    )
    box.world.webhook = {"url": "https://old.example.ru", "secret": ""}
    said = found(await examine(bare))
    expected = {"no-admins", "no-operator", "no-copy", "webhook-left"}
    assert {key for key, good in said.items() if good is None} == expected
    assert False not in said.values()


class Usage(NamedTuple):
    """Of a disk that is as good as full."""

    free: int = 10


async def test_what_does_not_work_is_a_fault(
    box: Sandbox, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _path: Usage())
    away = box.group("Ушли")
    away.chat.bot_status = "left"
    store = Store(url, POLICY)
    await store.chats.put(Chat(away.id, "Ушли", "group"), NOW)
    await store.close()
    said = found(await examine(settings_of(box, url, tmp_path)))
    assert {key for key, good in said.items() if good is False} == {"little-room", "no-group"}
    unreachable = settings_of(box, url, tmp_path, api_base="http://127.0.0.1:9")
    assert found(await examine(unreachable))["no-way"] is False
    assert found(await examine(settings_of(box, url, tmp_path, token="nonsense")))["bad-token"] is False


async def test_what_keeps_the_messenger_from_answering_is_told_apart(
    box: Sandbox, url: str, tmp_path: Path, unused_tcp_port: int
) -> None:
    proxied = settings_of(box, url, tmp_path, proxy="socks5://127.0.0.1:9")
    assert found(await examine(proxied))["no-proxy"] is False
    box.trouble.rules.append(Rule("500", "getMe", times=1))
    assert found(await examine(settings_of(box, url, tmp_path)))["other-server"] is False
    box.trouble.rules.append(Rule("429", "getMe", times=1, seconds=7))
    assert found(await examine(settings_of(box, url, tmp_path)))["wait"] is False


async def test_a_chat_of_which_nothing_is_heard_is_not_called_gone(box: Sandbox, url: str, tmp_path: Path) -> None:
    store = Store(url, POLICY)
    await store.chats.put(Chat(-100, "Методисты", "group"), NOW)
    await store.close()
    box.trouble.rules.append(Rule("reset_before", "getChatMember", times=1))
    assert found(await examine(settings_of(box, url, tmp_path)))["group-silent"] is False


async def test_a_file_of_the_settings_that_cannot_be_used_is_named_before_all_else(
    box: Sandbox, url: str, tmp_path: Path
) -> None:
    (tmp_path / "calendar.toml").write_text("[2018]\noff = 7\n", encoding="utf-8")
    settings = settings_of(box, url, tmp_path)
    quiet = settings.quiet_hours.model_copy(update={"calendar": str(tmp_path / "calendar.toml")})
    with pytest.raises(BadSettings, match=r"calendar\.toml: 2018: нужен список"):
        await examine(settings.model_copy(update={"quiet_hours": quiet}))


def _admin(**rights: bool) -> ChatMemberAdministrator:
    values: Any = {"user": ME} | rights
    return ChatMemberAdministrator.model_construct(None, **values)


@pytest.mark.parametrize(
    ("kind", "status", "good"),
    [
        ("group", ChatMemberMember(user=ME), True),
        ("group", ChatMemberLeft(user=ME), False),
        ("channel", ChatMemberMember(user=ME), False),
        ("channel", _admin(can_post_messages=True), True),
        ("channel", _admin(can_post_messages=False), False),
        ("group", _admin(), True),
    ],
)
def test_whether_the_bot_may_write_somewhere(kind: str, status: ResultChatMemberUnion, *, good: bool) -> None:
    assert may_write(status, Chat(1, "Чат", kind)) is good


async def test_the_webhook_is_compared_with_what_the_messenger_knows(box: Sandbox, url: str, tmp_path: Path) -> None:
    hook = {"url": "http://127.0.0.1:1/telegram", "secret": SECRET}
    settings = settings_of(box, url, tmp_path, mode="webhook", webhook=hook)
    assert found(await examine(settings))["webhook-not-set"] is None
    box.world.webhook = {"url": hook["url"], "secret": SECRET}
    assert found(await examine(settings))["webhook"] is True


@pytest.mark.parametrize(("days", "said"), [(0, "time"), (1, "clock-slow"), (-1, "clock-fast")])
async def test_the_clock_is_compared_with_the_messengers(unused_tcp_port: int, days: int, said: str) -> None:
    async def root(_request: web.Request) -> web.Response:
        return web.Response(headers={"Date": format_datetime(datetime.now(UTC) + days * DAY, usegmt=True)})

    app = web.Application()
    app.add_routes([web.get("/", root)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", unused_tcp_port).start()
    session = open_session(f"http://127.0.0.1:{unused_tcp_port}", "")
    [(good, key, _)] = await _clock(session, f"http://127.0.0.1:{unused_tcp_port}")
    assert (good, key) == (days == 0, f"cli-doctor-{said}")
    await session.close()
    await runner.cleanup()


async def test_a_redis_that_does_not_answer_is_named(box: Sandbox, url: str, tmp_path: Path) -> None:
    settings = settings_of(box, url, tmp_path).model_copy(update={"redis": Redis(url="redis://:secret@127.0.0.1:9")})
    findings = await examine(settings)
    assert found(findings)["no-redis"] is False
    assert "secret" not in str(findings)
    elsewhere = settings.model_copy(update={"redis": Redis(url=box.url.replace("http", "redis"))})
    assert found(await examine(elsewhere))["redis-refuses"] is False


async def test_looking_makes_no_database(box: Sandbox, tmp_path: Path) -> None:
    """Or a restore would find one there, and refuse."""
    said = found(await examine(settings_of(box, f"sqlite+aiosqlite:///{tmp_path / 'new.db'}", tmp_path)))
    assert said["old-database"] is False
    assert os.listdir(tmp_path) == []


async def test_a_token_that_is_refused_is_no_messenger_that_is_away(box: Sandbox, url: str, tmp_path: Path) -> None:
    said = found(await examine(settings_of(box, url, tmp_path, token="42:ANOTHER-TOKEN-THAT-IS-WRONG")))
    assert said["token-refused"] is False


async def test_a_file_where_a_folder_should_be_cannot_be_written_to(box: Sandbox, url: str, tmp_path: Path) -> None:
    (tmp_path / "copies").write_text("no folder")
    assert found(await examine(settings_of(box, url, tmp_path)))["no-writing"] is False


@pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES)
async def test_a_database_that_is_not_there_is_a_finding(box: Sandbox, tmp_path: Path) -> None:
    missing = make_url(POSTGRES).set(database="nobody_made_it").render_as_string(hide_password=False)
    said = {key: values for _, key, values in await examine(settings_of(box, missing, tmp_path))}
    assert "нет такой базы данных" in said["cli-doctor-no-database"]["error"]
