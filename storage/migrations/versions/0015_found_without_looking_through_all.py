"""Answers given for a partner, and cards that many share, are found without looking through all of them"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

GIVEN = sa.text("partner_id IS NOT NULL")
SHARED = sa.text("member_id IS NULL")


def upgrade() -> None:
    columns = ["partner_id", "answered_at"]
    op.create_index("ix_rsvps_partner_id_answered_at", "rsvps", columns, sqlite_where=GIVEN, postgresql_where=GIVEN)
    op.create_index("ix_cards_shared", "cards", ["event_id", "id"], sqlite_where=SHARED, postgresql_where=SHARED)
