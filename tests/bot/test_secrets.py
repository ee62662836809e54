"""No secret is ever said: by no command, in no fault, in no line of a log."""

from pathlib import Path

import pytest

from bot.settings import Settings
from tests.bot.test_cli import roundtable
from tests.process import TOKEN

HIDDEN = {
    "TELEGRAM__TOKEN": TOKEN,
    "TELEGRAM__PROXY": "socks5://user:proxy-secret@127.0.0.1:9",
    "TELEGRAM__API_BASE": "http://127.0.0.1:9",
    "TELEGRAM__MODE": "webhook",
    "TELEGRAM__WEBHOOK__URL": "https://bot.example.ru/telegram",
    "TELEGRAM__WEBHOOK__SECRET": "webhook-secret-of-the-test",
    "STORAGE__URL": "postgresql+asyncpg://bot:database-secret@127.0.0.1:9/base",
    "REDIS__URL": "redis://:redis-secret@127.0.0.1:9/0",
}
WEBHOOK = {"url": HIDDEN["TELEGRAM__WEBHOOK__URL"], "secret": HIDDEN["TELEGRAM__WEBHOOK__SECRET"]}
SECRETS = (TOKEN, TOKEN.partition(":")[2], "proxy-secret", "webhook-secret", "database-secret", "redis-secret")


def said(folder: Path, *words: str, **variables: str) -> str:
    done = roundtable(folder, *words, **variables)
    assert done.returncode != 0
    assert done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("words", [("run",), ("doctor",), ("migrate",), ("backup", "x"), ("restore", "x")])
def test_no_command_says_one_whatever_is_out_of_reach(tmp_path: Path, words: tuple[str, ...]) -> None:
    written = said(tmp_path, *words, **HIDDEN)
    assert [one for one in SECRETS if one in written] == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("TELEGRAM__TOKEN", f"{TOKEN} nonsense"),
        ("TELEGRAM__WEBHOOK__SECRET", "webhook-secret «ё»"),
        ("TELEGRAM__PROXY", "ftp://user:proxy-secret@host"),
        ("STORAGE__URL", "mysql://bot:database-secret@host/base"),
        ("REDIS__URL", "http://:redis-secret@host"),
    ],
)
def test_settings_that_do_not_fit_are_named_without_their_values(tmp_path: Path, key: str, value: str) -> None:
    written = said(tmp_path, "run", **(HIDDEN | {key: value}))
    assert [one for one in SECRETS if one in written] == []


@pytest.mark.parametrize("line", [f'token = "{TOKEN}', f"token = {TOKEN}", f'tokn = "{TOKEN}"', f"[{TOKEN}]\nx = 1"])
def test_a_file_that_is_no_toml_is_not_quoted(tmp_path: Path, line: str) -> None:
    (tmp_path / "config.toml").write_text(f"[telegram]\n{line}\n", encoding="utf-8")
    written = said(tmp_path, "run")
    assert TOKEN.partition(":")[2] not in written


def test_settings_know_what_is_secret_and_do_not_show_it() -> None:
    settings = Settings(
        telegram={"token": TOKEN, "proxy": HIDDEN["TELEGRAM__PROXY"], "mode": "webhook", "webhook": WEBHOOK},
        storage={"url": "postgresql+asyncpg://bot:p%40ss@host/base"},
        redis={"url": HIDDEN["REDIS__URL"]},
    )
    keys = {TOKEN, "proxy-secret", "webhook-secret-of-the-test", "p%40ss", "p@ss", "redis-secret"}
    assert set(settings.secrets) == keys
    assert [one for one in settings.secrets if one in repr(settings)] == []
