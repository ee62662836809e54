"""What comes by itself: held, asked about twice at most, thanked; whoever reviews is told; on both engines."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.event import EventFields, cancel, change_fields, move, reopen, return_with
from domain.event_report import EventReport
from domain.life import Review, Status
from domain.people import Grant, Person, Role
from domain.policy import EventRules
from domain.refusal import NotAllowed, Refusal
from domain.seats import Answer
from storage.store import Store
from storage.tables import outbox
from tests.storage.conftest import DAY, NOW, POLICY, START, MakeEvent, MakePerson

END = START + timedelta(hours=2)
MONDAY = START + timedelta(days=2, hours=20)
"""30 April 2018, 10:00 in Moscow; the calendar of the tests knows no holidays of that year."""


async def told(store: Store, *kinds: str) -> list[tuple[str, int, str]]:
    query = select(outbox.c.kind, outbox.c.chat_id, outbox.c.state).where(outbox.c.kind.in_(kinds))
    async with store.db.read() as conn:
        return [tuple(row) for row in await conn.execute(query.order_by(outbox.c.id))]


async def test_held_comes_once_and_guests_are_thanked(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject = await event()
    for account, wish in ((10, Answer.GOING), (11, Answer.DECLINED)):
        await store.rsvps.answer(subject.id, (await person(account)).id, wish, NOW)
    await store.life.beat(END - timedelta(seconds=1))
    assert (await store.events.get(subject.id)).status is Status.PUBLISHED
    assert await store.life.next_due(NOW) == END
    for _ in range(3):
        await store.life.beat(END)
    assert (await store.events.get(subject.id)).status is Status.HELD
    assert await told(store, "thanks") == [("thanks", 10, "ready")]


async def test_the_librarian_is_asked_twice_at_most(store: Store, event: MakeEvent) -> None:
    subject = await event()
    await store.life.beat(END)
    assert await store.life.next_due(END) == MONDAY
    for hours in range(0, 24 * 14, 6):
        await store.life.beat(MONDAY + timedelta(hours=hours))
    assert len(await told(store, "report-due")) == 2
    reported = await store.reports.of(subject.id)
    assert (reported.asked, reported.ask_at) == (2, None)


async def test_who_has_reported_is_asked_no_more(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, librarian = await event(), await person(1)
    await store.life.beat(END)
    await store.reports.put(subject.id, EventReport(27), librarian, END)
    await store.life.beat(MONDAY)
    assert await told(store, "report-due") == []


async def test_what_is_long_over_is_held_and_nobody_hears_of_it(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject = await event()
    await store.rsvps.answer(subject.id, (await person(10)).id, Answer.GOING, NOW)
    await store.life.beat(END + 30 * DAY)
    await store.life.beat(END + 60 * DAY)
    assert (await store.events.get(subject.id)).status is Status.HELD
    assert await told(store, "thanks", "report-due") == []


async def test_an_event_that_did_not_take_place_thanks_nobody(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, librarian = await event(), await person(1)
    await store.rsvps.answer(subject.id, (await person(10)).id, Answer.GOING, NOW)
    await store.life.beat(END)
    await store.events.change(subject.id, lambda old: cancel(old, "Не состоялось"), librarian, END)
    await store.life.beat(MONDAY)
    assert await told(store, "thanks", "report-due", "cancelled") == [("thanks", 10, "superseded")]


async def test_a_held_event_that_is_moved_ahead_is_announced_again(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, librarian = await event(), await person(1)
    await store.life.beat(END)
    later = END + 7 * DAY
    await store.events.change(subject.id, lambda old: reopen(move(old, later), END), librarian, END)
    assert (await store.events.get(subject.id)).status is Status.PUBLISHED
    assert [one.kind for one in await store.reminders.of(subject.id)] != []
    await store.life.beat(later + timedelta(hours=2))
    assert (await store.events.get(subject.id)).status is Status.HELD


async def test_stars_are_for_those_who_were_there(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, guest, other = await event(), await person(10), await person(11)
    await store.rsvps.answer(subject.id, guest.id, Answer.GOING, NOW)
    with pytest.raises(Refusal, match="feedback-time"):
        await store.feedback.give(subject.id, guest.id, 5, START)
    with pytest.raises(Refusal, match="feedback-not-there"):
        await store.feedback.give(subject.id, other.id, 5, END)
    with pytest.raises(Refusal, match="gone"):
        await store.feedback.give(subject.id, guest.id, 6, END)
    for stars in (3, 4):
        await store.feedback.give(subject.id, guest.id, stars, END)
    await store.feedback.say(subject.id, guest.id, "Душевно")
    await store.feedback.give(subject.id, guest.id, 5, END)
    mean = await store.feedback.of(subject.id)
    assert mean is not None
    assert (mean.average, mean.number, await store.feedback.count_words(subject.id)) == (5.0, 1, 1)
    assert await store.feedback.words(subject.id, 5) == [(5, "Душевно")]
    with pytest.raises(Refusal, match="feedback-time"):
        await store.feedback.give(subject.id, guest.id, 5, END + 31 * DAY)


async def test_a_review_is_asked_given_back_and_passed(url: str, store: Store, person: MakePerson) -> None:
    strict = Store(url, replace(POLICY, events=EventRules(Review.DIRECTOR)), admins=[1])
    author, director = await person(20), await person(30)
    await store.members.grant(author.id, Grant(Role.LIBRARIAN), None, NOW)
    await store.members.grant(director.id, Grant(Role.DIRECTOR), None, NOW)
    author, director = [await _fresh(store, one.id) for one in (author, director)]
    event = await strict.events.publish(EventFields("Вечер", START, "12+"), author, NOW)
    assert event.status is Status.REVIEW
    assert await told(store, "review") == [("review", 30, "ready")]
    assert [one.id for one in await strict.at_hand.in_work(None, NOW, 5)] == [event.id]
    with pytest.raises(NotAllowed):
        await strict.events.change(event.id, lambda old: return_with(old, "?"), author, NOW)
    await strict.events.change(event.id, lambda old: return_with(old, "Нет цели"), director, NOW)
    assert await told(store, "review", "returned") == [("review", 30, "superseded"), ("returned", 20, "ready")]
    mended = await strict.events.change(
        event.id, lambda old: change_fields(old, replace(old.fields, goal="Цель")), author, NOW
    )
    assert (mended.status, mended.remark) == (Status.DRAFT, "Нет цели")
    assert (await strict.events.hand_in(event.id, author, NOW)).status is Status.REVIEW
    assert (await strict.events.hand_in(event.id, director, NOW)).status is Status.PUBLISHED
    assert [row[:2] for row in await told(store, "approved")] == [("approved", 20)]
    await strict.close()


async def _fresh(store: Store, member_id: int) -> Person:
    found = await store.members.find(member_id)
    assert found is not None
    return found


async def test_a_draft_is_spoken_of_once_each_time_it_is_left(store: Store, person: MakePerson) -> None:
    author = await person(20)
    draft = await store.drafts.start(author.id, "event", None, {}, NOW)
    await store.drafts.start(author.id, "survey", None, {}, NOW)
    for days in (6, 8, 9):
        await store.drafts.remind(NOW + days * DAY)
    assert len(await told(store, "draft-left")) == 1
    await store.drafts.change(draft.id, lambda body: body, NOW + 9 * DAY)
    await store.drafts.remind(NOW + 17 * DAY)
    assert len(await told(store, "draft-left")) == 2
    await store.keeping.drop_old(NOW + 70 * DAY)
    assert await store.drafts.find(draft.id) is None
