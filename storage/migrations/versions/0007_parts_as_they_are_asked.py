"""Parts in events: in the order of entry, what the partner is asked to bring, which date it has answered for"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

JSON = sa.JSON(none_as_null=True)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    with op.batch_alter_table("event_partners") as table:
        table.add_column(sa.Column("number", sa.Integer(), nullable=False, server_default=sa.text("0")))
        table.add_column(sa.Column("asked", JSON, nullable=False, server_default=sa.text("'[]'")))
        table.add_column(sa.Column("said_of", MOMENT))
