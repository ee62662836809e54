"""Settings: a TOML file, and the environment over it. An unknown key is refused."""

import re
from typing import Literal, Self
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

ENVIRONMENT = "ROUNDTABLE_"
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
"""What Telegram takes as a webhook's secret, and long enough not to be guessed."""


class BadSettings(Exception):  # noqa: N818 - its text goes to whoever runs the program
    """What is wrong with the settings, in Russian: one line for each key, naming its section."""


def _leads(address: str, *schemes: str, needs_port: bool) -> bool:
    """Whether it is an address of such a kind: with a host, and with a port that is a number."""
    try:
        parts = urlsplit(address)
        has_port = parts.port is not None
    except ValueError:
        return False
    is_whole = parts.scheme in schemes and bool(parts.hostname) and not re.search(r"\s", address)
    return is_whole and (has_port or not needs_port)


class _Section(BaseModel):
    """A validator that refuses names the sentence which `bot.settings_file` says."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Webhook(_Section):
    url: str = ""
    host: str = "127.0.0.1"
    port: int = Field(8443, ge=0, le=65535)
    secret: SecretStr = SecretStr("")


class Telegram(_Section):
    token: SecretStr = SecretStr("")
    mode: Literal["polling", "webhook"] = "polling"
    api_base: str = Field("https://api.telegram.org", pattern=r"^https?://\S+$")
    proxy: str = Field("", repr=False)
    webhook: Webhook = Webhook()

    @field_validator("proxy")
    @classmethod
    def _leads_through(cls, proxy: str) -> str:
        if proxy and not _leads(proxy, "socks4", "socks5", "http", needs_port=True):
            raise ValueError("cli-setting-proxy")
        return proxy

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if self.mode == "polling":
            return self
        if not self.webhook.url:
            raise ValueError("cli-setting-webhook-url")
        if not SECRET.fullmatch(self.webhook.secret.get_secret_value()):
            raise ValueError("cli-setting-webhook-secret")
        return self


class Storage(_Section):
    url: str = Field("sqlite+aiosqlite:///roundtable.db", repr=False)

    @field_validator("url")
    @classmethod
    def _leads_somewhere(cls, url: str) -> str:
        from storage.address import names_database  # who asks for help alone loads no database

        if not names_database(url):
            raise ValueError("cli-setting-storage")
        return url


class Redis(_Section):
    url: str = Field("", repr=False)

    @field_validator("url")
    @classmethod
    def _leads_there(cls, url: str) -> str:
        if url and not _leads(url, "redis", "rediss", needs_port=False):
            raise ValueError("cli-setting-redis")
        return url


class Library(_Section):
    name: str = "Библиотека"
    timezone: str = "Europe/Moscow"
    languages: tuple[Literal["ru", "en"], ...] = Field(("ru", "en"), min_length=1)
    admins: tuple[int, ...] = ()

    @field_validator("timezone")
    @classmethod
    def _known(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("cli-setting-zone") from error
        return name


class Reminders(_Section):
    days_before: int = Field(7, ge=0, le=60)
    workdays_before: int = Field(1, ge=0, le=10)
    hours_before: int = Field(2, ge=0, le=24)


class Events(_Section):
    review: Literal["none", "director", "methodist"] = "none"
    draft_reminder_days: int = Field(7, ge=0, le=365)
    door_minutes: int = Field(15, ge=0, le=120)


class Quiet(_Section):
    workday_from: int = Field(9, ge=0, le=23)
    workday_to: int = Field(19, ge=1, le=24)
    saturday_from: int = Field(10, ge=0, le=23)
    saturday_to: int = Field(17, ge=1, le=24)
    calendar: str = ""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.workday_from >= self.workday_to:
            raise ValueError("cli-setting-workday")
        if self.saturday_from >= self.saturday_to:
            raise ValueError("cli-setting-saturday")
        return self


class Limits(_Section):
    overall_per_second: int = Field(30, ge=1, le=1000)
    chat_burst: int = Field(3, ge=1, le=1000)
    group_per_minute: int = Field(20, ge=1, le=1000)
    updates_at_once: int = Field(100, ge=1, le=1000)
    updates_waiting: int = Field(1000, ge=1, le=100_000)
    person_burst: int = Field(40, ge=1, le=100_000)
    person_per_minute: int = Field(120, ge=1, le=100_000)


class Privacy(_Section):
    operator: str = ""
    address: str = ""
    contact: str = ""
    personal_data_in_chat: bool = False
    media_answers: bool = False
    consents: str = ""
    silence_months: int = Field(12, ge=0, le=120)
    warn_days: int = Field(30, ge=1, le=180)
    consent_log_years: int = Field(3, ge=3, le=10)
    trail_years: int = Field(3, ge=1, le=10)
    answers_months: int = Field(36, ge=1, le=120)
    invitations_days: int = Field(90, ge=1, le=3650)
    requests_days: int = Field(365, ge=1, le=3650)
    drafts_days: int = Field(60, ge=1, le=3650)
    messages_days: int = Field(90, ge=7, le=3650)

    @model_validator(mode="after")
    def _in_time(self) -> Self:
        if self.silence_months and self.warn_days > self.silence_months * 30:
            raise ValueError("cli-setting-warning")
        return self


class Papers(_Section):
    templates: str = ""
    contact: str = ""


class Backup(_Section):
    folder: str = Field("backups", min_length=1)
    nightly: bool = True
    keep: int = Field(14, ge=1, le=365)
    keep_days: int = Field(30, ge=1, le=365)


class Health(_Section):
    """Where `/healthz` and `/metrics` are served. Without a `port` they are not."""

    host: str = "127.0.0.1"
    port: int = Field(0, ge=0, le=65535)


class Web(_Section):
    """The bot's own pages. Without a `url` there are none."""

    url: str = Field("", pattern=r"^$|^https?://\S+[^/\s]$")
    host: str = "127.0.0.1"
    port: int = Field(8081, ge=0, le=65535)


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
    events: Events = Events()
    quiet_hours: Quiet = Quiet()
    limits: Limits = Limits()
    privacy: Privacy = Privacy()
    papers: Papers = Papers()
    backup: Backup = Backup()
    web: Web = Web()
    health: Health = Health()

    @model_validator(mode="after")
    def _fit_for_several(self) -> Self:
        """Redis is there for several processes at once, which need a database that they can share, and a webhook."""
        if not self.redis.url:
            return self
        if not self.storage.url.startswith("postgresql"):
            raise ValueError("cli-setting-several-postgres")
        if self.telegram.mode != "webhook":
            raise ValueError("cli-setting-several-webhook")
        return self

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must stand in no log: keys, and the passwords of addresses, as they are and as they stand there."""
        keys = (self.telegram.token.get_secret_value(), self.telegram.webhook.secret.get_secret_value())
        addresses = (self.telegram.proxy, self.storage.url, self.redis.url)
        passwords = [urlsplit(address).password or "" for address in addresses]
        return tuple(filter(None, (*keys, *passwords, *map(unquote, passwords))))

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - as pydantic names it
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return env_settings, init_settings
