"""Which menu the messenger has for whom, so that a start offers only what is new"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.add_column("members", sa.Column("menu", sa.String(16)))
