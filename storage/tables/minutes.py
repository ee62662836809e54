"""Minutes of events with every revision, and what was taken on there."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from storage.tables.base import metadata
from storage.types import BigId, Moment

minutes = Table(
    "minutes",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("item_id", BigId, nullable=False),  # of the agenda; 0: of the event as a whole. What was written outlives it
    Column("piece", String(10), nullable=False),  # heard, spoke, resolved; noted, text
    Column("number", Integer, nullable=False),  # of the revision; the newest counts
    Column("text", Text, nullable=False),
    Column("by_id", ForeignKey("members.id", ondelete="SET NULL")),
    Column("at", Moment, nullable=False),
    UniqueConstraint("event_id", "item_id", "piece", "number"),
)

actions = Table(
    "actions",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("item_id", BigId, nullable=False),
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE")),  # none: the library itself
    Column("text", String(500), nullable=False),
    Column("due_on", Date),
    Column("created_by", ForeignKey("members.id", ondelete="SET NULL")),
    Column("created_at", Moment, nullable=False),
    Column("done_by", ForeignKey("members.id", ondelete="SET NULL")),
    Column("done_at", Moment),
    Index(None, "event_id"),
    Index(None, "partner_id"),
    Index(None, "done_at", "due_on"),
    sqlite_autoincrement=True,  # whoever was told of one is told of the next, too, and an old button never means it
)
