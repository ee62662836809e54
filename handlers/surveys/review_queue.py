"""Which answers in own words wait for a librarian, and what each of them says."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from domain.own_words import opens, words_in
from domain.questionnaire.model import Item, Questionnaire
from domain.results_sheets import label_of
from storage.responses import Response
from storage.reviews import Key
from storage.store import Store

AT_ONCE = 200
"""Answers that are looked through in one go."""
LONGEST = 3000
"""Letters of what is shown instead of an answer."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An answer in own words: of which response as it was sent then, to which question, what it says."""

    survey_id: int
    response_id: int
    revision: int
    place: int
    item: Item
    text: str

    @property
    def key(self) -> Key:
        return self.response_id, self.item.name

    def label(self, language: str) -> str:
        return label_of(self.item, language)


async def waiting(
    store: Store, survey_id: int, questionnaire: Questionnaire, keys: Iterator[tuple[int, int]], most: int
) -> list[Waiting]:
    """The first answers of these (response, place of the question) that nobody has decided on."""
    items = opens(questionnaire)
    found: list[Waiting] = []
    while len(found) < most and (block := list(islice(keys, AT_ONCE))):
        decided = await store.tallies.decided_among(survey_id, sorted({key for key, _ in block}))
        for response_id, place in block:
            if (response_id, items[place].name) not in decided and len(found) < most:
                found += _one(await store.responses.by_id(response_id), place, items)
    return found


async def at(store: Store, survey_id: int, response_id: int, place: int) -> Waiting | None:
    """The answer of this response to the question at that place, as it stands now."""
    survey = await store.surveys.get(survey_id)
    kept = await store.questionnaires.get(survey.fields.questionnaire_id)
    response = await store.responses.by_id(response_id)
    same = response is not None and response.survey_id == survey_id
    return next(iter(_one(response if same else None, place, opens(kept.questionnaire))), None)


def _one(response: Response | None, place: int, items: list[Item]) -> list[Waiting]:
    if response is None or not 0 <= place < len(items):
        return []
    text = words_in(response.answers, items[place])
    key = (response.survey_id, response.id, response.revision)
    return [Waiting(*key, place, items[place], text)] if text else []
