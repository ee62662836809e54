"""Surveys: questionnaires, campaigns with them, and what organisations answer."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint, text

from storage.tables.base import metadata
from storage.types import BigId, Json, Moment

questionnaires = Table(
    "questionnaires",
    metadata,
    Column("id", BigId, primary_key=True),
    Column(
        "name", String(80), nullable=False
    ),  # the author's id of it: waves are compared by it and by questions' names
    Column("title", String(200), nullable=False),
    Column("version", String(60), nullable=False),
    Column("body", Json, nullable=False),  # `domain.questionnaire.model`
    Column("pictures", Json, nullable=False),  # the messenger's ids of files by their names
    Column("author_id", ForeignKey("members.id", ondelete="SET NULL")),
    Column("created_at", Moment, nullable=False),
    Index(None, "name", "id"),
)

surveys = Table(
    "surveys",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("questionnaire_id", ForeignKey("questionnaires.id", ondelete="RESTRICT"), nullable=False),
    Column("title", String(200), nullable=False),
    Column("purpose", String(500)),  # why the library asks
    Column("minutes", Integer),  # how long it takes
    Column("wave", Integer, nullable=False),  # the year
    Column("segment", Json, nullable=False),  # whom it is for: `domain.segment`
    Column("state", String(10), nullable=False),  # draft, published, closed
    Column("opens_at", Moment, nullable=False),
    Column("closes_at", Moment, nullable=False),
    Column("author_id", ForeignKey("members.id", ondelete="SET NULL")),
    Column("revision", Integer, nullable=False, server_default=text("1")),
    Column("created_at", Moment, nullable=False),
    Column("published_at", Moment),
    Index(None, "state", "closes_at"),
)

survey_partners = Table(
    "survey_partners",
    metadata,
    Column("survey_id", ForeignKey("surveys.id", ondelete="CASCADE"), primary_key=True),
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE"), primary_key=True),
    Column("put_off_until", Moment),  # «Отложить»: when they want to be reminded
    Column("put_off_by", ForeignKey("members.id", ondelete="SET NULL")),
    Index(None, "partner_id"),
)

survey_rounds = Table(
    "survey_rounds",
    metadata,
    Column("survey_id", ForeignKey("surveys.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(10), primary_key=True),  # half, last, calls
    Column("due_at", Moment, nullable=False),
    Column("state", String(10), nullable=False),  # planned, fired, missed
    Index(None, "state", "due_at"),
)

responses = Table(
    "responses",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("survey_id", ForeignKey("surveys.id", ondelete="CASCADE"), nullable=False),
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE"), nullable=False),
    Column("answers", Json, nullable=False),  # those that count, by question
    Column("authors", Json, nullable=False),  # who gave each: members' ids by question
    Column("source", String(10), nullable=False),  # chat, paper, phone
    Column("sent_by", ForeignKey("members.id", ondelete="SET NULL")),
    Column("sent_at", Moment, nullable=False),
    Column("revision", Integer, nullable=False, server_default=text("1")),
    UniqueConstraint("survey_id", "partner_id"),
)

answer_reviews = Table(
    "answer_reviews",
    metadata,
    Column("response_id", ForeignKey("responses.id", ondelete="CASCADE"), primary_key=True),
    Column("question", String(200), primary_key=True),
    Column("state", String(10), nullable=False),  # shown, hidden
    Column("text", Text),  # as it may be quoted, where a librarian has taken something out
    Column("reviewed_by", ForeignKey("members.id", ondelete="SET NULL")),
    Column("reviewed_at", Moment, nullable=False),
)
