"""Numbers are given once: what was taken away is never mistaken for what came after it, on either engine."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import create_async_engine

from domain.agenda import AgendaItem, add_item, drop_item
from domain.event import PartnerPart
from domain.minutes import Action, Piece, Place
from domain.partner import AgreementFields, RepFields
from domain.person_name import PersonName
from storage.actions import GIVEN
from storage.migrate import upgrade
from storage.store import Store
from storage.tables import outbox
from tests.storage.conftest import NOW, MakeEvent, MakePerson
from tests.storage.test_migrate import _to

PLAN = AgreementFields("joint_plan", "5", signed_on=date(2017, 9, 1))
WRITTEN = """INSERT INTO minutes (event_id, item_id, piece, number, text, at)
    VALUES (1, 2, 'heard', 1, 'О планах', '2018-03-26 07:00:00')"""
ADDED = "INSERT INTO agenda_items (event_id, number, text) VALUES (1, 2, 'Планы') RETURNING id"


async def told(store: Store) -> Sequence[int]:
    async with store.db.read() as conn:
        return (await conn.execute(select(outbox.c.subject).where(outbox.c.kind == GIVEN))).scalars().all()


async def test_a_task_that_was_dropped_and_put_in_other_words_is_told(
    store: Store, person: MakePerson, event: MakeEvent
) -> None:
    college = await store.partners.add("Колледж", "Колледж", "education", None, NOW)
    olga, anna = await person(7), await person(1)
    await store.partners.bind(college, olga.id, None, NOW)
    one = await event(partners=(PartnerPart(college),))
    wrong = await store.actions.add(Action(0, one.id, "прислать плн", college), anna, NOW)
    await store.actions.drop(wrong.id, anna, NOW)
    right = await store.actions.add(Action(0, one.id, "прислать план", college), anna, NOW)
    assert right.id in await told(store)
    assert right.id != wrong.id, "an old button is none of the new one"


async def test_what_was_written_of_an_item_never_stands_under_the_next(
    store: Store, person: MakePerson, event: MakeEvent
) -> None:
    one, anna = await event(agenda=("Опыт",)), await person(1)
    [old] = (await store.agenda.of(one.id)).items
    await store.minutes.write(Place(one.id, old.id, Piece.HEARD), "Об опыте", 0, anna, NOW)
    await store.agenda.change(one.id, lambda was: drop_item(was, old.id), anna, NOW)
    await store.agenda.change(one.id, lambda was: add_item(was, AgendaItem(0, "Планы")), anna, NOW)
    [new] = (await store.agenda.of(one.id)).items
    assert not (await store.minutes.of(one.id)).of(new.id, Piece.HEARD).text


async def test_an_agreement_comes_back_beside_the_one_that_was_made_meanwhile(store: Store) -> None:
    college = await store.partners.add("Колледж", "Колледж", "education", None, NOW)
    old = await store.agreements.add(college, PLAN, None, NOW)
    await store.agreements.remove(old, None, NOW)
    await store.agreements.add(college, replace(PLAN, number="6"), None, NOW)
    await store.agreements.bring_back(old, None, NOW)
    assert sorted(one.fields.number or "" for one in await store.agreements.of(college)) == ["5", "6"]


async def test_a_representative_comes_back_beside_the_one_that_was_entered_meanwhile(store: Store) -> None:
    college = await store.partners.add("Колледж", "Колледж", "education", None, NOW)
    old = await store.partners.put_rep(
        college, RepFields(PersonName("Баранова", initials="Е.П."), "директор"), None, NOW
    )
    await store.partners.remove_rep(old, None, NOW)
    await store.partners.put_rep(college, RepFields(PersonName("Серова", initials="И.П."), "завуч"), None, NOW)
    await store.partners.bring_back(old, None, NOW)
    assert sorted(one.fields.position or "" for one in await store.partners.reps(college)) == ["директор", "завуч"]


async def test_numbers_go_on_behind_what_an_earlier_version_had_given_out(tmp_path: Path) -> None:
    """The second item is gone, and minutes were written of it; SQLite alone would give its number out again."""
    url = f"sqlite+aiosqlite:///{tmp_path / 'bot.db'}"
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        await connection.run_sync(_to, "0020")
        await connection.execute(text("INSERT INTO agenda_items (id, event_id, number, text) VALUES (1, 1, 1, 'Опыт')"))
        await connection.execute(text(WRITTEN))
        await connection.commit()
    await upgrade(url)
    async with engine.connect() as connection:
        assert (await connection.execute(text(ADDED))).scalar_one() == 3
        assert (await connection.execute(text("SELECT text FROM agenda_items WHERE id = 1"))).scalar_one() == "Опыт"
        assert (await connection.execute(text("SELECT text FROM minutes WHERE item_id = 2"))).scalar_one() == "О планах"
    await engine.dispose()
