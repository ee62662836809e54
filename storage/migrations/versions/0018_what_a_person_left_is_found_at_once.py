"""Whoever is forgotten is taken out of the trail, the outbox and the door lists without looking through all of them"""

from alembic import op

revision = "0018"
down_revision = "0017"

POINTING = (
    ("audit", "actor_id"),
    ("outbox", "member_id"),
    ("checkins", "member_id"),
    ("checkins", "by_id"),
    ("cards", "member_id"),
    ("feedback", "member_id"),
)
"""Columns that name a member, in tables that grow with every event."""


def upgrade() -> None:
    for table, column in POINTING:
        op.create_index(f"ix_{table}_{column}", table, [column])
