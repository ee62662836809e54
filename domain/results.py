"""What a survey has brought: counts, shares and means, each with the number it is of (DOMAIN.md §2.2)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from domain.forms import Value, is_own
from domain.own_words import OPEN
from domain.questionnaire.model import Choice, Item, Labels, Questionnaire

COUNTS_ONLY_UNDER = 10
"""With fewer answers shares would seem to say more than they do."""
WHOLE_UNDER = 100
SMALL_GROUP = 3
"""A smaller group would expose an organisation."""
REST = "rest"
"""Groups too small to stand alone, together."""
OTHER = "other"
NUMBERS = frozenset({"integer", "decimal", "range"})
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d).*)?")
NO_ANSWER = frozenset({"note", "acknowledge", "image", "file", "geopoint"})


@dataclass(frozen=True, slots=True)
class Answered:
    """One organisation's answers that count, by question; `group` is what results are broken down by (its sector)."""

    response_id: int
    partner_id: int
    group: str
    answers: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Row:
    """An option and how many chose it."""

    name: str
    label: Labels
    count: int


@dataclass(frozen=True, slots=True)
class Scale:
    """The mean of a scale or of numbers. `unknown`: who chose an option that is no number («не знаю»), left out."""

    mean: float | None
    lowest: float | None
    highest: float | None
    n: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Result:
    """What one question has brought. `n`: who was shown it and answered; `several`: more than one could be chosen.

    `words` are own answers as they were typed, with the response they are from: for a librarian to review.
    """

    item: Item
    n: int
    rows: tuple[Row, ...] = ()
    several: bool = False
    scale: Scale | None = None
    words: tuple[tuple[int, str], ...] = ()

    @property
    def over_whole(self) -> bool:
        """Whether the counts come to more than who answered, which a reader would take for a mistake."""
        return self.several and sum(row.count for row in self.rows) > self.n


@dataclass(frozen=True, slots=True)
class Rate:
    """How many were asked, and how many have answered."""

    asked: int
    answered: int

    @property
    def share(self) -> float:
        return self.answered / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True)
class Groups:
    """One question by groups: how many organisations of each group that may be shown, and its counts by option."""

    item: Item
    sizes: Mapping[str, int]
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def results(questionnaire: Questionnaire, responses: Sequence[Answered]) -> list[Result]:
    """Every question that has an answer to be counted, in the order of the questionnaire.

    The answers to a question inside a repeat are counted together, each repetition as one.
    """
    by_question = _by_question(responses)
    asked = (item for item in questionnaire.walk() if item.is_question and item.kind not in NO_ANSWER)
    return [_result(item, questionnaire, by_question.get(item.name, [])) for item in asked]


def by_groups(whole: Sequence[Result], responses: Sequence[Answered]) -> list[Groups]:
    """Every question with options of these results, by groups; small ones are put together or left out.

    None at all where everybody would stand together: that is no breakdown.
    """
    merged = {name: _by_question(members) for name, members in _merged(responses).items()}
    if set(merged) == {REST}:
        return []
    return [_grouped(result.item, merged) for result in whole if result.rows]


def show_share(count: int, n: int) -> float | None:
    """The share to be printed, in per cent: whole below 100 answers, one decimal above; None: the count alone."""
    if n < COUNTS_ONLY_UNDER:
        return None
    share = 100 * count / n
    return float(int(share + 0.5)) if n < WHOLE_UNDER else int(share * 10 + 0.5) / 10


def compared(now: Sequence[Result], before: Sequence[Result]) -> list[tuple[Result, Result]]:
    """Questions of two waves side by side, by their names; only those of one kind."""
    earlier = {result.item.name: result for result in before}
    pairs = ((result, earlier.get(result.item.name)) for result in now)
    return [(one, other) for one, other in pairs if other is not None and one.item.kind == other.item.kind]


def _by_question(responses: Sequence[Answered]) -> dict[str, list[tuple[int, Value]]]:
    """Answers by the question's name, whatever the repetition, with the response each is from."""
    found: dict[str, list[tuple[int, Value]]] = {}
    for response in responses:
        for key, value in response.answers.items():
            found.setdefault(key.partition("#")[0], []).append((response.response_id, value))
    return found


def _result(item: Item, questionnaire: Questionnaire, answers: list[tuple[int, Value]]) -> Result:
    values = [value for _, value in answers]
    if item.kind in OPEN:
        return Result(item, len(values), words=tuple((key, str(value)) for key, value in answers))
    if item.kind in NUMBERS:
        return Result(item, len(values), scale=_scale([str(value) for value in values]))
    if not item.kind.startswith("select_"):
        return Result(item, len(values), rows=_plain_rows(values))
    return _chosen(item, questionnaire.choices.get(item.choices, ()), answers)


