"""Members: accounts of people who have consented, with roles, partners and consents."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    String,
    Table,
    bindparam,
    cast,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.destruction import Destruction, Ground
from domain.people import Grant, Person, Purpose, Role
from domain.policy import Policy
from storage.audit import note
from storage.database import AnyDatabase
from storage.erasing import Rest, erase
from storage.prepared import Prepared
from storage.tables import audit, consent_texts, consents, members, partner_reps, roles
from storage.upsert import insert_new
from storage.withdrawing import withdraw


@dataclass(frozen=True, slots=True)
class ConsentGiven:
    """A consent as it was given: for what, under which version of the text, by which button, when; the very text."""

    purpose: Purpose
    text_version: str
    button: str
    given_at: datetime
    withdrawn_at: datetime | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An account that has just consented."""

    account_id: int
    name: str
    language: str


class Members:
    def __init__(self, db: AnyDatabase, admins: Collection[int], policy: Policy) -> None:
        """`admins`: accounts that the settings name; they are administrators as soon as they have consented."""
        self._db = db
        self._policy = policy
        self._admins = frozenset(admins)

    async def by_account(self, account_id: int) -> Person | None:
        """The person behind the account; None for who has not consented (nothing is kept of them)."""
        return await self._one(_BY_ACCOUNT, account=account_id)

    async def find(self, member_id: int) -> Person | None:
        return await self._one(_BY_ID, member=member_id)

    async def named(self, member_ids: Collection[int]) -> dict[int, str]:
        """Names by id, of those of them who agreed to be named."""
        query = (
            select(members.c.id, members.c.name)
            .join(consents, consents.c.member_id == members.c.id)
            .where(
                members.c.id.in_(member_ids), consents.c.purpose == Purpose.NAMING, consents.c.withdrawn_at.is_(None)
            )
        )
        async with self._db.read() as conn:
            return {row.id: row.name for row in await conn.execute(query)}

    async def consent(
        self, account_id: int, name: str, language: str, given: Collection[ConsentGiven], now: datetime
    ) -> Person:
        """Keeps the person from now on, with the consents given. A second time only adds new purposes."""

        async def job(conn: AsyncConnection) -> Person:
            return await self.load(conn, await take_in(conn, Newcomer(account_id, name, language), given, now))

        return await self._db.write(job)

    async def load(self, conn: AsyncConnection, member_id: int) -> Person:
        """The person, as the transaction that is open sees them."""
        row = await _BY_ID.one(conn, {"member": member_id})
        assert row is not None
        return _to_person(row, self._admins)

    async def consents_of(self, member_id: int) -> list[ConsentGiven]:
        """Every consent given, also those withdrawn, the oldest first."""
        columns = (consents.c[name] for name in ("purpose", "text_version", "button", "given_at", "withdrawn_at"))
        shown = consents.outerjoin(consent_texts, consent_texts.c.version == consents.c.text_version)
        query = select(*columns, consent_texts.c.body).select_from(shown)
        query = query.where(consents.c.member_id == member_id).order_by(consents.c.id)
        async with self._db.read() as conn:
            return [ConsentGiven(Purpose(row[0]), *row[1:]) for row in await conn.execute(query)]

    async def withdraw(self, member_id: int, purpose: Purpose, now: datetime) -> Destruction | None:
        """Takes one consent back, with all that it allowed. The last one takes everything: the account of that."""
        rest: Rest = {"admins": self._admins, "policy": self._policy, "now": now}
        return await self._db.write(lambda conn: withdraw(conn, member_id, purpose, **rest))

    async def erase(self, member_id: int, now: datetime, ground: Ground = Ground.ASKED) -> Destruction | None:
        """Forgets the person entirely; the account of it, None for who is not known."""
        rest: Rest = {"admins": self._admins, "policy": self._policy, "now": now}
        return await self._db.write(lambda conn: erase(conn, member_id, ground, **rest))

    async def set_name(self, member_id: int, name: str) -> None:
        await self._set(member_id, name=name)

    async def set_language(self, member_id: int, language: str) -> None:
        await self._set(member_id, language=language)

    async def set_muted(self, member_id: int, kinds: Collection[str]) -> None:
        """Which kinds of reminder the person does not want."""
        await self._set(member_id, muted=sorted(kinds))

    async def set_wanted(self, member_id: int, kinds: Collection[str]) -> None:
        """What the person wants of what comes only to who asked for it."""
        await self._set(member_id, wanted=sorted(kinds))

    async def seen(self, member_id: int, now: datetime) -> None:
        """The person has been in touch: they get messages, and are not forgotten for their silence."""
        await self._set(member_id, reachable=True, seen_at=now, warned_at=None)

    async def kept_since(self, member_ids: Collection[int]) -> dict[int, datetime]:
        """Those of them who are known, with the moment since when."""
        query = select(members.c.id, members.c.created_at).where(members.c.id.in_(member_ids))
        async with self._db.read() as conn:
            return {row.id: row.created_at for row in await conn.execute(query)}

    async def set_reachable(self, member_id: int, reachable: bool) -> None:
        """Whether messages get through: not since the person has blocked the bot, again since they wrote."""
        await self._set(member_id, reachable=reachable)

    async def staff(self) -> list[Person]:
        """Everyone with a role, by name."""
        with_role = members.c.id.in_(select(roles.c.member_id)) | members.c.account_id.in_(self._admins)
        async with self._db.read() as conn:
            rows = await conn.execute(_PEOPLE.where(with_role).order_by(members.c.name))
            return [_to_person(row, self._admins) for row in rows]

    async def with_own_menu(self) -> list[Person]:
        """Everyone who may do more than everybody: with a role, or acting for a partner."""
        holders = select(roles.c.member_id).union(select(partner_reps.c.member_id))
        own = members.c.id.in_(holders) | members.c.account_id.in_(self._admins)
        async with self._db.read() as conn:
            rows = await conn.execute(_PEOPLE.where(own).order_by(members.c.id))
            return [_to_person(row, self._admins) for row in rows]

    async def grant(self, member_id: int, grant: Grant, actor_id: int | None, now: datetime) -> None:
        """Gives the role; giving it twice changes nothing."""

        async def job(conn: AsyncConnection) -> None:
            if await _has_grant(conn, member_id, grant):
                return
            row = {"member_id": member_id, "role": grant.role, "branch_id": grant.branch_id, "granted_at": now}
            await conn.execute(insert(roles).values(row))
            await note(conn, now, actor_id, "role-granted", ("member", member_id), after=_grant_json(grant))

        await self._db.write(job)

    async def revoke(self, member_id: int, grant: Grant, actor_id: int | None, now: datetime) -> None:
        """Takes the role away; it no longer works at the next press."""

        async def job(conn: AsyncConnection) -> None:
            await conn.execute(delete(roles).where(*_same_grant(member_id, grant)))
            await note(conn, now, actor_id, "role-taken", ("member", member_id), before=_grant_json(grant))

        await self._db.write(job)

    async def _one(self, query: Prepared, **values: int) -> Person | None:
        row = await self._db.one(query, values)
        return _to_person(row, self._admins) if row else None

    async def _set(self, member_id: int, **values: object) -> None:
        await self._db.write(lambda conn: conn.execute(update(members).where(members.c.id == member_id).values(values)))


