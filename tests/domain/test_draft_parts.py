"""Parts of partners in a draft, beside its answers."""

from domain.draft_parts import agreed_of, agreed_with, kept_part, put_part, with_parts
from domain.event import EventFields, PartnerPart
from domain.joint import Standing
from domain.partner import Part, PartState
from tests.storage.conftest import NOW, START

SPEAKER = PartnerPart(12, Part.SPEAKER, ("hall",))
SAID = Standing(PartState.ACCEPTED, ("hall",), said_of=START, answered_at=NOW)


def test_a_partner_is_a_guest_until_something_else_is_said() -> None:
    assert kept_part({}, 12) == PartnerPart(12)
    body = put_part({"answers": {}}, SPEAKER)
    fields = EventFields("Вечер", START, "12+", partners=(PartnerPart(3), PartnerPart(12)))
    assert with_parts(fields, body).partners == (PartnerPart(3), SPEAKER)
    assert body["answers"] == {}


def test_what_was_accepted_already_is_kept_until_the_part_is_another() -> None:
    body = put_part({}, SPEAKER) | agreed_with(12, SAID)
    assert agreed_of(body) == {12: SAID}
    assert agreed_of(put_part(body, PartnerPart(12, Part.SPEAKER))) == {12: SAID}
    assert agreed_of(put_part(body, PartnerPart(3, Part.SPEAKER))) == {12: SAID}
    assert agreed_of(put_part(body, PartnerPart(12))) == {}


def test_what_was_accepted_at_no_known_time() -> None:
    bare = Standing(PartState.ACCEPTED)
    assert agreed_of(agreed_with(12, bare)) == {12: bare}
