"""Settings: a TOML file, and the environment over it. An unknown key is refused."""

import tomllib
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

DEFAULT_FILE = Path("config.toml")
ENVIRONMENT = "ROUNDTABLE_"


class BadSettings(Exception):  # noqa: N818 - its text goes to whoever runs the program
    """What is wrong with the settings: one line for each key, naming its section."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Webhook(_Section):
    url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(8443, ge=0, le=65535)
    secret: SecretStr = SecretStr("")


class Telegram(_Section):
    token: SecretStr = SecretStr("")
    mode: Literal["polling", "webhook"] = "polling"
    api_base: str = "https://api.telegram.org"
    proxy: str = ""
    webhook: Webhook = Webhook()


class Storage(_Section):
    url: str = "sqlite+aiosqlite:///roundtable.db"


class Redis(_Section):
    url: str = ""


class Library(_Section):
    name: str = "Библиотека"
    timezone: str = "Europe/Moscow"
    languages: tuple[Literal["ru", "en"], ...] = ("ru", "en")
    admins: tuple[int, ...] = ()

    @field_validator("timezone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError) as error:
            raise ValueError("no such time zone") from error
        return name


class Reminders(_Section):
    days_before: int = Field(7, ge=0, le=60)
    workdays_before: int = Field(1, ge=0, le=10)
    hours_before: int = Field(2, ge=0, le=24)


class Quiet(_Section):
    workday_from: int = Field(9, ge=0, le=23)
    workday_to: int = Field(19, ge=1, le=24)
    saturday_from: int = Field(10, ge=0, le=23)
    saturday_to: int = Field(17, ge=1, le=24)
    calendar: str = ""


class Limits(_Section):
    overall_per_second: int = Field(30, ge=1)
    chat_burst: int = Field(3, ge=1)
    group_per_minute: int = Field(20, ge=1)
    updates_at_once: int = Field(100, ge=1)


class Privacy(_Section):
    operator: str = ""
    address: str = ""
    contact: str = ""


class Settings(BaseSettings):
    """Everything that can be set, by section. The names are those of `config.example.toml`."""

    model_config = SettingsConfigDict(
        env_prefix=ENVIRONMENT,
        env_nested_delimiter="__",
        extra="forbid",
        frozen=True,
        nested_model_default_partial_update=True,
    )

    telegram: Telegram = Telegram()
    storage: Storage = Storage()
    redis: Redis = Redis()
    library: Library = Library()
    reminders: Reminders = Reminders()
    quiet_hours: Quiet = Quiet()
    limits: Limits = Limits()
    privacy: Privacy = Privacy()

    @classmethod
    def settings_customise_sources(
        cls,
        _settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        **_rest: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return env_settings, init_settings


def load_settings(path: Path | None = None) -> Settings:
    """The settings of the file and the environment. `BadSettings` names each wrong section and key.

    Without a path `config.toml` is read if it is there.
    """
    try:
        return Settings(**_read(path))
    except ValidationError as error:
        raise BadSettings("\n".join(map(_fault, error.errors()))) from None


def _read(path: Path | None) -> dict[str, Any]:
    if path is None and not DEFAULT_FILE.exists():
        return {}
    file = path or DEFAULT_FILE
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadSettings(f"{file}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSettings(f"{file}: {error}") from None


def _fault(error: Any) -> str:
    section, *key = map(str, error["loc"])
    what = "unknown key" if error["type"] == "extra_forbidden" else error["msg"]
    return f"[{section}] {'.'.join(key)}: {what}" if key else f"[{section}]: {what}"
