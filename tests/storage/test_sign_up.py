"""Keeping what comes with sign-ups, on both engines."""

import pytest

from domain.event import Asked
from domain.people import Person
from domain.refusal import Gone, Refusal
from domain.seats import Answer
from domain.sign_up import TalkState
from storage.store import Store
from tests.storage.conftest import DAY, NOW, START, MakeEvent, MakePerson
from tests.storage.test_events import told
from tests.storage.test_joint import partner

QUESTION = Asked("Нужен ли проектор?", ("Да", "Нет"))


async def coming(store: Store, event_id: int, guest: Person) -> None:
    await store.rsvps.answer(event_id, guest.id, Answer.GOING, NOW)


async def test_who_signs_up_is_asked_once(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, guest = await event(questions=(QUESTION,)), await person(10)
    assert (await store.events.get(subject.id)).fields.questions == (QUESTION,)
    for wish in (Answer.GOING, Answer.DECLINED, Answer.GOING):
        await store.rsvps.answer(subject.id, guest.id, wish, NOW)
    assert [row[0] for row in await told(store, "sign-up")] == [10]
    draft = await store.drafts.start(guest.id, "sign-up", subject.id, {}, NOW)
    await store.sign_ups.answer(subject.id, guest.id, {QUESTION.text: "Да"}, NOW, draft_id=draft.id)
    assert await store.sign_ups.answers(subject.id) == {guest.id: {QUESTION.text: "Да"}}
    assert await store.drafts.find(draft.id) is None
    await store.rsvps.answer(subject.id, guest.id, Answer.DECLINED, NOW)
    assert await store.sign_ups.answers(subject.id) == {}
    with pytest.raises(Refusal, match="sign-up-first"):
        await store.sign_ups.answer(subject.id, guest.id, {}, NOW, draft_id=0)
    await store.keeping.drop_old(START + 31 * DAY)
    assert await store.sign_ups.answered(subject.id, guest.id) is None


async def test_a_talk_is_offered_and_taken_into_the_programme(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, librarian, rep = await event(wants_talks=True, agenda=("Слово",)), await person(1), await person(10)
    await partner(store, "Колледж", rep)
    with pytest.raises(Refusal, match="sign-up-first"):
        await store.sign_ups.offer(subject.id, rep, "Опыт", NOW)
    await coming(store, subject.id, rep)
    await store.sign_ups.offer(subject.id, rep, "Опыт", NOW)
    await store.sign_ups.offer(subject.id, rep, "Опыт колледжа", NOW + DAY)
    assert [row[0] for row in await told(store, "talk")] == [1, 1]
    taken = await store.sign_ups.decide(subject.id, rep.id, librarian, NOW + DAY, taken=True)
    programme = await store.agenda.of(subject.id)
    speaker = programme.item(taken.item_id or 0).speaker
    assert [item.text for item in programme.items] == ["Слово", "Опыт колледжа"]
    assert speaker is not None
    assert (speaker.rep_id is not None, taken.state) == (True, TalkState.TAKEN)
    assert [row[0] for row in await told(store, "talk-answer")] == [10]
    with pytest.raises(Gone, match="talk-gone"):
        await store.sign_ups.decide(subject.id, rep.id, librarian, NOW + DAY, taken=False)
