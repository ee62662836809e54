"""The programme in words: when each item begins, how long it takes, who speaks.

Where names may not be shown in chat, whoever speaks is what they are there.
"""

from datetime import timedelta

from domain.agenda import AgendaItem, Programme, Speaker, overrun, starts
from domain.event import Event
from handlers.card import shortened
from handlers.context import Library
from handlers.say import Html, Say, join


def programme_lines(event: Event, programme: Programme, library: Library, say: Say, letters: int = 500) -> list[Html]:
    """What there is to read of each item, then who leads; nothing for no programme."""
    begins = starts(programme) if programme.minutes else (None,) * len(programme.items)
    items = [
        _item(event, number, item, begins[number - 1], library=library, say=say, letters=letters)
        for number, item in enumerate(programme.items, 1)
    ]
    chair, secretary = (speaker_words(one, library, say) for one in (programme.chair, programme.secretary))
    led = say("programme-chair", name=chair) if chair else None
    written = say("programme-secretary", name=secretary) if secretary else None
    return [*items, *filter(None, (led, written))]


def length_words(event: Event, programme: Programme, say: Say) -> Html | None:
    """How long it takes; a warning where that is longer than the event."""
    if not programme.minutes:
        return None
    over = overrun(programme, event)
    return (
        say("programme-over", minutes=programme.minutes, over=over)
        if over
        else say("programme-minutes", minutes=programme.minutes)
    )


def speaker_words(speaker: Speaker | None, library: Library, say: Say) -> str | None:
    """«Фамилия И.О., директор колледжа»; without names «директор колледжа», or of which organisation they are."""
    if speaker is None:
        return None
    if library.personal_data_in_chat or speaker.typed:
        return ", ".join(filter(None, (speaker.listed, speaker.office))) or None
    known = speaker.known
    return (known.office if known else "") or say.plain("programme-somebody")


def _item(
    event: Event, number: int, item: AgendaItem, begins: int | None, *, library: Library, say: Say, letters: int
) -> Html:
    who = speaker_words(item.speaker, library, say)
    text = say("programme-item", number=number, text=shortened(item.text, letters))
    at = say.hour(event.fields.starts_at + timedelta(minutes=begins)) if begins is not None else None
    facts = (
        say("programme-at", hour=at) if at and not event.fields.all_day else None,
        say("programme-takes", minutes=item.minutes) if item.minutes else None,
        say.text(who) if who else None,
    )
    about = join(*facts, by=" · ")
    return join(text, say("programme-about", about=about) if about else None)
