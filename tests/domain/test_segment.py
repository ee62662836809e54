"""Whom a letter is for, as a value."""

import json

from hypothesis import given
from hypothesis import strategies as st

from domain.partner import SECTORS, Grade
from domain.seats import RsvpState
from domain.segment import Segment, Whom, from_json, guests_of, partners_by, to_json, unanswered_of

ids = st.integers(min_value=1, max_value=2**53)
sectors = st.lists(st.sampled_from(SECTORS), unique=True).map(tuple)
segments = st.builds(
    Segment,
    whom=st.sampled_from(Whom),
    event_id=st.none() | ids,
    states=st.lists(st.sampled_from(RsvpState), unique=True).map(tuple),
    sectors=sectors,
    branch_id=st.none() | ids,
    grade=st.none() | st.sampled_from(Grade),
    only=st.lists(ids, unique=True).map(tuple),
    without_partners=st.lists(ids, unique=True).map(tuple),
    without_sectors=sectors,
    rest_days=st.integers(min_value=0, max_value=365),
)


@given(segments)
def test_it_is_the_same_after_a_journey_through_json(segment: Segment) -> None:
    assert from_json(json.loads(json.dumps(to_json(segment)))) == segment


def test_what_is_empty_takes_no_room() -> None:
    assert to_json(partners_by()) == {"whom": "partners"}
    assert to_json(unanswered_of(7)) == {"whom": "unanswered", "event_id": 7}


def test_filters_of_the_register_become_a_segment() -> None:
    segment = partners_by(sector="media", branch_id=3, grade=Grade.PERMANENT)
    assert (segment.sectors, segment.branch_id, segment.grade) == (("media",), 3, Grade.PERMANENT)


def test_a_partner_is_taken_out_once_and_in_again() -> None:
    out = partners_by().leave_partner(5, out=True).leave_partner(3, out=True).leave_partner(5, out=True)
    assert out.without_partners == (3, 5)
    assert out.leave_partner(5, out=False).leave_partner(5, out=False).without_partners == (3,)


def test_a_sector_is_taken_out_and_in_again() -> None:
    out = partners_by().leave_sector("media", out=True)
    assert out.without_sectors == ("media",)
    assert out.leave_sector("media", out=False) == partners_by()


def test_guests_are_chosen_by_what_they_said() -> None:
    segment = guests_of(7).with_state(RsvpState.QUEUED, wanted=False)
    assert segment.states == (RsvpState.GOING, RsvpState.MAYBE)
    assert segment.with_state(RsvpState.DECLINED, wanted=True).states[-1] is RsvpState.DECLINED


def test_all_who_were_left_out_can_be_seen_again() -> None:
    segment = partners_by(sector="media")
    assert segment.leave_partner(5, out=True).leave_sector("media", out=True).rest(7).full() == segment
