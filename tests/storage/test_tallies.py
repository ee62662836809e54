"""What results are counted from, on both engines: pieces, what may be quoted, what waits."""

import json
from dataclasses import replace

import pytest

from domain.questionnaire.model import Item, Questionnaire
from domain.refusal import Gone
from domain.segment import partners_by
from domain.survey import Source, Survey, SurveyFields
from storage import tallies
from storage.responses import Response, Sending
from storage.reviews import Review
from storage.store import Store
from storage.tallies import Decided, Quoted
from tests.storage.conftest import DAY, NOW, MakePerson

WHY, HOW = (Item("text", name, (name,)) for name in ("why", "how"))
ASKED = Questionnaire("our", "Наши партнеры", items=(WHY, HOW))
LATER = NOW + DAY


@pytest.fixture
async def survey(store: Store, person: MakePerson) -> Survey:
    """Three organisations are asked."""
    anna = await person(1)
    for name in ("Колледж", "Лицей", "Школа"):
        await store.partners.add(name, name, "education", anna.id, NOW)
    questionnaire = await store.questionnaires.add(ASKED, anna.id, NOW)
    fields = SurveyFields(questionnaire, "Наши партнеры", 2018, partners_by(), NOW, NOW + 14 * DAY)
    return await store.surveys.begin(fields, anna.id, NOW)


async def send(store: Store, survey: Survey, partner: int, **answers: str) -> Response:
    return await store.responses.send(survey.id, partner, Sending(answers, {}, 1, Source.CHAT), NOW)


async def test_answers_come_piece_by_piece_in_the_order_of_organisations(
    store: Store, survey: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tallies, "AT_ONCE", 2)
    for partner in (3, 1, 2):
        await send(store, survey, partner, why=f"потому {partner}")
    pieces = [piece async for piece in store.tallies.lines(survey.id)]
    assert [[row[1:4] for row in piece] for piece in pieces] == [
        [(1, "Колледж", "education"), (2, "Лицей", "education")],
        [(3, "Школа", "education")],
    ]
    assert json.loads(pieces[0][0][4]) == {"why": "потому 1"}


async def test_the_stamp_changes_with_every_answer_and_every_sector(store: Store, survey: Survey) -> None:
    stamps = [await store.tallies.stamp(survey.id)]
    await send(store, survey, 1, why="а")
    stamps.append(await store.tallies.stamp(survey.id))
    await send(store, survey, 1, why="б")
    stamps.append(await store.tallies.stamp(survey.id))
    await store.partners.change(1, lambda one: replace(one, fields=replace(one.fields, sector="media")), 1, LATER)
    stamps.append(await store.tallies.stamp(survey.id))
    assert len(set(stamps)) == 4
    assert await store.tallies.stamp(survey.id) == stamps[-1]


async def test_what_may_be_quoted_says_nothing_of_who_said_it(store: Store, survey: Survey) -> None:
    first, second, third = [
        await send(store, survey, partner, why=text) for partner, text in ((1, "в"), (2, "а"), (3, "б"))
    ]
    for response in (first, second):
        await store.reviews.put((response.id, "why"), Review(is_shown=True), 1, LATER)
    await store.reviews.put((third.id, "why"), Review(is_shown=True, text="б…"), 1, LATER)
    assert await store.tallies.quoted(survey.id, 5) == {"why": Quoted(3, ("а", "б…", "в"))}
    assert await store.tallies.quoted(survey.id, 2) == {"why": Quoted(3, ("а", "в"))}
    shown = [row async for piece in store.tallies.decisions(survey.id) for row in piece]
    assert shown == [(first.id, "why", None), (second.id, "why", None), (third.id, "why", "б…")]


async def test_decisions_are_found_counted_and_taken_back(store: Store, survey: Survey) -> None:
    one, two = await send(store, survey, 1, why="а", how="б"), await send(store, survey, 2, why="в")
    await store.reviews.put((one.id, "how"), Review(is_shown=False), 1, LATER)
    await store.reviews.put((two.id, "why"), Review(is_shown=True, text="г"), 1, LATER + DAY)
    assert await store.tallies.decided(survey.id) == 2
    assert await store.tallies.decided_among(survey.id, [one.id]) == {(one.id, "how")}
    latest = await store.tallies.latest(survey.id, ASKED, 5)
    assert latest == [Decided(two.id, 0, True, "г"), Decided(one.id, 1, False, "б")]
    await store.reviews.drop((two.id, "why"), 1, LATER)
    await store.reviews.drop((two.id, "why"), 1, LATER)
    assert await store.tallies.decided(survey.id) == 1
    actions = [entry.action for entry in await store.audit.page(("survey",), 10)]
    assert actions[:3] == ["answer-waits", "answer-edited", "answer-hidden"]


async def test_a_decision_is_on_what_was_seen(store: Store, survey: Survey) -> None:
    seen = await send(store, survey, 1, why="а")
    await send(store, survey, 1, why="Иванова")
    with pytest.raises(Gone, match="response-gone"):
        await store.reviews.put((seen.id, "why"), Review(is_shown=True), 1, LATER, revision=seen.revision)
    assert await store.responses.by_id(seen.id) != seen
    assert await store.responses.by_id(99) is None
    assert await store.tallies.quoted(survey.id, 5) == {}
