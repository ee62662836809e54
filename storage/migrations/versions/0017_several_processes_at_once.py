"""Several processes at once: who is alive, and which of them has an update in hand"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "replicas",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_replicas"),
    )
    op.add_column("inbox", sa.Column("person", sa.BigInteger()))
    op.add_column("inbox", sa.Column("claimed_by", sa.String(40)))
    waits = sa.text("person IS NOT NULL")
    op.create_index("ix_inbox_person", "inbox", ["person"], postgresql_where=waits, sqlite_where=waits)