def _chosen(item: Item, choices: tuple[Choice, ...], answers: list[tuple[int, Value]]) -> Result:
    counts = _counts(answers)
    rows = _rows(choices, counts)
    words = tuple((key, text) for key, value in answers for text in _own(value)) if OTHER in counts else ()
    single = [str(value) for _, value in answers if isinstance(value, str)]
    is_scale = item.kind == "select_one" and sum(is_number(one.name) for one in choices) > 2
    scale = _scale(single) if is_scale else None
    return Result(item, len(answers), rows, item.kind == "select_multiple", scale, words)


def _counts(answers: Sequence[tuple[int, Value]]) -> Counter[str]:
    """How often each option was chosen; answers that are the same are looked into once."""
    alike = Counter(tuple(value) if isinstance(value, list) else value for _, value in answers)
    counts: Counter[str] = Counter()
    for value, times in alike.items():
        counts.update(dict.fromkeys(_options(value), times))
    return counts


def _rows(choices: tuple[Choice, ...], counts: Mapping[str, int]) -> tuple[Row, ...]:
    """Options in the order of the list; those of the register and «другое» come as they were chosen."""
    labels = {one.name: one.label for one in reversed(choices)}
    known = [Row(name, labels[name], counts.get(name, 0)) for name in dict.fromkeys(one.name for one in choices)]
    rest = sorted(((name, count) for name, count in counts.items() if name not in labels), key=lambda one: -one[1])
    return (*known, *(Row(name, {}, count) for name, count in rest))


def _plain_rows(values: list[Value]) -> tuple[Row, ...]:
    """Dates and times, as often as each was given."""
    counts = Counter(str(value) for value in values)
    return tuple(Row(text, {"": day_words(text)}, count) for text, count in sorted(counts.items()))


def day_words(value: str) -> str:
    """«27.04.2018», «27.04.2018 14:00» for a date or moment as it is kept; anything else as it is."""
    found = DAY.fullmatch(value)
    return f"{found[3]}.{found[2]}.{found[1]} {found[4] or ''}".rstrip() if found else value


def _scale(values: list[str]) -> Scale:
    numbers = [float(value) for value in values if is_number(value)]
    unknown = len(values) - len(numbers)
    if not numbers:
        return Scale(None, None, None, 0, unknown)
    return Scale(fmean(numbers), min(numbers), max(numbers), len(numbers), unknown)


def _options(value: str | int | tuple[str, ...]) -> list[str]:
    """The options chosen; every own value is «другое»."""
    chosen = value if isinstance(value, tuple) else (value,)
    return [OTHER if is_own(one) else str(one) for one in chosen]


def _own(value: Value) -> list[str]:
    chosen = value if isinstance(value, list) else [value]
    return [str(one).partition(":")[2] for one in chosen if is_own(one)]


def is_number(text: str) -> bool:
    """Whether it is figures: «7», «-3.5»."""
    return text.removeprefix("-").replace(".", "", 1).isdecimal()


def _merged(responses: Sequence[Answered]) -> Mapping[str, list[Answered]]:
    """Responses by group. Small groups are one together; one that is still small takes the next smallest in, so that
    nobody can subtract what is shown from the whole."""
    groups: dict[str, list[Answered]] = {}
    for response in responses:
        groups.setdefault(response.group, []).append(response)
    small = [name for name, members in groups.items() if len(members) < SMALL_GROUP]
    if not small:
        return groups
    rest = [one for name in small for one in groups.pop(name)]
    while groups and len(rest) < SMALL_GROUP:
        rest += groups.pop(min(groups, key=lambda name: (len(groups[name]), name)))
    return {**groups, **({REST: rest} if len(rest) >= SMALL_GROUP else {})}


def _grouped(item: Item, merged: Mapping[str, Mapping[str, list[tuple[int, Value]]]]) -> Groups:
    """A group is as large as it has organisations, however often each repeats its answer."""
    answered = {name: found[item.name] for name, found in merged.items() if item.name in found}
    sizes = _safe({name: len({key for key, _ in values}) for name, values in answered.items()})
    counts = {name: _counts(answered[name]) for name in sizes}
    return Groups(item, sizes, counts)


def _safe(sizes: dict[str, int]) -> dict[str, int]:
    """The groups that may be shown. What is hidden must not be small either, or it is the whole less the shown."""
    shown = {name: size for name, size in sizes.items() if size >= SMALL_GROUP}
    hidden = sum(sizes.values()) - sum(shown.values())
    while shown and 0 < hidden < SMALL_GROUP:
        hidden += shown.pop(min(shown, key=lambda name: (shown[name], name)))
    return shown
