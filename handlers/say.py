"""Words for one person: the catalogue in their language, with everything from outside escaped in this one place."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import lru_cache
from html import escape
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

type_lookup = Callable[..., str]


class Html(str):
    """Text that is safe to send as HTML: made by the catalogue, or escaped already."""

    __slots__ = ()

    def __html__(self) -> str:
        """For templates: it is markup as it stands."""
        return str(self)


def _safe(value: object) -> object:
    return escape(value, quote=False) if isinstance(value, str) and not isinstance(value, Html) else value


class Say:
    """Says a message of the catalogue: `say("event-moved", title=title)`.

    `lookup(key, language, **values)` finds it. Values that are plain `str` are escaped; `Html` goes in as it is.
    """

    def __init__(self, lookup: type_lookup, language: str, zone: ZoneInfo) -> None:
        self._lookup = lookup
        self.language = language
        self.zone = zone

    def __call__(self, key: str, **values: object) -> Html:
        """The message as HTML."""
        return Html(
            self._lookup(key, self.language, **{name: _safe(self._words(value)) for name, value in values.items()})
        )

    def plain(self, key: str, **values: object) -> str:
        """The message for where there is no markup: buttons, toasts, file names."""
        return self._lookup(key, self.language, **{name: self._words(value) for name, value in values.items()})

    def into(self, language: str) -> "Say":
        """The same words in another language."""
        return Say(self._lookup, language, self.zone)

    def local(self, moment: datetime) -> datetime:
        """The moment on the library's wall clock."""
        return moment.astimezone(self.zone)

    def day(self, moment: datetime | date, *, year: bool = True, weekday: bool = True) -> Html:
        """«пятница, 27 апреля 2018 г.» / “Friday, 27 April 2018”, on the library's calendar."""
        day = self.local(moment).date() if isinstance(moment, datetime) else moment
        pattern = ("EEEE, " if weekday else "") + "d MMMM" + (self._year_pattern() if year else "")
        return _day(day, pattern, self.language)

    def hour(self, moment: datetime | time) -> Html:
        """«14:00», on the library's clock."""
        clock = self.local(moment).time() if isinstance(moment, datetime) else moment
        return _hour(clock, self.language)

    def moment(self, moment: datetime) -> Html:
        """«пятница, 27 апреля 2018 г., 14:00»."""
        return Html(f"{self.day(moment)}, {self.hour(moment)}")

    def month(self, day: date) -> str:
        """«апрель 2018»."""
        return format_date(day, "LLLL y", locale=self.language)

    def weekday(self, day: date) -> str:
        """«пт»."""
        return format_date(day, "ccc", locale=self.language)

    def figures(self, number: str) -> str:
        """«3,5»: a decimal as it is written in the language."""
        return number.replace(".", ",") if self.language == "ru" else number

    def text(self, words: str) -> Html:
        """Words from outside the catalogue, made safe."""
        return Html(_safe(words))

    def _words(self, value: object) -> object:
        """A moment as people here read it; other values as they are."""
        return self.moment(value) if isinstance(value, datetime) else value

    def _year_pattern(self) -> str:
        return " y 'г.'" if self.language == "ru" else " y"


@lru_cache(1_000)
def _day(day: date, pattern: str, language: str) -> Html:
    """Kept: the days of what is to come are said over and over."""
    return Html(format_date(day, pattern, locale=language))


@lru_cache(1_000)
def _hour(clock: time, language: str) -> Html:
    return Html(format_time(clock, "HH:mm", locale=language))


def join(*parts: Html | None, by: str = "\n") -> Html:
    """The parts that there are, one below the other."""
    return Html(by.join(part for part in parts if part))


def block(text: str) -> Html:
    """Text that a touch copies, its lines as they are; of any length (a message of the catalogue takes 2,500)."""
    return Html(f"<pre>{_safe(text)}</pre>")


def bold(text: str) -> Html:
    return Html(f"<b>{_safe(text)}</b>")
