"""At the door and afterwards: who came, what it came to, and what people say of it."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint, text

from storage.tables.base import metadata
from storage.types import BigId, Json, Moment

checkins = Table(
    "checkins",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE")),  # with a sign-up or without
    Column("rep_id", ForeignKey("partner_reps.id", ondelete="CASCADE")),  # of the register, without an account
    Column("group_name", String(200)),  # people without names: «6 «Б», 24 человека»
    Column("people", Integer, nullable=False),  # who came in with them counted, too
    Column("at", Moment, nullable=False),
    Column("by_id", ForeignKey("members.id", ondelete="SET NULL")),
    UniqueConstraint("event_id", "member_id"),
    UniqueConstraint("event_id", "rep_id"),
    Index(None, "member_id"),
    Index(None, "by_id"),
    CheckConstraint("people BETWEEN 1 AND 1000", name="people"),
)

passes = Table(
    "passes",
    metadata,
    Column("token", String(40), primary_key=True),  # what the code shows; it says nothing of who it is
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("event_id", "member_id"),
)

event_reports = Table(
    "event_reports",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("ask_at", Moment),  # when the responsible librarian is asked (again); none: no more
    Column("asked", Integer, nullable=False, server_default=text("0")),
    Column("visits_total", Integer),
    Column("visits_to14", Integer),
    Column("visits_15_30", Integer),
    Column("visits_disability", Integer),
    Column("online_views", Integer),  # never added to visits
    Column("outcome", String(600)),
    Column("links", Json, nullable=False, server_default=text("'[]'")),
    Column("reported_by", ForeignKey("members.id", ondelete="SET NULL")),
    Column("reported_at", Moment),
    Index(None, "ask_at"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), primary_key=True),
    Column("stars", Integer, nullable=False),
    Column("words", String(500)),
    Column("at", Moment, nullable=False),
    CheckConstraint("stars BETWEEN 1 AND 5", name="stars"),
    Index(None, "member_id"),
)
