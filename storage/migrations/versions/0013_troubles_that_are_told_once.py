"""What the bot has noticed about itself, so that it is told once"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "troubles",
        sa.Column("name", sa.String(20), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("told_at", MOMENT),
        sa.Column("over_at", MOMENT),
        sa.PrimaryKeyConstraint("name", name="pk_troubles"),
    )
