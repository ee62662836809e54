"""The texts of consent as they are shown and as they are kept."""

from dataclasses import asdict
from datetime import datetime

from domain.people import Purpose
from handlers.context import Library
from handlers.say import Html, Say, bold, join
from storage.members import ConsentGiven

PURPOSES = {
    Purpose.EVENTS: "privacy-purpose-events",
    Purpose.SURVEY: "privacy-purpose-survey",
    Purpose.NAMING: "privacy-purpose-naming",
}
OF_KEYS = {"operator": "name", "address": "address", "contact": "contact"}


def shown_text(purpose: Purpose, library: Library, say: Say) -> str:
    """The text in force in the person's language, with who answers for the data."""
    return library.consents.current(purpose, say.language).shown(_operator(library))


def as_html(text: str, say: Say) -> Html:
    """The text for a screen: its first line is the title."""
    title, _, rest = text.partition("\n")
    return join(bold(title), say.text(rest))


def given(purpose: Purpose, button: str, library: Library, say: Say, now: datetime) -> ConsentGiven:
    """The consent to the text in force, by a button with these words."""
    text = shown_text(purpose, library, say)
    version = library.consents.current(purpose, say.language).version(text)
    return ConsentGiven(purpose, version, button[:80], now, text=text)


def _operator(library: Library) -> dict[str, str]:
    known = asdict(library.operator)
    return {name: known[field] for name, field in OF_KEYS.items()}
