"""What a survey has brought, counted once: small, without anybody's own words, to be shown as often as one likes."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from domain.own_words import opens
from domain.questionnaire.model import Questionnaire
from domain.results import Answered, Groups, Result, by_groups, results

LONGEST_LIST = 60
"""Options that are kept of a question, the most frequent ones: dates may be as many as answers."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts. `own`: where there are words of people's own, as response id and place among `opens`, in turn."""

    answered: int
    results: tuple[Result, ...] = ()
    groups: tuple[Groups, ...] = ()
    own: "array[int]" = field(default_factory=lambda: array("q"))

    def own_keys(self) -> Iterator[tuple[int, int]]:
        """Each response with the place of the question that it answers in own words, in their order."""
        return zip(self.own[::2], self.own[1::2], strict=True)

    @property
    def own_number(self) -> int:
        return len(self.own) // 2


def summarise(questionnaire: Questionnaire, responses: Sequence[Answered]) -> Summary:
    """Everything that is shown of results, but for the words."""
    whole = results(questionnaire, responses)
    groups = tuple(one for one in by_groups(whole, responses) if one.sizes)
    return Summary(len(responses), tuple(map(_without_words, whole)), groups, _own(whole, questionnaire))


def _without_words(result: Result) -> Result:
    rows = result.rows
    if len(rows) > LONGEST_LIST:
        rows = tuple(sorted(rows, key=lambda row: -row.count)[:LONGEST_LIST])
    return replace(result, rows=rows, words=())


def _own(whole: Sequence[Result], questionnaire: Questionnaire) -> "array[int]":
    """Each response once for each question that it answers in own words."""
    places = {item.name: place for place, item in enumerate(opens(questionnaire))}
    keys = {(key, places[one.item.name]) for one in whole if one.item.name in places for key, text in one.words if text}
    return array("q", [number for key in sorted(keys) for number in key])
