"""Which picture a standing card shows, so that another poster reaches it; where an event is listed elsewhere"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.add_column("cards", sa.Column("poster", sa.String(200)))
    op.add_column("events", sa.Column("listing", sa.String(500)))
    op.execute(
        "UPDATE cards SET poster = (SELECT events.poster FROM events WHERE events.id = cards.event_id) WHERE has_poster"
    )
