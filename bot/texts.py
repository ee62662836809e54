"""The catalogue: bot/locales/<language>/<feature>.ftl."""

from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from aiogram_i18n.cores import FluentRuntimeCore
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

from handlers.say import Say

LOCALES = Path(__file__).parent / "locales"
DEFAULT = "ru"
MOST = 10_000
"""People whose choice is kept in mind: those whose messenger speaks another language."""


class Texts:
    """Gives each language its voice; a language that the library does not speak is answered in Russian."""

    def __init__(self, zone: ZoneInfo, languages: tuple[str, ...] = ("ru", "en")) -> None:
        _catalogue()  # now, not when the first word is said
        self._voices = {language: Say(_lookup, language, zone) for language in languages}
        self._chosen: dict[int, str] = {}

    def __call__(self, language: str | None) -> Say:
        """The voice for a language tag such as `en-GB`."""
        short = (language or DEFAULT).split("-")[0]
        return self._voices.get(short) or next(iter(self._voices.values()))

    def heard(self, account_id: int, tag: str | None, chosen: str | None) -> None:
        """Keeps in mind who has chosen another language than their messenger's; `chosen` None: who is not known."""
        self._chosen.pop(account_id, None)
        if chosen is not None and self(chosen) is not self(tag):
            self._chosen[account_id] = chosen
            if len(self._chosen) > MOST:
                del self._chosen[next(iter(self._chosen))]

    def voice_of(self, account_id: int, tag: str | None) -> Say:
        """The voice for somebody when nothing can be asked of the database."""
        return self(self._chosen.get(account_id, tag))


def _lookup(key: str, language: str, **values: object) -> str:
    """What says nothing but numbers is said again and again, and speaks of nobody."""
    if all(type(value) is int for value in values.values()):
        return _with_numbers(key, language, tuple(values.items()))
    return _catalogue().get(key, language, **values)


@lru_cache(5_000)
def _with_numbers(key: str, language: str, values: tuple[tuple[str, object], ...]) -> str:
    return _catalogue().get(key, language, **dict(values))


def keys_of(language: str) -> frozenset[str]:
    """Every key of a language's catalogue."""
    return frozenset(_catalogue().locales[language]._messages)


class _Catalogue(FluentRuntimeCore):
    """Leaves out where in its file each word stands, and compiles a sentence when it is first said: 8 MB less."""

    def find_locales(self) -> dict[str, FluentBundle]:
        found = self._find_locales(self.path, self._extract_locales(self.path), ".ftl")
        return {locale: self._bundle(locale, files) for locale, files in found.items()}

    def _bundle(self, locale: str, files: list[Path]) -> FluentBundle:
        bundle = FluentBundle([locale], use_isolating=False, functions=self.functions)
        for file in files:
            bundle.add_resource(FluentParser(with_spans=False).parse(file.read_text(encoding="utf-8")))
        return bundle


@cache
def _catalogue() -> _Catalogue:
    """Read once a process: it takes a while."""
    core = _Catalogue(path=LOCALES / "{locale}", default_locale=DEFAULT)
    core.locales.update(core.find_locales())
    return core
