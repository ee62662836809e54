"""Names of what the dictionaries hold, and other words that several screens of the register say."""

from datetime import date

from domain.agreement_terms import days_left
from domain.forms import Key
from domain.partner import SECTORS, Agreement, Grade
from domain.partner_kinds import partner_kinds
from domain.phone import phone_words
from handlers.say import Html, Say, join

SECTOR_NAMES = {sector: f"partner-sector-{sector}" for sector in SECTORS}
KIND_NAMES = {kind.id: f"partner-kind-{kind.id}" for kind in partner_kinds()}
GRADE_NAMES = {grade: f"partner-grade-{grade}" for grade in Grade}
TYPE_NAMES = {
    "contract": "agreement-type-contract",
    "agreement": "agreement-type-agreement",
    "joint_plan": "agreement-type-joint_plan",
}
LONGEST_KIND = 40
SAVE = Key("partner-button-save")


def sector_name(sector: str, say: Say) -> str:
    return say.plain(SECTOR_NAMES.get(sector, SECTOR_NAMES["other"]))


def kind_name(kind: str, say: Say) -> str:
    """A kind of the dictionary, or one in the library's own words."""
    return say.plain(KIND_NAMES[kind]) if kind in KIND_NAMES else kind


def phone(kept: str, say: Say) -> str:
    """«+7 (4822) 34-29-20, доб. 12»."""
    return phone_words(kept, say.plain("partner-extension"))


def agreement_words(one: Agreement, today: date, say: Say) -> Html:
    """«Соглашение № 5 до 31 мая 2018 г., осталось 34 дня»; one that renews itself says so."""
    fields = one.fields
    name = say.plain(TYPE_NAMES.get(fields.type, TYPE_NAMES["agreement"]))
    head = say("agreement-numbered", type=name, number=fields.number) if fields.number else say.text(name)
    left = days_left(fields, today)
    if fields.ends_on is None or left is None:
        return join(head, say("agreement-endless"), by=", ")
    end = say.day(fields.ends_on, weekday=False)
    term = say("agreement-over", end=end) if left < 0 else say("agreement-until", end=end, days=left)
    return join(head, term, say("agreement-renews") if fields.auto_renews else None, by=", ")
