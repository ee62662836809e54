"""Spreadsheets of the register: files that were looked at, and what they come to before it counts"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "partner_imports",
        sa.Column("id", ID, nullable=False),
        sa.Column("member_id", ID),
        sa.Column("file", sa.LargeBinary(), nullable=False),
        sa.Column("said", JSON, nullable=False),
        sa.Column("outcome", sa.String(64), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("done_at", MOMENT),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], ondelete="CASCADE", name="fk_partner_imports_member_id"),
        sa.PrimaryKeyConstraint("id", name="pk_partner_imports"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_partner_imports_expires_at", "partner_imports", ["expires_at"])
    _partners()
    _branches()
    _reps()


def _partners() -> None:
    op.create_table(
        "staged_partners",
        sa.Column("import_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("partner_id", sa.BigInteger()),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("short_name", sa.String(120), nullable=False),
        sa.Column("aliases", JSON, nullable=False),
        sa.Column("sector", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(40)),
        sa.Column("legal_form", sa.String(20)),
        sa.Column("address", sa.String(300)),
        sa.Column("site", sa.String(200)),
        sa.Column("phone", sa.String(30)),
        sa.Column("email", sa.String(120)),
        sa.Column("notes", sa.Text()),
        sa.Column("grade", sa.String(20)),
        sa.Column("before", JSON),
        sa.Column("after", JSON),
        _of_import("staged_partners"),
        sa.PrimaryKeyConstraint("import_id", "number", name="pk_staged_partners"),
    )


def _branches() -> None:
    op.create_table(
        "staged_branches",
        sa.Column("import_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("branch_id", sa.BigInteger(), nullable=False),
        _of_import("staged_branches"),
        sa.PrimaryKeyConstraint("import_id", "number", "branch_id", name="pk_staged_branches"),
    )


def _reps() -> None:
    op.create_table(
        "staged_reps",
        sa.Column("id", ID, nullable=False),
        sa.Column("import_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rep_id", sa.BigInteger()),
        sa.Column("last_name", sa.String(80)),
        sa.Column("first_name", sa.String(80)),
        sa.Column("patronymic", sa.String(80)),
        sa.Column("initials", sa.String(20)),
        sa.Column("clergy_rank", sa.String(80)),
        sa.Column("salutation", sa.String(200)),
        sa.Column("position", sa.String(300)),
        sa.Column("phone", sa.String(30)),
        sa.Column("email", sa.String(120)),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("before", JSON),
        sa.Column("after", JSON),
        _of_import("staged_reps"),
        sa.PrimaryKeyConstraint("id", name="pk_staged_reps"),
    )
    op.create_index("ix_staged_reps_import_id_number", "staged_reps", ["import_id", "number"])


def _of_import(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["import_id"], ["partner_imports.id"], ondelete="CASCADE", name=f"fk_{table}_import_id"
    )
