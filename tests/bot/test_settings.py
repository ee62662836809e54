"""Settings: documented, and refused with section and key."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, SecretStr

from bot.settings import BadSettings, Settings, load_settings

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
        ("[nowhere]\nx = 1", "[nowhere]: unknown key"),
        ("[library]\nadmins = ['Anna']", "[library] admins.0:"),
        ("[library]\ntimezone = 'Mars'", "[library] timezone:"),
        ("[telegram.webhook]\nport = 99999999", "[telegram] webhook.port:"),
        ("[reminders\n", "config.toml"),
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


def test_the_token_is_not_shown() -> None:
    assert "42:secret" not in repr(Settings(telegram={"token": "42:secret"}))  # type: ignore[arg-type]  # as from TOML
