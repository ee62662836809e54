"""A person as one cell of a table has them: «Иванова Анна Петровна, директор», «директор Иванова А. П.»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from domain.clergy import position_and_rank, without_rank
from domain.partner_answers import introduced, person_name
from domain.person_name import PersonName, read_name
from domain.refusal import Refusal

OFFICE = (
    r"(?:директор|заведующ(?:ий|ая)|зав|зам|заместитель|завуч|руководитель|председатель|начальник|методист|библиотекарь"
    r"|учитель|воспитатель|специалист|редактор|журналист|корреспондент|педагог|психолог|президент|глава|секретарь"
    r"|настоятель|организатор|координатор|менеджер|администратор|врач|инспектор|консультант|представитель|ведущ(?:ий|ая)"
    r"|старш(?:ий|ая)|главный|художник|тренер|логопед|дефектолог|контактное|контакт|ответственный|и\.\s?о)\b"
)
"""How a position begins, also with a capital letter."""
WORD = rf"(?!(?i:{OFFICE}))[А-ЯЁA-Z](?:[а-яёa-z]+|[А-ЯЁA-Z]+)(?:-[А-ЯЁA-Z][а-яёa-zА-ЯЁA-Z]+)?"
PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:вич|вна|ична|ьич|мич|оглы|кызы)"
INITIALS = r"[А-ЯЁA-Z]\.(?:\s?[А-ЯЁA-Z]\b\.?)?"
IN_FULL = rf"(?P<last>{WORD})\s+{WORD}\s+{PATRONYMIC}\b"
FIRST_NAME_FIRST = rf"(?P<own>{WORD}\s+{PATRONYMIC})\s+(?P<surname>{WORD})"
WITH_INITIALS = rf"{WORD}\s+{INITIALS}|{INITIALS}\s*{WORD}"
NAME = re.compile(rf"(?<![\w-])(?:{IN_FULL}|{FIRST_NAME_FIRST}|{WITH_INITIALS})(?![\w-])")
NAME_IN_FULL = re.compile(rf"(?<![\w-]){IN_FULL}(?![\w-])")
NAMED_AFTER = re.compile(r"(?:\bим\.?|\bимени)\s*$", re.IGNORECASE)
AROUND = " \t\n,;:–—-/()"


@dataclass(frozen=True, slots=True)
class Cell:
    """The name, and what else the cell says; `parted` if it said more than a name."""

    name: PersonName
    position: str = ""
    rank: str = ""

    @property
    def parted(self) -> bool:
        return bool(self.position)


def on_one_line(text: str) -> str:
    """The text with names in full that go on in the next line put together."""
    return NAME_IN_FULL.sub(lambda found: " ".join(found[0].split()), text)


def read_cell(text: str) -> Cell:
    """`Refusal`: "name-unclear" for what names nobody, "name-several" for several people."""
    found = list(_names(text))
    if len(found) > 1:
        raise Refusal("name-several")
    if found:
        beside = _beside(text, found[0])
        return _with_office(_name(found[0]), beside) if beside else Cell(_name(found[0]))
    return _plain(" ".join(text.split()))


def _names(text: str) -> Iterator[re.Match[str]]:
    """Names that can't be mistaken; not those after which something is called."""
    return (one for one in NAME.finditer(text) if not NAMED_AFTER.search(text[: one.start()]))


def _beside(text: str, found: re.Match[str]) -> str:
    parts = (text[: found.start()], text[found.end() :])
    return ", ".join(filter(None, (" ".join(part.split()).strip(AROUND) for part in parts)))


def _name(found: re.Match[str]) -> PersonName:
    text = f"{found['surname']} {found['own']}" if found["own"] else found[0]
    return person_name(" ".join(text.split()))


def _with_office(name: PersonName, beside: str) -> Cell:
    nothing, rank = without_rank(f"· {beside}")
    if nothing == "·":
        return Cell(name, rank=rank)
    position, rank = position_and_rank(beside)
    if not re.search(r"[^\W\d_]{2}", position):
        raise Refusal("name-unclear")
    return Cell(name, position, rank)


def _plain(text: str) -> Cell:
    """A name that stands by itself, or before a comma or a dash."""
    own, rank = without_rank(text)
    if re.match(OFFICE, own, re.IGNORECASE):
        raise Refusal("name-unclear")
    if (name := read_name(own)) is not None:
        return Cell(name, rank=rank)
    said = introduced(text)
    if all(word[:1].isupper() for word in said.position.split()[:2]) and len((said.position + " ").split(" ")) > 2:
        raise Refusal("name-several")
    return Cell(person_name(said.name), said.position, said.rank)