def _list(column: ColumnElement[Any], table: Table, *also: ColumnElement[bool]) -> ColumnElement[str]:
    """What a member has in the table, in one text: a person is one statement at every press."""
    mine = select(func.aggregate_strings(column, " ")).where(table.c.member_id == members.c.id, *also)
    return mine.scalar_subquery()


_HELD = _list(roles.c.role + ":" + func.coalesce(cast(roles.c.branch_id, String), ""), roles).label("held")
_REPRESENTED = _list(cast(partner_reps.c.partner_id, String), partner_reps).label("represented")
_CONSENTED = _list(consents.c.purpose, consents, consents.c.withdrawn_at.is_(None)).label("consented")
_PEOPLE = select(members, _HELD, _REPRESENTED, _CONSENTED)
_BY_ACCOUNT = Prepared(_PEOPLE.where(members.c.account_id == bindparam("account")))
_BY_ID = Prepared(_PEOPLE.where(members.c.id == bindparam("member")))


def _to_person(row: Row[Any], admins: Collection[int]) -> Person:
    own = (Grant(Role.ADMIN),) if row.account_id in admins else ()
    grants = tuple(map(_to_grant, _words(row.held)))
    return Person(
        id=row.id,
        account_id=row.account_id,
        name=row.name,
        language=row.language,
        grants=own + tuple(grant for grant in grants if grant not in own),
        partner_ids=tuple(sorted(map(int, _words(row.represented)))),
        consents=frozenset(map(Purpose, _words(row.consented))),
        muted=frozenset(row.muted),
        wanted=frozenset(row.wanted),
        reachable=row.reachable,
        seen_at=row.seen_at,
    )


