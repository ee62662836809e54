"""The programme with its speakers, the door, the report afterwards, series, templates"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)
MOMENT = sa.DateTime(timezone=True)
NONE = sa.text("'[]'")


def upgrade() -> None:
    _events()
    _agenda()
    _programme()
    _door()
    _afterwards()
    op.create_table(
        "event_templates",
        sa.Column("id", ID, nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("branch_id", ID),
        sa.Column("body", JSON, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _to("event_templates", "branch_id", "branches", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_event_templates"),
    )


def _events() -> None:
    own: tuple[sa.Column[Any], ...] = (
        sa.Column("all_day", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("link", sa.String(500)),
        sa.Column("series_id", ID),
        sa.Column("questions", JSON, nullable=False, server_default=NONE),
        sa.Column("wants_talks", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("remark", sa.String(300)),
    )
    for column in own:
        op.add_column("events", column)
    op.create_index("ix_events_series_id_starts_at", "events", ["series_id", "starts_at"])


def _agenda() -> None:
    """Items get a number of their own, which stays when they change places."""
    known = op.get_bind().execute(sa.text("SELECT event_id, number, text FROM agenda_items")).all()
    op.drop_table("agenda_items")
    items = op.create_table(
        "agenda_items",
        sa.Column("id", ID, nullable=False),
        sa.Column("event_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(500), nullable=False),
        sa.Column("minutes", sa.Integer()),
        sa.Column("rep_id", ID),
        sa.Column("member_id", ID),
        sa.Column("speaker", sa.String(200)),
        _to("agenda_items", "event_id", "events", "CASCADE"),
        _to("agenda_items", "rep_id", "partner_reps", "SET NULL"),
        _to("agenda_items", "member_id", "members", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_agenda_items"),
    )
    op.create_index("ix_agenda_items_event_id_number", "agenda_items", ["event_id", "number"])
    rows: list[dict[str, Any]] = [dict(row._mapping) for row in known]
    if rows:
        op.bulk_insert(items, rows)


def _programme() -> None:
    op.create_table(
        "event_people",
        sa.Column("event_id", ID, nullable=False),
        sa.Column("role", sa.String(10), nullable=False),
        sa.Column("rep_id", ID),
        sa.Column("member_id", ID),
        sa.Column("name", sa.String(200)),
        _to("event_people", "event_id", "events", "CASCADE"),
        _to("event_people", "rep_id", "partner_reps", "SET NULL"),
        _to("event_people", "member_id", "members", "SET NULL"),
        sa.PrimaryKeyConstraint("event_id", "role", name="pk_event_people"),
    )
    op.create_table(
        "talks",
        sa.Column("event_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("topic", sa.String(150), nullable=False),
        sa.Column("minutes", sa.Integer()),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("item_id", ID),
        sa.Column("offered_at", MOMENT, nullable=False),
        _to("talks", "event_id", "events", "CASCADE"),
        _to("talks", "member_id", "members", "CASCADE"),
        _to("talks", "item_id", "agenda_items", "SET NULL"),
        sa.PrimaryKeyConstraint("event_id", "member_id", name="pk_talks"),
    )
    op.create_table(
        "rsvp_answers",
        sa.Column("event_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("answers", JSON, nullable=False),
        sa.Column("answered_at", MOMENT, nullable=False),
        _to("rsvp_answers", "event_id", "events", "CASCADE"),
        _to("rsvp_answers", "member_id", "members", "CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "member_id", name="pk_rsvp_answers"),
    )


def _door() -> None:
    op.create_table(
        "checkins",
        sa.Column("id", ID, nullable=False),
        sa.Column("event_id", ID, nullable=False),
        sa.Column("member_id", ID),
        sa.Column("rep_id", ID),
        sa.Column("group_name", sa.String(200)),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by_id", ID),
        _to("checkins", "event_id", "events", "CASCADE"),
        _to("checkins", "member_id", "members", "CASCADE"),
        _to("checkins", "rep_id", "partner_reps", "CASCADE"),
        _to("checkins", "by_id", "members", "SET NULL"),
        sa.CheckConstraint("people BETWEEN 1 AND 1000", name="ck_checkins_people"),
        sa.PrimaryKeyConstraint("id", name="pk_checkins"),
        sa.UniqueConstraint("event_id", "member_id", name="uq_checkins_event_id_member_id"),
        sa.UniqueConstraint("event_id", "rep_id", name="uq_checkins_event_id_rep_id"),
    )
    op.create_table(
        "passes",
        sa.Column("token", sa.String(40), nullable=False),
        sa.Column("event_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        _to("passes", "event_id", "events", "CASCADE"),
        _to("passes", "member_id", "members", "CASCADE"),
        sa.PrimaryKeyConstraint("token", name="pk_passes"),
        sa.UniqueConstraint("event_id", "member_id", name="uq_passes_event_id_member_id"),
    )


def _afterwards() -> None:
    op.create_table(
        "event_reports",
        sa.Column("event_id", ID, nullable=False),
        sa.Column("ask_at", MOMENT),
        sa.Column("asked", sa.Integer(), nullable=False, server_default=sa.text("0")),
        sa.Column("visits_total", sa.Integer()),
        sa.Column("visits_to14", sa.Integer()),
        sa.Column("visits_15_30", sa.Integer()),
        sa.Column("visits_disability", sa.Integer()),
        sa.Column("online_views", sa.Integer()),
        sa.Column("outcome", sa.String(600)),
        sa.Column("links", JSON, nullable=False, server_default=NONE),
        sa.Column("reported_by", ID),
        sa.Column("reported_at", MOMENT),
        _to("event_reports", "event_id", "events", "CASCADE"),
        _to("event_reports", "reported_by", "members", "SET NULL"),
        sa.PrimaryKeyConstraint("event_id", name="pk_event_reports"),
    )
    op.create_index("ix_event_reports_ask_at", "event_reports", ["ask_at"])
    op.create_table(
        "feedback",
        sa.Column("event_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("words", sa.String(500)),
        sa.Column("at", MOMENT, nullable=False),
        _to("feedback", "event_id", "events", "CASCADE"),
        _to("feedback", "member_id", "members", "CASCADE"),
        sa.CheckConstraint("stars BETWEEN 1 AND 5", name="ck_feedback_stars"),
        sa.PrimaryKeyConstraint("event_id", "member_id", name="pk_feedback"),
    )


def _to(table: str, column: str, other: str, when_gone: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=when_gone)
