"""Asking organisations again: who gets which message and when, on both engines."""

from datetime import timedelta

import pytest

from domain.people import Person
from domain.refusal import Gone, Refusal
from domain.survey import Source, Survey, close
from storage.chasing import CALLS, INVITATION, LATER, Missing
from storage.outbox import Row
from storage.responses import Sending
from storage.store import Store
from tests.storage.conftest import DAY, NOW, MakePerson
from tests.storage.test_surveys import surveyed

LEASE = timedelta(minutes=5)
END = NOW + 13 * DAY


async def asked(store: Store, person: MakePerson) -> tuple[Survey, int, Person, Person]:
    """A college with a first contact and a deputy, both invited to a survey of fourteen days; and a school."""
    survey, (college, _school) = await surveyed(store, person, "Колледж", "Школа")
    igor, maria = await person(2, "Игорь"), await person(3, "Мария")
    for one in (igor, maria):
        await store.partners.bind(college, one.id, None, NOW)
    await store.surveys.change(survey.id, lambda old: close(old, NOW), 1, NOW)
    again = await store.surveys.begin(survey.fields, 1, NOW)
    return again, college, igor, maria


async def due(store: Store, at: object) -> list[tuple[str, int]]:
    """What is to go out by then, and to whom."""
    rows: list[Row] = await store.outbox.claim("w", at, 99, LEASE)  # type: ignore[arg-type]  # a moment
    return [(row.kind, row.chat_id) for row in rows if row.kind.startswith("survey")]


async def sends(store: Store, survey: Survey, partner: int, member: Person) -> None:
    await store.responses.send(survey.id, partner, Sending({"q": "да"}, {}, member.id, Source.CHAT), NOW + DAY)


async def test_the_first_contact_is_invited_then_asked_then_everybody_then_the_telephone(
    store: Store, person: MakePerson
) -> None:
    survey, _, _, _ = await asked(store, person)
    assert await due(store, NOW) == [(INVITATION, 2)]
    half, last, calls = await store.chasing.of(survey.id)
    assert await store.chasing.next_due(NOW) == half.due_at
    told = []
    for one in (half, last, calls):
        assert await store.chasing.fire(one.due_at) == 1
        told.append(await due(store, one.due_at))
    assert told == [[("survey-half", 2)], [("survey-last", 2), ("survey-last", 3)], [(CALLS, 1)]]
    assert await store.chasing.next_due(NOW) is None
    assert await store.chasing.fire(calls.due_at + DAY) == 0


async def test_rounds_that_came_while_nobody_was_there_are_one(store: Store, person: MakePerson) -> None:
    survey, _, _, _ = await asked(store, person)
    await due(store, NOW)
    *_, calls = await store.chasing.of(survey.id)
    await store.chasing.fire(calls.due_at)
    assert sorted(await due(store, calls.due_at)) == [(CALLS, 1), ("survey-last", 2), ("survey-last", 3)]
    assert [one.state for one in await store.chasing.of(survey.id)] == ["missed", "fired", "fired"]


async def test_an_answer_and_the_end_stop_what_is_on_its_way(store: Store, person: MakePerson) -> None:
    survey, college, igor, _ = await asked(store, person)
    await store.responses.put_off(survey.id, college, igor.id, NOW + 2 * DAY, NOW)
    await sends(store, survey, college, igor)
    assert await due(store, END) == []
    assert [one.name for one in await store.chasing.missing(survey.id)] == ["Школа"]
    await store.surveys.change(survey.id, lambda old: close(old, NOW + DAY), 1, NOW + DAY)
    assert await store.chasing.of(survey.id) == []


async def test_who_puts_it_off_is_reminded_once_and_their_organisation_not_before(
    store: Store, person: MakePerson
) -> None:
    survey, college, igor, _ = await asked(store, person)
    half = (await store.chasing.of(survey.id))[0].due_at
    await store.responses.put_off(survey.id, college, igor.id, NOW + DAY, NOW)
    await store.responses.put_off(survey.id, college, igor.id, half + DAY, NOW + timedelta(minutes=1))
    missing = await store.chasing.missing(survey.id)
    assert [(one.name, one.put_off_until) for one in missing] == [("Колледж", half + DAY), ("Школа", None)]
    await store.chasing.fire(half)
    assert await due(store, half) == []
    assert await due(store, half + DAY) == [(LATER, 2)]


async def test_who_is_missing_is_listed_with_whether_they_have_begun(store: Store, person: MakePerson) -> None:
    survey, college, _, _ = await asked(store, person)
    assert await store.responses.begun(survey.id, college) is None
    draft = await store.responses.draft(survey.id, college, {"answers": {}}, NOW)
    assert await store.responses.begun(survey.id, college) == draft
    college_row, school_row = await store.chasing.missing(survey.id)
    assert college_row == Missing(college, "Колледж", has_begun=True, put_off_until=None)
    assert not school_row.has_begun
    await store.partners.archive(school_row.partner_id, 1, NOW)
    assert await store.chasing.missing(survey.id) == [college_row]


async def test_surveys_that_are_over_are_listed_for_who_has_answered(store: Store, person: MakePerson) -> None:
    survey, college, igor, _ = await asked(store, person)
    await sends(store, survey, college, igor)
    assert await store.surveys.answered_by((college,), NOW + DAY, 9) == []
    over = survey.fields.closes_at
    assert [(one.id, partner) for one, partner in await store.surveys.answered_by((college, 99), over, 9)] == [
        (survey.id, college)
    ]
    assert await store.surveys.answered_by((99,), over, 9) == []
    assert await store.surveys.answered_by((college,), over, 0) == []


async def test_only_the_draft_that_was_seen_is_sent(store: Store, person: MakePerson) -> None:
    survey, college, igor, _ = await asked(store, person)
    draft = await store.responses.draft(survey.id, college, {"answers": {"q": "раз"}}, NOW)
    await store.drafts.change(draft.id, lambda body: body | {"answers": {"q": "два"}}, NOW)
    seen = Sending({"q": "раз"}, {}, igor.id, Source.CHAT, draft.id, draft.revision)
    with pytest.raises(Refusal, match="form-moved-on"):
        await store.responses.send(survey.id, college, seen, NOW)
    assert await store.responses.find(survey.id, college) is None
    await store.drafts.drop(draft.id)
    with pytest.raises(Gone, match="draft-gone"):
        await store.responses.send(survey.id, college, seen, NOW)
