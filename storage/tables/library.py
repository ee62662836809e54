"""The library: branches and halls."""

from sqlalchemy import Column, ForeignKey, String, Table, UniqueConstraint

from storage.tables.base import metadata
from storage.types import BigId, Json

branches = Table(
    "branches",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("short_name", String(80), nullable=False),
    Column("aliases", Json, nullable=False),
    Column("address", String(300), nullable=False),
    Column("hours", Json, nullable=False),  # {"mon": ["10:00", "19:00"], …}; a missing day is closed, {} is unknown
    Column("sanitary", Json),  # {"weekday": 2, "nth": -1}: the last Wednesday of the month
)

halls = Table(
    "halls",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("branch_id", ForeignKey("branches.id", ondelete="CASCADE"), nullable=False),
    Column("name", String(120), nullable=False),
    UniqueConstraint("branch_id", "name"),
)
