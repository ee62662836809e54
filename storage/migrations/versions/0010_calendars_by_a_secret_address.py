"""Calendars that people's own programs fetch by a secret address"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "calendar_feeds",
        sa.Column("id", ID, nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("branch_id", ID),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("fingerprint", sa.String(64)),
        sa.Column("changed_at", MOMENT),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name="fk_calendar_feeds_member_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["branch_id"], ["branches.id"], name="fk_calendar_feeds_branch_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_feeds"),
        sa.UniqueConstraint("token_hash", name="uq_calendar_feeds_token_hash"),
    )
    op.create_index("ix_calendar_feeds_member_id", "calendar_feeds", ["member_id"])
