"""Cards of events that stay up to date in chats."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from storage.tables.base import metadata
from storage.types import BigId, Moment

chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("title", String(200), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("added_at", Moment, nullable=False),
)

SHARED = text("member_id IS NULL")

cards = Table(
    "cards",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("chat_id", BigInteger),
    Column("message_id", BigInteger),
    Column("inline_id", String(100), unique=True),  # instead of both, where somebody sent it through the bot
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE")),  # null in a group or channel
    Column("has_poster", Boolean, nullable=False),
    Column("poster", String(200)),  # the picture that it shows
    UniqueConstraint("chat_id", "message_id"),
    CheckConstraint("(chat_id IS NULL) = (inline_id IS NOT NULL)", name="place"),
    Index(None, "event_id", "id"),
    Index(None, "member_id"),
    Index("ix_cards_shared", "event_id", "id", sqlite_where=SHARED, postgresql_where=SHARED),
)

card_refreshes = Table(
    "card_refreshes",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("due_at", Moment, nullable=False),
    Column("token", Integer, nullable=False),  # grows with every change, so a change during the work is not lost
)
