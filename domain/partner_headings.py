"""Finds the headings of a table of partners: in one row, or in two, where «Контакты» stands above «Телефон»."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from domain.cells import one_line
from domain.partner_words import COLUMNS, NAMES, NUMBERING, ORGANISATION, SEVERAL, by_word, plain

HEADINGS_WITHIN = 20
"""Rows in which the headings are looked for: a title may stand above them."""
IN_HEADING = re.compile(r"[,;/()\n]|\sи\s")
"""What stands between the words of a heading for several things."""
ON_LINE = frozenset(("address", "phone", "email", "site", "contacts"))
"""What may stand behind a name in its cell."""
BESIDE_PERSON = ON_LINE - {"address", "site"} | {"full_name", "position", "rep_phone", "rep_email"}
SEVERAL_PARTS = 2
SAYS_NAME = re.compile(
    r"(?:\d+[.)]\s*)?(?:полное\s+)?(?:(?:наименован|назван)и[ея]\s*)?"
    r"(?:(?:социальн|образовательн|партнерск|юридическ|культурн|других)\w*\s+)*"
    r"(?:(?:организаци|учреждени|предприяти|контрагент|партнер|лиц)\w*(?:\s*-\s*|[\s,/]+|\s+и\s+|$))+"
    r"(?:(?:библиотек|система?|культур|образовани)\w*)?"
)
"""Headings that name organisations in more ways than can be listed."""
IN_BRACKETS = re.compile(r"\([^)]*\)?")
VALUE = re.compile(r"\d|@")
"""What no heading has."""
OWN = {"phone": "rep_phone", "email": "rep_email"}
"""What a telephone and an address are where they are a person's."""
Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Headings:
    """`last`: the row they end in, the first being 0. `places`: where each known column stands, several where cells of
    two belong together; `names`: what it is called there. `unknown`: headings that mean nothing here. `another`: the
    letter of the column that names the organisations of another table, beside this one.
    """

    last: int
    places: Mapping[str, tuple[int, ...]]
    names: Mapping[str, str]
    unknown: tuple[str, ...]
    width: int
    another: str = ""

    @property
    def is_exported(self) -> bool:
        """As the register writes them: each cell says what it says."""
        return all(self.names.get(column) == words[0] for column, words in ORGANISATION.items())

    @property
    def is_sure(self) -> bool:
        """Whether the column of the organisations is called as it usually is; a title may sound like it."""
        return plain(self.names["name"]) in _known()

    @property
    def is_line(self) -> bool:
        """Whether the cells of names have the address, too, or whatever else their heading says."""
        return _is_line(self.names["name"])

    @property
    def beside(self) -> frozenset[str]:
        """Telephones and addresses that stand behind the name of a person: whose they are, their kind tells."""
        first = min((place for name in NAMES for place in self.places.get(name, ())), default=None)
        contacts = self.places.get("contacts", (0,))
        return frozenset(name for name in OWN if first is not None and self.places.get(name, contacts)[0] > first)


def find_headings(table: Sequence[Cells]) -> Headings | None:
    """The row, or the two, that name the organisation's column and the most others; the first of those alike."""
    found = [one for number in range(min(len(table), HEADINGS_WITHIN)) for one in _candidates(table, number)]
    return max(found, key=lambda one: (sum(map(len, one.places.values())), one.is_sure, -one.last), default=None)


