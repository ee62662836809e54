"""What comes in and goes out: updates, messages to others, broadcasts, work of the night."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.base import metadata
from storage.types import BigId, Json, Moment

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("body", Text),  # blanked when done: it may name somebody who has not consented
    Column("state", String(10), nullable=False),  # new, done, failed
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("owed_to", BigInteger),  # the member's account, from the effect until the answer has gone
    Column("received_at", Moment, nullable=False),
    # Whose it is, until it is done and answered, and which process has it in hand: only beside other processes.
    Column("person", BigInteger),
    Column("claimed_by", String(40)),
    Index(None, "state", "update_id"),
    Index(None, "owed_to"),
    Index(None, "person", postgresql_where=text("person IS NOT NULL"), sqlite_where=text("person IS NOT NULL")),
)

replicas = Table(
    "replicas",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("seen_at", Moment, nullable=False),  # by the database's own clock: those of machines differ
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("kind", String(30), nullable=False),
    Column("subject", BigInteger, nullable=False),  # the id of what it speaks of: an event, as a rule
    Column("chat_id", BigInteger, nullable=False),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE")),  # null for a group or channel
    Column("moment", String(40), nullable=False),  # what makes it the same message: a planned moment, or a revision
    Column("args", Json, nullable=False),  # what live data no longer says, such as the old date
    Column("state", String(12), nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("use_until", Moment),  # after it the message is missed, never sent
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("lease_until", Moment),
    Column("claimed_by", String(40)),
    Column("finished_at", Moment),
    Column("error", String(200)),
    UniqueConstraint("kind", "subject", "chat_id", "moment"),
    Index(None, "state", "due_at"),
    Index(None, "subject", "kind"),
    Index(None, "member_id"),
)

chores = Table(
    "chores",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("due_at", Moment, nullable=False),
    Column("lease_until", Moment),
)

broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("author_id", ForeignKey("members.id", ondelete="SET NULL")),
    Column("text", Text, nullable=False),
    Column("segment", Json, nullable=False),  # whom it is for: `domain/segment.py`
    Column("state", String(10), nullable=False),  # draft, sent, done
    Column("audience", Integer),  # how many people it went to
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),  # an unconfirmed draft can't be sent after it
    Column("confirmed_at", Moment),
    Column("revision", Integer, nullable=False, server_default=text("1")),  # a confirmation is of what was shown
    Column("outcome", Json),  # whom it did not get to and why, who is to be telephoned, and in the end the numbers
    Index(None, "state", "id"),
)
