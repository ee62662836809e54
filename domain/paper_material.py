"""What the papers of an event are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from domain.agenda import Programme
from domain.event import Event
from domain.event_report import EventReport
from domain.participants import Group, Participant


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody whom a letter goes to; `dear` is how they are spoken to, in words."""

    dear: str
    organisation: str
    name: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said of an item of the agenda, in paragraphs."""

    heard: str = ""
    spoke: str = ""
    resolved: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What somebody took on: who, what, until when."""

    organisation: str
    text: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """Words of the library and of the catalogue. `title` has its outer quotation marks.

    `sign_up`: the address for who wants to come, as long as one may; `credits`: partners that have agreed to be named.
    """

    library: str
    title: str
    form: str = ""
    place: str = ""
    hall: str = ""
    address: str = ""
    contact: str = ""
    author: str = ""
    sign_up: str = ""
    organisations: Mapping[int, str] = field(default_factory=dict)
    credits: Sequence[str] = ()


NOTHING_PLANNED = Programme()


@dataclass(frozen=True, slots=True)
class Material:
    """All that the papers of one event are made of."""

    event: Event
    names: Names
    zone: ZoneInfo
    language: str
    today: date
    programme: Programme = NOTHING_PLANNED
    people: Sequence[Participant] = ()
    groups: Sequence[Group] = ()
    guests: Sequence[str] = ()
    letters: Sequence[Addressee] = ()
    thanks: Sequence[Addressee] = ()
    report: EventReport | None = None
    spoken: Mapping[int, Spoken] = field(default_factory=dict)
    noted: str = ""
    text: str = ""
    left: Sequence[Task] = ()
    tasks: Sequence[Task] = ()
