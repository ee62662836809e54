"""The answers of a questionnaire as the document that its expressions are asked of."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from domain.forms import OWN as OWN_WORDS
from domain.forms import Answers, Value, is_own
from domain.questionnaire.expression import rewrite
from domain.questionnaire.functions import URI, boolean, functions, string
from domain.questionnaire.model import Choice, Item, Questionnaire, in_language
from domain.questionnaire.places import Place, path_from, places_of

Evaluate = Callable[..., Any]
IN, MORE = ":in", ":more"
"""Marks that no name of XLSForm can hold: where the repetitions of a repeat stand, and whether there is one more."""
YES, NO = "yes", "no"


class Instance:
    """A document of its own for one look at the answers: it follows them, and asks expressions of them.

    A question is known by its key: its name, and where it stands in repeats the numbers of the repetitions, «kid#2».
    """

    def __init__(self, questionnaire: Questionnaire, now: datetime, language: str) -> None:
        """`now` is the library's wall clock, which may be set again; `tells_time`: some expression has asked for it."""
        from lxml import etree

        self.now = now
        self.tells_time = False

        self._etree = etree
        self._questionnaire = questionnaire
        self._language = language
        self.places: Mapping[str, Place] = places_of(questionnaire)
        self._functions = functions(self._clock, self._choice_name)
        self._compiled: dict[tuple[str, str], tuple[Evaluate, dict[str, list[Any]]]] = {}
        self._followed: Answers = {}
        self._taken = 0
        self._root = etree.Element("data")
        self._elements: dict[str, Any] = {}
        self._own: dict[str, str] = {}
        self._rooms: dict[str, tuple[Any, Any]] = {}
        for item in questionnaire.items:
            self._grow(self._root, item)

    def ask(self, item: Item, expression: str, answers: Answers, numbers: tuple[int, ...] = ()) -> Any:
        """What the expression, which stands at the item, comes to by the answers."""
        self._follow(answers)
        return self._evaluate(item, expression, numbers, self.element(item, numbers))

    def holds(self, item: Item, expression: str, answers: Answers, numbers: tuple[int, ...] = ()) -> bool:
        return boolean(self.ask(item, expression, answers, numbers))

    def text(self, item: Item, expression: str, answers: Answers, numbers: tuple[int, ...] = ()) -> str:
        return string(self.ask(item, expression, answers, numbers))

    def would_hold(
        self, item: Item, expression: str, value: Value, answers: Answers, numbers: tuple[int, ...] = ()
    ) -> bool:
        """Whether the expression holds with this value as the item's own (`.`)."""
        self._follow(answers)
        element = self.element(item, numbers)
        before, element.text = element.text, text_of(value, self._own.get(item.name, ""))
        try:
            return boolean(self._evaluate(item, expression, numbers, element))
        finally:
            element.text = before

    def offers(self, item: Item, choice: Choice, answers: Answers, numbers: tuple[int, ...] = ()) -> bool:
        """Whether the item's filter lets the choice through; its columns are asked by their names."""
        self._follow(answers)
        row = self._etree.Element("item")
        for name, value in {**choice.columns, "name": choice.name}.items():
            self._etree.SubElement(row, name).text = value
        return boolean(self._evaluate(item, item.choice_filter, numbers, row))

    def filled(self, words: str, item: Item, answers: Answers, numbers: tuple[int, ...] = ()) -> str:
        """Words with what their `${name}` stand for now."""
        from re import sub

        return sub(r"\$\{\s*[\w.-]+\s*\}", lambda found: self.text(item, found[0], answers, numbers), words)

    def element(self, item: Item, numbers: tuple[int, ...]) -> Any:
        """The item's own element; of a repeat as a whole the one that its repetitions stand in."""
        own = self._elements.get(key_of(item.name, numbers))
        return self._elements[key_of(f"{item.name}{IN}", numbers)] if own is None else own

    def room(self, item: Item, numbers: tuple[int, ...]) -> str:
        """Makes room for one repetition (`numbers` ends with its own, from 1): it is there while the answer of the
        key that is returned is `YES`."""
        element = self._etree.Element(item.name)
        self._elements[key_of(item.name, numbers)] = element
        for inner in item.items:
            self._grow(element, inner, numbers)
        key = key_of(f"{item.name}{MORE}", numbers)
        self._rooms[key] = (self._elements[key_of(f"{item.name}{IN}", numbers[:-1])], element)
        return key

    def _grow(self, parent: Any, item: Item, numbers: tuple[int, ...] = ()) -> None:
        if item.kind == "repeat":
            self._elements[key_of(f"{item.name}{IN}", numbers)] = parent
            return
        element = self._etree.SubElement(parent, item.name)
        self._elements[key_of(item.name, numbers)] = element
        if item.other or "other_most" in item.rt:
            self._own[item.name] = "other"
        for inner in item.items:
            self._grow(element, inner, numbers)

    def _follow(self, answers: Answers) -> None:
        """Takes in what is new; all of it when these are other answers than before."""
        if answers is not self._followed or len(answers) < self._taken:
            self._clear()
            self._followed, self._taken = answers, 0
        for key, value in islice(answers.items(), self._taken, None):
            self._put(key, value)
        self._taken = len(answers)

    def _clear(self) -> None:
        for key in self._followed:
            self._put(key, "")

    def _put(self, key: str, value: Value) -> None:
        if key in self._rooms:
            self._open(*self._rooms[key], there=value == YES)
            return
        element = self._elements.get(key)
        if element is not None:
            element.text = text_of(value, self._own.get(key.partition("#")[0], ""))

    def _open(self, parent: Any, element: Any, *, there: bool) -> None:
        if there:
            parent.append(element)
        elif element.getparent() is not None:
            parent.remove(element)

    def _evaluate(self, item: Item, expression: str, numbers: tuple[int, ...], context: Any) -> Any:
        compiled = self._compiled.get((item.name, expression))
        if compiled is None:
            compiled = self._compiled[item.name, expression] = self._compile(item, expression)
        evaluate, constant = compiled
        if not numbers:
            return evaluate(context, **constant)
        return evaluate(context, **constant, **dict(self._repetitions(self.places[item.name], numbers)))

    def _compile(self, item: Item, expression: str) -> tuple[Evaluate, dict[str, list[Any]]]:
        """The expression, and the elements that it names and that stand in no repeat."""
        here = self.places[item.name]
        written = rewrite(expression, lambda name: path_from(here, name, self.places))
        used = {key: call for key, call in self._functions.items() if f"rt:{key[1]}(" in written.xpath}  # each costs
        evaluate: Evaluate = self._etree.XPath(written.xpath, namespaces={"rt": URI}, extensions=used)
        named = {f"q-{name}": name for name in written.names if f"$q-{name}" in written.xpath}
        return evaluate, {variable: [self._elements[name]] for variable, name in named.items()}

    def _repetitions(self, here: Place, numbers: tuple[int, ...]) -> Iterator[tuple[str, list[Any]]]:
        for depth, name in enumerate(here.repeats):
            yield f"r{depth}", [self._elements[key_of(name, numbers[: depth + 1])]]

    def _clock(self) -> datetime:
        self.tells_time = True
        return self.now

    def _choice_name(self, value: str, path: str) -> str:
        name = path.strip("${} ").rpartition("/")[2]
        place = self.places.get(name)
        options = self._questionnaire.choices.get(place.item.choices, ()) if place else ()
        found = next((option for option in options if option.name == value), None)
        return in_language(found.label, self._language) if found else value


def key_of(name: str, numbers: tuple[int, ...] = ()) -> str:
    """What a question is known by among the answers: «kid#2» is the question «kid» of the second repetition."""
    return "#".join((name, *map(str, numbers)))


def text_of(value: Value, other: str = "") -> str:
    """An answer as ODK writes it: options by their names with a space between, an own value as the option for it."""
    if isinstance(value, list):
        return " ".join(text_of(one, other) for one in value)
    text = str(value)
    return (other or text.removeprefix(OWN_WORDS)) if is_own(text) else text
