"""The programme of an event: what is spoken of, by whom, for how long, and who leads it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from domain.event import Event
from domain.participants import Participant
from domain.refusal import Gone, Refusal

TOPIC = 150
SPEAKER = 200
LONGEST = 480
"""Minutes of one item."""


class Leader(StrEnum):
    """Who leads an event, and who writes its minutes."""

    CHAIR = "chair"
    SECRETARY = "secretary"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody of the register, somebody with an account, or words as they were typed («Баранова Е.П., методист»).

    `known`: what the register says of them, where they are there; it is read, never written.
    """

    rep_id: int | None = None
    member_id: int | None = None
    typed: str | None = None
    known: Participant | None = None

    @property
    def listed(self) -> str:
        """«Фамилия И.О.», or the words as they were typed."""
        return self.typed or (self.known.listed if self.known else "")

    @property
    def office(self) -> str:
        """Position and rank; nothing for who is not in the register."""
        return self.known.office if self.known and self.rep_id else ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item. `id` stays while items change places: minutes refer to it. 0: not kept yet."""

    id: int
    text: str
    minutes: int | None = None
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """All of it, in order."""

    items: tuple[AgendaItem, ...] = ()
    chair: Speaker | None = None
    secretary: Speaker | None = None

    @property
    def minutes(self) -> int:
        """How long the items take together, as far as that is said."""
        return sum(item.minutes or 0 for item in self.items)

    def item(self, item_id: int) -> AgendaItem:
        found = next((item for item in self.items if item.id == item_id), None)
        if found is None:
            raise Gone("agenda-item-gone")
        return found

    def leader(self, role: Leader) -> Speaker | None:
        return self.chair if role is Leader.CHAIR else self.secretary


def overrun(programme: Programme, event: Event) -> int:
    """By how many minutes the items take longer than the event; 0 when they fit, or where its end is not said."""
    if event.fields.ends_at is None or event.fields.all_day:
        return 0
    length = int((event.fields.ends_at - event.fields.starts_at).total_seconds() // 60)
    return max(0, programme.minutes - length)


def starts(programme: Programme) -> tuple[int | None, ...]:
    """After how many minutes each item begins; None from where the time of one before it is not said."""
    found: list[int | None] = []
    past: int | None = 0
    for item in programme.items:
        found.append(past)
        past = past + item.minutes if past is not None and item.minutes else None
    return tuple(found)


def with_texts(items: Sequence[AgendaItem], texts: Iterable[str]) -> tuple[AgendaItem, ...]:
    """The items with these texts. One whose words stay keeps its speaker wherever it stands; else one in its place."""
    texts, left = list(texts), list(items)
    same = [_taken(left, text) for text in texts]
    places = [item if item in left else None for item in items]
    rest = [*places, *(None for _ in texts)]
    found = [item or there for item, there in zip(same, rest, strict=False)]
    return tuple(
        replace(item, text=text) if item else AgendaItem(0, text) for item, text in zip(found, texts, strict=True)
    )


def put_item(programme: Programme, item: AgendaItem) -> Programme:
    """The programme with the item in place of the one with its id; `Refusal` for minutes that cannot be."""
    programme.item(item.id)
    if item.minutes is not None and not 1 <= item.minutes <= LONGEST:
        raise Refusal("agenda-minutes", most=LONGEST)
    items = tuple(item if one.id == item.id else one for one in programme.items)
    return replace(programme, items=items)


def add_item(programme: Programme, item: AgendaItem) -> Programme:
    return replace(programme, items=(*programme.items, item))


def shift(programme: Programme, item_id: int, by: int) -> Programme:
    """The item `by` places further on; at an end it stays."""
    items = list(programme.items)
    place = items.index(programme.item(item_id))
    items.insert(max(0, min(len(items) - 1, place + by)), items.pop(place))
    return replace(programme, items=tuple(items))


def drop_item(programme: Programme, item_id: int) -> Programme:
    gone = programme.item(item_id)
    return replace(programme, items=tuple(item for item in programme.items if item is not gone))


def lead(programme: Programme, role: Leader, who: Speaker | None) -> Programme:
    return replace(programme, chair=who) if role is Leader.CHAIR else replace(programme, secretary=who)


def _taken(left: list[AgendaItem], text: str) -> AgendaItem | None:
    found = next((item for item in left if item.text == text), None)
    if found is not None:
        left.remove(found)
    return found
