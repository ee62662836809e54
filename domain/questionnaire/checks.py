"""Whether a questionnaire can be asked in chat: expressions compiled, kinds known, nothing asked for too early."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from domain.questionnaire import own, pictures
from domain.questionnaire.expression import BadExpression, names_in, rewrite
from domain.questionnaire.faults import Fault
from domain.questionnaire.functions import URI
from domain.questionnaire.model import MEDIA, Item, Questionnaire
from domain.questionnaire.places import Place, path_from, places_of

STRUCTURE = frozenset({"group", "repeat", "calculate"})
MOST_ITEMS = 2000
MOST_WORDS = 3000
EXPRESSIONS = {
    "relevant": "relevant",
    "constraint": "constraint",
    "calculation": "calculation",
    "choice_filter": "choice_filter",
    "count": "repeat_count",
}
"""Fields of an item that hold an expression, with the names of their columns."""


def faults_of(questionnaire: Questionnaire, *, media: bool) -> list[Fault]:
    """All that stands in the way. `media`: whether pictures, files and places may be asked for."""
    items = list(questionnaire.walk())
    found = [*_size(items), *_names(items)]
    places = places_of(questionnaire)
    for item in items:
        found += _kind(item, questionnaire, media=media)
        found += _expressions(item, places)
        found += _own_columns(item)
    return found


def _size(items: list[Item]) -> Iterator[Fault]:
    if not any(item.is_question for item in items):
        yield Fault("no-questions")
    images = {item.image for item in items if item.is_question and item.image}
    if len(images) > pictures.MOST:
        yield Fault("too-many-pictures", values={"number": len(images), "most": pictures.MOST})
    if len(items) > MOST_ITEMS:
        yield Fault("too-many-rows", values={"number": len(items), "most": MOST_ITEMS})


def _names(items: list[Item]) -> Iterator[Fault]:
    by_name = sorted(items, key=lambda item: item.name)
    for name, same in groupby(by_name, key=lambda item: item.name):
        rows = [item.row for item in same]
        if len(rows) > 1:
            yield Fault("name-twice", rows[-1], {"name": name})


def _kind(item: Item, questionnaire: Questionnaire, *, media: bool) -> Iterator[Fault]:
    if item.kind in MEDIA and not media:
        yield Fault("media-off", item.row, {"type": item.kind, "name": item.name})
    elif not item.is_question and item.kind not in STRUCTURE:
        yield Fault("type-unknown", item.row, {"type": item.kind, "name": item.name})
    if item.kind.startswith("select_") and not _has_options(item, questionnaire):
        yield Fault("list-unknown", item.row, {"list": item.choices, "name": item.name})
    if item.is_question and not (item.label or item.hint or item.image or own.words(item)):
        yield Fault("no-words", item.row, {"name": item.name})
    if item.image and item.is_question and _letters(item, questionnaire) > pictures.MOST_WORDS:
        yield Fault("picture-words", item.row, {"name": item.name, "most": pictures.MOST_WORDS})
    if any(len(words) > MOST_WORDS for words in item.label.values()):
        yield Fault("words-too-long", item.row, {"name": item.name, "most": MOST_WORDS})


def _has_options(item: Item, questionnaire: Questionnaire) -> bool:
    return bool(questionnaire.choices.get(item.choices)) or item.rt.get("list") in own.LISTS


def _letters(item: Item, questionnaire: Questionnaire) -> int:
    """Of the question, its hint and its options, in whatever language there are most."""
    parts = [item.label, item.hint, *(one.label for one in questionnaire.choices.get(item.choices, ()))]
    return sum(max(map(len, words.values()), default=0) for words in parts)


def _own_columns(item: Item) -> Iterator[Fault]:
    for column in sorted(item.rt):
        if not own.is_known(column):
            yield Fault("column-unknown", item.row, {"column": f"rt_{column}"})
    for column in ("least", "most", "other_most"):
        if item.rt.get(column, "0").isdecimal() is False:
            yield Fault("column-number", item.row, {"column": f"rt_{column}"})
    if item.rt.get("from") and item.rt["from"] not in own.CARD:
        yield Fault("card-unknown", item.row, {"field": item.rt["from"], "name": item.name})
    if item.rt.get("list") and item.rt["list"] not in own.LISTS:
        yield Fault("list-unknown", item.row, {"list": item.rt["list"], "name": item.name})


def _expressions(item: Item, places: Mapping[str, Place]) -> Iterator[Fault]:
    for field, source in _written(item):
        column = EXPRESSIONS.get(field, field)
        try:
            _compile(rewrite(source, lambda name: path_from(places[item.name], name, places)).xpath)
        except BadExpression as error:
            code, what = error.args if error.args[1] else ("unfinished", "")
            yield Fault(f"expression-{code}", item.row, {"column": column, "text": source[:200], "what": what})
            continue
        yield from _too_early(item, field, source, places)


def _written(item: Item) -> Iterator[tuple[str, str]]:
    for field in EXPRESSIONS:
        if getattr(item, field):
            yield field, getattr(item, field)
    if item.required not in ("", "yes", "no"):
        yield "required", item.required
    if item.rt.get("words_when"):
        yield "rt_words_when", item.rt["words_when"]
    for words in (*item.label.values(), *item.hint.values(), *own.words(item).values()):
        for name in sorted(names_in(words)):
            yield "label", f"${{{name}}}"


def _compile(xpath: str) -> None:
    from lxml import etree

    try:
        etree.XPath(xpath, namespaces={"rt": URI})
    except etree.XPathSyntaxError:
        raise BadExpression("syntax", xpath[:60]) from None


def _too_early(item: Item, field: str, source: str, places: Mapping[str, Place]) -> Iterator[Fault]:
    """An answer that is not there yet when it is asked for; a loop always has one of these in it."""
    if field == "constraint":
        return
    here = places[item.name].turn
    for name in sorted(names_in(source)):
        later = places[name].turn >= here and item.name not in places[name].item.path[:-1]
        if later:
            column = EXPRESSIONS.get(field, field)
            yield Fault("asks-too-early", item.row, {"column": column, "name": item.name, "later": name})
