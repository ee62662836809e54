"""What a partner adds to its yes"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.add_column("event_partners", sa.Column("comment", sa.String(300)))
