"""When a question is asked, in words: «если в вопросе 3 выбрано «да»»; what has no words stands as it was written."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from domain.questionnaire.conditions import Condition, Joined, Said, Unsayable, condition_of
from domain.questionnaire.model import Questionnaire, in_language

Plain = Callable[..., str]
"""A sentence of the catalogue by its key and values."""
SIGNS = {
    "=": "condition-is",
    "!=": "condition-isnt",
    "<": "condition-below",
    ">": "condition-above",
    "<=": "condition-most",
    ">=": "condition-least",
}
SPAN = 3
"""Numbers in a row from which on only the first and the last are said."""


def condition_words(
    conditions: Sequence[str], questionnaire: Questionnaire, numbers: Mapping[str, int], plain: Plain, language: str
) -> str:
    """All conditions of a question. `numbers`: what the questions are called by; a condition on one that has none
    stands as it was written."""
    words, each = _Words(questionnaire, numbers, plain, language), list(dict.fromkeys(conditions))
    return plain("condition-every").join(words.of(one, alone=len(each) == 1) for one in each)


def has_words(condition: str, questionnaire: Questionnaire) -> bool:
    try:
        condition_of(condition, questionnaire)
    except Unsayable:
        return False
    return True


class _Words:
    def __init__(self, questionnaire: Questionnaire, numbers: Mapping[str, int], plain: Plain, language: str) -> None:
        self._questionnaire = questionnaire
        self._numbers = numbers
        self._plain = plain
        self._language = language
        self._items = {item.name: item for item in questionnaire.walk()}

    def of(self, source: str, *, alone: bool) -> str:
        try:
            condition = condition_of(source, self._questionnaire)
            return self._condition(condition) if alone else self._part(condition)
        except (Unsayable, KeyError):
            return source

    def _condition(self, condition: Condition) -> str:
        if isinstance(condition, Joined):
            by = self._plain("condition-every" if condition.every else "condition-any")
            return by.join(self._part(part) for part in condition.parts)
        return self._said(condition)

    def _part(self, part: Condition) -> str:
        words = self._condition(part)
        return f"({words})" if isinstance(part, Joined) else words

    def _said(self, said: Said) -> str:
        if said.options:
            *first, last = (self._option(said, one) for one in said.options)
            options = self._plain("condition-or").join((", ".join(first), last)) if first else last
            key = "condition-chosen" if said.yes else "condition-not-chosen"
            return self._plain(key, question=self._number(said), options=options)
        if not said.sign:
            key = "condition-answered" if said.yes else "condition-not-answered"
            return self._plain(key, question=self._number(said))
        answer = self._plain(SIGNS[said.sign], number=said.number)
        numbers = sorted({self._numbers[name] for name in said.questions})
        if len(said.questions) == 1:
            return self._plain("condition-answer", question=str(numbers[0]), answer=answer)
        key = "condition-any-row" if len(numbers) == 1 else "condition-any-question"
        return self._plain(key, question=_spans(numbers), answer=answer)

    def _number(self, said: Said) -> str:
        return str(self._numbers[said.questions[0]])

    def _option(self, said: Said, name: str) -> str:
        item = self._items[said.questions[0]]
        found = next((one for one in self._questionnaire.choices.get(item.choices, ()) if one.name == name), None)
        words = in_language(found.label, self._language) if found else self._plain("condition-other", name=name)
        return self._plain("condition-quoted", text=words)


def _spans(numbers: Sequence[int]) -> str:
    """«11–15», «4, 7»."""
    in_a_row = all(after - before == 1 for before, after in pairwise(numbers))
    if in_a_row and len(numbers) >= SPAN:
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(map(str, numbers))
