"""Minutes: what was heard, spoken and resolved of each item, with every revision; decisions become actions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from difflib import SequenceMatcher
from enum import StrEnum

from domain.paper_material import Spoken
from domain.refusal import Refusal

LONGEST = 200_000
"""Letters of a text: thirty pages are half of it."""
TASK = 500
WHOLE = 0
"""In place of an item's id: of the event as a whole."""


class Piece(StrEnum):
    """A text of the minutes. The last two are of the event as a whole: `TEXT` stands in place of all the others."""

    HEARD = "heard"
    SPOKE = "spoke"
    RESOLVED = "resolved"
    NOTED = "noted"
    TEXT = "text"


OF_ITEM = (Piece.HEARD, Piece.SPOKE, Piece.RESOLVED)
OF_EVENT = (Piece.NOTED, Piece.TEXT)
PIECES = tuple(Piece)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands."""

    event_id: int
    item_id: int
    piece: Piece

    def __post_init__(self) -> None:
        if (self.piece in OF_ITEM) is (self.item_id == WHOLE):
            raise Refusal("minutes-place")


@dataclass(frozen=True, slots=True)
class Revision:
    """A text as somebody wrote it; number 0: nothing was written yet."""

    number: int = 0
    text: str = ""
    by_id: int | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Minutes:
    """The newest texts of one event, by item and piece."""

    texts: Mapping[tuple[int, Piece], Revision] = field(default_factory=dict)

    def of(self, item_id: int, piece: Piece) -> Revision:
        return self.texts.get((item_id, piece), Revision())

    def left_over(self, item_ids: Iterable[int]) -> list[int]:
        """Items that are on the agenda no more, though something was written of them."""
        known = {WHOLE, *item_ids}
        return sorted({item for (item, _), text in self.texts.items() if text.text} - known)

    def spoken(self, item_ids: Iterable[int]) -> dict[int, Spoken]:
        """For papers."""
        return {one: Spoken(*(self.of(one, piece).text for piece in OF_ITEM)) for one in item_ids}


@dataclass(frozen=True, slots=True)
class Action:
    """Something that was taken on at an event: who, what, until when."""

    id: int
    event_id: int
    text: str
    partner_id: int | None = None
    organisation: str = ""
    due_on: date | None = None
    item_id: int = WHOLE
    done_at: datetime | None = None

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    def is_late(self, today: date) -> bool:
        return not self.is_done and self.due_on is not None and self.due_on < today


class ChangedMeanwhile(Refusal):
    """Somebody else has written there since: `now` is what stands there. Nothing is kept unless it is said again."""

    def __init__(self, now: Revision) -> None:
        super().__init__("minutes-changed")
        self.now = now


def write(now: Revision, base: int, text: str) -> Revision | None:
    """The next revision, on what the writer saw (`base`); None where nothing changes. `ChangedMeanwhile` otherwise."""
    if len(text) > LONGEST:
        raise Refusal("text-too-long", most=LONGEST, length=len(text))
    if text == now.text:
        return None
    if base != now.number:
        raise ChangedMeanwhile(now)
    return Revision(now.number + 1, text)


def difference(old: str, new: str) -> list[tuple[str, str]]:
    """Lines that went («−») and came («+»), in order; what stayed is left out.

    Whole lines are compared, never the letters in them: of thirty pages that were written anew that took minutes.
    """
    before, after = old.splitlines(), new.splitlines()
    found: list[tuple[str, str]] = []
    for same, *(at, until, new_at, new_until) in SequenceMatcher(None, before, after).get_opcodes():
        if same != "equal":
            found += [("−", line) for line in before[at:until]]
            found += [("+", line) for line in after[new_at:new_until]]
    return found


def finish(action: Action, now: datetime) -> Action:
    """Done; once is enough."""
    return action if action.is_done else replace(action, done_at=now)


def in_order(actions: Sequence[Action]) -> list[Action]:
    """Open ones first, what is due soonest before the rest."""
    return sorted(actions, key=lambda one: (one.is_done, one.due_on or date.max, one.id))
