"""What comes only to who asked for it"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    wanted = sa.Column("wanted", sa.JSON(none_as_null=True), nullable=False, server_default=sa.text("'[]'"))
    op.add_column("members", wanted)
