"""Minutes and actions, kept on both engines."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from domain.event import PartnerPart
from domain.minutes import WHOLE, Action, ChangedMeanwhile, Piece, Place
from domain.refusal import Gone
from storage.store import Store
from storage.tables import outbox
from tests.storage.conftest import DAY, NOW, START, MakeEvent, MakePerson

AFTER = START + timedelta(hours=20)


async def test_every_revision_is_kept_with_who_and_when(store: Store, event: MakeEvent, person: MakePerson) -> None:
    held, anna, vera = await event(agenda=("Опыт",)), await person(1), await person(2, "Вера")
    item = (await store.agenda.of(held.id)).items[0].id
    place = Place(held.id, item, Piece.HEARD)
    await store.minutes.write(place, "Слушали", 0, anna, NOW)
    await store.minutes.write(place, "Слушали об опыте", 1, vera, NOW + DAY)
    await store.minutes.write(place, "Слушали об опыте", 2, vera, NOW + DAY)
    await store.minutes.write(Place(held.id, WHOLE, Piece.NOTED), "Отметили", 0, anna, NOW)
    kept = await store.minutes.of(held.id)
    assert (kept.of(item, Piece.HEARD).text, kept.of(WHOLE, Piece.NOTED).number) == ("Слушали об опыте", 1)
    seen = [(one.number, one.by_id, one.at) for one in await store.minutes.revisions(place, 9)]
    assert seen == [(2, vera.id, NOW + DAY), (1, anna.id, NOW)]


async def test_of_two_at_once_one_is_told(store: Store, event: MakeEvent, person: MakePerson) -> None:
    held, anna, vera = await event(), await person(1), await person(2, "Вера")
    place = Place(held.id, WHOLE, Piece.TEXT)
    both = (store.minutes.write(place, words, 0, who, NOW) for words, who in (("А", anna), ("Б", vera)))
    done = await asyncio.gather(*both, return_exceptions=True)
    assert [type(one) for one in done].count(ChangedMeanwhile) == 1
    assert len(await store.minutes.revisions(place, 9)) == 1


async def told(store: Store, kind: str) -> list[int | None]:
    async with store.db.read() as conn:
        query = select(outbox.c.member_id).where(outbox.c.kind == kind).order_by(outbox.c.id)
        return list((await conn.execute(query)).scalars())


async def test_what_an_organisation_took_on_is_told_reminded_and_reported(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    anna, rep = await person(1, "Анна"), await person(7, "Игорь")
    college = await store.partners.add("Колледж", "Колледж", "education", None, NOW)
    await store.partners.bind(college, rep.id, None, NOW)
    held = await event(form="round_table", partners=(PartnerPart(college),))
    due = Action(0, held.id, "подготовить план", college, due_on=date(2018, 5, 10))
    task = await store.actions.add(due, anna, AFTER)
    own = await store.actions.add(Action(0, held.id, "разослать протокол"), anna, AFTER)
    assert (task.organisation, own.organisation) == ("Колледж", "")
    assert await told(store, "action") == [rep.id, anna.id]
    await store.actions.remind(AFTER)
    assert await told(store, "action-due") == []
    for moment in (START + 11 * DAY, START + 12 * DAY):
        await store.actions.remind(moment)
    assert await told(store, "action-due") == [rep.id]

    later = await event(form="round_table", starts_at=START + 90 * DAY)
    talk = await event(form="lecture", starts_at=START + 90 * DAY)
    assert [one.id for one in await store.actions.open_before(later)] == [task.id, own.id]
    assert await store.actions.open_before(talk) == await store.actions.open_before(held) == []
    assert [one.id for one in await store.actions.open_for(rep.id)] == [task.id]
    await store.actions.finish(task.id, rep, AFTER)
    again = await store.actions.finish(task.id, anna, AFTER + DAY)
    assert again.done_at == AFTER
    assert await told(store, "action-done") == [anna.id]
    assert [one.id for one in await store.actions.open_before(later)] == [own.id]
    await store.actions.drop(own.id, anna, AFTER)
    with pytest.raises(Gone):
        await store.actions.get(own.id)
    assert len(await store.actions.of(held.id)) == 1


async def test_only_who_has_heard_of_a_task_is_told_that_it_was_taken_back(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    """Whoever acts for the organisation only since then was never told of it; who does no more has no part in it."""
    anna, olga, left, late = await person(1), await person(7), await person(8), await person(9)
    college = await store.partners.add("Колледж", "Колледж", "education", None, NOW)
    for one in (olga, left):
        await store.partners.bind(college, one.id, None, NOW)
    held = await event(partners=(PartnerPart(college),))
    task = await store.actions.add(Action(0, held.id, "подготовить план", college), anna, NOW)
    for row in await store.outbox.claim("w", NOW + DAY, 100, timedelta(minutes=1)):
        await store.outbox.finish(row.id, "sent", NOW)
    gone = next(rep.id for rep in await store.partners.reps(college) if rep.member_id == left.id)
    await store.partners.remove_rep(gone, None, NOW)
    await store.partners.bind(college, late.id, None, NOW)
    await store.actions.drop(task.id, anna, NOW)
    assert await told(store, "action-dropped") == [olga.id]


async def test_who_may_just_be_hearing_of_a_task_is_told_that_it_was_taken_back(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    anna, olga, igor, vera = await person(1), await person(7), await person(8), await person(9)
    college = await store.partners.add("Колледж", "Колледж", "education", None, NOW)
    for one in (olga, igor, vera):
        await store.partners.bind(college, one.id, None, NOW)
    held = await event(partners=(PartnerPart(college),))
    task = await store.actions.add(Action(0, held.id, "подготовить план", college), anna, NOW)
    rows = {row.member_id: row for row in await store.outbox.claim("w", NOW + DAY, 100, timedelta(minutes=1))}
    assert await store.outbox.sending(rows[olga.id])
    await store.outbox.finish(rows[igor.id].id, "unknown", NOW)
    await store.outbox.finish(rows[vera.id].id, "unreachable", NOW)
    await store.actions.drop(task.id, anna, NOW)
    assert await told(store, "action-dropped") == [olga.id, igor.id]
