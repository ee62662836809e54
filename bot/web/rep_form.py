"""A representative as a form on a page."""

import re
from dataclasses import dataclass

from bot.web.visit import Visit
from domain.clergy import without_rank
from domain.partner import RepFields
from domain.person_name import PersonName
from domain.phone import phone_words, read_phone
from domain.refusal import Refusal

MOST = 300
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form: its name, how many letters it takes, and what a phone's keyboard should offer."""

    name: str
    most: int = 80
    kind: str = "text"


FIELDS = (
    Field("last_name"),
    Field("first_name"),
    Field("patronymic"),
    Field("initials", 20),
    Field("position", MOST),
    Field("clergy_rank"),
    Field("salutation", 200),
    Field("phone", 40, "tel"),
    Field("email", 120, "email"),
)


def written(fields: RepFields) -> dict[str, str]:
    """What stands in the form."""
    name = fields.name or PersonName("")
    parts = {"last_name": name.last, "first_name": name.first, "patronymic": name.patronymic}
    rest = {one: getattr(fields, one) or "" for one in ("position", "clergy_rank", "salutation", "email")}
    phone = phone_words(fields.phone) if fields.phone else ""
    return parts | rest | {"initials": name.initials, "phone": phone}


BLANK = dict.fromkeys((field.name for field in FIELDS), "")


def typed(visit: Visit) -> dict[str, str]:
    """What was typed, to stand in the form again where it was refused."""
    return BLANK | {name: visit.form.get(name, "")[: 2 * MOST] for name in BLANK}


def read_rep(visit: Visit) -> RepFields:
    """What was filled in; `Refusal` for a telephone or an address that is none, and for nobody at all.

    A rank before the surname is one, unless another stands in its own field.
    """
    said = {field.name: visit.line(field.name, field.most) for field in FIELDS}
    said["last_name"], rank = without_rank(said["last_name"] or "")
    said["clergy_rank"] = said["clergy_rank"] or rank or None
    name = PersonName(*(said[part] or "" for part in ("last_name", "first_name", "patronymic", "initials")))
    if not (name.last or said["position"]):
        raise Refusal("rep-nobody")
    if said["email"] and not EMAIL.fullmatch(said["email"]):
        raise Refusal("email-unclear")
    return RepFields(
        name=name if any((name.last, name.first, name.patronymic, name.initials)) else None,
        phone=read_phone(said["phone"]) if said["phone"] else None,
        is_primary=bool(visit.form.get("is_primary")),
        **{one: said[one] for one in ("position", "clergy_rank", "salutation", "email")},
    )
