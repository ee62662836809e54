"""Events: what is registered, and what people and partners say to it."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from storage.tables.base import metadata
from storage.types import BigId, Json, Moment

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
    Column("all_day", Boolean, nullable=False, server_default=false()),  # days without an hour: an exhibition
    Column("link", String(500)),  # where it is watched; for those who come
    Column("listing", String(500)),  # its page on PRO.Культура.РФ
    Column("series_id", BigId),  # one of several dates of the same: the event that they began with
    Column("questions", Json, nullable=False, server_default=text("'[]'")),  # asked with the sign-up
    Column("wants_talks", Boolean, nullable=False, server_default=false()),  # who signs up may offer a topic
    Column("remark", String(300)),  # of the reviewer who returned it
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
    Index(None, "series_id", "starts_at"),
)

event_partners = Table(
    "event_partners",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, nullable=False, server_default=text("0")),  # the order in which they were entered
    Column("part", String(20), nullable=False),  # co_organiser, guest, speaker, info_partner
    Column("asked", Json, nullable=False, server_default=text("'[]'")),  # what it is asked to bring
    Column("state", String(10), nullable=False, server_default=text("'asked'")),  # asked, accepted, declined, proposed
    Column("brings", Json, nullable=False, server_default=text("'[]'")),  # what it agreed to bring
    Column("reason", String(300)),
    Column("comment", String(300)),  # what else the library should know of a yes
    Column("proposed_at", Moment),  # another time that the partner would rather have
    Column("said_of", Moment),  # the start of the event that the answer was given for
    Column("answered_by", ForeignKey("members.id", ondelete="SET NULL")),
    Column("answered_at", Moment),
)

FOR_PARTNER = text("partner_id IS NOT NULL")

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
    Index(None, "partner_id", "answered_at", sqlite_where=FOR_PARTNER, postgresql_where=FOR_PARTNER),
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

participants = Table(
    "participants",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("rep_id", ForeignKey("partner_reps.id", ondelete="CASCADE")),  # of the register, noted by staff
    Column("group_name", String(200)),  # a group without names: «сотрудники библиотек города»
    Column("people", Integer),  # how many, if known
    UniqueConstraint("event_id", "rep_id"),
)

event_templates = Table(
    "event_templates",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("title", String(200), nullable=False),
    Column("branch_id", ForeignKey("branches.id", ondelete="CASCADE")),
    Column("body", Json, nullable=False),  # answers of the form, all but dates
    Column("created_at", Moment, nullable=False),
)
