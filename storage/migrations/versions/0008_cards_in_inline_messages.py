"""Cards in messages that people send through the bot, which have one id and no chat that it may know"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    with op.batch_alter_table("cards") as table:
        table.alter_column("chat_id", existing_type=sa.BigInteger(), nullable=True)
        table.alter_column("message_id", existing_type=sa.BigInteger(), nullable=True)
        table.add_column(sa.Column("inline_id", sa.String(100)))
        table.create_unique_constraint("uq_cards_inline_id", ["inline_id"])
        table.create_check_constraint(op.f("ck_cards_place"), "(chat_id IS NULL) = (inline_id IS NOT NULL)")
