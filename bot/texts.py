"""The catalogue: bot/locales/<language>/<feature>.ftl."""

from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from aiogram_i18n.cores import FluentRuntimeCore

from handlers.say import Say

LOCALES = Path(__file__).parent / "locales"
DEFAULT = "ru"


class Texts:
    """Gives each language its voice; a language that the library does not speak is answered in Russian."""

    def __init__(self, zone: ZoneInfo, languages: tuple[str, ...] = ("ru", "en")) -> None:
        core = _catalogue()

        def lookup(key: str, language: str, **values: object) -> str:
            return core.get(key, language, **values)

        self._voices = {language: Say(lookup, language, zone) for language in languages}

    def __call__(self, language: str | None) -> Say:
        """The voice for a language tag such as `en-GB`."""
        short = (language or DEFAULT).split("-")[0]
        return self._voices.get(short) or next(iter(self._voices.values()))


def keys_of(language: str) -> frozenset[str]:
    """Every key of a language's catalogue."""
    return frozenset(_catalogue().locales[language]._messages)


@cache
def _catalogue() -> FluentRuntimeCore:
    """Read once a process: half a second's work."""
    core = FluentRuntimeCore(path=LOCALES / "{locale}", default_locale=DEFAULT)
    core.locales.update(core.find_locales())
    return core
