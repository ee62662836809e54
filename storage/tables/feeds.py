"""Calendars that people's own programs fetch by a secret address."""

from sqlalchemy import Column, ForeignKey, String, Table

from storage.tables.base import metadata
from storage.types import BigId, Moment

calendar_feeds = Table(
    "calendar_feeds",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),  # the address itself is kept nowhere
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("branch_id", ForeignKey("branches.id", ondelete="CASCADE")),  # null: the member's own events
    Column("created_at", Moment, nullable=False),
    Column("fingerprint", String(64)),  # of what was fetched last
    Column("changed_at", Moment),  # since when it is so
)
