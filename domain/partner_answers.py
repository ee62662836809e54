"""Cards, representatives and agreements as answers of their forms, and back."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date

from domain.clergy import position_and_rank, without_rank
from domain.forms import OWN, Answers, Value
from domain.partner import AgreementFields, Grade, PartnerFields, RepFields
from domain.partner_kinds import legal_forms, partner_kinds
from domain.person_name import PersonName, read_name
from domain.phone import phone_words, read_phone
from domain.refusal import Refusal

EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}")
SITE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d{2,5})?(?:/[\w\-./%?&=#~+,:;@!]*)?")
"""An address without «https://», as the messenger takes it in a button's link."""
KINDS = frozenset(kind.id for kind in partner_kinds())
PARTS = re.compile(r"\s*/\s*")
LONGEST_PART = 80
YES, NO = "yes", "no"


def to_partner(answers: Answers) -> PartnerFields:
    """The card that the answers describe; name and sector must be among them."""
    name = str(answers["name"])
    kind, form = (text(answers, key) for key in ("kind", "legal_form"))
    kept_phone, grade = text(answers, "phone"), text(answers, "grade")
    return PartnerFields(
        name=name,
        short_name=text(answers, "short_name") or name[:120],
        sector=str(answers["sector"]),
        aliases=tuple(_list(answers, "aliases")),
        kind=kind.removeprefix(OWN) if kind else None,
        legal_form=form.removeprefix(OWN) if form else None,
        address=text(answers, "address"),
        site=text(answers, "site"),
        phone=read_phone(kept_phone) if kept_phone else None,
        email=text(answers, "email"),
        notes=text(answers, "notes"),
        grade=Grade(grade) if grade else None,
        branch_ids=tuple(int(one) for one in _list(answers, "branches")),
    )


def from_partner(fields: PartnerFields) -> dict[str, Value]:
    """The answers that describe the card, without those that it leaves open."""
    return _known(
        {
            "name": fields.name,
            "sector": fields.sector,
            "short_name": fields.short_name,
            "kind": _or_own(fields.kind, KINDS),
            "legal_form": _or_own(fields.legal_form, legal_forms()),
            "aliases": list(fields.aliases),
            "address": fields.address,
            "site": fields.site,
            "phone": phone_words(fields.phone) if fields.phone else None,
            "email": fields.email,
            "grade": str(fields.grade) if fields.grade else None,
            "branches": [str(one) for one in fields.branch_ids],
            "notes": fields.notes,
        }
    )


def to_rep(answers: Answers) -> RepFields:
    """The person that the answers describe; a rank that stands in the name is one, unless another is given."""
    kept_phone = text(answers, "phone")
    name, rank = without_rank(text(answers, "name") or "")
    return RepFields(
        name=person_name(name) if name else None,
        position=text(answers, "position"),
        clergy_rank=text(answers, "clergy_rank") or rank or None,
        salutation=text(answers, "salutation"),
        phone=read_phone(kept_phone) if kept_phone else None,
        email=text(answers, "email"),
        is_primary=answers.get("primary") == YES,
    )


def from_rep(fields: RepFields) -> dict[str, Value]:
    return _known(
        {
            "name": name_answer(fields.name) if fields.name else None,
            "position": fields.position,
            "phone": phone_words(fields.phone) if fields.phone else None,
            "email": fields.email,
            "clergy_rank": fields.clergy_rank,
            "salutation": fields.salutation,
            "primary": YES if fields.is_primary else None,
        }
    )


def to_agreement(answers: Answers) -> AgreementFields:
    responsible, rep = text(answers, "responsible"), text(answers, "rep")
    return AgreementFields(
        type=str(answers["type"]),
        number=text(answers, "number"),
        signed_on=_day(answers, "signed"),
        starts_on=_day(answers, "starts"),
        ends_on=_day(answers, "ends"),
        auto_renews=answers.get("renews") == YES,
        responsible_id=int(responsible) if responsible else None,
        rep_id=int(rep) if rep else None,
        notes=text(answers, "notes"),
    )


