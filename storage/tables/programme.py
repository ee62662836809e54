"""What happens at an event: its programme, who leads it, who would speak, and what is asked with the sign-up."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table

from storage.tables.base import metadata
from storage.types import BigId, Json, Moment

agenda_items = Table(
    "agenda_items",
    metadata,
    Column("id", BigId, primary_key=True),  # stays the same while items change places: minutes refer to it
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("text", String(500), nullable=False),
    Column("minutes", Integer),
    # Who speaks: somebody of the register, somebody with an account, or words as they were typed.
    Column("rep_id", ForeignKey("partner_reps.id", ondelete="SET NULL")),
    Column("member_id", ForeignKey("members.id", ondelete="SET NULL")),
    Column("speaker", String(200)),
    Index(None, "event_id", "number"),
    sqlite_autoincrement=True,  # what was written of an item that was taken off never stands under a new one
)

event_people = Table(
    "event_people",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(10), primary_key=True),  # chair, secretary
    Column("rep_id", ForeignKey("partner_reps.id", ondelete="SET NULL")),
    Column("member_id", ForeignKey("members.id", ondelete="SET NULL")),
    Column("name", String(200)),
)

talks = Table(
    "talks",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), primary_key=True),  # who would speak
    Column("topic", String(150), nullable=False),
    Column("minutes", Integer),
    Column("state", String(10), nullable=False),  # offered, taken, declined
    Column("item_id", ForeignKey("agenda_items.id", ondelete="SET NULL")),  # where it is in the programme
    Column("offered_at", Moment, nullable=False),
)

rsvp_answers = Table(
    "rsvp_answers",
    metadata,
    Column("event_id", ForeignKey("events.id", ondelete="CASCADE"), primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), primary_key=True),
    Column("answers", Json, nullable=False),  # by the words of the question
    Column("answered_at", Moment, nullable=False),
)
