"""Rows of a table of partners that are no organisation: headings once more, subheadings, totals, signatures."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from domain.partner_words import COLUMNS, NUMBERING, SECTORS, by_word, plain

TOTAL = re.compile(r"(?:итого|всего|total)\b", re.IGNORECASE)
SIGNED = re.compile(
    r"(?:составил|составитель|исполнитель|подготовил|подпись|согласовано|утверждаю)\b|исп\.|примечани[ея]:|м\.\s?п\.",
    re.IGNORECASE,
)
"""How a row begins in which somebody signs, or adds what holds for all."""
NOTE = re.compile(r"\*.*|\(.*\)|.*!", re.DOTALL)
"""What somebody has noted between the rows."""
ON_CARDS = ("address", "site", "phone", "email", "full_name", "position", "rep_phone", "rep_email")
"""Columns whose headings are no organisation's name even by themselves."""
NAMES_TOO = ("контакт", "координатор", "представитель")
LINE = "___"
NUMBER = re.compile(r"(?:\d+|[ivxlхі]+)[.)]*", re.IGNORECASE)
NUMBERED = re.compile(r"(?:\d+|[ivxlхі]+)[.)]\s*", re.IGNORECASE)
ADJECTIVE = re.compile(r"\w+[ыи]е$")
PLURALS = frozenset(
    """архивы библиотеки больницы вузы газеты гимназии дома клубы колледжи лицеи музеи нко общества объединения органы
    организации отделения отделы партнеры поликлиники предприятия приходы редакции сады службы сми союзы театры
    техникумы университеты учреждения фонды храмы центры школы""".split()
)
"""What several organisations are called together, and no single one."""


def is_aside(cells: Sequence[str], above: Sequence[Sequence[str]], name: int, known: Collection[int]) -> bool:
    """Whether the row says nothing of an organisation. `above`: the rows of the headings; `name`: where the
    organisation's name stands, `known`: where all that is read stands.
    """
    said = {place: cell.strip() for place, cell in enumerate(cells) if cell.strip()}
    if not said:
        return False
    lead = said[min(said)]
    if TOTAL.match(lead) or SIGNED.match(lead) or (len(said) == 1 and NOTE.fullmatch(lead)):
        return True
    if LINE in said.get(name, LINE) and any(LINE in cell for cell in said.values()):
        return True
    return _is_heading(said, above) or _is_subheading(said, name, known)


def begins_another(cells: Sequence[str], name: int, known: Collection[int]) -> bool:
    """Whether another table begins in the row, or the name of a column stands where an organisation's should."""
    words = by_heading()
    if name >= len(cells) or (own := plain(cells[name])) not in words:
        return False
    others = [plain(cell) for place, cell in enumerate(cells) if place != name and place in known and cell.strip()]
    if others:
        return all(other in words for other in others)
    return words[own] in ON_CARDS and own not in NAMES_TOO


def is_only_number(cells: Sequence[str], known: Collection[int]) -> bool:
    """Whether it is a row that somebody has numbered and left empty."""
    said = {place: cell.strip() for place, cell in enumerate(cells) if cell.strip()}
    return bool(said) and not said.keys() & set(known) and all(map(NUMBER.fullmatch, said.values()))


@cache
def by_heading() -> dict[str, str]:
    """Which column each heading means."""
    return by_word(COLUMNS) | dict.fromkeys(NUMBERING, "number")


def _is_heading(said: Mapping[int, str], above: Sequence[Sequence[str]]) -> bool:
    """Whether each cell says what stands above its column; one alone may be an organisation's name."""
    return len(said) > 1 and all(
        plain(cell) in {plain(row[place]) for row in above if place < len(row)} for place, cell in said.items()
    )


def _is_subheading(said: Mapping[int, str], name: int, known: Collection[int]) -> bool:
    """Whether words stand alone beside a number, where nothing is read or where they call many."""
    words = [place for place, cell in said.items() if place in known or not NUMBER.fullmatch(cell)]
    if len(words) != 1:
        return False
    return words[0] not in known or (words[0] == name and _is_plural(said[name]))


def _is_plural(text: str) -> bool:
    """«Учреждения культуры», «Детские сады», «СМИ»."""
    said = plain(NUMBERED.sub("", text, count=1))
    noun = next((word for word in said.split() if not ADJECTIVE.match(word)), "")
    return noun in PLURALS or said in by_word(SECTORS)
