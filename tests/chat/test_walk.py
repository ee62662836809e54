"""A random walk over the whole bot: whatever people do, nothing breaks and nobody is left without a way on.

Hypothesis draws who does what. The numbers that it draws choose among the buttons that are there, so that a walk that
failed can be walked again and cut short, though nobody knows beforehand what the bot will show.
"""

import asyncio
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.chat import odd_updates as odd
from tests.chat.walking import Walk, walk_of
from tests.engines import NO_POSTGRES, POSTGRES

pytestmark = pytest.mark.long

PEOPLE = 10
STEPS = 125
"""Of one walk: long enough to get to the end of a form."""
BETWEEN = 25
"""Steps before the bot is started anew."""
TEXTS = (
    "/start", "/help", "/events", "/my", "/new", "/survey", "/partners", "/settings", "/privacy", "/staff", "/health",
    "/cancel", "/start e1", "/start e1-going", "/start e999", "/start pno-such", "/start Z", "/start vno-such-code",
    "/new Вечер завтра в 15-00, Герцена", "/new", "/nonsense",
    'Круглый стол "Наш принцип" 27 апреля в 14.00, Герцена, 30 мест, 12+', "Вечер", "31 февраля", "0", "2", "100000",
    "<b>жирно", "a & b < c", "{ $title }", "=1+1", "я" * 5000, "😀", "\u202eобратно", " ", "завтра", "27.04.2018 14:00",
    "30", "12+", "да", "нет", "Герцена", "1\n2\n3", "https://t.me/x?start=e1", "DROP TABLE events;--",
    "8 (4822) 33-44-55", "Лапина Мария Ивановна", "lib@example.org",
    "6 «Б», 24 человека", "25 мая, 1 июня", "1, 3", "-", "май", "нет мест",
)  # fmt: skip
FORGED = (
    "", "x", "ra:1:0", "ra:999:0", "ra:1:9", "rg:1:-5", "mg:1", "mgxd:1:0", "fo:1:0:0", "st:0", "ev:abc", "cgv:1:0:e1",
)  # fmt: skip
THINGS: tuple[Any, ...] = (
    "photo", "sticker", "протокол.txt", "таблица.xlsx", "бумага.docx",
    {"contact": {"phone_number": "+74822334455", "first_name": "Мария"}},
    {"location": {"latitude": 56.86, "longitude": 35.9}},
)  # fmt: skip
HOURS = (0.2, 1, 5, 24, 24 * 7, 24 * 32, 24 * 220)
WHO = st.integers(0, PEOPLE - 1)
WHICH = st.integers(0, 31)
SAID = st.sampled_from(TEXTS + odd.WORDS)


