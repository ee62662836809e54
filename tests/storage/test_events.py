"""Moving, changing and cancelling: who is told, once for each revision, and what is no longer sent."""

import asyncio
from dataclasses import replace
from functools import partial

import pytest
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.event import Event, PartnerPart, cancel, change_fields, move
from domain.people import Person
from domain.refusal import Gone, Refusal
from domain.seats import Answer
from storage.event_rows import load
from storage.library import BranchFields
from storage.outbox import Message
from storage.store import Store
from storage.tables import agenda_items, audit, outbox
from tests.storage.conftest import DAY, NOW, START, MakeEvent, MakePerson


async def told(store: Store, kind: str) -> list[tuple[int, str, str]]:
    query = select(outbox.c.chat_id, outbox.c.moment, outbox.c.state).where(outbox.c.kind == kind)
    async with store.db.read() as conn:
        return [(row.chat_id, row.moment, row.state) for row in await conn.execute(query.order_by(outbox.c.id))]


async def send_all(store: Store) -> None:
    async with store.db.read() as conn:
        ready = list((await conn.execute(select(outbox.c.id).where(outbox.c.state == "ready"))).scalars())
    for row_id in ready:
        await store.outbox.finish(row_id, "sent", NOW)


async def with_guests(store: Store, event: MakeEvent, person: MakePerson) -> tuple[Event, Person]:
    subject = await event()
    for account, wish in ((10, Answer.GOING), (11, Answer.MAYBE), (12, Answer.DECLINED)):
        await store.rsvps.answer(subject.id, (await person(account)).id, wish, NOW)
    return subject, await person(1)


async def test_a_change_that_waited_keeps_what_was_added_meanwhile(store: Store, event: MakeEvent) -> None:
    """The first partner and the first item of the agenda, put in by a colleague who had the event in hand."""
    subject, inside, go = await event(), asyncio.Event(), asyncio.Event()

    async def colleague(conn: AsyncConnection) -> None:
        await load(conn, subject.id, lock=True)
        await conn.execute(insert(agenda_items).values(event_id=subject.id, number=1, text="Доклад"))
        inside.set()
        await go.wait()

    first = asyncio.create_task(store.db.write(colleague))
    await inside.wait()
    host = await store.members.by_account(1)
    assert host is not None
    second = asyncio.create_task(
        store.events.change(subject.id, lambda was: change_fields(was, replace(was.fields, title="Другой")), host, NOW)
    )
    while not await _is_waiting(store):  # noqa: ASYNC110 - PostgreSQL gives no sign
        await asyncio.sleep(0.01)
    go.set()
    await first
    assert (await second).fields.agenda == ("Доклад",)
    assert (await store.events.get(subject.id)).fields.agenda == ("Доклад",)


async def _is_waiting(store: Store) -> bool:
    """Whether the second change waits for the first: in our own queue, or for PostgreSQL's lock."""
    async with store.db.read() as conn:
        if conn.dialect.name == "sqlite":
            return True
        locked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        return bool((await conn.exec_driver_sql(locked)).scalar_one())


