"""Expressions of XLSForm, rewritten so that plain XPath 1.0 evaluates them as ODK does.

`${name}` becomes a path; functions that ODK adds or understands in its own way get the prefix `rt:`; both sides of
arithmetic and of `<` are made numbers by `rt:num`, because there ODK takes a date for the number of its day.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

OWN = frozenset(
    "selected count-selected selected-at if coalesce regex today now format-date format-date-time int round pow "
    "jr:choice-name once position min max date date-time decimal-date-time string-length not-empty join substr".split()
)
"""Functions that `domain.questionnaire.functions` carries out."""
CORE = frozenset(
    "last count id local-name name string concat starts-with contains substring-before substring-after substring "
    "normalize-space translate boolean not true false number sum floor ceiling".split()
)
"""Functions that XPath 1.0 has itself."""
ARITY = {
    "selected": (2, 2),
    "count-selected": (1, 1),
    "selected-at": (2, 2),
    "if": (3, 3),
    "coalesce": (1, 99),
    "regex": (2, 2),
    "today": (0, 0),
    "now": (0, 0),
    "format-date": (2, 2),
    "format-date-time": (2, 2),
    "int": (1, 1),
    "round": (1, 2),
    "pow": (2, 2),
    "jr:choice-name": (2, 2),
    "once": (1, 1),
    "position": (0, 1),
    "min": (1, 99),
    "max": (1, 99),
    "date": (1, 1),
    "date-time": (1, 1),
    "decimal-date-time": (1, 1),
    "string-length": (0, 1),
    "join": (2, 99),
    "substr": (2, 3),
}
RENAMED = {"jr:choice-name": "choice-name"}
TOKEN = re.compile(
    r"""\s*(?:
        (?P<ref>\$\{\s*(?:last-saved\#)?(?P<name>[^\W\d][\w.-]*)\s*\})
      | (?P<string>"[^"]*"|'[^']*')
      | (?P<number>\d+(?:\.\d*)?|\.\d+)
      | (?P<name_test>(?:[^\W\d][\w.-]*:)?(?:[^\W\d][\w.-]*|\*(?<=:\*)))
      | (?P<sign><=|>=|!=|//|::|\.\.|[-+*=<>|/()\[\],.@])
    )""",
    re.VERBOSE,
)
LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
NUMERIC = frozenset({"<", "<=", ">", ">=", "+", "-", "*", "div", "mod"})


DEEPEST = 50
"""Brackets within brackets: each takes some of Python's own stack, here and wherever the form is asked."""


class BadExpression(Exception):  # noqa: N818 - `args`: a code, and what it speaks of
    """Why an expression can't be used: syntax, deep, function (unknown), arguments (their number), name (unknown)."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """An expression as XPath 1.0, and the names that it asks for."""

    xpath: str
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Token:
    """A part of an expression: `ref` (with its `name`), `string`, `number`, `name_test` or `sign`."""

    kind: str
    text: str
    name: str = ""


def rewrite(source: str, path_to: Callable[[str], str]) -> Rewritten:
    """The expression as XPath. `path_to` gives the path of a name, or raises `BadExpression("name", name)`."""
    parser = _Parser(list(tokens(source)), path_to)
    return Rewritten(parser.whole(), frozenset(parser.names))


def names_in(source: str) -> frozenset[str]:
    """The names that an expression asks for, whether it is otherwise right or not."""
    return frozenset(found["name"] for found in TOKEN.finditer(source) if found["ref"])


def tokens(source: str) -> Iterator[Token]:
    """The parts of an expression, spaces left out; `BadExpression` where there is none."""
    at = 0
    source = source.strip()
    while at < len(source):
        found = TOKEN.match(source, at)
        if found is None:
            raise BadExpression("syntax", source[at : at + 20])
        at = found.end()
        kind = found.lastgroup if found.lastgroup != "name" else "ref"
        kind = "ref" if found["ref"] else kind
        yield Token(kind or "", found[0].strip(), found["name"] or "")


class _Parser:
    """Reads by precedence and writes as it reads."""

    def __init__(self, tokens: list[Token], path_to: Callable[[str], str]) -> None:
        self._tokens = tokens
        self._path_to = path_to
        self._at = 0
        self._depth = 0
        self.names: set[str] = set()

    def whole(self) -> str:
        written = self._binary(0)
        if self._at < len(self._tokens):
            raise BadExpression("syntax", self._text())
        return written

    def _binary(self, level: int) -> str:
        if level == len(LEVELS):
            return self._unary()
        left = self._binary(level + 1)
        while (sign := self._text()) in LEVELS[level] and self._here().kind in ("sign", "name_test"):
            self._at += 1
            right = self._binary(level + 1)
            left = _num(left, sign, right) if sign in NUMERIC else f"{left} {sign} {right}"
        return left

    def _inner(self) -> str:
        return self._deeper(lambda: self._binary(0))

    def _deeper(self, read: Callable[[], str]) -> str:
        self._depth += 1
        if self._depth > DEEPEST:
            raise BadExpression("deep", str(DEEPEST))
        written = read()
        self._depth -= 1
        return written

    def _unary(self) -> str:
        if self._text() == "-":
            self._at += 1
            return f"-rt:num({self._deeper(self._unary)})"
        left = self._path()
        while self._text() == "|":
            self._at += 1
            left = f"{left} | {self._path()}"
        return left

    def _path(self) -> str:
        """A primary with what may follow it: predicates and steps."""
        written = self._primary()
        while self._text() in ("[", "/", "//"):
            if self._text() == "[":
                written += self._predicate()
            else:
                written += self._next() + self._step()
        return written

    def _primary(self) -> str:
        token = self._here()
        if token.kind in ("string", "number"):
            return self._next()
        if token.kind == "ref":
            self._at += 1
            self.names.add(token.name)
            return self._path_to(token.name)
        if token.text == "(":
            return self._bracketed()
        if token.text in ("/", "//"):
            return self._absolute()
        if token.kind == "name_test" and self._text(1) == "(":
            return self._call()
        return self._step()

    def _absolute(self) -> str:
        slash = self._next()
        follows = self._here()
        is_step = follows.kind == "name_test" or follows.text in (".", "..", "@", "*")
        return slash + self._step() if is_step else slash

    def _bracketed(self) -> str:
        self._expect("(")
        inner = self._inner()
        self._expect(")")
        return f"({inner})"

    def _predicate(self) -> str:
        self._expect("[")
        inner = self._inner()
        self._expect("]")
        return f"[{inner}]"

    def _step(self) -> str:
        token = self._here()
        if token.text == "@":
            return self._next() + self._step()
        if token.kind == "name_test" and self._text(1) == "::":
            return self._next() + self._next() + self._step()
        if token.kind == "name_test" and self._text(1) == "(":  # node(), text()
            name = self._next()
            self._expect("(")
            self._expect(")")
            return f"{name}()"
        if token.kind == "name_test" or token.text in (".", "..", "*"):
            return self._next()
        raise BadExpression("syntax", token.text)

    def _call(self) -> str:
        name = self._next()
        arguments = self._arguments()
        if name in ("text", "node", "comment"):
            return f"{name}()"
        if name not in OWN | CORE:
            raise BadExpression("function", name)
        fewest, most = ARITY.get(name, (0, 99))
        if not fewest <= len(arguments) <= most:
            raise BadExpression("arguments", name)
        if name == "once":
            arguments = [".", *arguments]
        is_own = name in OWN and not (name in ("position", "string-length") and not arguments)
        return f"{'rt:' if is_own else ''}{RENAMED.get(name, name)}({', '.join(arguments)})"

    def _arguments(self) -> list[str]:
        self._expect("(")
        if self._text() == ")":
            self._at += 1
            return []
        arguments = [self._inner()]
        while self._text() == ",":
            self._at += 1
            arguments.append(self._inner())
        self._expect(")")
        return arguments

    def _here(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else Token("end", "")

    def _text(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._tokens[at].text if at < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._here()
        if token.kind == "end":
            raise BadExpression("syntax", "")
        self._at += 1
        return token.text

    def _expect(self, text: str) -> None:
        if self._text() != text:
            raise BadExpression("syntax", self._text())
        self._at += 1


def _num(left: str, sign: str, right: str) -> str:
    return f"rt:num({left}) {sign} rt:num({right})"
