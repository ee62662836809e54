"""When somebody must be told that an agreement runs out."""

from datetime import date

from domain.partner import AgreementFields

NOTICES = (60, 30)
"""Days before the end at which it is said, each once."""
SOON = NOTICES[0]


def days_left(fields: AgreementFields, today: date) -> int | None:
    """Days until the end, which belongs to the term; negative once it is over, None where there is no end."""
    return (fields.ends_on - today).days if fields.ends_on else None


def notice_due(fields: AgreementFields, today: date) -> int | None:
    """Which notice (60, 30) is due, also late: the one nearest to the end; None before the first and after the end."""
    left = days_left(fields, today)
    if left is None or left < 0:
        return None
    return min((days for days in NOTICES if left <= days), default=None)
