"""What the bot has noticed about itself."""

from sqlalchemy import Column, String, Table

from storage.tables.base import metadata
from storage.types import Moment

troubles = Table(
    "troubles",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("since", Moment, nullable=False),
    Column("told_at", Moment),  # when the administrators were told; null: nobody has been yet
    Column("over_at", Moment),
)
