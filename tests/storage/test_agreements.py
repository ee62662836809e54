"""Agreements with partners, and who hears that one runs out."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from domain.partner import AgreementFields, RepFields
from domain.people import Grant, Role
from domain.refusal import Gone
from storage.store import Store
from storage.tables import audit, outbox
from tests.storage.conftest import DAY, NOW, MakePerson

TODAY = date(2018, 3, 26)
PLAN = AgreementFields("joint_plan", "5", signed_on=date(2017, 9, 1), ends_on=TODAY + timedelta(days=60))


async def partner(store: Store) -> int:
    return await store.partners.add("Полиграфический колледж", "Колледж", "education", None, NOW)


async def letters(store: Store) -> list[tuple[int, str]]:
    query = select(outbox.c.chat_id, outbox.c.moment).order_by(outbox.c.id)
    async with store.db.read() as conn:
        return [(row.chat_id, row.moment) for row in await conn.execute(query)]


async def warned(store: Store, *days: int) -> list[tuple[int, str]]:
    for day in days:
        await store.agreements.warn(NOW + day * DAY)
    return await letters(store)


async def test_an_agreement_is_kept_changed_and_removed(store: Store) -> None:
    partner_id = await partner(store)
    rep_id = await store.partners.put_rep(partner_id, RepFields(position="директор"), None, NOW)
    wanted = replace(PLAN, rep_id=rep_id, auto_renews=True)
    one = await store.agreements.add(partner_id, wanted, None, NOW)
    assert (await store.agreements.get(one)).fields == wanted
    for _ in range(2):
        await store.agreements.change(one, lambda old: replace(old, ends_on=date(2019, 5, 31)), None, NOW)
    async with store.db.read() as conn:
        found = await conn.execute(select(audit.c.before, audit.c.after).where(audit.c.action == "agreement-changed"))
        assert [tuple(row) for row in found] == [({"ends_on": "2018-05-25"}, {"ends_on": "2019-05-31"})]
    assert (await store.agreements.remove(one, None, NOW)).partner_id == partner_id
    for attempt in (store.agreements.get(one), store.agreements.remove(one, None, NOW)):
        with pytest.raises(Gone, match="agreement-gone"):
            await attempt


async def test_a_draft_goes_with_its_agreement(store: Store, person: MakePerson) -> None:
    anna, partner_id = await person(1), await partner(store)
    drafts = [await store.drafts.start(anna.id, "agreement", partner_id, {}, NOW) for _ in range(2)]
    one = await store.agreements.add(partner_id, PLAN, anna.id, NOW, draft_id=drafts[0].id)
    await store.agreements.change(one, lambda old: old, anna.id, NOW, draft_id=drafts[1].id)
    assert await store.drafts.of(anna.id) == []


async def test_agreements_of_a_partner_in_the_archive_rest(store: Store) -> None:
    partner_id = await partner(store)
    one = await store.agreements.add(partner_id, PLAN, None, NOW)
    await store.partners.archive(partner_id, None, NOW)
    for attempt in (
        store.agreements.add(partner_id, PLAN, None, NOW),
        store.agreements.change(one, lambda old: old, None, NOW),
        store.agreements.remove(one, None, NOW),
    ):
        with pytest.raises(Gone, match="partner-archived"):
            await attempt
    assert await store.agreements.ending(TODAY) == []


async def test_those_without_an_end_come_first(store: Store) -> None:
    partner_id = await partner(store)
    for end in (TODAY, None, TODAY + timedelta(days=9)):
        await store.agreements.add(partner_id, replace(PLAN, ends_on=end), None, NOW)
    assert [one.id for one in await store.agreements.of(partner_id)] == [2, 3, 1]
    assert [one.id for one in await store.agreements.ending(TODAY)] == [1, 3]


async def test_the_responsible_hears_at_sixty_and_at_thirty_days_once(store: Store, person: MakePerson) -> None:
    olga, maria = await person(7), await person(8, "Мария")
    for one in (olga, maria):
        await store.members.grant(one.id, Grant(Role.METHODIST), None, NOW)
    await store.agreements.add(await partner(store), replace(PLAN, responsible_id=olga.id), None, NOW)
    assert await warned(store, -1) == []
    assert await warned(store, 0, 1, 29) == [(7, "60d2018-05-25")]
    assert await warned(store, 30, 31, 60, 61) == [(7, "60d2018-05-25"), (7, "30d2018-05-25")]


async def test_the_methodists_hear_where_nobody_is_responsible(store: Store, person: MakePerson) -> None:
    await store.agreements.add(await partner(store), PLAN, None, NOW)
    stranger = await person(5)
    await store.agreements.change(1, lambda old: replace(old, responsible_id=stranger.id), None, NOW)
    assert await warned(store, 31) == []
    await person(1)
    assert await warned(store, 31) == [(1, "30d2018-05-25")]
    olga, left = await person(7), await person(9, "Иван Серов")
    await store.members.grant(olga.id, Grant(Role.METHODIST), None, NOW)
    await store.agreements.change(1, lambda old: replace(old, responsible_id=left.id), None, NOW)
    assert await warned(store, 32) == [(1, "30d2018-05-25"), (7, "30d2018-05-25")]


async def test_a_notice_waits_for_working_hours_and_ends_with_the_agreement(store: Store, person: MakePerson) -> None:
    await person(1)
    await store.agreements.add(await partner(store), PLAN, None, NOW)
    night = datetime(2018, 3, 31, 0, 30, tzinfo=UTC)  # a Saturday, half past three in Tver
    await store.agreements.warn(night)
    async with store.db.read() as conn:
        [row] = (await conn.execute(select(outbox.c.due_at, outbox.c.use_until))).all()
    assert row.due_at == datetime(2018, 4, 2, 6, tzinfo=UTC)
    assert row.use_until == datetime(2018, 5, 25, 21, tzinfo=UTC)