async def test_a_move_is_told_to_who_comes_or_may_come(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, librarian = await with_guests(store, event, person)
    await store.events.change(subject.id, lambda old: move(old, START + DAY), librarian, NOW)
    assert await told(store, "moved") == [(10, "r2", "ready"), (11, "r2", "ready")]


@pytest.mark.parametrize(("hours", "urgent"), [(48, False), (20, True)])
async def test_only_news_of_what_is_near_may_break_into_quiet_hours_however_late_it_goes(
    store: Store, event: MakeEvent, person: MakePerson, hours: int, *, urgent: bool
) -> None:
    subject, librarian = await with_guests(store, event, person)
    now = START - hours * DAY / 24
    await store.events.change(subject.id, lambda old: move(old, START + DAY), librarian, now)
    rows = await store.outbox.claim("w", START, 10, DAY)
    assert {row.urgent for row in rows if row.kind == "moved"} == {urgent}


async def test_there_and_back_again_is_told_each_time(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, librarian = await with_guests(store, event, person)
    for days in (1, 0, 1):
        await store.events.change(subject.id, partial(move, starts_at=START + days * DAY), librarian, NOW)
        await send_all(store)
    assert [moment for chat, moment, _ in await told(store, "moved") if chat == 10] == ["r2", "r3", "r4"]


async def test_unsent_news_is_replaced_and_keeps_the_date_that_people_know(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, librarian = await with_guests(store, event, person)
    await store.events.change(subject.id, lambda old: move(old, START + DAY), librarian, NOW)
    await store.events.change(subject.id, lambda old: move(old, START + 2 * DAY), librarian, NOW)
    assert [state for chat, _, state in await told(store, "moved") if chat == 10] == ["superseded", "ready"]
    row = next(row for row in await store.outbox.claim("w", NOW, 10, DAY) if row.kind == "moved")
    assert row.args["starts_at"] == START.isoformat()


async def test_a_cancelled_event_sends_nothing_more_but_that(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, librarian = await with_guests(store, event, person)
    await store.outbox.add([Message("reminder-day", subject.id, 10, "x", NOW)])
    await store.events.change(subject.id, lambda old: cancel(old, "карантин"), librarian, NOW)
    assert await told(store, "reminder-day") == [(10, "x", "superseded")]
    assert [chat for chat, _, _ in await told(store, "cancelled")] == [10, 11]
    assert await store.reminders.of(subject.id) == []
    with pytest.raises(Refusal, match="event-cancelled"):
        await store.events.change(subject.id, lambda old: move(old, START + DAY), librarian, NOW)


async def test_a_move_into_the_past_tells_nobody(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, librarian = await with_guests(store, event, person)
    await store.events.change(subject.id, lambda old: move(old, NOW - DAY), librarian, NOW)
    assert await told(store, "moved") == []


@pytest.mark.parametrize(
    ("days", "old"), [(1, [START.isoformat()]), (0, [])], ids=["elsewhere", "back to where it was"]
)
async def test_once_a_date_typed_wrongly_is_put_right_people_are_told_beside_the_one_they_know(
    store: Store, event: MakeEvent, person: MakePerson, days: int, old: list[str]
) -> None:
    subject, librarian = await with_guests(store, event, person)
    for wrong in (NOW - 30 * DAY, NOW - DAY):
        await store.events.change(subject.id, partial(move, starts_at=wrong), librarian, NOW)
    await store.events.change(subject.id, partial(move, starts_at=START + days * DAY), librarian, NOW + DAY)
    rows = await store.outbox.claim("w", NOW + 2 * DAY, 10, DAY)
    assert [row.args["starts_at"] for row in rows if row.chat_id == 10] == old


async def test_an_event_that_took_place_is_moved_in_silence(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, librarian = await with_guests(store, event, person)
    await store.events.change(subject.id, partial(move, starts_at=START + DAY), librarian, NOW)
    await send_all(store)
    after = START + 3 * DAY
    await store.events.change(subject.id, partial(move, starts_at=START + 30 * DAY), librarian, after)
    assert {state for _, _, state in await told(store, "moved")} == {"sent"}


async def test_representatives_are_invited_once_and_hear_of_changes(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    librarian, rep = await person(1), await person(50)
    partner = await store.partners.add("Полиграфический колледж", "Колледж", "education", librarian.id, NOW)
    await store.partners.bind(partner, rep.id, "зам. директора", NOW)
    subject = await event(partners=(PartnerPart(partner),))
    await store.events.change(subject.id, lambda old: move(old, START + DAY), librarian, NOW)
    assert await told(store, "invitation") == [(50, "first", "ready")]
    assert [chat for chat, _, _ in await told(store, "moved")] == [50]


async def test_the_audit_trail_says_who_changed_what(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, librarian = await with_guests(store, event, person)
    await store.events.change(
        subject.id, lambda old: change_fields(old, replace(old.fields, capacity=40)), librarian, NOW
    )
    async with store.db.read() as conn:
        row = (await conn.execute(select(audit).where(audit.c.action == "event-changed"))).one()
    assert (row.actor_id, row.before, row.after) == (librarian.id, {"capacity": 30}, {"capacity": 40})


async def test_a_rule_that_refuses_changes_nothing(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, librarian = await with_guests(store, event, person)
    wrong = replace(subject.fields, capacity=0)
    with pytest.raises(Refusal):
        await store.events.change(subject.id, lambda old: change_fields(old, wrong), librarian, NOW)
    assert (await store.events.get(subject.id)).revision == subject.revision
    with pytest.raises(Gone):
        await store.events.change(999, lambda old: old, librarian, NOW)


async def test_publishing_drops_the_draft_in_the_same_breath(store: Store, person: MakePerson) -> None:
    from domain.event import EventFields

    librarian = await person(1)
    draft = await store.drafts.start(librarian.id, "event", None, {"answers": {}}, NOW)
    fields = EventFields("«Вечер»", START, "6+", agenda=("Слово директора", "Опыт"))
    published = await store.events.publish(fields, librarian, NOW, draft_id=draft.id)
    assert await store.drafts.find(draft.id) is None
    assert (await store.events.get(published.id)).fields.agenda == ("Слово директора", "Опыт")


async def test_events_that_share_a_hall_at_one_time_are_found(store: Store, event: MakeEvent) -> None:
    branch_id = await store.branches.put(BranchFields("ЦГБ", "ЦГБ", "Тверь", halls=("Горница",)), None, NOW)
    hall = (await store.branches.get(branch_id)).halls[0]
    subject = await event(branch_id=branch_id, hall_id=hall.id)
    hour = DAY / 24
    assert [one.id for one in await store.events.in_hall(hall.id, START + hour, START + 3 * hour)] == [subject.id]
    assert await store.events.in_hall(hall.id, START + 2 * hour, START + 3 * hour) == []
    assert await store.events.in_hall(hall.id, START, START + hour, except_id=subject.id) == []


async def test_coming_events_are_listed_by_date(store: Store, event: MakeEvent) -> None:
    later, sooner = await event(starts_at=START + DAY), await event()
    assert [one.id for one in await store.events.upcoming(NOW, 10)] == [sooner.id, later.id]
    assert [one.id for one in await store.events.upcoming(NOW, 1, offset=1)] == [later.id]
    assert await store.events.count_upcoming(NOW) == 2


async def test_what_lasts_for_days_is_listed_and_holds_its_hall_to_its_end(store: Store, event: MakeEvent) -> None:
    branch = await store.branches.put(BranchFields("Герцена", "Герцена", "Тверь", halls=("Холл",)), None, NOW)
    hall = (await store.branches.get(branch)).halls[0].id
    fair = await event(title="Ярмарка", branch_id=branch, hall_id=hall, ends_at=START + 5 * DAY)
    third = START + 3 * DAY
    assert [one.id for one in await store.events.upcoming(third, 10)] == [fair.id]
    assert await store.events.count_upcoming(START + 5 * DAY) == 0
    assert [one.id for one in await store.events.in_hall(hall, third, third + DAY)] == [fair.id]
    assert await store.events.in_hall(hall, START + 5 * DAY, START + 6 * DAY) == []
