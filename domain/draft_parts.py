"""Parts of partners in an event that is not registered yet, as its draft keeps them beside the answers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.event import EventFields, PartnerPart
from domain.joint import Standing
from domain.partner import Part, PartState

PARTS = "parts"
"""{"12": {"part": "speaker", "asked": ["hall"]}}; a partner that is not there has the part of a guest."""
AGREED = "agreed"
"""{"12": {"brings": [...], "said_of": …, "at": …}}: partners that have accepted already, by proposing it.

Not by whom: a draft may outlive the person's being known here.
"""

Body = Mapping[str, Any]


def with_parts(fields: EventFields, body: Body) -> EventFields:
    """The fields, each partner with the part that the draft gives it."""
    return replace(fields, partners=tuple(kept_part(body, one.partner_id) for one in fields.partners))


def kept_part(body: Body, partner_id: int) -> PartnerPart:
    kept = body.get(PARTS, {}).get(str(partner_id))
    return PartnerPart(partner_id, Part(kept["part"]), tuple(kept["asked"])) if kept else PartnerPart(partner_id)


def put_part(body: Body, part: PartnerPart) -> dict[str, Any]:
    """The draft with this part of the partner. What it had accepted was for another part."""
    key = str(part.partner_id)
    kept = {"part": str(part.part), "asked": list(part.asked)}
    same = kept_part(body, part.partner_id).part is part.part
    agreed = {one: said for one, said in body.get(AGREED, {}).items() if same or one != key}
    return {**body, PARTS: {**body.get(PARTS, {}), key: kept}, AGREED: agreed}


def agreed_with(partner_id: int, standing: Standing) -> dict[str, Any]:
    """What a draft keeps of a partner that has accepted already."""
    said_of, at = standing.said_of, standing.answered_at
    kept = {
        "brings": list(standing.brings),
        "said_of": said_of.isoformat() if said_of else None,
        "at": at.isoformat() if at else None,
    }
    return {AGREED: {str(partner_id): kept}}


def agreed_of(body: Body) -> dict[int, Standing]:
    """Who has accepted already."""
    return {int(key): _standing(kept) for key, kept in body.get(AGREED, {}).items()}


def _standing(kept: Mapping[str, Any]) -> Standing:
    return Standing(
        state=PartState.ACCEPTED,
        brings=tuple(kept["brings"]),
        said_of=_moment(kept["said_of"]),
        answered_at=_moment(kept["at"]),
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
