"""Results as sheets of a workbook: the summary, the summary by sector, every answer. Plain cells for whoever writes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.forms import OWN, Value, is_own
from domain.questionnaire.model import Item, Labels, Questionnaire, in_language
from domain.results import OPEN, REST, Answered, Result, by_groups, results, show_share

Cell = str | int | float | None
Line = list[Cell]


@dataclass(frozen=True, slots=True)
class Material:
    """What results are made of. `names`: organisations and groups in words; `words`: headings and the like.

    `quotes`: what may be quoted of an open answer, by response and question; the others are not given away.
    """

    questionnaire: Questionnaire
    responses: Sequence[Answered]
    partners: Mapping[int, str]
    groups: Mapping[str, str]
    quotes: Mapping[tuple[int, str], str]
    words: Mapping[str, str]
    language: str


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    lines: list[Line]


def sheets(material: Material) -> list[Sheet]:
    """The three sheets, each with its headings first."""
    words = material.words
    return [
        Sheet(words["summary"], list(_summary(material))),
        Sheet(words["groups"], list(_groups(material))),
        Sheet(words["raw"], list(raw(material))),
    ]


def label_of(item: Item, language: str) -> str:
    return " ".join(in_language(item.label, language).split()) or item.name


def option_of(name: str, label: Labels, material: Material) -> str:
    """An option in words; one that the questionnaire does not name is of the register, or «другое»."""
    return in_language(label, material.language) or material.words.get(name, name)


def _summary(material: Material) -> Iterator[Line]:
    words = material.words
    yield [words["question"], words["option"], words["count"], words["n"], words["share"]]
    for result in results(material.questionnaire, material.responses):
        label = label_of(result.item, material.language)
        for row in result.rows:
            share = show_share(row.count, result.n)
            yield [label, option_of(row.name, row.label, material), row.count, result.n, share]
        yield from _scale(label, result, words)
        if result.item.kind in OPEN:
            yield [label, None, None, result.n, None]
            for text in quoted(result, material.quotes):
                yield [label, text, None, None, None]


def _scale(label: str, result: Result, words: Mapping[str, str]) -> Iterator[Line]:
    scale = result.scale
    if scale is None or scale.mean is None:
        return
    yield [label, words["mean"], round(scale.mean, 1), scale.n, None]
    yield [label, words["lowest"], scale.lowest, scale.n, None]
    yield [label, words["highest"], scale.highest, scale.n, None]


def quoted(result: Result, quotes: Mapping[tuple[int, str], str]) -> list[str]:
    """Own words that a librarian has let through."""
    keys = dict.fromkeys((response_id, result.item.name) for response_id, _ in result.words)
    return [quotes[key] for key in keys if key in quotes]


def _groups(material: Material) -> Iterator[Line]:
    words = material.words
    yield [words["question"], words["option"], words["group"], words["count"], words["n"]]
    labels = {one.item.name: {row.name: row.label for row in one.rows} for one in _all(material)}
    for groups in by_groups(material.questionnaire, material.responses):
        label, rows = label_of(groups.item, material.language), labels[groups.item.name]
        for name, size in groups.sizes.items():
            group = words[REST] if name == REST else material.groups.get(name, name)
            for option, option_label in rows.items():
                count = groups.counts[name].get(option, 0)
                yield [label, option_of(option, option_label, material), group, count, size]


def _all(material: Material) -> list[Result]:
    return results(material.questionnaire, material.responses)


def raw(material: Material) -> Iterator[Line]:
    """An organisation a line, its answers in words; questions inside a repeat a column for each repetition."""
    items = {item.name: item for item in material.questionnaire.walk() if item.is_question}
    keys = _columns(material, items)
    heads = [label_of(items[key.partition("#")[0]], material.language) for key in keys]
    yield [material.words["organisation"], material.words["group"], *heads]
    for one in material.responses:
        cells = (_cell(material, one, key, items[key.partition("#")[0]]) for key in keys)
        group = material.groups.get(one.group, one.group)
        yield [material.partners.get(one.partner_id, str(one.partner_id)), group, *cells]


def _columns(material: Material, items: Mapping[str, Item]) -> list[str]:
    """Keys of answers in the order of the questionnaire."""
    used = {key for one in material.responses for key in one.answers}
    places = {name: place for place, name in enumerate(items)}
    known = [key for key in used if key.partition("#")[0] in places]
    return sorted(known, key=lambda key: (places[key.partition("#")[0]], len(key), key))


def _cell(material: Material, one: Answered, key: str, item: Item) -> Cell:
    value = one.answers.get(key)
    if value is None:
        return None
    quote = material.quotes.get((one.response_id, item.name), material.words["unreviewed"])
    if item.kind in OPEN:
        return quote
    if isinstance(value, int):
        return value
    labels = {choice.name: choice.label for choice in material.questionnaire.choices.get(item.choices, ())}
    chosen = value if isinstance(value, list) else [value]
    return "; ".join(quote if is_own(name) else option_of(name, labels.get(name, {}), material) for name in chosen)


def own_text(value: Value) -> str:
    """What was typed: the whole of an open answer, the own value of a choice."""
    chosen = value if isinstance(value, list) else [str(value)]
    return "; ".join(one.removeprefix(OWN) for one in chosen if is_own(one)) or str(value)


def opens(questionnaire: Questionnaire) -> list[Item]:
    """The questions that bring words of people's own."""
    return [one for one in questionnaire.walk() if one.kind in OPEN or one.other or "other_most" in one.rt]


def words_in(answers: Mapping[str, Value], item: Item) -> str | None:
    """What the answers say in own words to the question, all repetitions together."""
    values = [value for key, value in answers.items() if key.partition("#")[0] == item.name]
    if item.kind not in OPEN:
        values = [value for value in values if own_text(value) != str(value)]
    return "; ".join(own_text(value) for value in values) or None