def letter(place: int) -> str:
    """«A», «B» … «AA»: how spreadsheets call a column."""
    return (letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def nameless(table: Sequence[Cells], headings: Headings) -> tuple[str, ...]:
    """Letters of the columns in which something stands under no heading."""
    known = {place for places in headings.places.values() for place in places}
    heads = (table[headings.last], table[headings.last - 1] if headings.last else ())
    named = {place for cells in heads for place, cell in enumerate(cells) if cell.strip()}
    used = {place for cells in table[headings.last + 1 :] for place, cell in enumerate(cells) if cell.strip()}
    return tuple(map(letter, sorted(used - known - named)))


def _candidates(table: Sequence[Cells], number: int) -> Iterator[Headings]:
    """The row with the one below it, if that goes on with the headings; and the row alone."""
    upper = table[number]
    if number + 1 < len(table) and _goes_on(upper, table[number + 1]):
        yield from _headings(number + 1, list(_joined(upper, table[number + 1])))
    yield from _headings(number, [(cell, "") for cell in upper])


def _goes_on(upper: Cells, lower: Cells) -> bool:
    """Whether the lower row names columns too: no row of the table does, and a title stands above alone."""
    if sum(bool(cell.strip()) for cell in upper) < 2:
        return False
    if any(VALUE.search(cell) for cell in lower):
        return False
    both = [(heading, above, place) for place, (heading, above) in enumerate(_joined(upper, lower)) if above]
    return any(_meaning(heading, above) for heading, above, _ in both) and all(
        _meaning(heading, "") or not _is_name(upper, place) for heading, _, place in both
    )


def _is_name(upper: Cells, place: int) -> bool:
    return place < len(upper) and _meaning(upper[place], "") == "name"


def _joined(upper: Cells, lower: Cells) -> Iterator[tuple[str, str]]:
    """Each heading, with what stands above it: that reaches over the columns to its right."""
    above = ""
    for place in range(max(len(upper), len(lower))):
        over, under = (cells[place].strip() if place < len(cells) else "" for cells in (upper, lower))
        above = over or (above if under else "")
        yield (under, above) if under else (over, "")


def _headings(last: int, heads: Sequence[tuple[str, str]]) -> Iterator[Headings]:
    """Nothing where no column is the organisation's."""
    places: dict[str, tuple[int, ...]] = {}
    unknown: list[str] = []
    for place, (heading, above) in enumerate(heads):
        name = _place(_meaning(heading, above), places)
        if name is not None and (name not in places or name in SEVERAL):
            places[name] = (*places.get(name, ()), place)
        elif name is not None:
            unknown.append(f"{one_line(heading)} ({letter(place)})")
        elif plain(heading) and plain(heading) not in NUMBERING:
            unknown.append(one_line(heading))
    if "name" in places:
        names = {name: one_line(heads[own[0]][0]) for name, own in places.items()}
        width = sum(bool(heading.strip()) for heading, _ in heads)
        yield Headings(last, places, names, tuple(unknown), width, _another(heads))


def _another(heads: Sequence[tuple[str, str]]) -> str:
    """Where organisations are named under the same heading once more, or under another with what there was before."""
    said = [_meaning(*head) for head in heads]
    first, *others = (place for place, name in enumerate(said) if name == "name")
    for place in others:
        is_same = plain(heads[place][0]) == plain(heads[first][0])
        if is_same or {*said[:place]} & {*said[place + 1 :]} - {None, "name"}:
            return letter(place)
    return ""


def _place(name: str | None, places: Mapping[str, tuple[int, ...]]) -> str | None:
    """A second telephone behind the name of a person is theirs."""
    is_second = name in places and any(one in places for one in NAMES)
    return OWN.get(name or "", name) if is_second else name


def _is_line(heading: str) -> bool:
    """«Организация, адрес», «Наименование и адрес организации», «Партнёр (адрес, телефон)»."""
    return _together(heading) == "name"


def _together(heading: str) -> str:
    """The column for cells in which several things stand; nothing for any other heading."""
    said = [_own(part) for part in IN_HEADING.split(heading) if plain(part)]
    if len(said) < SEVERAL_PARTS or None in said:
        return ""
    if said[0] == "name" and ON_LINE.issuperset(said[1:]):
        return "name"
    if ON_LINE.issuperset(said):
        return "contacts"
    return "full_name" if "full_name" in said and BESIDE_PERSON.issuperset(said) else ""


def _own(part: str) -> str | None:
    return _known().get(plain(part)) or ("name" if SAYS_NAME.fullmatch(plain(part)) else None)


@cache
def _known() -> dict[str, str]:
    return by_word(COLUMNS)


def _meaning(heading: str, above: str) -> str | None:
    known = _known()
    group = known.get(plain(above)) if above else None
    own = next(filter(None, map(known.get, _ways(heading))), None)
    if own is None and above:
        own = known.get(plain(f"{above} {heading}")) or (group if group in SEVERAL else None)
    return OWN.get(own or "", own) if group in NAMES else own


def _ways(heading: str) -> Iterator[str]:
    """As it stands, as one of several things, without what is added in brackets, and by each of its words."""
    yield plain(heading)
    if together := _together(heading):
        yield together
    yield plain(IN_BRACKETS.sub(" ", heading))
    if SAYS_NAME.fullmatch(plain(heading)):
        yield "name"
