"""Minutes with their revisions, and what was taken on at events"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "minutes",
        sa.Column("id", ID, nullable=False),
        sa.Column("event_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.Column("piece", sa.String(10), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by_id", ID),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_minutes_event_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["by_id"], ["members.id"], name="fk_minutes_by_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_minutes"),
        sa.UniqueConstraint("event_id", "item_id", "piece", "number", name="uq_minutes_event_id_item_id_piece_number"),
    )
    op.create_table(
        "actions",
        sa.Column("id", ID, nullable=False),
        sa.Column("event_id", ID, nullable=False),
        sa.Column("item_id", ID, nullable=False),
        sa.Column("partner_id", ID),
        sa.Column("text", sa.String(500), nullable=False),
        sa.Column("due_on", sa.Date()),
        sa.Column("created_by", ID),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("done_by", ID),
        sa.Column("done_at", MOMENT),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_actions_event_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["partner_id"], ["partners.id"], name="fk_actions_partner_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["created_by"], ["members.id"], name="fk_actions_created_by", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["done_by"], ["members.id"], name="fk_actions_done_by", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_actions"),
    )
    op.create_index("ix_actions_event_id", "actions", ["event_id"])
    op.create_index("ix_actions_partner_id", "actions", ["partner_id"])
    op.create_index("ix_actions_done_at_due_on", "actions", ["done_at", "due_on"])