def from_agreement(fields: AgreementFields) -> dict[str, Value]:
    return _known(
        {
            "type": fields.type,
            "number": fields.number,
            "ends": fields.ends_on.isoformat() if fields.ends_on else None,
            "starts": fields.starts_on.isoformat() if fields.starts_on else None,
            "signed": fields.signed_on.isoformat() if fields.signed_on else None,
            "renews": YES if fields.auto_renews else None,
            "responsible": str(fields.responsible_id) if fields.responsible_id else None,
            "rep": str(fields.rep_id) if fields.rep_id else None,
            "notes": fields.notes,
        }
    )


def person_name(typed: str) -> PersonName:
    """The name in one line, or by its parts: «Фамилия / Имя / Отчество». `Refusal("name-unclear")` for what is none."""
    parts = [" ".join(part.split()) for part in PARTS.split(typed.strip())]
    if len(parts) > 1:
        if len(parts) > 3 or not parts[0] or any(len(part) > LONGEST_PART for part in parts):
            raise Refusal("name-unclear")
        return PersonName(*parts)
    name = read_name(typed)
    if name is None:
        raise Refusal("name-unclear")
    return name


def name_answer(name: PersonName) -> str:
    """The name as an answer: in one line where that is read as the same, else by its parts."""
    return name.full if read_name(name.full) == name else " / ".join((name.last, name.first, name.patronymic))


@dataclass(frozen=True, slots=True)
class Introduced:
    """What a line says of a person; what it doesn't say is empty."""

    name: str
    position: str = ""
    rank: str = ""


def introduced(typed: str) -> Introduced:
    """«Хотулева Е.Ю. – директор ДК», «протоиерей Георгий Ветров, настоятель»: the name, and what stands beside it.

    Only what stands before the first dash or comma is tried as a name; the position is never split (DOMAIN.md §1.1),
    but for a rank at its end.
    """
    plain = " ".join(typed.split())
    for mark in (r"\s+[-–—]\s*", r",\s*"):
        found = re.search(mark, plain)
        if found is None or "/" in plain:
            continue
        who, rank = without_rank(plain[: found.start()])
        name = read_name(who) if who[:1].isupper() else None
        if name is not None:
            position, last = _beside(plain[found.end() :].strip())
            return Introduced(name_answer(name), position, rank or last)
    who, rank = without_rank(plain)
    return Introduced(name_answer(person_name(who)), rank=rank)


def _beside(said: str) -> tuple[str, str]:
    """Position and rank, of which either may be missing."""
    nothing, rank = without_rank(f"· {said}")
    return ("", rank) if nothing == "·" else position_and_rank(said)


def site(typed: str) -> str:
    """«https://www.tverlib.ru/» as it is kept: «www.tverlib.ru». `Refusal("site-unclear")` for what is no address."""
    plain = re.sub(r"^https?://", "", typed.strip(), flags=re.IGNORECASE).rstrip("/")
    if not SITE.fullmatch(plain):
        raise Refusal("site-unclear")
    return plain


def email(typed: str) -> str:
    """`Refusal("email-unclear")` for what is no address."""
    plain = re.sub(r"^mailto:", "", typed.strip(), flags=re.IGNORECASE)
    if not EMAIL.fullmatch(plain):
        raise Refusal("email-unclear")
    return plain


def text(answers: Answers, key: str) -> str | None:
    return str(answers[key]) if answers.get(key) else None


def _known(answers: Mapping[str, Value | None]) -> dict[str, Value]:
    return {key: value for key, value in answers.items() if value}


def _or_own(value: str | None, known: Container[str]) -> str | None:
    return value if value is None or value in known else OWN + value


def _list(answers: Answers, key: str) -> list[str]:
    value = answers.get(key, [])
    return value if isinstance(value, list) else []


def _day(answers: Answers, key: str) -> date | None:
    return date.fromisoformat(str(answers[key])) if answers.get(key) else None
