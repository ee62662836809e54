"""Conditions that can be said in words: which answer to which question, joined by «and» and «or».

Anything else (arithmetic, calculations, functions beyond these) is no condition of this kind, and stands as written.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from domain.questionnaire.expression import BadExpression, Token, tokens
from domain.questionnaire.model import Questionnaire


@dataclass(frozen=True, slots=True)
class Said:
    """Something about one question: an option chosen (one of `options`), a comparison (`sign`, `number`), or whether it
    is answered at all (neither). `yes` False: the contrary."""

    questions: tuple[str, ...]
    options: tuple[str, ...] = ()
    sign: str = ""
    number: str = ""
    yes: bool = True


@dataclass(frozen=True, slots=True)
class Joined:
    """All of the parts (`every`), or any one of them."""

    every: bool
    parts: tuple["Condition", ...]


Condition = Said | Joined

SIGNS = frozenset({"<", "<=", ">", ">="})
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


class Unsayable(Exception):  # noqa: N818 - not a fault: it is shown as it was written
    """The condition is none that has words."""


def condition_of(source: str, questionnaire: Questionnaire) -> Condition:
    """The condition of an expression; `Unsayable` for one that asks anything else."""
    asked = {item.name: item.kind for item in questionnaire.walk() if item.is_question}
    try:
        return _Reader(list(tokens(source)), asked.get).whole()
    except BadExpression as bad:
        raise Unsayable from bad


class _Reader:
    """By precedence: «or» below «and» below one comparison."""

    def __init__(self, parts: list[Token], kind_of: Callable[[str], str | None]) -> None:
        self._parts = parts
        self._kind_of = kind_of

    def whole(self) -> Condition:
        found = self._any()
        if self._parts:
            raise Unsayable
        return found

    def _any(self) -> Condition:
        return _joined(every=False, parts=list(self._separated("or", self._all)))

    def _all(self) -> Condition:
        return _joined(every=True, parts=list(self._separated("and", self._one)))

    def _separated(self, word: str, part: Callable[[], Condition]) -> Iterator[Condition]:
        yield part()
        while self._is(word):
            self._take(word)
            yield part()

    def _one(self) -> Condition:
        if self._is("("):
            self._take("(")
            found = self._any()
            self._take(")")
            return found
        if self._is("not"):
            return _contrary(self._called("not", self._any))
        if self._is("selected"):
            return self._called("selected", self._selected)
        return self._compared()

    def _called(self, name: str, inside: Callable[[], Condition]) -> Condition:
        self._take(name)
        self._take("(")
        found = inside()
        self._take(")")
        return found

    def _selected(self) -> Condition:
        question = self._question()
        self._take(",")
        return Said((question,), (self._literal("string"),))

    def _compared(self) -> Condition:
        if self._parts and self._parts[0].kind != "ref":
            value, sign, question = self._value(), self._sign(), self._question()
            return self._said(question, TURNED.get(sign, sign), value)
        question, sign, value = self._question(), self._sign(), self._value()
        return self._said(question, sign, value)

    def _said(self, question: str, sign: str, value: Token) -> Condition:
        text, is_equal = value.text.strip("'\""), sign in ("=", "!=")
        if is_equal and text == "":
            return Said((question,), yes=sign == "!=")
        if is_equal and str(self._kind_of(question)).startswith("select_"):
            return Said((question,), (text,), yes=sign == "=")
        if value.kind != "number" and not is_equal:
            raise Unsayable
        return Said((question,), (), sign, text)

    def _question(self) -> str:
        token = self._next("ref")
        if self._kind_of(token.name) is None:
            raise Unsayable
        return token.name

    def _sign(self) -> str:
        text = self._next("sign").text
        if text not in SIGNS | {"=", "!="}:
            raise Unsayable
        return text

    def _value(self) -> Token:
        return self._next("string", "number")

    def _literal(self, kind: str) -> str:
        return self._next(kind).text.strip("'\"")

    def _is(self, text: str) -> bool:
        return bool(self._parts) and self._parts[0].text == text and self._parts[0].kind != "string"

    def _take(self, text: str) -> None:
        if not self._is(text):
            raise Unsayable
        del self._parts[0]

    def _next(self, *kinds: str) -> Token:
        if not self._parts or self._parts[0].kind not in kinds:
            raise Unsayable
        return self._parts.pop(0)


def _contrary(condition: Condition) -> Condition:
    if isinstance(condition, Joined) or condition.sign:
        raise Unsayable
    return replace(condition, yes=not condition.yes)


def _joined(*, every: bool, parts: list[Condition]) -> Condition:
    """Parts that say the same of one question, or of several, are one: «да» или «раньше», an answer below 3 to any."""
    merged: list[Condition] = []
    for part in parts:
        known = next((one for one in merged if _merges(one, part, every=every)), None)
        if known is None:
            merged.append(part)
        else:
            merged[merged.index(known)] = _merged(known, part)
    return merged[0] if len(merged) == 1 else Joined(every, tuple(merged))


def _merges(one: Condition, other: Condition, *, every: bool) -> bool:
    """Options of one question join where any of them is enough, or where none of them may be."""
    if isinstance(one, Joined) or isinstance(other, Joined):
        return False
    if one.options and other.options and one.questions == other.questions and one.yes is other.yes:
        return one.yes is not every
    same = (one.sign, one.number) == (other.sign, other.number)
    return not every and bool(one.sign) and same


def _merged(one: Condition, other: Condition) -> Condition:
    if isinstance(one, Joined) or isinstance(other, Joined):
        raise Unsayable
    questions = one.questions + tuple(name for name in other.questions if name not in one.questions)
    return replace(one, questions=questions, options=one.options + other.options)
