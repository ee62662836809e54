"""Letters to many: what was shown when one was confirmed, and what became of it"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("broadcasts") as table:
        table.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default=sa.text("1")))
        table.add_column(sa.Column("outcome", sa.JSON(none_as_null=True)))
