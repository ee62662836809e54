"""Keeping what partners say: one word for the librarian, nothing lost when the event is changed, rights asked."""

from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select

from domain.event import Event, EventFields, PartnerPart, cancel, move, publish
from domain.joint import Agreed, Standing, Voice, accept, decline, propose, remark, set_part
from domain.life import Status
from domain.partner import Part, PartState
from domain.people import Grant, Person, Role
from domain.refusal import Gone, NotAllowed, Refusal
from domain.seats import Answer
from storage.store import Store
from storage.tables import outbox
from tests.storage.conftest import DAY, NOW, START, MakePerson

SUNDAY = NOW + 6 * DAY


async def told(store: Store, kind: str) -> list[tuple[int, str, object]]:
    query = select(outbox.c.chat_id, outbox.c.state, outbox.c.args).where(outbox.c.kind == kind).order_by(outbox.c.id)
    async with store.db.read() as conn:
        return [(row.chat_id, row.state, row.args) for row in await conn.execute(query)]


async def partner(store: Store, name: str, *people: Person) -> int:
    partner_id = await store.partners.add(name, name, "education", None, NOW)
    for one in people:
        await store.partners.bind(partner_id, one.id, None, NOW)
    return partner_id


async def agreeing(store: Store, librarian: Person, *parts: PartnerPart) -> Event:
    return await store.events.agree_first(EventFields("Вечер", START, "12+", partners=parts), librarian, NOW)


async def says_yes(store: Store, event: Event, partner_id: int, rep: Person, at: datetime = NOW, *brings: str) -> None:
    voice = Voice(rep.id, at)
    await store.joint.answer(event.id, partner_id, lambda event, _: accept(event, brings, voice), voice)


async def test_partners_stand_in_the_order_of_entry_and_keep_their_answers(store: Store, person: MakePerson) -> None:
    librarian, rep = await person(1), await person(50)
    first, second = await partner(store, "А", rep), await partner(store, "Б")
    event = await agreeing(store, librarian, PartnerPart(second), PartnerPart(first))
    await says_yes(store, event, first, rep)
    await store.events.change(event.id, lambda old: set_part(old, second, Part.SPEAKER, ("books",)), librarian, NOW)
    parts = await store.joint.of(event.id)
    assert [one.partner_id for one in parts] == [second, first]
    assert [one.standing.state for one in parts] == [PartState.ASKED, PartState.ACCEPTED]
    assert parts[0].part.asked == ("books",)


async def test_nothing_but_the_question_is_written_before_the_event_is_announced(
    store: Store, person: MakePerson
) -> None:
    librarian, rep = await person(1), await person(50)
    college = await partner(store, "Колледж", rep)
    event = await agreeing(store, librarian, PartnerPart(college))
    assert [chat for chat, _, _ in await told(store, "part")] == [50]
    assert await store.reminders.of(event.id) == []
    assert await store.events.upcoming(NOW, 10) == []
    with pytest.raises(Refusal, match="event-agreeing"):
        await store.rsvps.answer(event.id, rep.id, Answer.GOING, NOW)
    await store.events.change(event.id, publish, librarian, NOW)
    assert [chat for chat, _, _ in await told(store, "invitation")] == [50]
    assert await store.reminders.of(event.id)


async def test_without_partners_there_is_nobody_to_ask(store: Store, person: MakePerson) -> None:
    with pytest.raises(Refusal, match="joint-no-partners"):
        await agreeing(store, await person(1))


async def test_only_who_acts_for_the_partner_answers_for_it(store: Store, person: MakePerson) -> None:
    librarian, rep, other = await person(1), await person(50), await person(51)
    college, radio = await partner(store, "Колледж", rep), await partner(store, "Радио", other)
    event = await agreeing(store, librarian, PartnerPart(college))
    with pytest.raises(NotAllowed):
        await says_yes(store, event, college, other)
    with pytest.raises(Gone, match="joint-gone"):
        await says_yes(store, event, radio, other)


