"""One-time links to pages of the bot's own. Kept are hashes alone: who reads the database can open nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.refusal import Refusal
from storage.database import AnyDatabase
from storage.tables import members, page_links

LASTS = timedelta(minutes=10)


class Page(StrEnum):
    """What a page shows. `subject` is the id of what it is about, where it is about one thing."""

    PRIVACY = "privacy"  # the person's own data
    PARTNER = "partner"  # a partner with its representatives
    PARTNERS = "partners"  # spreadsheets of the register, in and out
    GUESTS = "guests"  # who answered an event
    PAPERS = "papers"  # papers of an event
    STAFF = "staff"  # colleagues and their roles
    CALLS = "calls"  # whom to telephone instead of a letter
    REVIEW = "review"  # answers to a survey in people's own words, to be looked at
    ACT = "act"  # an act of destruction


@dataclass(frozen=True, slots=True)
class PageLink:
    """An open page: whose, which, about what."""

    member_id: int
    page: Page
    subject: int | None
    expires_at: datetime


class PageLinks:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def issue(self, member_id: int, page: Page, subject: int | None, now: datetime) -> str:
        """The token of a new link, good for ten minutes and for one use."""
        token = token_urlsafe(24)
        row = {"token_hash": _hash(token), "member_id": member_id, "page": page, "subject": subject}
        times = {"created_at": now, "expires_at": now + LASTS}

        async def job(conn: AsyncConnection) -> None:
            await conn.execute(delete(page_links).where(page_links.c.expires_at < now))
            await conn.execute(insert(page_links).values(row | times))

        await self._db.write(job)
        return token

    async def waits(self, token: str, now: datetime) -> bool:
        """Whether the link can still be used; looking uses nothing up."""
        query = select(page_links.c.member_id).where(page_links.c.token_hash == _hash(token), *_good(now))
        async with self._db.read() as conn:
            return (await conn.execute(query)).first() is not None

    async def language(self, token: str, key: str) -> str | None:
        """What whoever has the link, or else the session, speaks, also once it is over; None if nobody was given it."""
        by_link = page_links.c.token_hash == _hash(token)
        same = or_(by_link, page_links.c.session_hash == _hash(key))
        query = select(members.c.language).select_from(page_links.join(members)).where(same)
        async with self._db.read() as conn:
            return (await conn.execute(query.order_by(by_link.desc()).limit(1))).scalar_one_or_none()

    async def use(self, token: str, now: datetime) -> str:
        """Uses the link up: the key of a session that ends when the link would have. `Refusal` if it can't be."""
        session = token_urlsafe(24)
        used = update(page_links).where(page_links.c.token_hash == _hash(token), *_good(now))

        async def job(conn: AsyncConnection) -> None:
            if not (await conn.execute(used.values(session_hash=_hash(session)))).rowcount:
                raise Refusal("page-link-over")

        await self._db.write(job)
        return session

    async def session(self, key: str, now: datetime) -> PageLink:
        """The page that a session may see; `Refusal` once it is over."""
        columns = (page_links.c[name] for name in ("member_id", "page", "subject", "expires_at"))
        same = (page_links.c.session_hash == _hash(key), page_links.c.expires_at > now)
        async with self._db.read() as conn:
            row = (await conn.execute(select(*columns).where(*same))).one_or_none()
        if row is None:
            raise Refusal("page-link-over")
        return PageLink(row.member_id, Page(row.page), row.subject, row.expires_at)


def _good(now: datetime) -> tuple[Any, ...]:
    return page_links.c.session_hash.is_(None), page_links.c.expires_at > now


def _hash(secret: str) -> str:
    """Also of what is no text at all: browsers may send anything."""
    return sha256(secret.encode(errors="backslashreplace")).hexdigest()
