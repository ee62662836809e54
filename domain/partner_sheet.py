"""Writes the register as rows of a spreadsheet, under the headings that are read again: one row a person."""

from collections.abc import Iterable, Iterator, Mapping

from domain.cells import joined
from domain.partner import PartnerFields, RepFields
from domain.partner_merge import KnownPartner
from domain.partner_words import GRADES, KINDS, NO, ORGANISATION, PERSON, READ_ONLY, SECTORS, YES, heading
from domain.person_name import PersonName
from domain.phone import phone_words

WRITTEN = tuple(ORGANISATION)
WRITTEN_PERSON = tuple(column for column in PERSON if column not in READ_ONLY)
HOME = "+7 ("
Words = Mapping[str, tuple[str, ...]]


def headings(*, people: bool) -> list[str]:
    """The first row."""
    return [heading(column) for column in _columns(people=people)]


def rows(partners: Iterable[KnownPartner], branches: Mapping[int, str], *, people: bool) -> Iterator[list[str]]:
    """The rows below it. `branches`: names by id; without `people` nothing personal is in them."""
    columns = _columns(people=people)
    for partner in partners:
        for record in _records(partner, branches, people=people):
            yield [record.get(column, "") for column in columns]


def _columns(*, people: bool) -> tuple[str, ...]:
    return WRITTEN + (WRITTEN_PERSON if people else ())


def _records(partner: KnownPartner, branches: Mapping[int, str], *, people: bool) -> Iterator[dict[str, str]]:
    """The organisation stands in full in its first row, by its name in the others."""
    whole = _organisation(partner.fields, branches)
    persons = [_person(rep.fields, rep.fields.name) for rep in partner.reps if rep.fields.name] if people else []
    for n, person in enumerate(persons or [{}]):
        yield (whole if n == 0 else {"name": whole["name"]}) | person


def _organisation(fields: PartnerFields, branches: Mapping[int, str]) -> dict[str, str]:
    return {
        "name": fields.name,
        "short_name": fields.short_name,
        "aliases": joined(fields.aliases),
        "sector": _word(SECTORS, fields.sector),
        "kind": _word(KINDS, fields.kind),
        "legal_form": fields.legal_form or "",
        "address": fields.address or "",
        "site": fields.site or "",
        "phone": _phone(fields.phone),
        "email": fields.email or "",
        "notes": fields.notes or "",
        "grade": _word(GRADES, fields.grade),
        "branches": joined(branches[key] for key in fields.branch_ids if key in branches),
    }


def _person(fields: RepFields, name: PersonName) -> dict[str, str]:
    return {
        "last_name": name.last,
        "first_name": name.first or name.initials,
        "patronymic": name.patronymic,
        "position": fields.position or "",
        "clergy_rank": fields.clergy_rank or "",
        "salutation": fields.salutation or "",
        "rep_phone": _phone(fields.phone),
        "rep_email": fields.email or "",
        "is_primary": YES[0] if fields.is_primary else NO[0],
    }


def _word(words: Words, key: str | None) -> str:
    return words[key][0] if key and key in words else key or ""


def _phone(kept: str | None) -> str:
    """As it is dialled at home: a «+» in front would need an apostrophe."""
    words = phone_words(kept) if kept else ""
    return f"8 ({words.removeprefix(HOME)}" if words.startswith(HOME) else words
