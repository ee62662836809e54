"""Settings: documented, and refused with section and key."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, SecretStr

from bot.settings import BadSettings, Settings
from bot.settings_file import load_settings

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"


def keys_of(data: dict[str, Any], path: str = "") -> set[str]:
    found: set[str] = set()
    for key, value in data.items():
        found |= keys_of(value, f"{path}{key}.") if isinstance(value, dict) else {path + key}
    return found


def plain(model: BaseModel) -> dict[str, Any]:
    return {name: plain(value) if isinstance(value, BaseModel) else value for name, value in dict(model).items()}


def test_every_key_is_documented_with_its_default() -> None:
    example = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    assert keys_of(example) == keys_of(plain(Settings()))
    assert Settings(**example) == Settings()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[telegram]\ntokn = 'x'", "[telegram] tokn: unknown key"),
        ("[nowhere]\nx = 1", "[nowhere]: unknown section"),
        ("telegram = 1", "[telegram]: "),
        ("[library]\nadmins = ['Anna']", "[library] admins.0:"),
        ("[library]\ntimezone = 'Mars'", "[library] timezone:"),
        ("[telegram.webhook]\nport = 99999999", "[telegram] webhook.port:"),
        ("[reminders\n", "config.toml"),
        ("[library]\nname = 'Дом'\n[telegram]\ntoken = 42:abc\n", "[telegram] token"),
        ("[telegram]\nmode = 'webhook'", "[telegram]: mode"),
        ("[telegram]\nmode = 'webhook'\n[telegram.webhook]\nurl = 'https://x.ru'\nsecret = '1'", "webhook] secret"),
        ("[telegram]\nproxy = 'p:1080'", "[telegram] proxy:"),
        ("[storage]\nurl = 'roundtable.db'", "[storage] url:"),
        ("[storage]\nurl = 'postgresql+asyncpg://bot@host/base?sslmode=require'", "?ssl=require"),
        ("[quiet_hours]\nworkday_from = 19", "[quiet_hours]: workday_from must be before workday_to"),
        ("[quiet_hours]\nsaturday_to = 9", "[quiet_hours]: saturday_from must be before saturday_to"),
    ],
)
def test_a_broken_file_names_the_section_and_the_key(tmp_path: Path, text: str, fault: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text)
    with pytest.raises(BadSettings) as caught:
        load_settings(file)
    assert fault in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match=r"none\.toml"):
        load_settings(tmp_path / "none.toml")


def test_the_environment_lies_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[telegram]\ntoken = 'a'\nproxy = 'socks5://p:1080'")
    monkeypatch.setenv("ROUNDTABLE_TELEGRAM__TOKEN", "b")
    telegram = load_settings(file).telegram
    assert (telegram.token, telegram.proxy) == (SecretStr("b"), "socks5://p:1080")


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("ROUNDTABLE_TELEGRAM__TOKN", "x", "[telegram] tokn: unknown key"),
        ("ROUNDTABLE_TELEGRAMM__TOKEN", "x", "[telegramm] is no section"),
        ("ROUNDTABLE_LIBRARY__ADMINS", "[1", "[library] admins: ROUNDTABLE_LIBRARY__ADMINS is no JSON"),
        (
            "ROUNDTABLE_LIBRARY__ADMINS",
            "me",
            "[library] admins: ROUNDTABLE_LIBRARY__ADMINS is no JSON; a list looks like",
        ),
        ("ROUNDTABLE_LIBRARY__ADMINS", "12", "[library] admins: a list is wanted, such as [1, 2]"),
        ("ROUNDTABLE_TELEGRAM__WEBHOOK__PORT", "x", "[telegram] webhook.port:"),
    ],
)
def test_a_wrong_variable_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str, fault: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings) as caught:
        load_settings(EXAMPLE)
    assert fault in str(caught.value)


def test_every_key_stands_below_a_comment() -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    bare = [line for above, line in pairwise(lines) if "=" in line and not above.startswith("#")]
    assert [line for line in bare if not line.startswith("#")] == []


def test_a_file_of_another_encoding_is_named(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes("[library]\nname = 'Дом'".encode("cp1251"))
    with pytest.raises(BadSettings, match=r"config\.toml: not UTF-8"):
        load_settings(file)


def test_no_secret_is_shown() -> None:
    made = Settings(
        telegram={
            "token": "42:hidden",
            "mode": "webhook",
            "proxy": "socks5://user:hidden@host:1080",
            "webhook": {"secret": "hidden-hidden-hidden", "url": "https://bot.example.ru"},
        },
        storage={"url": "postgresql+asyncpg://user:hidden@host/name"},
        redis={"url": "redis://:hidden@host:6379"},
    )
    assert "hidden" not in repr(made) + str(made)


SEVERAL = {
    "ROUNDTABLE_REDIS__URL": "redis://host:6379/0",
    "ROUNDTABLE_STORAGE__URL": "postgresql+asyncpg://bot@host/base",
    "ROUNDTABLE_TELEGRAM__MODE": "webhook",
    "ROUNDTABLE_TELEGRAM__WEBHOOK__URL": "https://bot.example.ru/telegram",
    "ROUNDTABLE_TELEGRAM__WEBHOOK__SECRET": "a-secret-of-the-test",
}


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        (
            "ROUNDTABLE_STORAGE__URL",
            "sqlite+aiosqlite:///x.db",
            "[redis] url is for several processes, which need",
        ),
        ("ROUNDTABLE_TELEGRAM__MODE", "polling", "[redis] url is for several processes, and only one may poll"),
        ("ROUNDTABLE_REDIS__URL", "http://host", "[redis] url:"),
    ],
)
def test_several_processes_need_what_they_can_share(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, fault: str
) -> None:
    for key, good in SEVERAL.items():
        monkeypatch.setenv(key, good)
    assert load_settings(EXAMPLE).redis.url
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings) as caught:
        load_settings(EXAMPLE)
    assert fault in str(caught.value)
