"""Parts of partners in an event that is not registered yet, as its draft keeps them beside the answers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.event import Asked, EventFields, PartnerPart
from domain.joint import Standing
from domain.partner import Part, PartState

PARTS = "parts"
"""{"12": {"part": "speaker", "asked": ["hall"]}}; a partner that is not there has the part of a guest."""
AGREED = "agreed"
"""{"12": {"brings": [...], "said_of": …, "at": …}}: partners that have accepted already, by proposing it.

Not by whom: a draft may outlive the person's being known here.
"""

COPY_OF = "copy_of"
"""The event that it repeats: its programme goes along, with who speaks."""
MORE = "more"
"""{"questions": [{"text": …, "options": […]}], "wants_talks": true}: what the form does not ask for."""

Body = Mapping[str, Any]


def with_more(fields: EventFields, body: Body) -> EventFields:
    """The fields, with what the form does not ask for."""
    more = body.get(MORE, {})
    questions = tuple(Asked(one["text"], tuple(one["options"])) for one in more.get("questions", ()))
    return replace(fields, questions=questions, wants_talks=bool(more.get("wants_talks")))


def copied(fields: EventFields) -> dict[str, Any]:
    """What a draft keeps of an event that it repeats, beside the answers: parts, and what the form does not ask for."""
    parts = {str(one.partner_id): {"part": str(one.part), "asked": list(one.asked)} for one in fields.partners}
    questions = [{"text": one.text, "options": list(one.options)} for one in fields.questions]
    return {PARTS: parts, MORE: {"questions": questions, "wants_talks": fields.wants_talks}}


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
