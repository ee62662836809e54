"""Where conversations stand, and who changed what."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from storage.tables.base import metadata
from storage.types import BigId, Json, Moment

drafts = Table(
    "drafts",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE")),  # null: it belongs to a partner
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE")),  # whose people all go on with it
    Column("form", String(40), nullable=False),
    Column("subject", BigInteger),  # the event that is changed, the survey that is answered …
    Column("body", Json, nullable=False),  # answers, skipped, seen, the selection not yet confirmed, the cursor
    Column("revision", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    UniqueConstraint("form", "subject", "partner_id"),
    Index(None, "member_id"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("thread_id", BigInteger, primary_key=True, autoincrement=False),  # 0 = none
    Column("business_connection_id", String(80), primary_key=True),  # '' = none
    Column("destiny", String(40), primary_key=True),
    Column("state", String(80)),
    Column("data", Json, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("actor_id", ForeignKey("members.id", ondelete="SET NULL")),
    Column("action", String(40), nullable=False),
    Column("subject_kind", String(20), nullable=False),
    Column("subject_id", BigInteger, nullable=False),
    Column("before", Json),
    Column("after", Json),
    Index(None, "subject_kind", "subject_id"),
    Index(None, "actor_id"),
)
