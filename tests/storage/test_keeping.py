"""What is past its term goes; people are warned before they are forgotten, and a press keeps them."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from domain.people import Grant, Purpose, Role
from domain.retention import Retention
from domain.seats import Answer
from storage.audit import note
from storage.keeping import Keeping
from storage.store import Store
from storage.tables import audit, drafts, invitations, outbox, page_links, proposals, rep_requests, rsvps
from tests.storage.conftest import DAY, NOW, POLICY, MakeEvent, MakePerson

YEAR = timedelta(days=366)
TERM = POLICY.retention


async def _told(store: Store, kind: str, now: datetime) -> list[int | None]:
    rows = await store.outbox.claim("w", now + 14 * DAY, 100, timedelta(minutes=1))
    return [row.member_id for row in rows if row.kind == kind]


async def test_who_is_silent_is_warned_once_and_then_forgotten(store: Store, person: MakePerson) -> None:
    anna, silent = await person(1), await person(7)
    assert await store.keeping.warn(NOW + 300 * DAY) == 0
    warned_at = NOW + 340 * DAY
    assert await store.keeping.warn(warned_at) == 1
    assert await store.keeping.warn(warned_at + DAY) == 0
    assert await _told(store, "silence", warned_at) == [silent.id]
    assert await store.keeping.forget_silent(warned_at + 29 * DAY) == 0
    assert await store.keeping.forget_silent(warned_at + 30 * DAY) == 1
    assert await store.members.find(silent.id) is None
    assert await store.members.find(anna.id) is not None
    assert [gone.ground for gone in await store.erasures.all()] == ["silence"]


async def test_a_sign_of_life_keeps_them(store: Store, person: MakePerson) -> None:
    silent = await person(7)
    await store.keeping.warn(NOW + 340 * DAY)
    await store.members.seen(silent.id, NOW + 350 * DAY)
    assert await store.keeping.forget_silent(NOW + 400 * DAY) == 0
    assert await store.keeping.warn(NOW + 400 * DAY) == 0


async def test_colleagues_stay(store: Store, person: MakePerson) -> None:
    await person(1)
    librarian = await person(7)
    await store.members.grant(librarian.id, Grant(Role.LIBRARIAN), None, NOW)
    assert await store.keeping.warn(NOW + 5 * YEAR) == 0


async def test_who_cannot_be_reached_is_forgotten_in_time_too(store: Store, person: MakePerson) -> None:
    silent = await person(7)
    await store.members.set_reachable(silent.id, reachable=False)
    assert await store.keeping.warn(NOW + YEAR) == 1
    assert await _told(store, "silence", NOW + YEAR) == []
    assert await store.keeping.forget_silent(NOW + YEAR + 30 * DAY) == 1


async def test_nobody_is_forgotten_where_the_settings_say_so(store: Store, person: MakePerson) -> None:
    from dataclasses import replace

    await person(7)
    ever = Keeping(store.db, frozenset(), replace(POLICY, retention=Retention(silence_months=0)))
    assert await ever.warn(NOW + 10 * YEAR) == 0
    assert await ever.forget_silent(NOW + 10 * YEAR) == 0


async def _invited(store: Store, member_id: int) -> None:
    await store.invitations.for_staff(Grant(Role.LIBRARIAN), member_id, NOW)


async def _drafted(store: Store, member_id: int) -> None:
    await store.drafts.start(member_id, "event", None, {}, NOW)


async def _linked(store: Store, member_id: int) -> None:
    from storage.page_links import Page

    await store.page_links.issue(member_id, Page.PRIVACY, None, NOW)


async def _noted(store: Store, member_id: int) -> None:
    await store.db.write(lambda conn: note(conn, NOW, member_id, "x", ("member", member_id)))


async def _requested(store: Store, member_id: int) -> None:
    row = {"member_id": member_id, "organisation": "Музей", "state": "declined", "created_at": NOW, "decided_at": NOW}
    await store.db.write(lambda conn: conn.execute(insert(rep_requests).values(row)))


async def _proposed(store: Store, member_id: int) -> None:
    partner = await store.partners.add("Музей", "Музей", "culture", None, NOW)
    row = {"partner_id": partner, "member_id": member_id, "body": {}, "state": "accepted", "created_at": NOW}
    await store.db.write(lambda conn: conn.execute(insert(proposals).values(row | {"decided_at": NOW})))


async def _sent(store: Store, member_id: int, kind: str = "seat") -> None:
    row = {"kind": kind, "subject": 1, "chat_id": 1, "moment": "m", "args": {}, "state": "sent", "urgent": False}
    row |= {"due_at": NOW, "finished_at": NOW}
    await store.db.write(lambda conn: conn.execute(insert(outbox).values(row)))


async def _taken_back(store: Store, member_id: int) -> None:
    await _sent(store, member_id, "action-dropped")


@pytest.mark.parametrize(
    ("table", "make", "days"),
    [
        (invitations, _invited, 30 + TERM.invitations_days),
        (drafts, _drafted, TERM.drafts_days),
        (page_links, _linked, 1),
        (audit, _noted, TERM.trail_years * 366),
        (rep_requests, _requested, TERM.requests_days),
        (proposals, _proposed, TERM.requests_days),
        (outbox, _sent, TERM.messages_days),
        (outbox, _taken_back, 1),
    ],
)
async def test_what_is_past_its_term_goes_and_not_before(
    store: Store, person: MakePerson, table: Any, make: Callable[[Store, int], Awaitable[None]], days: int
) -> None:
    await make(store, (await person(7)).id)
    await store.keeping.drop_old(NOW + timedelta(seconds=1))
    assert await _number(store, table) > 0
    await store.keeping.drop_old(NOW + timedelta(days=days, seconds=1))
    assert await _number(store, table) == 0


async def test_answers_to_what_was_long_ago_go_and_their_numbers_stay(
    store: Store, person: MakePerson, event: MakeEvent
) -> None:
    made, past = await person(7), await event()
    await store.rsvps.answer(past.id, made.id, Answer.GOING, NOW)
    await store.keeping.drop_old(NOW + 2 * YEAR)
    assert await _number(store, rsvps) == 1
    await store.keeping.drop_old(NOW + 4 * YEAR)
    assert await _number(store, rsvps) == 0
    assert (await store.events.get(past.id)).counts.going == 1


async def test_the_account_of_a_destruction_outlives_its_three_years_by_nothing(
    store: Store, person: MakePerson
) -> None:
    await store.members.erase((await person(7)).id, NOW)
    await store.keeping.drop_old(NOW + 1095 * DAY)
    assert len(await store.erasures.all()) == 1
    await store.keeping.drop_old(NOW + 1097 * DAY)
    assert await store.erasures.all() == []


async def test_a_withdrawn_consent_is_proof_for_three_years(store: Store, person: MakePerson) -> None:
    made = await person(7, "Ольга", Purpose.NAMING)
    await store.members.withdraw(made.id, Purpose.NAMING, NOW)
    await store.keeping.drop_old(NOW + 1095 * DAY)
    assert len(await store.members.consents_of(made.id)) == 2
    await store.keeping.drop_old(NOW + 1097 * DAY)
    assert [one.purpose for one in await store.members.consents_of(made.id)] == [Purpose.EVENTS]


async def test_who_took_back_the_consent_is_invited_to_nothing(
    store: Store, person: MakePerson, event: MakeEvent
) -> None:
    from domain.event import PartnerPart

    rep = await person(7, "Игорь", Purpose.SURVEY)
    partner = await store.partners.add("Музей", "Музей", "culture", None, NOW)
    await store.partners.bind(partner, rep.id, None, NOW)
    await event(partners=(PartnerPart(partner),))
    await store.members.withdraw(rep.id, Purpose.EVENTS, NOW)
    await event(title="«Второй»", partners=(PartnerPart(partner),))
    assert await _told(store, "invitation", NOW) == []


async def _number(store: Store, table: Any) -> int:
    async with store.db.read() as conn:
        return int((await conn.execute(select(func.count()).select_from(table))).scalar_one())
