"""A questionnaire as data: what the database keeps, what a workbook is read into and written from."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

Labels = Mapping[str, str]
"""Words by language («ru», «en»); «» for a questionnaire that names no language."""

QUESTIONS = frozenset(
    "text integer decimal range date time datetime select_one select_multiple note acknowledge barcode "
    "image file geopoint".split()
)
"""Kinds of item that a person is asked."""
MEDIA = frozenset({"image", "file", "geopoint"})
"""Kinds that are asked only where the settings allow it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a list. `columns` are what a filter may ask of it; `image` is the name of a picture's file."""

    name: str
    label: Labels
    columns: Mapping[str, str] = field(default_factory=dict)
    image: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the sheet «survey»: a question, a calculation, or a group or repeat with `items`.

    Expressions stand as they were written, with `${name}`. `path` is the names from the top to here; `row` is the row
    of the sheet, 0 where it is not known. `rt` holds the columns that XLSForm lacks: see `domain/questionnaire/own.py`.
    """

    kind: str
    name: str
    path: tuple[str, ...] = ()
    row: int = 0
    label: Labels = field(default_factory=dict)
    hint: Labels = field(default_factory=dict)
    required: str = ""
    relevant: str = ""
    constraint: str = ""
    message: Labels = field(default_factory=dict)
    calculation: str = ""
    default: str = ""
    choices: str = ""
    choice_filter: str = ""
    other: bool = False
    appearance: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    image: str = ""
    count: str = ""
    rt: Mapping[str, str] = field(default_factory=dict)
    items: tuple["Item", ...] = ()

    @property
    def is_question(self) -> bool:
        return self.kind in QUESTIONS

    def walk(self) -> Iterator["Item"]:
        """This item and all within, from top to bottom."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A whole questionnaire. `name` is its id for comparing waves, `version` is the author's."""

    name: str
    title: str
    version: str = ""
    languages: tuple[str, ...] = ("",)
    choices: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    items: tuple[Item, ...] = ()

    def walk(self) -> Iterator[Item]:
        """Every item from top to bottom, groups before what is in them."""
        for item in self.items:
            yield from item.walk()

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "Questionnaire":
        lists = {name: tuple(Choice(**one) for one in options) for name, options in body["choices"].items()}
        items = tuple(_item(one) for one in body["items"])
        rest = {"languages": tuple(body["languages"]), "choices": lists, "items": items}
        return cls(**{**body, **rest})


def in_language(words: Labels, language: str) -> str:
    """The words in the language, or else in any that there is."""
    return words.get(language) or words.get("") or next(iter(words.values()), "")


def _item(body: Mapping[str, Any]) -> Item:
    known = {one.name for one in fields(Item)}
    values = {key: value for key, value in body.items() if key in known}
    return Item(**{**values, "path": tuple(body["path"]), "items": tuple(map(_item, body["items"]))})
