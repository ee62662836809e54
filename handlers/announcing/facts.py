"""What an announcement says of an event, as plain text that somebody copies."""

from datetime import timedelta
from html import unescape

from domain.announcement import MOST, Block, Network, composed
from domain.event_forms import EVENT_FORMS
from handlers.card import shortened
from handlers.context import Library
from handlers.say import Html, Say
from handlers.view import EventView, full_name, when, where

SECOND = timedelta(seconds=1)
LETTERS = (2000, 900, 400, 150)
GROUPS = {form.id: form.group for form in EVENT_FORMS}
CATEGORIES = {
    "talk": "announce-category-meeting",
    "literature": "announce-category-meeting",
    "club": "announce-category-meeting",
    "display": "announce-category-exhibition",
    "making": "announce-category-teaching",
    "complex": "announce-category-feast",
    "visit": "announce-category-tour",
}
"""What a form of event is called on PRO.Культура.РФ; the rest is «прочее»."""


def announcement(view: EventView, network: Network, library: Library, say: Say) -> str:
    """The text for a network: what, when, where, why, with whom, how to sign up; the age mark last."""
    fields = view.event.fields
    blocks = (
        Block([full_name(view.event, say)]),
        Block([_when_and_where(view, say)]),
        Block([fields.occasion or ""]),
        Block(_shorter(say, "announce-goal", fields.goal), stays=3),
        Block(_shorter(say, "announce-summary", fields.summary), stays=2),
        Block([_agenda(view, say), ""], stays=1),
        Block([_entry(view, library, say)]),
        Block(_credits(view, say), stays=4),
        Block([say.plain("card-age", age=fields.age_mark)]),
    )
    return composed(blocks, MOST[network])


def sheet(view: EventView, library: Library, say: Say) -> list[tuple[str, str]]:
    """The fields of PRO.Культура.РФ in their order (DOMAIN.md §5.3), each with what to put there, if it is known."""
    fields, place = view.event.fields, view.place
    description = "\n\n".join(part for part in (fields.goal, fields.summary) if part)
    values = {
        "announce-field-name": full_name(view.event, say),
        "announce-field-description": shortened(description, 1500),
        "announce-field-category": _category(fields.form, say),
        "announce-field-age": fields.age_mark,
        "announce-field-price": say.plain("announce-free") if fields.admission == "free" else "",
        "announce-field-pushkin": say.plain("announce-no"),
        "announce-field-start": _moment(view, say, last=False),
        "announce-field-end": _moment(view, say, last=True),
        "announce-field-organisation": library.name,
        "announce-field-place": say.plain("card-where-online") if place.online else place.name or "",
        "announce-field-hall": place.hall or "",
        "announce-field-address": "" if place.online else place.address or "",
        "announce-field-link": library.link(f"e{view.event.id}"),
    }
    return [(key, value) for key, value in values.items() if value]


def _category(form: str | None, say: Say) -> str:
    return say.plain(CATEGORIES.get(GROUPS.get(form or "", ""), "announce-category-other"))


def _when_and_where(view: EventView, say: Say) -> str:
    return "\n".join(part for part in (_text(when(view.event, say)), _text(where(view.place, say))) if part)


def _moment(view: EventView, say: Say, *, last: bool) -> str:
    """«27.04.2018 14:00», or the day alone where there are no hours."""
    event = view.event
    if last and event.fields.ends_at is None:
        return ""
    moment = say.local(event.ends_at if last else event.fields.starts_at)
    if event.fields.all_day:
        return f"{moment - SECOND if last else moment:%d.%m.%Y}"  # they end with the midnight after the last day
    return f"{moment:%d.%m.%Y %H:%M}"


def _shorter(say: Say, key: str, text: str | None) -> list[str]:
    if not text:
        return []
    return [*dict.fromkeys(say.plain(key, text=shortened(text, most)) for most in LETTERS), ""]


def _agenda(view: EventView, say: Say) -> str:
    items = view.event.fields.agenda
    lines = (say.plain("announce-agenda-item", number=number, text=item) for number, item in enumerate(items, 1))
    return "\n".join((say.plain("announce-agenda"), *lines)) if items else ""


def _entry(view: EventView, library: Library, say: Say) -> str:
    free = say.plain("announce-entry-free") if view.event.fields.admission == "free" else ""
    link = say.plain("announce-sign-up", link=library.link(f"e{view.event.id}"))
    return "\n".join(part for part in (free, link) if part)


def _credits(view: EventView, say: Say) -> list[str]:
    names = view.credits
    if not names:
        return []
    joined = ", ".join(names)
    return [*dict.fromkeys(say.plain("card-credits", number=len(names), names=shortened(joined, n)) for n in LETTERS)]


def _text(words: Html | None) -> str:
    return unescape(words or "")
