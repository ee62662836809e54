"""Spreads what stands together in one cell over the columns it belongs to: telephones, addresses, a person's office."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from domain.cells import one_line
from domain.partner_cells import BadCell
from domain.partner_contacts import MAIL, Telephone, emails, telephones
from domain.partner_line import LABEL, kinds, parts
from domain.partner_line import divided as parted_line
from domain.partner_words import NAMES, SEVERAL
from domain.person_beside import names_person
from domain.person_in_cell import on_one_line, read_cell
from domain.refusal import Refusal

T = TypeVar("T")
Record = Mapping[str, str]
OWN_MAIL = {"phone": "email", "rep_phone": "rep_email"}
MAIL_LABELLED = re.compile(rf"(?:(?:e-?mail|эл\.?\s*(?:почта|адрес)|почта)[\s.:–-]*)?{MAIL.pattern}", re.IGNORECASE)
"""An address with what stands before it."""
OWN_CONTACTS = ("phone", "email")
LONGEST = 600
"""Signs of a cell with several values."""
GLUED = re.compile(r"[,;\n]+\s*(?=(?:доб|вн|ext)\b)", re.IGNORECASE)
MANY, PARTED, LEFT = "many", "parted", "left"
"""What is told of a row: further numbers are notes now; name and office were parted; something has no place."""
PERSON_IN_NAME = "person-in-name"
DIVIDED, UNDIVIDED = "divided", "undivided"
"""And of one where an organisation should stand with its address: it was parted from it, or nothing like one found."""


@dataclass(slots=True)
class Spread:
    """The row with one value in each column. `more`: lines for the notes; `done`: what is to be told of it."""

    record: dict[str, str]
    more: list[str] = field(default_factory=list)
    done: set[str] = field(default_factory=set)


def spread(record: Record, beside: Collection[str], *, goes_on: bool) -> Spread:
    """`BadCell` for a cell that can't be read. `beside`: columns of telephones and addresses that stand behind a name;
    `goes_on`: the organisation stands in a row above.

    What stands behind a name is the person's if it is a mobile telephone, or if the organisation has had its row.
    """
    for column in SEVERAL:
        if len(record.get(column, "")) > LONGEST:
            raise BadCell("too-long", column, record[column])
    row = Spread(dict(record))
    beside = {*beside, *_contacts(row)}
    _person(row)
    _mail_among(row)
    _take_own(row, beside, goes_on=goes_on)
    _telephones(row)
    _emails(row)
    return row


def divided(record: Record) -> Spread:
    """The row with the organisation's name alone in its cell, where its address and telephones stand in it, too.

    `BadCell` for a person among them: names and addresses of organisations are shown where no names of people are.
    """
    if len(record.get("name", "")) > LONGEST:
        raise BadCell("too-long", "name", record["name"])
    name, more = parted_line(record.get("name", ""))
    behind = list(kinds(GLUED.sub(" ", MAIL.sub(",", more))))
    _refuse_person(name, [part for kind, part in behind if not kind])
    row = Spread(dict(record) | {"name": name})
    for kind, part in behind:
        if _reads(telephones, part) and kind != "address":
            _add(row.record, "phone", part)
        else:
            column = "site" if kind == "site" else "address"
            row.record[column] = ", ".join(filter(None, (row.record.get(column), LABEL.sub("", part))))
    _add(row.record, "email", *MAIL.findall(more))
    row.done |= {DIVIDED if more else UNDIVIDED} if name else set()
    return row


def _refuse_person(name: str, behind: Collection[str]) -> None:
    """`behind`: what stands behind the name and is no address, no telephone or the like for sure."""
    found = (part for n, part in enumerate((*parts(name), *behind)) if names_person(part, is_first=n == 0))
    if (part := next(found, None)) is not None:
        raise BadCell(PERSON_IN_NAME, "name", part)


def set_aside(row: Spread, said: dict[str, object], kept: Mapping[str, object]) -> None:
    """A further telephone or address of an organisation that has one already is a line of its notes. `kept`: what the
    rows above say of it."""
    for column in OWN_CONTACTS:
        value = said.get(column)
        if value and kept.get(column, value) != value:
            row.more.append(Telephone(str(value)).line if column == "phone" else str(value))
            row.done.add(MANY)
            del said[column]


def _contacts(row: Spread) -> tuple[str, ...]:
    """A cell of everything; where it names a person, what stands in it stands beside a name."""
    cell = GLUED.sub(" ", on_one_line(row.record.pop("contacts", "")))
    rest = []
    for kind, part in kinds(MAIL.sub(",", cell)):
        if kind in ("site", "address"):
            row.record[kind] = ", ".join(filter(None, (row.record.get(kind), LABEL.sub("", part))))
        elif _reads(telephones, part):
            _add(row.record, "phone", part)
        elif LABEL.sub("", part):
            rest.append(part)
    _add(row.record, "email", *MAIL.findall(cell))
    return _of_person(row, ", ".join(rest))


def _of_person(row: Spread, rest: str) -> tuple[str, ...]:
    if rest and not any(row.record.get(name) for name in NAMES) and _reads(read_cell, rest):
        row.record["full_name"] = rest
        return ("phone", "email")
    if rest != rest.lower():  # it may be somebody's name, and notes are no place for it
        raise BadCell("bad-contacts", "contacts", one_line(rest))
    row.more += filter(None, [rest])
    return ()


def _person(row: Spread) -> None:
    """«Иванова Анна Петровна, директор, 8-910-111-22-33»: the name alone stays."""
    cell = row.record.get("full_name", "")
    if not cell or row.record.get("last_name"):
        return
    words = []
    for kind, part in kinds(GLUED.sub(" ", MAIL.sub(",", on_one_line(cell)))):
        if kind != "email" and _reads(telephones, part):
            _add(row.record, "rep_phone", part)
        elif LABEL.sub("", part):
            words.append(part)
    _add(row.record, "rep_email", *MAIL.findall(cell))
    found = _read(read_cell, "full_name", ", ".join(words) or cell)
    row.record["full_name"] = ", ".join(filter(None, (found.name.full, found.rank)))
    if found.position and found.position.casefold() != row.record.get("position", "").casefold():
        row.record["position"] = ", ".join(filter(None, (row.record.get("position"), found.position)))
        row.done.add(PARTED)


def _mail_among(row: Spread) -> None:
    """An address of mail that stands among telephones goes where addresses are."""
    for column, place in OWN_MAIL.items():
        cell = row.record.get(column, "")
        if found := MAIL.findall(cell):
            row.record[column] = MAIL_LABELLED.sub("", cell)
            _add(row.record, place, *found)


def _take_own(row: Spread, beside: Collection[str], *, goes_on: bool) -> None:
    if not any(row.record.get(name) for name in NAMES):
        return
    if "phone" in beside and (cell := row.record.get("phone")):
        found = _read(telephones, "phone", cell)
        own = [one for one in found if one.is_mobile or goes_on]
        row.record["phone"] = _cell([one for one in found if one not in own])
        _add(row.record, "rep_phone", _cell(own))
    if "email" in beside and goes_on:
        _add(row.record, "rep_email", row.record.pop("email", ""))


def _telephones(row: Spread) -> None:
    """The first of the organisation; of a person the mobile, or else the first. An office's other numbers are notes."""
    for column in ("phone", "rep_phone"):
        if not row.record.get(column):
            continue
        found = _read(telephones, column, row.record[column])
        first = next((one for one in found if one.is_mobile and column == "rep_phone"), found[0])
        others = [one for one in found if one != first]
        row.record[column] = first.kept
        kept = [one for one in others if column == "phone" or not one.is_mobile]
        remarked = [first] if first.remark and (column == "phone" or not first.is_mobile) else []
        row.more += [one.line for one in (*remarked, *kept)]
        row.done |= ({MANY} if kept else set()) | ({LEFT} if len(kept) < len(others) else set())


def _emails(row: Spread) -> None:
    for column, place in (("email", MANY), ("rep_email", LEFT)):
        if not row.record.get(column):
            continue
        row.record[column], *others = _read(emails, column, row.record[column])
        row.more += others if place == MANY else []
        row.done |= {place} if others else set()


def _add(record: dict[str, str], column: str, *values: str) -> None:
    record[column] = "\n".join(filter(None, (record.get(column, ""), *values)))


def _cell(found: Collection[Telephone]) -> str:
    return "\n".join(f"{one.kept} {one.remark}".strip() for one in found)


def _reads(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except Refusal:
        return False
    return True


BAD = {"phone-unclear": "bad-phone", "email-unclear": "bad-email", "name-several": "several-people"}


def _read(read: Callable[[str], T], column: str, cell: str) -> T:
    try:
        return read(cell)
    except Refusal as refusal:
        raise BadCell(BAD.get(refusal.code, "bad-name"), column, one_line(cell)) from None
