"""A database with many people in it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import insert, literal, select, update

from bench.rows import put
from domain.calendar import WorkCalendar
from domain.event import Event, EventFields
from domain.people import Person, Purpose
from domain.policy import Policy, ReminderRules
from domain.quiet import QuietHours
from storage.members import ConsentGiven
from storage.migrate import upgrade
from storage.store import Store
from storage.tables import consents, events, members, rsvps
from storage.types import Moment

NOW = datetime(2018, 3, 26, 7, tzinfo=UTC)
START = NOW + timedelta(days=32)
POLICY = Policy(ZoneInfo("Europe/Moscow"), WorkCalendar(frozenset(), frozenset()), QuietHours(), ReminderRules())
LIBRARIAN = 1
FIRST_ACCOUNT = 5_000_000


async def open_store(folder: Path) -> tuple[Store, str]:
    url = f"sqlite+aiosqlite:///{folder / 'bench.db'}"
    await upgrade(url)
    return Store(url, POLICY, [LIBRARIAN]), url


async def librarian(store: Store) -> Person:
    consent = ConsentGiven(Purpose.EVENTS, "1", "Согласен", NOW)
    return await store.members.consent(LIBRARIAN, "Анна Ветрова", "ru", [consent], NOW)


async def add_people(store: Store, first_account: int, number: int) -> list[int]:
    """So many members who have consented; their ids."""
    people = [
        {
            "account_id": first_account + index,
            "name": f"Гость {index}",
            "language": "ru",
            "muted": [],
            "created_at": NOW,
        }
        for index in range(number)
    ]
    await put(store, members, people)
    async with store.db.read() as conn:
        query = select(members.c.id).where(members.c.account_id >= first_account).order_by(members.c.id)
        ids = list((await conn.execute(query.limit(number))).scalars())
    given = {"purpose": "events", "text_version": "1", "button": "Согласен", "given_at": NOW}
    await put(store, consents, [given | {"member_id": member} for member in ids])
    return ids


async def event_with(store: Store, host: Person, participants: list[int]) -> Event:
    """An event without a limit, to which all of them come."""
    event = await store.events.publish(EventFields("Вечер", START, "6+"), host, NOW)
    await seat(store, event.id, participants)
    return await store.events.get(event.id)


async def seat(store: Store, event_id: int, participants: list[int]) -> None:
    """All of them come to it."""
    said = {"event_id": event_id, "state": "going", "guests": 0, "answered_at": NOW}
    await put(store, rsvps, [said | {"member_id": member} for member in participants])
    number = len(participants)
    counted = update(events).where(events.c.id == event_id).values(going=number, seats_taken=number)
    await store.db.write(lambda conn: conn.execute(counted))


async def filled(store: Store, host: Person, sign_ups: int, crowd: int = 10_000) -> None:
    """So many sign-ups, each of the crowd for event after event."""
    people = min(sign_ups, crowd)
    await add_people(store, FIRST_ACCOUNT, people)
    for _ in range(sign_ups // people):
        event = await store.events.publish(EventFields("Занятие", START, "6+"), host, NOW)
        everybody = select(literal(event.id), members.c.id, literal("going"), literal(0), literal(NOW, Moment))
        rows = everybody.where(members.c.account_id >= FIRST_ACCOUNT)
        into = insert(rsvps).from_select(["event_id", "member_id", "state", "guests", "answered_at"], rows)
        counted = update(events).where(events.c.id == event.id).values(going=people, seats_taken=people)
        await store.db.write(lambda conn, into=into: conn.execute(into))  # type: ignore[misc]  # bound at once
        await store.db.write(lambda conn, counted=counted: conn.execute(counted))  # type: ignore[misc]  # bound at once
