"""Who has consented to what they are about to do."""

from domain.people import Person, Purpose


def is_stranger(person: Person | None) -> bool:
    """Whether this person may not be invited, signed up or reminded yet."""
    return person is None or Purpose.EVENTS not in person.consents


def may_represent(person: Person | None) -> bool:
    """Whether this person may act for a partner: any consent of theirs is enough, refusing one blocks no other."""
    return person is not None and bool(person.consents)
