"""Settings: documented, and refused with section and key, in Russian."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, SecretStr

from bot.settings import BadSettings, Settings
from bot.settings_faults import fault_line
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
        ("[telegram]\ntokn = 'x'", "[telegram] tokn: такой настройки нет. Есть: token"),
        ("[telegram.webhook]\nzzz = 'x'", "[telegram.webhook] zzz: такой настройки нет. Есть: url, host, port, secret"),
        ("[limit]\nx = 1", "[limit]: такого раздела нет. Есть: [limits]"),
        ("telegram = 1", "[telegram]: это раздел: его настройки пишутся под строкой [telegram]"),
        ("[telegram]\nwebhook = 1", "[telegram.webhook]: это раздел"),
        ("[library]\nadmins = ['Anna']", "[library] admins: нужен список чисел, например [123456789]"),
        ("[library]\nlanguages = ['de']", '[library] languages: нужен список, хотя бы из одного: "ru", "en"'),
        ("[library]\nlanguages = []", '[library] languages: нужен список, хотя бы из одного: "ru", "en"'),
        ("[library]\nname = 7", "[library] name: нужен текст в кавычках"),
        ("[library]\ntimezone = 'Mars'", "[library] timezone: такого часового пояса нет"),
        ("[telegram.webhook]\nport = 99999999", "[telegram.webhook] port: нужно целое число от 0 до 65535"),
        ("[limits]\nchat_burst = 1.5", "[limits] chat_burst: нужно целое число от 1 до 1000"),
        ("[backup]\nnightly = 'maybe'", "[backup] nightly: нужно true (да) или false (нет)"),
        ("[backup]\nfolder = ''", "[backup] folder: нужен текст в кавычках, не пустой"),
        ("[events]\nreview = 'me'", '[events] review: нужно одно из: "none", "director", "methodist"'),
        ("[telegram]\napi_base = 'x'", "[telegram] api_base: нужен адрес, который начинается"),
        ("[web]\nurl = 'https://x.ru/'", "[web] url: нужен адрес без черты в конце"),
        ("[reminders\n", "config.toml: строка 1 не читается"),
        (
            "[library]\nname = 'a'\nname = 'b'",
            "строка 3: такой раздел или такая настройка уже есть выше: [library] name",
        ),
        ('[library]\nname = """Дом', "config.toml: файл обрывается"),
        ("[library]\nname = 'Дом'\n[telegram]\ntoken = 42:abc\n", "строка 4 не читается"),
        ("[library]\nname = 'Дом'\n[telegram]\ntoken = 42:abc\n", ": [telegram] token"),
        ("[telegram]\nmode = 'webhook'", '[telegram]: для mode = "webhook" нужен [telegram.webhook] url'),
        ("[telegram]\nmode = 'webhook'\n[telegram.webhook]\nurl = 'https://x.ru'\nsecret = '1'", "webhook] secret"),
        ("[telegram]\nproxy = 'p:1080'", "[telegram] proxy: нужен адрес с портом"),
        ("[telegram]\nproxy = 'socks5://nowhere'", "[telegram] proxy: нужен адрес с портом"),
        ("[telegram]\nproxy = 'socks5://nowhere:port'", "[telegram] proxy: нужен адрес с портом"),
        ("[storage]\nurl = 'roundtable.db'", "[storage] url: нужно sqlite"),
        ("[storage]\nurl = 'postgresql+asyncpg://bot@host/base?sslmode=require'", "?ssl=require"),
        ("[quiet_hours]\nworkday_from = 19", "[quiet_hours]: workday_from должно быть раньше"),
        ("[quiet_hours]\nsaturday_to = 9", "[quiet_hours]: saturday_from должно быть раньше"),
    ],
)
def test_a_broken_file_names_the_section_and_the_key(tmp_path: Path, text: str, fault: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings) as caught:
        load_settings(file)
    assert fault in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSettings, match=r"none\.toml: нет такого файла"):
        load_settings(tmp_path / "none.toml")
    with pytest.raises(BadSettings, match="это папка, а нужен файл"):
        load_settings(tmp_path)


def test_a_file_that_begins_with_a_mark_of_its_encoding_is_read(tmp_path: Path) -> None:
    """As the Notepad of Windows saves it."""
    file = tmp_path / "config.toml"
    file.write_text("[library]\nname = 'Дом'", encoding="utf-8-sig")
    assert load_settings(file).library.name == "Дом"


def test_every_setting_has_a_word_of_what_is_expected_there() -> None:
    for name, field in Settings.model_fields.items():
        section = field.annotation
        assert isinstance(section, type)
        assert issubclass(section, BaseModel)
        for key in section.model_fields:
            line = fault_line({"loc": (name, key), "type": "whatever pydantic calls it"})
            assert re.search("нуж|раздел", line), line


def test_the_environment_lies_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[telegram]\ntoken = 'a'\nproxy = 'socks5://p:1080'")
    monkeypatch.setenv("ROUNDTABLE_TELEGRAM__TOKEN", "b")
    telegram = load_settings(file).telegram
    assert (telegram.token, telegram.proxy) == (SecretStr("b"), "socks5://p:1080")


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("ROUNDTABLE_TELEGRAM__TOKN", "x", "[telegram] tokn (ROUNDTABLE_TELEGRAM__TOKN): такой настройки нет"),
        (
            "ROUNDTABLE_TELEGRAMM__TOKEN",
            "x",
            "[telegramm] (ROUNDTABLE_TELEGRAMM__TOKEN): такого раздела нет. Есть: [telegram]",
        ),
        (
            "ROUNDTABLE_LIBRARY__ADMINS",
            "[1",
            "[library] admins (ROUNDTABLE_LIBRARY__ADMINS): нужен список в квадратных скобках",
        ),
        (
            "ROUNDTABLE_LIBRARY__ADMINS",
            "me",
            "[library] admins (ROUNDTABLE_LIBRARY__ADMINS): нужен список в квадратных скобках",
        ),
        ("ROUNDTABLE_LIBRARY__ADMINS", "12", "[library] admins (ROUNDTABLE_LIBRARY__ADMINS): нужен список чисел"),
        (
            "ROUNDTABLE_TELEGRAM__WEBHOOK__PORT",
            "x",
            "[telegram.webhook] port (ROUNDTABLE_TELEGRAM__WEBHOOK__PORT): нужно",
        ),
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
    with pytest.raises(BadSettings, match=r"config\.toml: файл не в кодировке UTF-8"):
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
            "им нужна общая база PostgreSQL",
        ),
        ("ROUNDTABLE_TELEGRAM__MODE", "polling", "забирать обновления может только один"),
        ("ROUNDTABLE_REDIS__URL", "http://host", "[redis] url (ROUNDTABLE_REDIS__URL): нужен адрес"),
        ("ROUNDTABLE_REDIS__URL", "redis://host:port", "[redis] url (ROUNDTABLE_REDIS__URL): нужен адрес"),
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
