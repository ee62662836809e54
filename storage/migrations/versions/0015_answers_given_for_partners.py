"""Answers given for a partner are found without looking through all of them"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

GIVEN = sa.text("partner_id IS NOT NULL")


def upgrade() -> None:
    columns = ["partner_id", "answered_at"]
    op.create_index("ix_rsvps_partner_id_answered_at", "rsvps", columns, sqlite_where=GIVEN, postgresql_where=GIVEN)
