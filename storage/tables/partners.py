"""Partners: organisations, who acts for them, agreements, and what they ask for."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint, text

from storage.tables.base import metadata
from storage.types import BigId, Json, Moment

partners = Table(
    "partners",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("name", String(300), nullable=False, unique=True),
    Column("short_name", String(120), nullable=False),
    Column("aliases", Json, nullable=False, server_default=text("'[]'")),
    Column("sector", String(20), nullable=False),
    Column("kind", String(40)),  # school, hospital …: `domain/partner_kinds.py`
    Column("legal_form", String(20)),
    Column("address", String(300)),
    Column("site", String(200)),
    Column("phone", String(30)),  # the organisation's own: E.164, with «;ext=12» where there is one
    Column("email", String(120)),
    Column("notes", Text),
    Column("grade", String(20)),  # permanent, periodic, one_off
    Column("revision", Integer, nullable=False, server_default=text("1")),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment),
    Column("archived_at", Moment),  # out of the register, its history stays
)

partner_branches = Table(
    "partner_branches",
    metadata,
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE"), primary_key=True),
    Column("branch_id", ForeignKey("branches.id", ondelete="CASCADE"), primary_key=True),
)

partner_reps = Table(
    "partner_reps",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE"), nullable=False),
    Column("member_id", ForeignKey("members.id", ondelete="SET NULL")),  # null until the person has come in
    Column("last_name", String(80)),  # parts of the name as the register has them; all null: known by the account
    Column("first_name", String(80)),
    Column("patronymic", String(80)),
    Column("initials", String(20)),  # where only these are known: «Е.П.»
    Column("clergy_rank", String(80)),
    Column("salutation", String(200)),  # a form of address in place of the usual one
    Column("position", String(300)),  # never split at a comma (DOMAIN.md §1.1)
    Column("phone", String(30)),
    Column("email", String(120)),
    Column("is_primary", Boolean, nullable=False),
    Column("since", Moment, nullable=False),
    UniqueConstraint("partner_id", "member_id"),
    Index(None, "member_id"),
    sqlite_autoincrement=True,  # one that was removed can come back beside the next
)

agreements = Table(
    "agreements",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE"), nullable=False),
    Column("type", String(20), nullable=False),  # contract, agreement, joint_plan
    Column("number", String(60)),
    Column("signed_on", Date),
    Column("starts_on", Date),
    Column("ends_on", Date),
    Column("auto_renews", Boolean, nullable=False),
    Column("responsible_id", ForeignKey("members.id", ondelete="SET NULL")),  # on the library's side
    Column("rep_id", ForeignKey("partner_reps.id", ondelete="SET NULL")),  # on the partner's
    Column("notes", String(300)),
    Column("created_at", Moment, nullable=False),
    Index(None, "partner_id"),
    Index(None, "ends_on"),
    sqlite_autoincrement=True,  # one that was taken away can come back beside the next
)

rep_requests = Table(
    "rep_requests",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False),
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE")),  # null: none of the register
    Column("organisation", String(300), nullable=False),  # in the person's words
    Column("position", String(300)),
    Column("state", String(10), nullable=False),  # open, approved, declined
    Column("decided_by", ForeignKey("members.id", ondelete="SET NULL")),
    Column("decided_at", Moment),
    Column("created_at", Moment, nullable=False),
    Index(None, "state", "id"),
)

proposals = Table(
    "proposals",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE"), nullable=False),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False),
    Column("body", Json, nullable=False),  # the answers of the event's form
    Column("state", String(10), nullable=False),  # sent, returned, accepted, declined, withdrawn
    Column("remark", String(500)),
    Column("decided_by", ForeignKey("members.id", ondelete="SET NULL")),
    Column("decided_at", Moment),
    Column("revision", Integer, nullable=False, server_default=text("1")),  # grows with each sending
    Column("created_at", Moment, nullable=False),
    Index(None, "state", "id"),
)
