"""A partner organisation as the register keeps it, the people who act for it, and its agreements (DOMAIN.md §3)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from domain.person_name import PersonName

SECTORS = (
    "education",
    "healthcare",
    "culture",
    "media",
    "religious",
    "ngo",
    "social_rehab",
    "government",
    "business",
    "other",
)


class Grade(StrEnum):
    """How steady the work together is."""

    PERMANENT = "permanent"
    PERIODIC = "periodic"
    ONE_OFF = "one_off"


class Part(StrEnum):
    """A partner's part in an event. What buttons carry is its place here: a new one goes last."""

    CO_ORGANISER = "co_organiser"
    GUEST = "guest"
    SPEAKER = "speaker"
    INFO_PARTNER = "info_partner"


class PartState(StrEnum):
    """What the partner has said to its part. `PROPOSED`: it would rather have another time."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    PROPOSED = "proposed"


BRINGS = ("hall", "speaker", "equipment", "press", "books")
"""What a partner may bring to an event."""


@dataclass(frozen=True, slots=True)
class PartnerFields:
    """What is filled in about an organisation. Phones are E.164, with «;ext=12» where there is an extension."""

    name: str
    short_name: str
    sector: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None
    legal_form: str | None = None
    address: str | None = None
    site: str | None = None
    phone: str | None = None
    email: str | None = None
    notes: str | None = None
    grade: Grade | None = None
    branch_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation of the register. One that is archived keeps its history and is offered nowhere."""

    id: int
    fields: PartnerFields
    revision: int
    created_at: datetime
    updated_at: datetime | None = None
    archived_at: datetime | None = None

    @property
    def name(self) -> str:
        return self.fields.name

    @property
    def short_name(self) -> str:
        return self.fields.short_name

    @property
    def sector(self) -> str:
        return self.fields.sector

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it is called."""
        return (self.fields.name, self.fields.short_name, *self.fields.aliases)


@dataclass(frozen=True, slots=True)
class RepFields:
    """A person acting for a partner, as the register has them. `position` is free text, never split at a comma."""

    name: PersonName | None = None
    position: str | None = None
    clergy_rank: str | None = None
    salutation: str | None = None
    phone: str | None = None
    email: str | None = None
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Rep:
    """A representative. `member_id` and `account` (the name there) are set once the person has come in."""

    id: int
    partner_id: int
    member_id: int | None
    fields: RepFields
    since: datetime
    account: str | None = None
    reachable: bool = False

    @property
    def called(self) -> str:
        """The name as lists print it; of who is known by the account alone, the name there."""
        return self.fields.name.listed if self.fields.name else self.account or ""


@dataclass(frozen=True, slots=True)
class AgreementFields:
    """A contract, an agreement or a joint plan. `responsible_id` is the library's side, `rep_id` the partner's."""

    type: str = "agreement"
    number: str | None = None
    signed_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    auto_renews: bool = False
    responsible_id: int | None = None
    rep_id: int | None = None
    notes: str | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    id: int
    partner_id: int
    fields: AgreementFields
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event together, as far as it is named."""

    event_id: int
    title: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class Together:
    """What the bot itself knows of working together.

    `events` were held, `came` counts people of the partner who had signed up for them, `answers` events to which it
    has said whether somebody comes, or what part it takes.
    """

    events: int = 0
    last: Meeting | None = None
    next: Meeting | None = None
    came: int = 0
    answers: int = 0
    last_contact: datetime | None = None


AGREEMENT_TYPES = ("contract", "agreement", "joint_plan")