class Town(RuleBasedStateMachine):
    """One walk. Most of it is pressed; and whoever has pressed often goes on."""

    steps = 0
    engine = "sqlite"

    @initialize(has_names=st.booleans(), review=st.sampled_from(("none", "methodist", "director")))
    def opens(self, has_names: bool, review: str) -> None:
        self.last = self.since = 0
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.folder = TemporaryDirectory(ignore_cleanup_errors=True)
        walk = walk_of(Path(self.folder.name), self.engine, has_names=has_names, review=review)
        self.walk: Walk = self.runner.run(self.stack.enter_async_context(walk))

    @rule(who=WHO, which=WHICH)
    def presses(self, who: int, which: int) -> None:
        self.does(who, self.walk.press(who, 0, which))

    @rule(which=WHICH)
    def goes_on(self, which: int) -> None:
        self.does(self.last, self.walk.press(self.last, 0, which))

    @rule(which=WHICH)
    def goes_further(self, which: int) -> None:
        self.does(self.last, self.walk.press(self.last, 0, which))

    @rule(which=WHICH)
    def goes_through(self, which: int) -> None:
        self.does(self.last, self.walk.press(self.last, 0, which))

    @rule(who=WHO, back=st.integers(1, 20), which=WHICH)
    def goes_back_to_an_old_button(self, who: int, back: int, which: int) -> None:
        self.does(who, self.walk.press(who, back, which))

    @rule(text=SAID)
    def types(self, text: str) -> None:
        self.does(self.last, self.walk.say(self.last, text))

    @rule(who=WHO, text=SAID)
    def types_unasked(self, who: int, text: str) -> None:
        self.does(who, self.walk.say(who, text))

    @rule(who=WHO)
    def starts(self, who: int) -> None:
        self.does(who, self.walk.start(who))

    @rule(who=WHO, data=st.sampled_from(FORGED + odd.PRESSES), which=WHICH)
    def forges(self, who: int, data: str, which: int) -> None:
        self.does(who, self.walk.forge(who, data, which))

    @rule(what=st.sampled_from(THINGS + odd.BODIES))
    def sends(self, what: Any) -> None:
        self.does(self.last, self.walk.send(self.last, what))

    @rule(who=WHO, text=st.sampled_from(("/events", "/start", "@roundtable_sandbox_bot привет", "/new Вечер", "ау")))
    def speaks_up(self, who: int, text: str) -> None:
        self.does(who, self.walk.speak_up(who, text))

    @rule(who=WHO, words=st.sampled_from(("", "клуб", "27 апреля", "ничего такого")), pick=WHICH)
    def looks_for(self, who: int, words: str, pick: int) -> None:
        self.does(who, self.walk.look_for(who, words, pick))

    @rule(who=WHO, what=st.sampled_from(odd.BODIES))
    def sends_to_the_group(self, who: int, what: Any) -> None:
        self.does(who, odd.in_group(self.walk, who, what))

    @rule(who=WHO, which=WHICH, text=SAID)
    def edits(self, who: int, which: int, text: str) -> None:
        self.does(who, odd.edits(self.walk, who, which, text))

    @rule(who=WHO, which=WHICH, text=SAID)
    def replies(self, who: int, which: int, text: str) -> None:
        self.does(who, odd.replies(self.walk, who, which, text))

    @rule(who=WHO, other=WHO, which=WHICH)
    def presses_of_another(self, who: int, other: int, which: int) -> None:
        self.does(who, odd.presses_of_another(self.walk, who, other, which))

    @rule(who=WHO, which=WHICH)
    def presses_thrice(self, who: int, which: int) -> None:
        self.does(who, odd.presses_thrice(self.walk, who, which))

    @rule(who=WHO, status=st.sampled_from(odd.PLACES))
    def moves_the_bot(self, who: int, status: str) -> None:
        self.does(who, odd.moves_bot(self.walk, who, status))

    @rule(who=WHO)
    def lets_the_group_grow(self, who: int) -> None:
        self.does(who, odd.lets_group_grow(self.walk, who))

    @rule(who=WHO)
    def blocks(self, who: int) -> None:
        self.does(self.last, self.walk.block(who))

    @rule(hours=st.sampled_from(HOURS))
    def time_passes(self, hours: float) -> None:
        self.does(self.last, self.walk.pass_time(hours))

    @precondition(lambda self: self.since >= BETWEEN)
    @rule()
    def restarts(self) -> None:
        self.does(self.last, self.walk.restart())
        self.since = 0

    @invariant()
    def all_is_well(self) -> None:
        self.runner.run(self.walk.check())

    def does(self, who: int, act: Coroutine[Any, Any, None]) -> None:
        Town.steps += 1
        self.since += 1
        self.last = who
        self.runner.run(act)

    def teardown(self) -> None:
        if not hasattr(self, "walk"):
            return
        try:
            self.runner.run(self.walk.end())
        finally:
            self.runner.run(self.stack.aclose())
            self.runner.close()
            self.folder.cleanup()


def walk(number: int, engine: str = "sqlite", steps: int = 500) -> None:
    """So many steps; the same ones for the same number."""
    own = settings(
        max_examples=steps // STEPS + 1,  # the first one is always the simplest that there is
        stateful_step_count=STEPS + 1,  # the first one opens the town
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    begun = Town.steps
    run_state_machine_as_test(seed(number)(type("Walk", (Town,), {"engine": engine})), settings=own)
    assert Town.steps - begun >= steps


def test_nothing_breaks_whatever_people_do() -> None:
    walk(1)


@pytest.mark.faults
@pytest.mark.parametrize("number", range(2, 22))
def test_nothing_breaks_in_ten_thousand_steps(number: int) -> None:
    walk(number)


@pytest.mark.faults
@pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES)
@pytest.mark.parametrize("number", range(22, 27))
def test_nothing_breaks_on_a_server_either(number: int) -> None:
    walk(number, "postgresql")
