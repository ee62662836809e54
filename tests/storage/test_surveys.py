"""Surveys and what organisations answer, on both engines."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.partner import RepFields
from domain.people import Person
from domain.person_name import PersonName
from domain.questionnaire.model import Item, Questionnaire
from domain.refusal import Gone, Refusal
from domain.segment import partners_by
from domain.survey import Source, Survey, SurveyFields, change, close, publish
from storage.responses import Sending
from storage.reviews import Review
from storage.store import Store
from storage.surveys import Standing
from tests.storage.conftest import DAY, NOW, MakePerson

ASKED = Questionnaire("our", "Наши партнеры", "1", ("ru",), {}, (Item("text", "q", ("q",), label={"ru": "Что?"}),))
LATER = NOW + DAY


async def surveyed(store: Store, person: MakePerson, *partners: str) -> tuple[Survey, list[int]]:
    """A published survey for the partners of education."""
    anna = await person(1)
    ids = [await store.partners.add(name, name, "education", anna.id, NOW) for name in partners]
    await store.partners.add("Газета", "Газета", "media", anna.id, NOW)
    questionnaire = await store.questionnaires.add(ASKED, anna.id, NOW)
    fields = SurveyFields(questionnaire, "Наши партнеры", 2018, partners_by(sector="education"), NOW, NOW + 14 * DAY)
    draft = await store.surveys.draft(fields, anna.id, NOW)
    return await store.surveys.change(draft.id, lambda old: publish(old, NOW), anna.id, NOW), ids


async def test_a_questionnaire_comes_back_as_it_was_and_the_newest_of_each_name_is_listed(store: Store) -> None:
    first = await store.questionnaires.add(ASKED, None, NOW, {"map.png": "file-7"})
    second = await store.questionnaires.add(replace(ASKED, version="2"), None, LATER)
    kept = await store.questionnaires.get(first)
    assert (kept.questionnaire, kept.pictures) == (ASKED, {"map.png": "file-7"})
    assert [one.id for one in await store.questionnaires.newest()] == [second]
    with pytest.raises(Gone, match="questionnaire-gone"):
        await store.questionnaires.get(99)


async def test_publication_fixes_whom_the_survey_is_for(store: Store, person: MakePerson) -> None:
    survey, ids = await surveyed(store, person, "Колледж", "Школа")
    await store.partners.add("Лицей", "Лицей", "education", None, LATER)
    assert await store.surveys.partners(survey.id) == sorted(ids)
    assert [one.id for one in await store.surveys.all(10)] == [survey.id]
    with pytest.raises(Gone, match="survey-gone"):
        await store.surveys.get(99)


async def test_a_survey_is_open_for_those_who_are_asked_while_it_lasts(store: Store, person: MakePerson) -> None:
    survey, (college,) = await surveyed(store, person, "Колледж")
    assert await store.surveys.open_for((college, 99), LATER) == [(survey, college)]
    assert await store.surveys.open_for((college,), survey.fields.closes_at) == []
    assert await store.surveys.open_for((99,), LATER) == []


async def test_changing_nothing_writes_nothing(store: Store, person: MakePerson) -> None:
    survey, _ = await surveyed(store, person)
    same = await store.surveys.change(survey.id, lambda old: old, 1, LATER)
    assert same.revision == survey.revision


async def test_the_people_of_an_organisation_share_one_draft(store: Store, person: MakePerson) -> None:
    survey, (college,) = await surveyed(store, person, "Колледж")
    igor, olga = await person(2), await person(3)
    await store.partners.bind(college, igor.id, None, NOW)
    first = await store.responses.draft(survey.id, college, {"answers": {}}, NOW)
    second = await store.responses.draft(survey.id, college, {"answers": {"q": "x"}}, LATER)
    assert second == first
    assert first.is_of(await _seen(store, igor.id))
    assert not first.is_of(await _seen(store, olga.id))


async def test_a_draft_is_found_together_with_the_survey_that_it_answers(store: Store, person: MakePerson) -> None:
    survey, (college,) = await surveyed(store, person, "Колледж")
    draft = await store.responses.draft(survey.id, college, {"answers": {}}, NOW)
    found = await store.drafts.find(draft.id)
    assert found == draft
    assert found.survey == survey
    after = await store.drafts.go_on(found, lambda body: body | {"cursor": "q"}, LATER)
    assert (after.survey, after) == (survey, await store.drafts.find(draft.id))
    event = await store.drafts.start(1, "event", survey.id, {}, NOW)
    other = await store.drafts.find(event.id)
    assert other is not None
    assert other.survey is None


async def _seen(store: Store, member_id: int) -> Person:
    found = await store.members.find(member_id)
    assert found is not None
    return found


async def test_a_response_is_one_an_organisation_and_ends_the_draft(store: Store, person: MakePerson) -> None:
    survey, (college,) = await surveyed(store, person, "Колледж")
    igor = await person(2)
    draft = await store.responses.draft(survey.id, college, {}, NOW)
    sending = Sending({"q": "раз"}, {"q": igor.id}, igor.id, Source.CHAT, draft.id)
    first = await store.responses.send(survey.id, college, sending, LATER)
    again = await store.responses.send(survey.id, college, replace(sending, answers={"q": "два"}), LATER + DAY)
    assert (first.id, first.revision, again.revision) == (again.id, 1, 2)
    assert await store.responses.find(survey.id, college) == again
    assert await store.responses.of(survey.id) == [again]
    assert await store.drafts.find(draft.id) is None


async def test_what_comes_too_late_or_from_whom_nobody_asked_is_refused(store: Store, person: MakePerson) -> None:
    survey, (college,) = await surveyed(store, person, "Колледж")
    igor = await person(2)
    own, typed = (Sending({}, {}, igor.id, source) for source in (Source.CHAT, Source.PHONE))
    for sending, partner, moment, code in (
        (typed, 99, LATER, "survey-not-asked"),
        (own, college, NOW - timedelta(minutes=1), "survey-not-open"),
        (own, college, survey.fields.closes_at, "survey-over"),
        (typed, college, survey.typing_ends_at, "survey-typed-late"),
    ):
        with pytest.raises(Refusal, match=code):
            await store.responses.send(survey.id, partner, sending, moment)
    await store.surveys.change(survey.id, lambda old: close(old, LATER), igor.id, LATER)
    with pytest.raises(Refusal, match="survey-over"):
        await store.responses.send(survey.id, college, own, LATER)
    assert await store.responses.find(survey.id, college) is None


async def test_a_survey_is_begun_at_once_and_its_form_is_gone(store: Store, person: MakePerson) -> None:
    survey, (college,) = await surveyed(store, person, "Колледж")
    draft = await store.drafts.start(1, "campaign", 1, {}, NOW)
    again = await store.surveys.begin(survey.fields, 1, NOW, draft.id)
    assert again.is_open(LATER)
    assert await store.surveys.partners(again.id) == [college]
    assert await store.drafts.find(draft.id) is None


async def test_a_survey_of_nobody_is_not_begun(store: Store, person: MakePerson) -> None:
    survey, _ = await surveyed(store, person)
    draft = await store.drafts.start(1, "campaign", 1, {}, NOW)
    with pytest.raises(Refusal, match="survey-nobody"):
        await store.surveys.begin(survey.fields, 1, NOW, draft.id)
    assert await store.drafts.find(draft.id) == draft
    assert len(await store.surveys.all(10)) == 1


async def test_where_a_survey_stands_is_counted_in_organisations(store: Store, person: MakePerson) -> None:
    survey, (college, lyceum, _) = await surveyed(store, person, "Колледж", "Лицей", "Школа")
    await store.responses.draft(survey.id, college, {}, NOW)
    await store.responses.draft(survey.id, lyceum, {}, NOW)
    await store.responses.send(survey.id, lyceum, Sending({"q": "да"}, {}, 1, Source.CHAT), LATER)
    assert await store.surveys.standings([survey.id, 99]) == {survey.id: Standing(3, 1, 1, deaf=1)}


async def test_who_has_nobody_that_could_be_asked_is_counted_apart(store: Store, person: MakePerson) -> None:
    """Nobody at all, nobody with an account, only who has blocked the bot."""
    survey, (college, lyceum, school, _) = await surveyed(store, person, "Колледж", "Лицей", "Школа", "Музей")
    igor, maria = await person(2), await person(3)
    await store.partners.bind(college, igor.id, None, NOW)
    await store.partners.bind(lyceum, maria.id, None, NOW)
    await store.partners.add_rep(school, RepFields(PersonName("Котова", "Елена")), None, NOW)
    await store.members.set_reachable(maria.id, reachable=False)
    standing = (await store.surveys.standings([survey.id]))[survey.id]
    assert (standing.meant, standing.deaf, standing.asked) == (4, 3, 1)


async def test_another_closing_ends_the_form_that_it_was_typed_in(store: Store, person: MakePerson) -> None:
    survey, _ = await surveyed(store, person, "Колледж")
    draft = await store.drafts.start(1, "extension", survey.id, {}, NOW)
    fields = replace(survey.fields, closes_at=NOW + 20 * DAY)
    changed = await store.surveys.change(survey.id, lambda old: change(old, fields, NOW), 1, NOW, draft.id)
    assert changed.fields.closes_at == NOW + 20 * DAY
    assert await store.drafts.find(draft.id) is None


async def test_a_review_holds_until_the_answer_is_sent_anew(store: Store, person: MakePerson) -> None:
    survey, (college,) = await surveyed(store, person, "Колледж")
    sending = Sending({"q": "раз"}, {}, 1, Source.CHAT)
    response = await store.responses.send(survey.id, college, sending, NOW)
    key = (response.id, "q")
    await store.reviews.put(key, Review(is_shown=False), 1, LATER)
    await store.reviews.put(key, Review(is_shown=True, text="р…"), 1, LATER)
    assert await store.reviews.of(survey.id) == {key: Review(is_shown=True, text="р…")}
    await store.responses.send(survey.id, college, sending, LATER + DAY)
    assert await store.reviews.of(survey.id) == {}
    with pytest.raises(Gone, match="response-gone"):
        await store.reviews.put((99, "q"), Review(is_shown=True), 1, LATER)


async def test_what_staff_type_in_is_counted_apart_and_never_over_what_they_sent_themselves(
    store: Store, person: MakePerson
) -> None:
    survey, (college, school) = await surveyed(store, person, "Колледж", "Школа")
    typed = Sending({"q": "с бумаги"}, {}, 1, Source.PAPER)
    first = await store.responses.send(survey.id, college, typed, NOW)
    again = await store.responses.send(survey.id, college, replace(typed, source=Source.PHONE), NOW)
    assert (first.id, again.revision, again.source) == (again.id, 2, Source.PHONE)
    own = await store.responses.send(survey.id, school, Sending({"q": "сами"}, {}, 1, Source.CHAT), NOW)
    with pytest.raises(Refusal, match="survey-they-answered"):
        await store.responses.send(survey.id, school, typed, NOW)
    assert await store.responses.find(survey.id, school) == own
    assert await store.responses.typed(survey.id) == [again]
    assert await store.surveys.standings([survey.id]) == {survey.id: Standing(2, 0, 2, 1)}
