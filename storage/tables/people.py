"""People: accounts, roles, consents, and the links that let somebody in."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, String, Table, Text, UniqueConstraint, text

from storage.tables.base import metadata
from storage.types import BigId, Json, Moment

members = Table(
    "members",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("account_id", BigInteger, nullable=False, unique=True),  # the messenger's own number of the account
    Column("name", String(200), nullable=False),
    Column("language", String(8), nullable=False),
    Column("reachable", Boolean, nullable=False, server_default=text("true")),
    Column("muted", Json, nullable=False),  # kinds of reminder that the person switched off
    Column("wanted", Json, nullable=False, server_default=text("'[]'")),  # what comes only to who asked for it
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment),  # the last day on which they wrote or pressed
    Column("warned_at", Moment),  # when they were told that silence ends in being forgotten
    Column("menu", String(16)),  # a mark of the menu of their own that the messenger took at a start
)

roles = Table(
    "roles",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False),
    Column("role", String(20), nullable=False),
    Column("branch_id", ForeignKey("branches.id", ondelete="CASCADE")),  # a librarian's own branch; null = every one
    Column("granted_at", Moment, nullable=False),
    UniqueConstraint("member_id", "role", "branch_id"),
)

consents = Table(
    "consents",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False),
    Column("purpose", String(20), nullable=False),
    Column("text_version", String(40), nullable=False),
    Column("button", String(80), nullable=False),  # the words that were pressed
    Column("given_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
    Index(None, "member_id", "purpose"),
)

consent_texts = Table(
    "consent_texts",
    metadata,
    Column("version", String(40), primary_key=True),  # as consents.text_version; the hash in it is that of the body
    Column("body", Text, nullable=False),  # as it was shown
)

invitations = Table(
    "invitations",
    metadata,
    Column("token", String(40), primary_key=True),
    Column("role", String(20), nullable=False),  # a staff role, or partner_rep
    Column("branch_id", ForeignKey("branches.id", ondelete="CASCADE")),
    Column("partner_id", ForeignKey("partners.id", ondelete="CASCADE")),
    Column("rep_id", ForeignKey("partner_reps.id", ondelete="CASCADE")),  # whom of the register it is for
    Column("event_id", ForeignKey("events.id", ondelete="SET NULL")),  # opened after the invitation was taken up
    Column("created_by", ForeignKey("members.id", ondelete="SET NULL")),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_by", ForeignKey("members.id", ondelete="SET NULL")),
    Column("used_at", Moment),
    Column("revoked_at", Moment),
)

page_links = Table(
    "page_links",
    metadata,
    Column("token_hash", String(64), primary_key=True),  # the link itself is kept nowhere
    Column("member_id", ForeignKey("members.id", ondelete="CASCADE"), nullable=False),
    Column("page", String(20), nullable=False),
    Column("subject", BigInteger),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("session_hash", String(64), unique=True),  # set when the link is used, once
    Index(None, "expires_at"),
)