async def test_a_word_to_a_yes_is_kept_and_told(store: Store, person: MakePerson) -> None:
    librarian, rep = await person(1), await person(50)
    college = await partner(store, "А", rep)
    event = await agreeing(store, librarian, PartnerPart(college))
    await says_yes(store, event, college, rep)
    voice = Voice(rep.id, NOW)
    said = await store.joint.answer(event.id, college, lambda e, one: remark(e, one, "Придём втроём", voice), voice)
    assert said.after.standing.comment == "Придём втроём"
    assert len(await told(store, "part-answer")) == 1
    assert [one["comment"] for one in (await store.personal.of(rep.id))["parts"]] == ["Придём втроём"]
    hall = await store.joint.answer(event.id, college, lambda e, one: accept(e, ("hall",), voice, one.standing), voice)
    assert (hall.after.standing.brings, hall.after.standing.comment) == (("hall",), "Придём втроём")


async def test_words_that_wait_for_the_morning_are_one(store: Store, person: MakePerson) -> None:
    librarian, rep, other = await person(1), await person(50), await person(51)
    college, radio = await partner(store, "Колледж", rep), await partner(store, "Радио", other)
    event = await agreeing(store, librarian, PartnerPart(college), PartnerPart(radio))
    await says_yes(store, event, college, rep, SUNDAY)
    no = Voice(other.id, SUNDAY + timedelta(minutes=1))
    await store.joint.answer(event.id, radio, lambda event, _: decline(event, "нет", no), no)
    assert await told(store, "part-accepted") == [(1, "superseded", {"partners": [college]})]
    assert await told(store, "part-answer") == [(1, "ready", {"partners": [college, radio]})]


async def test_the_same_answer_again_is_told_nobody(store: Store, person: MakePerson) -> None:
    librarian, rep = await person(1), await person(50)
    college = await partner(store, "Колледж", rep)
    event = await agreeing(store, librarian, PartnerPart(college))
    draft = await store.drafts.start(rep.id, "part-time", event.id, {}, NOW)
    for minutes in (0, 5):
        voice = Voice(rep.id, NOW + timedelta(minutes=minutes))
        rule = partial(accept, brings=("hall",), voice=voice)
        await store.joint.answer(event.id, college, lambda event, _, rule=rule: rule(event), voice, draft_id=draft.id)  # type: ignore[misc]
    assert len(await told(store, "part-accepted")) == 1
    assert await store.drafts.find(draft.id) is None


async def test_a_move_is_told_from_where_a_partner_stands(store: Store, person: MakePerson) -> None:
    librarian, rep = await person(1), await person(50)
    college = await partner(store, "Колледж", rep)
    event = await agreeing(store, librarian, PartnerPart(college))
    for days in (1, 2):
        await store.events.change(event.id, lambda old, n=days: move(old, START + n * DAY), librarian, NOW)  # type: ignore[misc]
    (_, *before, last) = await told(store, "part")
    assert [state for _, state, _ in before] == ["superseded"]
    assert last == (50, "ready", {"partner": college, "starts_at": START.isoformat()})
    assert await told(store, "moved") == []


async def test_the_time_is_kept_and_a_move_to_it_agrees(store: Store, person: MakePerson) -> None:
    librarian, rep = await person(1), await person(50)
    college = await partner(store, "Колледж", rep)
    event = await agreeing(store, librarian, PartnerPart(college))
    voice, wanted = Voice(rep.id, NOW), START + DAY

    def other(event: Event, agreed: Agreed) -> Standing:
        return propose(event, agreed, wanted, voice)

    await store.joint.answer(event.id, college, other, voice)
    assert (await store.joint.keep_time(event.id, college, librarian, NOW)).after.standing == Standing()
    assert [chat for chat, _, _ in await told(store, "part-kept")] == [50]
    await store.joint.answer(event.id, college, other, voice)
    await store.events.change(event.id, lambda old: move(old, wanted), librarian, NOW)
    assert (await store.joint.one(event.id, college)).standing.state is PartState.ACCEPTED


async def test_who_has_declined_is_neither_invited_nor_told_of_moves(store: Store, person: MakePerson) -> None:
    librarian, rep, other = await person(1), await person(50), await person(51)
    college, radio = await partner(store, "Колледж", rep), await partner(store, "Радио", other)
    event = await agreeing(store, librarian, PartnerPart(college), PartnerPart(radio))
    voice = Voice(rep.id, NOW)
    await store.joint.answer(event.id, college, lambda event, _: decline(event, "нет", voice), voice)
    await store.events.change(event.id, publish, librarian, NOW)
    await store.events.change(event.id, lambda old: move(old, START + DAY), librarian, NOW)
    assert [chat for chat, _, _ in await told(store, "invitation")] == [51]
    assert [chat for chat, _, _ in await told(store, "moved")] == [51]


