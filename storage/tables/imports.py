"""Spreadsheets of the register on their way in: files that were looked at, and what they come to before it counts."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Text

from storage.tables.base import metadata
from storage.types import BigId, Json, Moment

partner_imports = Table(
    "partner_imports",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE")),  # null: the command line
    Column("file", LargeBinary, nullable=False),  # blanked when it is done
    Column("said", Json, nullable=False),  # of doubts: [[row, other, is it the same], …]
    Column("outcome", String(64), nullable=False),  # what was shown would happen
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("done_at", Moment),
    Index(None, "expires_at"),
    sqlite_autoincrement=True,  # an old button never means a new file
)

staged_partners = Table(
    "staged_partners",
    metadata,
    Column("import_id", ForeignKey("partner_imports.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),  # its first row in the file
    Column("partner_id", BigInteger),  # null: a new one
    Column("name", String(300), nullable=False),
    Column("short_name", String(120), nullable=False),
    Column("aliases", Json, nullable=False),
    Column("sector", String(20), nullable=False),
    Column("kind", String(40)),
    Column("legal_form", String(20)),
    Column("address", String(300)),
    Column("site", String(200)),
    Column("phone", String(30)),
    Column("email", String(120)),
    Column("notes", Text),
    Column("grade", String(20)),
    Column("before", Json),  # for the audit trail
    Column("after", Json),
)

staged_branches = Table(
    "staged_branches",
    metadata,
    Column("import_id", ForeignKey("partner_imports.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("branch_id", BigInteger, primary_key=True, autoincrement=False),
)

staged_reps = Table(
    "staged_reps",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("import_id", ForeignKey("partner_imports.id", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("rep_id", BigInteger),  # null: a new one
    Column("last_name", String(80)),
    Column("first_name", String(80)),
    Column("patronymic", String(80)),
    Column("initials", String(20)),
    Column("clergy_rank", String(80)),
    Column("salutation", String(200)),
    Column("position", String(300)),
    Column("phone", String(30)),
    Column("email", String(120)),
    Column("is_primary", Boolean, nullable=False),
    Column("before", Json),
    Column("after", Json),
    Index(None, "import_id", "number"),
)
