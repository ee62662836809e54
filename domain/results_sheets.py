"""Results as sheets of a workbook: the summary, the summary by sector, every answer, what may be quoted.

Plain cells for whoever writes. An organisation's own words never stand beside its name (DOMAIN.md §2.2).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.forms import is_own
from domain.own_words import OPEN
from domain.questionnaire.model import Item, Labels, Questionnaire, in_language
from domain.results import NUMBERS, OTHER, REST, Answered, Result, by_groups, day_words, is_number, results, show_share

Cell = str | int | float | None
Line = list[Cell]


@dataclass(frozen=True, slots=True)
class Wording:
    """What results are said in. `groups`: sectors in words; `words`: headings, and what options of registers mean."""

    groups: Mapping[str, str]
    words: Mapping[str, str]
    language: str

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def option(self, name: str, label: Labels) -> str:
        """An option in words; one that the questionnaire does not name is of the register, or «другое»."""
        return in_language(label, self.language) or self.words.get(name, name)

    def group(self, name: str) -> str:
        return self.words[REST] if name == REST else self.groups.get(name, name)

    def label(self, item: Item) -> str:
        """What a question is called, on one line."""
        return label_of(item, self.language)


@dataclass(frozen=True, slots=True)
class Material:
    """What sheets are made of. `partners`: organisations by name; `quotes`: what may be quoted of an open answer, by
    response and question."""

    questionnaire: Questionnaire
    responses: Sequence[Answered]
    partners: Mapping[int, str]
    quotes: Mapping[tuple[int, str], str]
    wording: Wording


@dataclass(frozen=True, slots=True)
class Sheet:
    """`widths` of its columns in letters; without any all are alike."""

    name: str
    lines: list[Line]
    widths: tuple[int, ...] = ()


def sheets(material: Material) -> list[Sheet]:
    """The sheets, each with its headings first."""
    words = material.wording
    found = results(material.questionnaire, material.responses)
    return [
        Sheet(words["summary"], list(_summary(found, material))),
        Sheet(words["groups"], list(_groups(found, material))),
        Sheet(words["raw"], list(raw(material))),
        Sheet(words["quotes"], list(_said(found, material))),
    ]


def label_of(item: Item, language: str) -> str:
    return " ".join(in_language(item.label, language).split()) or item.name


def _summary(found: Sequence[Result], material: Material) -> Iterator[Line]:
    words = material.wording
    yield [words["question"], words["option"], words["count"], words["n"], words["share"]]
    for result in found:
        label = material.wording.label(result.item)
        for row in result.rows:
            share = show_share(row.count, result.n)
            yield [label, words.option(row.name, row.label), row.count, result.n, share]
        yield from _scale(label, result, words)
        if result.item.kind in OPEN:
            yield [label, None, None, result.n, None]


def _scale(label: str, result: Result, words: Wording) -> Iterator[Line]:
    scale = result.scale
    if scale is None or scale.mean is None:
        return
    yield [label, words["mean"], round(scale.mean, 1), scale.n, None]
    yield [label, words["lowest"], scale.lowest, scale.n, None]
    yield [label, words["highest"], scale.highest, scale.n, None]


def _said(found: Sequence[Result], material: Material) -> Iterator[Line]:
    """Own words that a librarian has let through, in an order that says nothing of who said them."""
    yield [material.wording["question"], material.wording["quote"]]
    by_question: dict[str, list[str]] = {}
    for (_, name), text in material.quotes.items():
        by_question.setdefault(name, []).append(text)
    for result in found:
        label = material.wording.label(result.item)
        for text in sorted(by_question.get(result.item.name, ())):
            yield [label, text]


def _groups(found: Sequence[Result], material: Material) -> Iterator[Line]:
    words = material.wording
    yield [words["question"], words["option"], words["group"], words["count"], words["n"]]
    labels = {one.item.name: {row.name: row.label for row in one.rows} for one in found}
    for groups in by_groups(found, material.responses):
        label, rows = words.label(groups.item), labels[groups.item.name]
        for name, size in groups.sizes.items():
            group = words.group(name)
            for option, option_label in rows.items():
                count = groups.counts[name].get(option, 0)
                yield [label, words.option(option, option_label), group, count, size]


def raw(material: Material, *, own_words: bool = False) -> Iterator[Line]:
    """An organisation a line, its answers in words; questions inside a repeat a column for each repetition.

    `own_words`: with all that was said in people's own words, as it was said; otherwise without.
    """
    items = {item.name: item for item in material.questionnaire.walk() if item.is_question}
    shown = {name: item for name, item in items.items() if own_words or item.kind not in OPEN}
    keys, cells = _columns(material, shown), _Cells(material, own_words)
    heads = [material.wording.label(items[key.partition("#")[0]]) for key in keys]
    columns = [(key, items[key.partition("#")[0]]) for key in keys]
    yield [material.wording["organisation"], material.wording["group"], *heads]
    for one in material.responses:
        group = material.wording.group(one.group)
        line = (cells.of(one, key, item) for key, item in columns)
        yield [material.partners.get(one.partner_id, str(one.partner_id)), group, *line]


def _columns(material: Material, items: Mapping[str, Item]) -> list[str]:
    """Keys of answers in the order of the questionnaire."""
    used = {key for one in material.responses for key in one.answers}
    places = {name: place for place, name in enumerate(items)}
    known = [key for key in used if key.partition("#")[0] in places]
    return sorted(known, key=lambda key: (places[key.partition("#")[0]], len(key), key))


class _Cells:
    """Answers in words; the words of a list of options are looked up once."""

    def __init__(self, material: Material, own_words: bool) -> None:
        self._own_words = own_words
        self._wording = material.wording
        self._labels = {
            name: {one.name: material.wording.option(one.name, one.label) for one in reversed(options)}
            for name, options in material.questionnaire.choices.items()
        }

    def of(self, one: Answered, key: str, item: Item) -> Cell:
        value = one.answers.get(key)
        if value is None or isinstance(value, int):
            return value
        if isinstance(value, str) and item.kind in NUMBERS and is_number(value):
            return float(value)
        if item.kind in OPEN:
            return str(value)
        if isinstance(value, str) and not item.kind.startswith("select_"):
            return day_words(value)
        labels = self._labels.get(item.choices, {})
        return "; ".join(self._option(name, labels) for name in (value if isinstance(value, list) else [value]))

    def _option(self, name: str, labels: Mapping[str, str]) -> str:
        if is_own(name):
            return name.partition(":")[2] if self._own_words else self._wording.option(OTHER, {})
        return labels.get(name) or self._wording.option(name, {})