async def test_a_partner_taken_out_is_told_unless_it_had_declined(store: Store, person: MakePerson) -> None:
    librarian, rep, other = await person(1), await person(50), await person(51)
    college, radio = await partner(store, "Колледж", rep), await partner(store, "Радио", other)
    event = await agreeing(store, librarian, PartnerPart(college), PartnerPart(radio))
    voice = Voice(rep.id, NOW)
    await store.joint.answer(event.id, college, lambda event, _: decline(event, "нет", voice), voice)
    bare = replace(event.fields, partners=())
    await store.events.change(event.id, lambda old: replace(old, fields=bare), librarian, NOW)
    assert [chat for chat, _, _ in await told(store, "part-removed")] == [51]


async def test_a_cancelled_event_asks_nobody_any_more(store: Store, person: MakePerson) -> None:
    librarian, rep = await person(1), await person(50)
    event = await agreeing(store, librarian, PartnerPart(await partner(store, "Колледж", rep)))
    await store.events.change(event.id, lambda old: cancel(old, "карантин"), librarian, NOW)
    assert [state for _, state, _ in await told(store, "part")] == ["superseded"]
    assert [chat for chat, _, _ in await told(store, "cancelled")] == [50]
    assert (await store.events.get(event.id)).status is Status.CANCELLED


async def test_what_waits_for_somebody_of_the_partner(store: Store, person: MakePerson) -> None:
    librarian, rep = await person(1), await person(50)
    college = await partner(store, "Колледж", rep)
    event = await agreeing(store, librarian, PartnerPart(college))

    async def waiting(now: datetime = NOW) -> list[int]:
        return [one.id for one, _ in await store.joint.waiting(rep.id, now)]

    assert await waiting() == [event.id]
    assert await waiting(START) == []
    await says_yes(store, event, college, rep)
    assert await waiting() == []
    await store.events.change(event.id, lambda old: move(old, START + DAY), librarian, NOW)
    assert await waiting() == [event.id]


async def test_a_guest_who_comes_has_agreed(store: Store, person: MakePerson) -> None:
    librarian, rep = await person(1), await person(50)
    college, radio = await partner(store, "Колледж", rep), await partner(store, "Радио")
    both = (PartnerPart(college), PartnerPart(radio))
    event = await store.events.publish(EventFields("Вечер", START, "12+", partners=both), librarian, NOW)
    for _ in range(2):
        await store.rsvps.answer(event.id, rep.id, Answer.GOING, NOW)
    states = [one.standing.state for one in await store.joint.of(event.id)]
    assert states == [PartState.ACCEPTED, PartState.ASKED]


async def test_where_nobody_is_responsible_those_in_charge_hear(store: Store, person: MakePerson) -> None:
    librarian, rep, methodist = await person(2), await person(50), await person(3)
    admin = await person(1)
    college = await partner(store, "Колледж", rep)
    event = await agreeing(store, librarian, PartnerPart(college))
    await store.members.set_reachable(librarian.id, reachable=False)
    await says_yes(store, event, college, rep)
    assert [chat for chat, _, _ in await told(store, "part-accepted")] == [admin.account_id]
    await store.members.grant(methodist.id, Grant(Role.METHODIST), None, NOW)
    await says_yes(store, event, college, rep, NOW, "hall")
    assert [chat for chat, state, _ in await told(store, "part-accepted") if state == "ready"] == [3]


async def test_an_event_is_announced_with_what_partners_have_said_already(store: Store, person: MakePerson) -> None:
    librarian, college = await person(1), await partner(store, "Колледж")
    said = Standing(PartState.ACCEPTED, ("hall",), said_of=START, answered_at=NOW)
    fields = EventFields("Вечер", START, "12+", partners=(PartnerPart(college, Part.CO_ORGANISER),))
    event = await store.events.publish(fields, librarian, NOW, agreed={college: said, 999: said})
    assert [one.standing for one in await store.joint.of(event.id)] == [said]
