"""A line about an organisation as people paste it: «Школа № 5, ул. Ленина, 3, тел. 33-44-55» by its parts."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from domain.partner_answers import email, site
from domain.phone import phone_words, read_phone
from domain.refusal import Refusal

QUOTED = re.compile(r"«[^»]*»+|\"[^\"]*\"|“[^”]*”")
PARTS = re.compile(r"[,;\n]+")
LABEL = re.compile(
    r"^(?:адрес|тел(?:ефон)?|моб|факс|(?:эл(?:ектронная|\.)?\s*)?почта|e-?mail|сайт|web|phone|address|site)\b[\s.:]*",
    re.IGNORECASE,
)
STREET = re.compile(
    r"(?:адрес\b|address\b|ул(?:ица|\.)|пр(?:оспект|-т|-кт|-д|\.|оезд)|пер(?:еулок|\.)|наб(?:ережная|\.)|б(?:ульвар|-р)"
    r"|ш(?:оссе|\.)|пл(?:ощадь|\.)|мкр\b|микрорайон|г\.\s*[А-ЯЁ]|город\s+[А-ЯЁ]|пос\.|пгт\b|дер\.|\d{6}$)"
    r"|.*\s(?:ул(?:ица|\.)|пр-т|просп(?:ект|\.)|пер(?:еулок|\.)|наб(?:ережная|\.)|бульвар|б-р|шоссе|площадь)(?:\s|$)"
    r"|(?:г(?:ород|\.)?\s*)?тверь$|\S+\sобл(?:асть|\.)?$",
    re.IGNORECASE,
)
"""How a part begins, or ends, that is an address."""
MORE = re.compile(
    r"(?:д(?:ом|\.)?|к(?:орп(?:ус|\.)?|\.)|стр(?:оение|\.)?|каб(?:инет|\.)?|оф(?:ис|\.)?|кв\.|эт(?:аж|\.)|лит(?:ер|\.)?)"
    r"\s*\S{1,6}$|\d+\s?[а-я]?(?:/\d+)?$|тверь$",
    re.IGNORECASE,
)
"""What an address goes on with."""
FIRM = re.compile(r"(?:тел|моб|факс|[тф]\b|phone|\+7|8[\s(]|[\s\d()-]*\d-\d)", re.IGNORECASE)
"""How a telephone looks that is no index and no number of a house."""
NOTES = "notes"


@dataclass(slots=True)
class PartnerLine:
    """The name, and by its field what else was said: address, phone, email, site; `notes` are what is neither."""

    name: str
    more: dict[str, str] = field(default_factory=dict)


def read_line(text: str) -> PartnerLine:
    """The parts of the line. The name goes on up to the first part that is something else; nothing is left out."""
    found = list(parts(text))
    kinds = [_kind(part) for part in found]
    first = next((n for n, kind in enumerate(kinds) if n and kind), len(found))
    line = PartnerLine(", ".join(found[:first]))
    for kind, part in _kinds(found[first:]):
        _put(line, kind or NOTES, part)
    return line


def divided(text: str) -> tuple[str, str]:
    """The name, and what stands behind it from the first part on that is an address, a telephone or the like."""
    places = [place for place in _places(text) if text[slice(*place)].strip(" .")]
    is_more = (start for start, end in places[1:] if _kind(" ".join(text[start:end].split()).strip(" .")))
    first = next(is_more, len(text))
    return " ".join(text[:first].split()).strip(" ,;"), text[first:].strip()


def kinds(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a text with their stops, each with the field it is for; none of them need be a name."""
    return _kinds(parts(text, around=" "))


def _kinds(parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    before = ""
    for part in parts:
        before = _kind(part.strip(" ."), before)
        yield before, part


def parts(text: str, around: str = " .") -> Iterator[str]:
    """The parts of a text, whatever they are for, without what stands `around` them."""
    return filter(None, (" ".join(text[start:end].split()).strip(around) for start, end in _places(text)))


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where the parts stand: between commas, semicolons and line ends that stand in no quotation marks."""
    hidden = QUOTED.sub(lambda found: "·" * len(found[0]), text)
    start = 0
    for found in (*PARTS.finditer(hidden), None):
        yield start, found.start() if found else len(text)
        start = found.end() if found else 0


def _kind(part: str, before: str = "") -> str:
    """Which field the part is for; an empty one for none. `before`: that of the part before."""
    if before == "address" and MORE.match(part):
        return "address"
    bare = LABEL.sub("", part)
    if _reads(email, bare):
        return "email"
    if _reads(site, bare) and not bare[0].isdigit() and re.search(r"\.[a-zа-я]{2,}(?:/|$)", bare):
        return "site"
    if FIRM.match(part) and _reads(read_phone, part):
        return "phone"
    return "address" if STREET.match(part) else ""


def _put(line: PartnerLine, kind: str, part: str) -> None:
    """Into its field; a second telephone, site or address of mail is a note."""
    bare = LABEL.sub("", part)
    if kind in ("address", NOTES):
        line.more[kind] = ", ".join(filter(None, (line.more.get(kind), bare if kind == "address" else part)))
    elif kind in line.more:
        _put(line, NOTES, part)
    else:
        line.more[kind] = phone_words(read_phone(part)) if kind == "phone" else READ[kind](bare)


READ: dict[str, Callable[[str], str]] = {"email": email, "site": site}


def _reads(read: Callable[[str], str], text: str) -> bool:
    try:
        return bool(read(text))
    except Refusal:
        return False
