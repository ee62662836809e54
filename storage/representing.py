"""Whoever acts for a partner leaves: a deputy follows, a link may wait for a successor, those concerned are told."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.partner import Rep
from domain.people import Role
from domain.refusal import NotAllowed
from storage import outbox, reps
from storage.database import AnyDatabase
from storage.invitations import issue
from storage.keepers import Chat, chat_of, keepers_of
from storage.letting_go import LetGo, let_go
from storage.outbox import Message


@dataclass(frozen=True, slots=True)
class Left:
    """What became of it, and the token of a link for the successor, if one was wanted."""

    gone: LetGo
    token: str | None


class Representing:
    def __init__(self, db: AnyDatabase, admins: Collection[int]) -> None:
        self._db = db
        self._admins = admins

    async def leave(self, partner_id: int, member_id: int, now: datetime, *, with_link: bool) -> Left:
        """The person no longer acts for the partner; `NotAllowed` for who does not."""

        async def job(conn: AsyncConnection) -> Left:
            was = next((one for one in await reps.of(conn, [partner_id]) if one.member_id == member_id), None)
            gone = await let_go(conn, partner_id, member_id, member_id, now)
            if was is None or gone is None:
                raise NotAllowed
            what = {"role": str(Role.PARTNER_REP), "partner_id": partner_id, "event_id": None, "rep_id": None}
            token = await issue(conn, what, member_id, now) if with_link else None
            await self._tell(conn, was, gone, now)
            return Left(gone, token)

        return await self._db.write(job)

    async def _tell(self, conn: AsyncConnection, was: Rep, gone: LetGo, now: datetime) -> None:
        """The deputy who is the primary now, and whoever keeps the partner up."""
        moment = f"{gone.member_id}-{now:%Y%m%d%H%M%S}"
        primary = gone.primary.member_id if gone.primary and was.fields.is_primary else None
        deputies = [await chat_of(conn, primary)] if primary is not None else []
        keepers = [one for one in await keepers_of(conn, gone.partner_id, self._admins) if one[0] != gone.member_id]

        def news(kind: str, people: Collection[Chat]) -> list[Message]:
            return [Message(kind, gone.partner_id, chat, moment, now, one) for one, chat in people]

        await outbox.add(conn, [*news("rep-primary", deputies), *news("rep-left", keepers)])