def _words(text: str | None) -> list[str]:
    return text.split() if text else []


def _to_grant(held: str) -> Grant:
    role, _, branch = held.partition(":")
    return Grant(Role(role), int(branch) if branch else None)


async def _purposes(conn: AsyncConnection, member_id: int) -> frozenset[Purpose]:
    standing = select(consents.c.purpose).where(consents.c.member_id == member_id, consents.c.withdrawn_at.is_(None))
    return frozenset(Purpose(value) for value in (await conn.execute(standing)).scalars())


async def take_in(conn: AsyncConnection, newcomer: Newcomer, given: Collection[ConsentGiven], now: datetime) -> int:
    """Keeps the account with its consents, in the transaction that is open; the member's id."""
    member_id = await _ensure(conn, newcomer, now)
    standing = await _purposes(conn, member_id)
    new = [consent for consent in given if consent.purpose not in standing]
    if new:
        await conn.execute(insert(consents), [_consent_row(member_id, consent) for consent in new])
    texts = [{"version": one.text_version, "body": one.text} for one in new if one.text is not None]
    if texts:
        await conn.execute(insert_new(consent_texts), texts)
    return member_id


async def _ensure(conn: AsyncConnection, newcomer: Newcomer, now: datetime) -> int:
    found = await conn.execute(select(members.c.id).where(members.c.account_id == newcomer.account_id))
    member_id = found.scalar_one_or_none()
    if member_id is not None:
        return int(member_id)
    row = asdict(newcomer) | {"muted": [], "created_at": now} | await _number(conn)
    added = await conn.execute(insert(members).values(row).returning(members.c.id))
    return int(added.scalar_one())


async def _number(conn: AsyncConnection) -> dict[str, object]:
    """A number that nobody has had: accounts of what was destroyed speak of it. PostgreSQL counts so by itself."""
    if conn.dialect.name != "sqlite":
        return {}
    had = select(func.max(audit.c.subject_id)).where(audit.c.subject_kind == "member")
    numbers = [(await conn.execute(query)).scalar() for query in (had, select(func.max(members.c.id)))]
    return {"id": max(number or 0 for number in numbers) + 1}


def _consent_row(member_id: int, consent: ConsentGiven) -> dict[str, object]:
    return {
        "member_id": member_id,
        "purpose": consent.purpose,
        "text_version": consent.text_version,
        "button": consent.button,
        "given_at": consent.given_at,
    }


def _same_grant(member_id: int, grant: Grant) -> tuple[Any, ...]:
    branch = roles.c.branch_id.is_(None) if grant.branch_id is None else roles.c.branch_id == grant.branch_id
    return roles.c.member_id == member_id, roles.c.role == grant.role, branch


async def _has_grant(conn: AsyncConnection, member_id: int, grant: Grant) -> bool:
    found = await conn.execute(select(roles.c.id).where(*_same_grant(member_id, grant)))
    return found.first() is not None


def _grant_json(grant: Grant) -> dict[str, object]:
    return {"role": grant.role, "branch_id": grant.branch_id}
