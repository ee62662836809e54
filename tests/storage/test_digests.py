"""The digest of the week ahead: to whom it goes, once, and what it finds."""

import asyncio
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from domain.event import cancel
from domain.seats import Answer
from domain.survey import Source
from domain.week_ahead import WISH
from storage.responses import Sending
from storage.store import Store
from storage.tables import outbox
from tests.storage.conftest import DAY, NOW, POLICY, START, MakeEvent, MakePerson
from tests.storage.test_surveys import surveyed

MONDAY = datetime(2018, 4, 23, 0, 30, tzinfo=UTC)
MORNING = datetime(2018, 4, 23, 6, tzinfo=UTC)
UNTIL = MONDAY + timedelta(days=6, hours=20, minutes=30)


async def rows(store: Store) -> list[tuple[int, str, datetime]]:
    columns = (outbox.c.member_id, outbox.c.moment, outbox.c.due_at)
    query = select(*columns).where(outbox.c.kind == WISH).order_by(outbox.c.moment, outbox.c.member_id)
    async with store.db.read() as conn:
        return [tuple(row) for row in await conn.execute(query)]


async def test_it_goes_once_a_week_to_who_asked_for_it_and_can_be_reached(
    store: Store, url: str, person: MakePerson
) -> None:
    olga, gone, _never = await person(7), await person(8), await person(9)
    for one in (olga, gone):
        await store.members.set_wanted(one.id, [WISH])
    await store.members.set_reachable(gone.id, reachable=False)
    other = Store(url, POLICY)
    for at in (MONDAY, MONDAY + timedelta(hours=10), MONDAY + timedelta(days=1), MONDAY + timedelta(days=7)):
        await asyncio.gather(store.digests.fan_out(at), other.digests.fan_out(at))
    await other.close()
    week = timedelta(days=7)
    assert await rows(store) == [(olga.id, "2018-W17", MORNING), (olga.id, "2018-W18", MORNING + week)]
    assert WISH in (await store.personal.of(olga.id))["account"][0]["wanted"]


async def test_it_finds_ones_own_events_of_the_week(store: Store, person: MakePerson, event: MakeEvent) -> None:
    olga = await person(7)
    wanted = {
        "now": {"starts_at": MONDAY - timedelta(hours=1)},
        "going on": {"starts_at": NOW + timedelta(days=1), "ends_at": MONDAY + timedelta(days=30)},
        "friday": {"starts_at": START},
        "over": {"starts_at": MONDAY - timedelta(days=1)},
        "later": {"starts_at": UNTIL},
        "off": {"starts_at": START},
        "declined": {"starts_at": START},
    }
    for title, fields in wanted.items():
        made = await event(title=title, **fields)
        answer = Answer.DECLINED if title == "declined" else Answer.GOING
        await store.rsvps.answer(made.id, olga.id, answer, NOW)
        if title == "off":
            await store.events.change(made.id, lambda old: cancel(old, "карантин"), await person(1), NOW)
    found = await store.digests.events(olga.id, MONDAY, UNTIL)
    assert [one.event.fields.title for one in found] == ["going on", "now", "friday"]


async def test_it_finds_surveys_neither_sent_nor_put_off(store: Store, person: MakePerson) -> None:
    survey, (college, school) = await surveyed(store, person, "Колледж", "Школа")
    olga, anna = await person(7), await person(1)
    for partner in (college, school):
        await store.partners.bind(partner, olga.id, None, NOW)
    soon, later = NOW + DAY, NOW + 2 * DAY
    assert await store.digests.surveys(olga.id, soon) == [(survey, college), (survey, school)]
    await store.responses.put_off(survey.id, college, olga.id, later, NOW)
    assert await store.digests.surveys(olga.id, soon) == [(survey, school)]
    sending = Sending({"q": "да"}, {"q": olga.id}, olga.id, Source.CHAT)
    await store.responses.send(survey.id, school, sending, soon)
    assert await store.digests.surveys(olga.id, soon) == []
    assert await store.digests.surveys(olga.id, later) == [(survey, college)]
    assert await store.digests.surveys(olga.id, survey.fields.closes_at) == []
    assert await store.digests.surveys(anna.id, later) == []
