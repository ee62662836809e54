"""The destruction of somebody's data, as it is accounted for afterwards (152-ФЗ, art. 21; Roskomnadzor's order 179)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Ground(StrEnum):
    """Why the data was destroyed."""

    ASKED = "asked"  # the person had everything erased
    WITHDRAWN = "withdrawn"  # the last consent was withdrawn
    SILENCE = "silence"  # the person has not been seen for as long as the settings say
    RESTORED = "restored"  # a back-up had brought it back


@dataclass(frozen=True, slots=True)
class Destruction:
    """What was destroyed of whom, when and why. Nothing in it is personal: of the person only the number is left.

    `number` is the entry in the audit trail, `counts` says how many records of each part (`storage.personal`) there
    were, `consents` are the versions of the texts that had been agreed to.
    """

    number: int
    member_id: int
    at: datetime
    ground: Ground
    counts: Mapping[str, int]
    consents: tuple[str, ...]
