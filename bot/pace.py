"""How many messages may go when: pure counting, with `now` passed in as seconds of a monotonic clock."""

from collections.abc import Callable
from dataclasses import dataclass

MARGIN = 0.005
"""Seconds added to each window: two machines' clocks do not run quite alike."""
GRACE = 2.0
"""A call that has not come back after so long counts as taken: a hanging call must not stop everybody."""
GROUP_MINUTE = 60.0
FLOOD_CHATS = 3
FLOOD_SECONDS = 1.0
CATCH_UP = 0.05
MANY = 10_000
CALM, FULL = 0.2, 0.5
LONGEST_PAUSE = 1 / 3


def bulk_pause(busy: float) -> float:
    """Seconds for which bulk gives way after each message to people who wait for an answer.

    `busy`: how much of what may be worked on at once is at work. With little of it bulk goes at its full pace; with
    nearly all of it at three a second, so that it never stops.
    """
    strain = (busy - CALM) / (FULL - CALM)
    return LONGEST_PAUSE * min(1.0, max(0.0, strain))


@dataclass(frozen=True, slots=True)
class Pace:
    """Limits: messages a second overall, a chat's short burst, messages a minute in a group.

    After a burst a chat gets a message each `chat_seconds`.
    """

    overall: int = 30
    chat_burst: int = 3
    group_per_minute: int = 20
    chat_seconds: float = 1.0

    def shared_by(self, number: int) -> "Pace":
        """What each of so many may do that know nothing of each other."""
        return Pace(max(1, self.overall // number), 1, max(1, self.group_per_minute // number), float(number))


@dataclass(slots=True, eq=False)
class Place:
    """A message's place in a window; it is free again at `until`."""

    until: float


class Window:
    """At most `most` in any `seconds`, by whichever moment of its call the other side counts each.

    A place is kept from before the call until `seconds` after its answer, so whatever moment in between the other
    side counts by, its window holds no more.
    """

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds + MARGIN
        self._places: list[Place] = []

    def free_at(self, now: float, number: int = 1) -> float:
        """The moment from which so many more are allowed together; of more than ever are, from which the most are."""
        self._places = [place for place in self._places if place.until > now]
        over = len(self._places) + min(number, self._most) - 1 - self._most
        return now if over < 0 else sorted(place.until for place in self._places)[over]

    def room(self, now: float) -> int:
        """How many more are allowed now."""
        return max(0, self._most - sum(place.until > now for place in self._places))

    def take(self, now: float) -> Place:
        place = Place(now + GRACE + self._seconds)
        self._places.append(place)
        return place

    def fill(self, now: float) -> None:
        """As if all that is allowed had just gone."""
        self._places = [Place(now + self._seconds) for _ in range(self._most)]

    def answered(self, place: Place, now: float) -> None:
        """The call came back: from here on only the window itself counts."""
        place.until = min(place.until, now + self._seconds)

    def is_idle(self, now: float) -> bool:
        return self.free_at(now) <= now and not self._places


class Bucket:
    """One each `seconds`, with short bursts."""

    def __init__(self, burst: int, seconds: float = 1.0) -> None:
        self._burst = burst
        self._seconds = seconds
        self._full_at = 0.0
        self._under_way: list[float] = []

    def free_at(self, now: float, number: int = 1) -> float:
        """The moment from which so many may go together.

        More than a burst goes once the chat has come to rest and nothing is under way that may be counted behind it.
        """
        rest = max(self._under_way, default=now) if number > self._burst else now
        return max(now, rest, self._full_at - max(0, self._burst - number) * self._seconds)

    def take(self, now: float, number: int = 1) -> Callable[[float], None]:
        """Counts so many; what is returned is to be told when their call came back."""
        self._full_at = max(now, self._full_at) + number * self._seconds
        till = now + GRACE
        self._under_way = [*(moment for moment in self._under_way if moment > now), till]

        def answered(at: float) -> None:
            """The other side may have counted it only now."""
            self._full_at = max(self._full_at, at + number * self._seconds)
            if till in self._under_way:
                self._under_way.remove(till)

        return answered

    def is_idle(self, now: float) -> bool:
        return max([self._full_at, *self._under_way]) <= now


class Ledger:
    """Who may write when, and what is under way. `full_at`: nobody knows what went before, so nothing goes at once."""

    def __init__(self, pace: Pace, full_at: float | None = None) -> None:
        self._pace = pace
        self._full_at = full_at
        self._overall = self._window(pace.overall, 1.0)
        self._chats: dict[int, Bucket] = {}
        self._groups: dict[int, Window] = {}
        self._held: dict[int, float] = {}
        self._floods: list[tuple[float, int]] = []
        self._bulk_held = 0.0
        self._bulk_from = 0.0

    def at(self, pace: Pace, now: float) -> "Ledger":
        """Another pace from now on, whatever went before; the pauses that were asked for go on."""
        other = Ledger(pace, now)
        other._held, other._bulk_held = self._held, self._bulk_held
        return other

    def room(self, now: float) -> int:
        """How many messages may go now, to chats that are free."""
        return self._overall.room(now)

    def free_at(self, chat_id: int, now: float, *, bulk: bool, number: int = 1) -> float:
        """The moment from which so many messages may go to the chat with one call.

        Bulk is spread out, so that answers find a place.
        """
        own = max(self.chat_free_at(chat_id, now, number), self._overall.free_at(now, number))
        return max(own, self._bulk_held, self._bulk_from) if bulk else own

    def chat_free_at(self, chat_id: int, now: float, number: int = 1) -> float:
        """The same as far as only this chat is concerned."""
        bucket = self._chats.get(chat_id)
        group = self._group(chat_id) if chat_id < 0 and self._full_at is not None else self._groups.get(chat_id)
        own = bucket.free_at(now, number) if bucket else now
        return max(own, group.free_at(now, number) if group else now, self._held.get(chat_id, now))

    def take(self, chat_id: int, now: float, *, bulk: bool, number: int = 1) -> Callable[[float], None]:
        """Counts so many messages to the chat; what is returned is to be told when their call came back."""
        chat = self._chats.setdefault(chat_id, Bucket(self._pace.chat_burst, self._pace.chat_seconds))
        chat_answered = chat.take(now, number)
        windows = [self._overall, *([self._group(chat_id)] if chat_id < 0 else [])]
        places = [(window, window.take(now)) for window in windows for _ in range(number)]
        if bulk:
            self._bulk_from = max(self._bulk_from, now - CATCH_UP) + 1 / self._pace.overall
        if len(self._chats) > MANY:
            self._forget(now)

        def answered(at: float) -> None:
            chat_answered(at)
            for window, place in places:
                window.answered(place, at)

        return answered

    def hold(self, chat_id: int, seconds: float, now: float) -> bool:
        """The messenger asked for a pause in this chat. True: three chats within a second, so all bulk is held."""
        self._held[chat_id] = now + seconds
        recent = [flood for flood in self._floods if flood[0] > now - FLOOD_SECONDS]
        self._floods = [*recent, (now, chat_id)]
        if len({chat for _, chat in self._floods}) < FLOOD_CHATS:
            return False
        self._bulk_held = max(self._bulk_held, now + seconds)
        return True

    def _group(self, chat_id: int) -> Window:
        if chat_id not in self._groups:
            self._groups[chat_id] = self._window(self._pace.group_per_minute, GROUP_MINUTE)
        return self._groups[chat_id]

    def _window(self, most: int, seconds: float) -> Window:
        window = Window(most, seconds)
        if self._full_at is not None:
            window.fill(self._full_at)
        return window

    def _forget(self, now: float) -> None:
        self._chats = {chat: bucket for chat, bucket in self._chats.items() if not bucket.is_idle(now)}
        self._groups = {chat: window for chat, window in self._groups.items() if not window.is_idle(now)}
        self._held = {chat: until for chat, until in self._held.items() if until > now}
