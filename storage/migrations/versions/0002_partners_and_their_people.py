"""Partners in full, the people behind them, their parts in events, broadcasts, links to pages"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON(none_as_null=True)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _partners()
    _representatives()
    _agreements()
    _asked_for()
    _parts_in_events()
    _people()
    _broadcasts()


def _partners() -> None:
    with op.batch_alter_table("partners") as table:
        table.add_column(sa.Column("aliases", JSON, nullable=False, server_default=sa.text("'[]'")))
        table.add_column(sa.Column("kind", sa.String(40)))
        table.add_column(sa.Column("legal_form", sa.String(20)))
        table.add_column(sa.Column("address", sa.String(300)))
        table.add_column(sa.Column("site", sa.String(200)))
        table.add_column(sa.Column("phone", sa.String(30)))
        table.add_column(sa.Column("email", sa.String(120)))
        table.add_column(sa.Column("notes", sa.Text()))
        table.add_column(sa.Column("grade", sa.String(20)))
        table.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default=sa.text("1")))
        table.add_column(sa.Column("updated_at", MOMENT))
        table.add_column(sa.Column("archived_at", MOMENT))
    op.create_table(
        "partner_branches",
        sa.Column("partner_id", ID, nullable=False),
        sa.Column("branch_id", ID, nullable=False),
        *_keys("partner_branches", partner_id="partners", branch_id="branches"),
        sa.PrimaryKeyConstraint("partner_id", "branch_id", name="pk_partner_branches"),
    )


def _representatives() -> None:
    """Rows get an id of their own: somebody may stand in the register before they have an account here."""
    old = sa.table(
        "partner_reps",
        *(sa.column(name) for name in ("partner_id", "member_id", "position", "is_primary", "since")),
    )
    rows = [dict(row._mapping) for row in op.get_bind().execute(sa.select(old))]
    op.drop_table("partner_reps")
    op.create_table(
        "partner_reps",
        sa.Column("id", ID, nullable=False),
        sa.Column("partner_id", ID, nullable=False),
        sa.Column("member_id", ID),
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
        sa.Column("since", MOMENT, nullable=False),
        *_keys("partner_reps", partner_id="partners"),
        *_keys("partner_reps", "SET NULL", member_id="members"),
        sa.PrimaryKeyConstraint("id", name="pk_partner_reps"),
        sa.UniqueConstraint("partner_id", "member_id", name="uq_partner_reps_partner_id_member_id"),
    )
    op.create_index("ix_partner_reps_member_id", "partner_reps", ["member_id"])
    if rows:
        kept = sa.table("partner_reps", *(sa.column(name) for name in rows[0]))
        op.get_bind().execute(sa.insert(kept), rows)


def _agreements() -> None:
    op.create_table(
        "agreements",
        sa.Column("id", ID, nullable=False),
        sa.Column("partner_id", ID, nullable=False),
        sa.Column("type", sa.String(20), nullable=False),
        sa.Column("number", sa.String(60)),
        sa.Column("signed_on", sa.Date()),
        sa.Column("starts_on", sa.Date()),
        sa.Column("ends_on", sa.Date()),
        sa.Column("auto_renews", sa.Boolean(), nullable=False),
        sa.Column("responsible_id", ID),
        sa.Column("rep_id", ID),
        sa.Column("notes", sa.String(300)),
        sa.Column("created_at", MOMENT, nullable=False),
        *_keys("agreements", partner_id="partners"),
        *_keys("agreements", "SET NULL", responsible_id="members", rep_id="partner_reps"),
        sa.PrimaryKeyConstraint("id", name="pk_agreements"),
    )
    op.create_index("ix_agreements_partner_id", "agreements", ["partner_id"])
    op.create_index("ix_agreements_ends_on", "agreements", ["ends_on"])


def _asked_for() -> None:
    """What partners and their people ask for: to represent an organisation, to hold an event."""
    op.create_table(
        "rep_requests",
        sa.Column("id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("partner_id", ID),
        sa.Column("organisation", sa.String(300), nullable=False),
        sa.Column("position", sa.String(300)),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("decided_by", ID),
        sa.Column("decided_at", MOMENT),
        sa.Column("created_at", MOMENT, nullable=False),
        *_keys("rep_requests", member_id="members", partner_id="partners"),
        *_keys("rep_requests", "SET NULL", decided_by="members"),
        sa.PrimaryKeyConstraint("id", name="pk_rep_requests"),
    )
    op.create_index("ix_rep_requests_state_id", "rep_requests", ["state", "id"])
    op.create_table(
        "proposals",
        sa.Column("id", ID, nullable=False),
        sa.Column("partner_id", ID, nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("remark", sa.String(500)),
        sa.Column("decided_by", ID),
        sa.Column("decided_at", MOMENT),
        sa.Column("revision", sa.Integer(), nullable=False, server_default=sa.text("1")),
        sa.Column("created_at", MOMENT, nullable=False),
        *_keys("proposals", partner_id="partners", member_id="members"),
        *_keys("proposals", "SET NULL", decided_by="members"),
        sa.PrimaryKeyConstraint("id", name="pk_proposals"),
    )
    op.create_index("ix_proposals_state_id", "proposals", ["state", "id"])


def _parts_in_events() -> None:
    with op.batch_alter_table("event_partners") as table:
        table.add_column(sa.Column("state", sa.String(10), nullable=False, server_default=sa.text("'asked'")))
        table.add_column(sa.Column("brings", JSON, nullable=False, server_default=sa.text("'[]'")))
        table.add_column(sa.Column("reason", sa.String(300)))
        table.add_column(sa.Column("proposed_at", MOMENT))
        table.add_column(sa.Column("answered_by", ID))
        table.add_column(sa.Column("answered_at", MOMENT))
        table.create_foreign_key(
            "fk_event_partners_answered_by", "members", ["answered_by"], ["id"], ondelete="SET NULL"
        )
    op.create_table(
        "participants",
        sa.Column("id", ID, nullable=False),
        sa.Column("event_id", ID, nullable=False),
        sa.Column("rep_id", ID),
        sa.Column("group_name", sa.String(200)),
        sa.Column("people", sa.Integer()),
        *_keys("participants", event_id="events", rep_id="partner_reps"),
        sa.PrimaryKeyConstraint("id", name="pk_participants"),
        sa.UniqueConstraint("event_id", "rep_id", name="uq_participants_event_id_rep_id"),
    )


def _people() -> None:
    with op.batch_alter_table("members") as table:
        table.add_column(sa.Column("seen_at", MOMENT))
        table.add_column(sa.Column("warned_at", MOMENT))
    with op.batch_alter_table("invitations") as table:
        table.add_column(sa.Column("rep_id", ID))
        table.create_foreign_key("fk_invitations_rep_id", "partner_reps", ["rep_id"], ["id"], ondelete="CASCADE")
    op.create_table(
        "page_links",
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("member_id", ID, nullable=False),
        sa.Column("page", sa.String(20), nullable=False),
        sa.Column("subject", sa.BigInteger()),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("session_hash", sa.String(64)),
        *_keys("page_links", member_id="members"),
        sa.PrimaryKeyConstraint("token_hash", name="pk_page_links"),
        sa.UniqueConstraint("session_hash", name="uq_page_links_session_hash"),
    )
    op.create_index("ix_page_links_expires_at", "page_links", ["expires_at"])


def _broadcasts() -> None:
    op.create_table(
        "broadcasts",
        sa.Column("id", ID, nullable=False),
        sa.Column("author_id", ID),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("segment", JSON, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("audience", sa.Integer()),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("confirmed_at", MOMENT),
        *_keys("broadcasts", "SET NULL", author_id="members"),
        sa.PrimaryKeyConstraint("id", name="pk_broadcasts"),
    )
    op.create_index("ix_broadcasts_state_id", "broadcasts", ["state", "id"])


def _keys(table: str, ondelete: str = "CASCADE", **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{target}.id"], ondelete=ondelete, name=f"fk_{table}_{column}")
        for column, target in columns.items()
    ]
