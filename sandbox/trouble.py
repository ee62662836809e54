"""Trouble on demand: what a network, a gateway and a busy messenger do to a bot."""

import random
from dataclasses import dataclass, field
from typing import Literal, get_args

Kind = Literal[
    "401",
    "403",
    "500",
    "502",
    "503",
    "504",
    "429",
    "refuse",
    "reset_before",
    "reset_after",
    "hang",
    "broken_json",
    "slow",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
QUIET = ("getUpdates", "getMe")
"""Only struck when they are named: a bot that cannot even poll shows nothing."""


@dataclass(slots=True)
class Rule:
    """Does `kind` to calls of `method` ("*" = every one) about `chat` (None = any), `times` times (None = always)."""

    kind: Kind
    method: str = "*"
    chat: int | None = None
    times: int | None = None
    probability: float = 1.0
    seconds: float = 1.0


@dataclass(slots=True)
class Trouble:
    """The rules in force, and whether the whole messenger is gone. `chance` decides what is only probable."""

    rules: list[Rule] = field(default_factory=list)
    offline: bool = False
    chance: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311 - no secret

    def pick(self, method: str, chat: int | None) -> Rule | None:
        """The rule that strikes this call, if any; it is used up by it."""
        for rule in self.rules:
            if self._strikes(rule, method, chat):
                self._use(rule)
                return rule
        return None

    def clear(self) -> None:
        self.rules.clear()
        self.offline = False

    def _strikes(self, rule: Rule, method: str, chat: int | None) -> bool:
        meant = rule.method == method or (rule.method == "*" and method not in QUIET)
        return meant and rule.chat in (None, chat) and self._happens(rule)

    def _happens(self, rule: Rule) -> bool:
        return rule.probability >= 1 or self.chance.random() < rule.probability

    def _use(self, rule: Rule) -> None:
        if rule.times is not None:
            rule.times -= 1
            if rule.times <= 0:
                self.rules.remove(rule)
