"""When those who have not answered a survey are asked again"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "survey_rounds",
        sa.Column("survey_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.ForeignKeyConstraint(
            ["survey_id"], ["surveys.id"], name="fk_survey_rounds_survey_id_surveys", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("survey_id", "kind", name="pk_survey_rounds"),
    )
    op.create_index("ix_survey_rounds_state_due_at", "survey_rounds", ["state", "due_at"])
