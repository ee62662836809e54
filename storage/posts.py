"""Cards posted in channels and groups: through the outbox, so that none is lost, and remembered as they go out."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Person
from domain.refusal import Refusal
from storage import outbox
from storage.cards import Card, Shown, remember
from storage.database import AnyDatabase
from storage.event_rows import load
from storage.outbox import OPEN, Message, Row
from storage.staff import responsible
from storage.tables import cards, chats, members
from storage.tables import outbox as rows

POST, NOT_POSTED = "post", "post-failed"
ANEW, PICTURED = "post-anew", "post-pictured"
"""A post without a sound in place of one that was taken down; and that one could not be, to whom the event is."""
POSTS = (POST, ANEW)
LOST = ("unreachable", "failed", "unknown")
TOPIC = "topic"
"""Why a post was not taken where the bot may write elsewhere: the general topic is closed."""
"""What may become of a post that does not stand."""


class Posts:
    def __init__(self, db: AnyDatabase, admins: Collection[int]) -> None:
        self._db = db
        self._admins = admins

    async def standing(self, event_id: int, chat_id: int) -> int:
        """How many posts of the event stand in a chat that many share, or are on their way there."""
        async with self._db.read() as conn:
            return await _standing(conn, event_id, chat_id)

    async def send(
        self, event_id: int, chat_id: int, actor: Person | None, now: datetime, *, standing: int | None = None
    ) -> None:
        """Posts the card there. `standing`: what was there when it was decided on; if that has changed, a `Refusal`."""

        async def job(conn: AsyncConnection) -> None:
            event = await load(conn, event_id, lock=True)
            event.require_open()
            if standing is not None and await _standing(conn, event_id, chat_id) != standing:
                raise Refusal("announce-posted")
            moment, args = await _moment(conn, POST, event_id), {"by": actor.id} if actor else {}
            post = Message(POST, event_id, chat_id, moment, now, args=args, urgent=True, use_until=event.ends_at)
            await outbox.add(conn, [post])

        await self._db.write(job)

    async def stands(self, row: Row, shown: Shown, now: datetime) -> None:
        """It has been posted: from now on it is kept up to date."""

        async def job(conn: AsyncConnection) -> None:
            await remember(conn, row.subject, None, shown)
            await outbox.close(conn, row.id, "sent", now)

        await self._db.write(job)

    async def anew(self, card: Card, now: datetime) -> None:
        """The message of the card was taken down: another goes out in its place."""

        async def job(conn: AsyncConnection) -> None:
            event = await load(conn, card.event_id, lock=True)
            await conn.execute(delete(cards).where(cards.c.id == card.id))
            moment = await _moment(conn, ANEW, event.id)
            post = Message(ANEW, event.id, card.chat_id or 0, moment, now, urgent=True, use_until=event.ends_at)
            await outbox.add(conn, [post])

        await self._db.write(job)

    async def pictured(self, card: Card, now: datetime) -> None:
        """The message of the card can't be taken down: whoever answers for the event is told, once."""

        async def job(conn: AsyncConnection) -> None:
            event = await load(conn, card.event_id)
            title = (
                await conn.execute(select(chats.c.title).where(chats.c.chat_id == card.chat_id))
            ).scalar_one_or_none()
            whom = await responsible(conn, event.responsible_id, event.fields.branch_id, self._admins)
            args = {"title": title or ""}
            told = [Message(PICTURED, event.id, chat, f"c{card.id}", now, one, args=args) for one, chat in whom]
            await outbox.add(conn, told)

        await self._db.write(job)

    async def lost(self, row: Row, outcome: str, now: datetime) -> None:
        """It has not got there, or nobody knows: whoever wanted it is told. A chat that is closed is none any more."""

        async def job(conn: AsyncConnection) -> None:
            there = chats.c.chat_id == row.chat_id
            title = (await conn.execute(select(chats.c.title).where(there))).scalar_one_or_none() or ""
            if outcome == "unreachable":
                await conn.execute(delete(chats).where(there))
            args = {"title": title, "outcome": outcome}
            who = select(members.c.id, members.c.account_id).where(members.c.id == row.args.get("by"))
            told = [
                Message(NOT_POSTED, row.subject, one.account_id, f"r{row.id}", now, one.id, args=args)
                for one in await conn.execute(who)
            ]
            await outbox.add(conn, told)

        await self._db.write(job)


async def _moment(conn: AsyncConnection, kind: str, event_id: int) -> str:
    """What tells a post from all before it: the last of them. How many there were is forgotten with the oldest."""
    query = select(func.max(rows.c.id)).where(rows.c.kind == kind, rows.c.subject == event_id)
    return f"after-{(await conn.execute(query)).scalar_one() or 0}"


async def _standing(conn: AsyncConnection, event_id: int, chat_id: int) -> int:
    there = (cards.c.event_id == event_id, cards.c.chat_id == chat_id, cards.c.member_id.is_(None))
    going = (rows.c.kind.in_(POSTS), rows.c.subject == event_id, rows.c.chat_id == chat_id, rows.c.state.in_(OPEN))
    posted = (await conn.execute(select(func.count()).select_from(cards).where(*there))).scalar_one()
    return int(posted + (await conn.execute(select(func.count()).select_from(rows).where(*going))).scalar_one())
