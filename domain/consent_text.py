"""The texts that people consent to: one for each purpose, in versions that never change (DOMAIN.md §6.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from domain.people import Purpose

NAMES = ("operator", "address", "contact")
"""What a text may leave open, as `{operator}`: the settings fill it in."""


@dataclass(frozen=True, slots=True)
class ConsentText:
    """A version of a text in one language. `body` is as it stands in its file."""

    purpose: Purpose
    number: int
    language: str
    body: str

    def shown(self, operator: Mapping[str, str]) -> str:
        """The text as people read it."""
        text = self.body
        for name in NAMES:
            text = text.replace(f"{{{name}}}", operator[name])
        return text.strip()

    def version(self, shown: str) -> str:
        """«events-1-ru-3f9a…»: purpose, version, language and the beginning of the hash of what was shown."""
        digest = sha256(shown.encode()).hexdigest()[:16]
        return f"{self.purpose}-{self.number}-{self.language}-{digest}"


@dataclass(frozen=True, slots=True)
class ConsentTexts:
    """Every version of every text."""

    texts: tuple[ConsentText, ...] = ()

    def current(self, purpose: Purpose, language: str) -> ConsentText:
        """The newest version, in the person's language; in the first language of that version where it has no other."""
        newest = max(text.number for text in self.texts if text.purpose is purpose)
        same = [text for text in self.texts if (text.purpose, text.number) == (purpose, newest)]
        return next((text for text in same if text.language == language), same[0])
