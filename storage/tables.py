"""Every table of the bot, once. A change here wants a migration beside it (a test compares the two)."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.types import BigId, Json, Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# --- people -----------------------------------------------------------------------------------------------------

members = Table(
    "members",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("account_id", BigInteger, nullable=False, unique=True),  # the messenger's own number of the account
    Column("name", String(200), nullable=False),
    Column("language", String(8), nullable=False),
    Column("reachable", Boolean, nullable=False, server_default=text("true")),
    Column("muted", Json, nullable=False),  # kinds of reminder that the person switched off
    Column("created_at", Moment, nullable=False),
)

roles = Table(
    "roles",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False),
    Column("role", String(20), nullable=False),
    Column("branch_id", ForeignKey("branches.id", ondelete="CASCADE")),  # a librarian's own branch; null = every one
    Column("granted_at", Moment, nullable=False),
    UniqueConstraint("member_id", "role", "branch_id"),
)

consents = Table(
    "consents",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False),
    Column("purpose", String(20), nullable=False),
    Column("text_version", String(40), nullable=False),
    Column("button", String(80), nullable=False),  # the words that were pressed
    Column("given_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
    Index(None, "member_id", "purpose"),
)

invitations = Table(
    "invitations",
    metadata,
    Column("token", String(40), primary_key=True),
    Column("role", String(20), nullable=False),  # a staff role, or partner_rep
    Column("branch_id", ForeignKey("branches.id", ondelete="CASCADE")),
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE")),
    Column("event_id", ForeignKey("events.id", ondelete="SET NULL")),  # opened after the invitation was taken up
    Column("created_by", ForeignKey("members.id", ondelete="SET NULL")),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_by", ForeignKey("members.id", ondelete="SET NULL")),
    Column("used_at", Moment),
    Column("revoked_at", Moment),
)

# --- the library and its partners -------------------------------------------------------------------------------

branches = Table(
    "branches",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("short_name", String(80), nullable=False),
    Column("aliases", Json, nullable=False),
    Column("address", String(300), nullable=False),
    Column("hours", Json, nullable=False),  # {"mon": ["10:00", "19:00"], …}; a missing day is closed, {} is unknown
    Column("sanitary", Json),  # {"weekday": 2, "nth": -1}: the last Wednesday of the month
)

halls = Table(
    "halls",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("branch_id", ForeignKey("branches.id", ondelete="CASCADE"), nullable=False),
    Column("name", String(120), nullable=False),
    UniqueConstraint("branch_id", "name"),
)

partners = Table(
    "partners",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("name", String(300), nullable=False, unique=True),
    Column("short_name", String(120), nullable=False),
    Column("sector", String(20), nullable=False),
    Column("created_at", Moment, nullable=False),
)

partner_reps = Table(
    "partner_reps",
    metadata,
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE"), primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), primary_key=True),
    Column("position", String(300)),
    Column("is_primary", Boolean, nullable=False),
    Column("since", Moment, nullable=False),
    Index(None, "member_id"),
)

# --- events -----------------------------------------------------------------------------------------------------

events = Table(
    "events",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("status", String(20), nullable=False),
    Column("revision", Integer, nullable=False),  # grows with every change that people are told or that shows
    Column("title", String(200), nullable=False),
    Column("form", String(40)),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment),
    Column("branch_id", ForeignKey("branches.id", ondelete="RESTRICT")),
    Column("hall_id", ForeignKey("halls.id", ondelete="SET NULL")),
    Column("address", String(300)),  # only where the place is none of the branches
    Column("mode", String(10), nullable=False),
    Column("goal", Text),
    Column("summary", Text),
    Column("occasion", String(200)),
    Column("theme", String(40)),
    Column("age_mark", String(3), nullable=False),
    Column("target_age", String(10)),
    Column("audience", Json, nullable=False),
    Column("admission", String(20), nullable=False),
    Column("accessible", String(10)),
    Column("capacity", Integer),
    Column("deadline", Moment),
    Column("poster", String(200)),  # the messenger's id of the picture
    Column("responsible_id", ForeignKey("members.id", ondelete="SET NULL")),
    Column("cancel_reason", String(300)),
    Column("created_at", Moment, nullable=False),
    # Kept in step by the one door through which answers change, so that a press costs the same at any size.
    Column("seats_taken", Integer, nullable=False, server_default=text("0")),
    Column("going", Integer, nullable=False, server_default=text("0")),
    Column("maybe", Integer, nullable=False, server_default=text("0")),
    Column("declined", Integer, nullable=False, server_default=text("0")),
    Column("queued", Integer, nullable=False, server_default=text("0")),  # parties that wait
    Column("last_ticket", Integer, nullable=False, server_default=text("0")),
    CheckConstraint("capacity IS NULL OR capacity BETWEEN 1 AND 1000", name="capacity"),
    Index(None, "status", "starts_at"),
    Index(None, "hall_id", "starts_at"),
)

event_partners = Table(
    "event_partners",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE"), primary_key=True),
    Column("part", String(20), nullable=False),
)

agenda_items = Table(
    "agenda_items",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("text", String(500), nullable=False),
)

rsvps = Table(
    "rsvps",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), primary_key=True),
    Column("state", String(10), nullable=False),  # going, queued, maybe, declined
    Column("guests", Integer, nullable=False),
    Column("ticket", Integer),  # place in the order of arrival, while queued
    Column("reason", String(300)),  # why not, in the person's words
    Column("note", String(300)),  # a librarian's word of why somebody was seated out of turn
    Column("partner_id", ForeignKey("partners.id", ondelete="SET NULL")),
    Column("answered_at", Moment, nullable=False),
    Index(None, "event_id", "state", "ticket"),
    Index(None, "member_id"),
)

substitutes = Table(
    "substitutes",
    metadata,
    Column("token", String(40), primary_key=True),
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False),  # who cannot come
    Column("created_at", Moment, nullable=False),
    Column("used_by", ForeignKey("members.id", ondelete="SET NULL")),
)

reminders = Table(
    "reminders",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(10), primary_key=True),
    Column("due_at", Moment, nullable=False),
    Column("state", String(10), nullable=False),  # planned, fired, missed
    Index(None, "state", "due_at"),
)

# --- cards that stay up to date in chats --------------------------------------------------------------------------

chats = Table(
    "chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("title", String(200), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("added_at", Moment, nullable=False),
)

cards = Table(
    "cards",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE")),  # null in a group or channel
    Column("has_poster", Boolean, nullable=False),
    UniqueConstraint("chat_id", "message_id"),
    Index(None, "event_id", "id"),
)

card_refreshes = Table(
    "card_refreshes",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("due_at", Moment, nullable=False),
    Column("token", Integer, nullable=False),  # grows with every change, so a change during the work is not lost
)

# --- in and out -----------------------------------------------------------------------------------------------------

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("body", Text),  # blanked when done: it may name somebody who has not consented
    Column("state", String(10), nullable=False),  # new, done, failed
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("owed_to", BigInteger),  # the member's account, from the effect until the answer has gone
    Column("received_at", Moment, nullable=False),
    Index(None, "state", "update_id"),
    Index(None, "owed_to"),
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
)

chores = Table(
    "chores",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("due_at", Moment, nullable=False),
    Column("lease_until", Moment),
)

# --- conversations ------------------------------------------------------------------------------------------------

drafts = Table(
    "drafts",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False),
    Column("form", String(40), nullable=False),
    Column("subject", BigInteger),  # the event that is changed, the survey that is answered …
    Column("body", Json, nullable=False),  # answers, skipped, seen, the selection not yet confirmed, the cursor
    Column("revision", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
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
)
