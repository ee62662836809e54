"""Cards of events that are kept up to date in chats, and the chats they may be sent to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import AnyDatabase
from storage.event_rows import load
from storage.outbox import OPEN
from storage.prepared import Prepared
from storage.tables import card_refreshes, cards, chats, events, outbox
from storage.upsert import insert_new, insert_or_set, upsert

GATHER = timedelta(seconds=1)
"""Changes within this time become one edit."""
NEWEST = 20
LEASE = timedelta(seconds=30)
"""Longer than it takes to draw the cards of an event; those that could not be drawn are due again after it."""

_TOUCH = Prepared(
    insert_or_set(card_refreshes, "token = card_refreshes.token + 1").values(
        {name: bindparam(name) for name in ("event_id", "due_at", "token")}
    )
)
_PLACE = ("chat_id", "message_id", "inline_id", "event_id", "member_id", "has_poster", "poster")
_REMEMBER = Prepared(insert_new(cards).values({name: bindparam(name) for name in _PLACE}))


@dataclass(frozen=True, slots=True)
class Card:
    """A message with the event's card. `member_id` None: many people see it.

    `inline_id` instead of chat and number: somebody sent it through the bot to a chat that the bot need not know.
    """

    id: int
    event_id: int
    chat_id: int | None
    message_id: int | None
    inline_id: str | None
    member_id: int | None
    has_poster: bool
    poster: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A message that shows a card, by its chat and number or by its inline id."""

    chat_id: int | None
    message_id: int | None
    has_poster: bool
    inline_id: str | None = None


@dataclass(frozen=True, slots=True)
class Refresh:
    """An event whose live cards are to be redrawn. `token` tells whether it has changed again meanwhile."""

    event_id: int
    token: int


@dataclass(frozen=True, slots=True)
class Chat:
    """A group or channel that the bot is in."""

    chat_id: int
    title: str
    kind: str


async def touch(conn: AsyncConnection, event_id: int, now: datetime) -> None:
    """Asks for the event's live cards to be redrawn soon, in the transaction that changes it."""
    await _TOUCH.run(conn, {"event_id": event_id, "due_at": now + GATHER, "token": 1})


async def remember(conn: AsyncConnection, event_id: int, member_id: int | None, shown: Shown) -> None:
    """Keeps where the event's card stands, in the transaction that is open."""
    poster = None
    if shown.has_poster:
        poster = (await conn.execute(select(events.c.poster).where(events.c.id == event_id))).scalar()
    there = {"chat_id": shown.chat_id, "message_id": shown.message_id, "inline_id": shown.inline_id}
    shows = {"event_id": event_id, "member_id": member_id, "has_poster": shown.has_poster, "poster": poster}
    await _REMEMBER.run(conn, there | shows)


class Cards:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def put(
        self, event_id: int, chat_id: int, message_id: int, member_id: int | None, *, has_poster: bool
    ) -> None:
        """Remembers a message that shows the event's card."""
        shown = Shown(chat_id, message_id, has_poster)
        await self._db.write(lambda conn: remember(conn, event_id, member_id, shown))

    async def put_inline(self, event_id: int, inline_id: str, now: datetime, *, has_poster: bool) -> None:
        """Remembers a card that was sent through the bot. What it shows may be old already: it is redrawn soon."""

        async def job(conn: AsyncConnection) -> None:
            await load(conn, event_id)
            await remember(conn, event_id, None, Shown(None, None, has_poster, inline_id))
            await touch(conn, event_id, now)

        await self._db.write(job)

    async def live(self, event_id: int) -> list[Card]:
        """The newest cards of the event, at most twenty; those that many people share go before one person's own."""
        query = select(cards).where(cards.c.event_id == event_id).order_by(cards.c.id.desc())
        shared, own = (query.where(whose) for whose in (cards.c.member_id.is_(None), cards.c.member_id.is_not(None)))
        async with self._db.read() as conn:
            rows = (await conn.execute(shared.limit(NEWEST))).all()
            if len(rows) < NEWEST:
                rows = [*rows, *await conn.execute(own.limit(NEWEST - len(rows)))]
            return [Card(**row._mapping) for row in rows]

    async def pictured(self, card_id: int, poster: str) -> None:
        """The card shows this picture now."""
        shows = {"has_poster": True, "poster": poster}
        await self._db.write(lambda conn: conn.execute(update(cards).where(cards.c.id == card_id).values(shows)))

    async def leave(self, chat_id: int, message_id: int) -> None:
        """Forgets the card of a message that shows something else now."""
        there = (cards.c.chat_id == chat_id, cards.c.message_id == message_id)
        await self._db.write(lambda conn: conn.execute(delete(cards).where(*there)))

    async def drop(self, card_id: int) -> None:
        """Forgets a card whose message is gone."""
        await self._db.write(lambda conn: conn.execute(delete(cards).where(cards.c.id == card_id)))

    async def due(self, now: datetime) -> list[Refresh]:
        """Events whose cards are to be redrawn now."""
        query = select(card_refreshes.c.event_id, card_refreshes.c.token).where(card_refreshes.c.due_at <= now)
        async with self._db.read() as conn:
            return [Refresh(*row) for row in await conn.execute(query)]

    async def claim(self, now: datetime) -> list[Refresh]:
        """The same for one process of several: nobody else gets them until the lease is over."""
        due = update(card_refreshes).where(card_refreshes.c.due_at <= now).values(due_at=now + LEASE)
        taken = due.returning(card_refreshes.c.event_id, card_refreshes.c.token)

        async def job(conn: AsyncConnection) -> list[Refresh]:
            return [Refresh(*row) for row in await conn.execute(taken)]

        return await self._db.write(job) if await self.due(now) else []

    async def refreshed(self, done: Sequence[Refresh], now: datetime) -> None:
        """Closes what was redrawn; what changed meanwhile stays and is redrawn again."""

        async def job(conn: AsyncConnection) -> None:
            for one in done:
                same = (card_refreshes.c.event_id == one.event_id, card_refreshes.c.token == one.token)
                closed = await conn.execute(delete(card_refreshes).where(*same))
                if not closed.rowcount:
                    later = update(card_refreshes).where(card_refreshes.c.event_id == one.event_id)
                    await conn.execute(later.values(due_at=now + GATHER))

        await self._db.write(job)


class Chats:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def put(self, chat: Chat, now: datetime) -> None:
        row: dict[str, Any] = {"chat_id": chat.chat_id, "title": chat.title, "kind": chat.kind, "added_at": now}
        await self._db.write(lambda conn: conn.execute(upsert(chats, row)))

    async def move(self, old_id: int, new_id: int) -> None:
        """The messenger has given the chat another id."""

        async def job(conn: AsyncConnection) -> None:
            if await conn.scalar(select(chats.c.chat_id).where(chats.c.chat_id == old_id)) is not None:
                await conn.execute(delete(chats).where(chats.c.chat_id == new_id))
                await conn.execute(update(chats).where(chats.c.chat_id == old_id).values(chat_id=new_id))
            waiting = (outbox.c.chat_id == old_id, outbox.c.state.in_(OPEN))
            await conn.execute(update(outbox).where(*waiting).values(chat_id=new_id))

        await self._db.write(job)

    async def drop(self, chat_id: int) -> None:
        await self._db.write(lambda conn: conn.execute(delete(chats).where(chats.c.chat_id == chat_id)))

    async def all(self) -> list[Chat]:
        query = select(chats.c.chat_id, chats.c.title, chats.c.kind).order_by(chats.c.title)
        async with self._db.read() as conn:
            return [Chat(*row) for row in await conn.execute(query)]
