"""Who has consented to what, as a condition on members."""

from sqlalchemy import ColumnElement, select

from domain.people import Purpose
from storage.tables import consents, members


def consents_to(purpose: Purpose) -> ColumnElement[bool]:
    """Members whose consent to this stands."""
    standing = (consents.c.purpose == purpose, consents.c.withdrawn_at.is_(None))
    return members.c.id.in_(select(consents.c.member_id).where(*standing))
