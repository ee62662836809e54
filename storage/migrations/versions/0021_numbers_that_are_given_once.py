"""Numbers that are given once: what is written of one, and old buttons, never mean another"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

EVER_GIVEN: dict[str, sa.TextClause] = {
    "actions": sa.text("SELECT max(subject) FROM outbox WHERE kind IN ('action', 'action-due', 'action-done')"),
    "agenda_items": sa.text(
        "SELECT max(item_id) FROM (SELECT item_id FROM minutes UNION ALL SELECT item_id FROM actions)"
    ),
    "partner_reps": sa.text("SELECT max(subject_id) FROM audit WHERE subject_kind = 'rep'"),
    "agreements": sa.text("SELECT max(subject_id) FROM audit WHERE subject_kind = 'agreement'"),
}
"""The highest number that something still refers to, though its row may have gone."""

COUNTERS = sa.table("sqlite_sequence", sa.column("name"), sa.column("seq"))


def upgrade() -> None:
    """SQLite gives the number of a last row that was deleted to the next one, unless it is told not to."""
    if op.get_bind().dialect.name != "sqlite":
        return
    for table, ever in EVER_GIVEN.items():
        with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_autoincrement": True}):
            pass
        _go_on(table, ever)


def _go_on(table: str, ever: sa.TextClause) -> None:
    own = sa.select(sa.func.max(sa.column("id", sa.Integer))).select_from(sa.table(table))
    last = max(op.get_bind().execute(query).scalar() or 0 for query in (own, ever))
    op.execute(sa.delete(COUNTERS).where(COUNTERS.c.name == table))
    op.execute(sa.insert(COUNTERS).values(name=table, seq=last))
