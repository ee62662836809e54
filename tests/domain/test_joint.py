"""How a joint event is agreed: what counts, what a change makes of it, who is asked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.event import Event, EventFields, PartnerPart, cancel, move, publish
from domain.joint import (
    Agreed,
    Standing,
    Voice,
    accept,
    come,
    decline,
    follow,
    is_confirmed,
    is_stale,
    keep_time,
    propose,
    remark,
    set_part,
    to_ask,
    unconfirmed,
)
from domain.life import Status, follows
from domain.partner import Part, PartState
from domain.refusal import Gone, Refusal
from domain.seats import Seats
from tests.storage.conftest import NOW, START

DAY = timedelta(days=1)
GUEST, SPEAKER = PartnerPart(1), PartnerPart(2, Part.SPEAKER, ("press",))
FIELDS = EventFields("Вечер", START, "12+", partners=(GUEST, SPEAKER))
EVENT = Event(5, Status.AGREEING, 1, FIELDS, Seats(30))
VOICE = Voice(7, NOW)


def moved(days: int = 1) -> Event:
    return move(EVENT, START + days * DAY)


def proposing(days: int = 1) -> Agreed:
    return Agreed(SPEAKER, propose(EVENT, Agreed(SPEAKER), START + days * DAY, VOICE))


def test_a_yes_counts_for_the_date_it_was_said_of() -> None:
    said = accept(EVENT, ("books", "hall", "lions"), VOICE)
    assert (said.state, said.brings, said.answered_by, said.answered_at) == (
        PartState.ACCEPTED,
        ("hall", "books"),
        7,
        NOW,
    )
    assert is_confirmed(EVENT, said)
    assert is_stale(moved(), said)
    assert not is_confirmed(moved(), said)
    assert follow(EVENT, moved(), Agreed(GUEST, said)) == said


def test_a_word_is_added_to_a_yes_alone_and_changes_nothing_of_it() -> None:
    yes = accept(EVENT, ("hall",), VOICE)
    said = remark(EVENT, Agreed(SPEAKER, yes), "Придём втроём", Voice(8, NOW + DAY))
    assert said == replace(yes, comment="Придём втроём", answered_by=8)
    assert remark(EVENT, Agreed(SPEAKER, said), None, VOICE) == yes
    for other in (Standing(), decline(EVENT, "Заняты", VOICE), proposing().standing):
        with pytest.raises(Gone):
            remark(EVENT, Agreed(SPEAKER, other), "Придём втроём", VOICE)


def test_a_comment_stays_with_who_wrote_it() -> None:
    said = remark(EVENT, Agreed(SPEAKER, accept(EVENT, (), VOICE)), "Придём втроём", VOICE)
    colleague = Voice(8, NOW + DAY)
    assert accept(EVENT, ("hall",), VOICE, said).comment == "Придём втроём"
    assert accept(EVENT, (), colleague, said) == said
    assert accept(EVENT, ("hall",), colleague, said).comment is None
    assert accept(moved(), (), VOICE, said).comment == "Придём втроём"


def test_a_refusal_stands_when_the_event_moves() -> None:
    said = decline(EVENT, "заняты", VOICE)
    assert follow(EVENT, moved(), Agreed(GUEST, said)) == said


def test_who_proposed_the_new_time_has_agreed_to_it() -> None:
    after = follow(EVENT, moved(1), proposing(1))
    assert (after.state, after.said_of, after.brings) == (PartState.ACCEPTED, START + DAY, ("press",))
    assert is_confirmed(moved(1), after)


def test_who_proposed_another_time_is_asked_again() -> None:
    assert follow(EVENT, moved(2), proposing(1)) == Standing()
    capacity = replace(EVENT, fields=replace(FIELDS, capacity=9))
    assert follow(EVENT, capacity, proposing(1)) == proposing(1).standing


@pytest.mark.parametrize(("days", "code"), [(0, "joint-time-same"), (-60, "joint-time-past")])
def test_a_time_that_is_none_is_refused(days: int, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        proposing(days)


def test_the_time_is_kept_only_where_another_is_proposed() -> None:
    assert keep_time(EVENT, proposing(), NOW) == Standing()
    with pytest.raises(Refusal, match="joint-no-proposal"):
        keep_time(EVENT, Agreed(GUEST), NOW)


def test_nothing_is_said_of_what_has_begun_or_is_cancelled() -> None:
    with pytest.raises(Refusal, match="event-begun"):
        accept(EVENT, (), Voice(7, START))
    with pytest.raises(Refusal, match="event-cancelled"):
        decline(cancel(EVENT, "карантин"), "нет", VOICE)


def test_another_part_is_another_question() -> None:
    said = accept(EVENT, (), VOICE)
    other = set_part(EVENT, 1, Part.CO_ORGANISER, ("hall", "lions"))
    assert other.part_of(1) == PartnerPart(1, Part.CO_ORGANISER, ("hall",))
    assert follow(EVENT, other, Agreed(GUEST, said)) == Standing()
    assert follow(EVENT, set_part(EVENT, 1, Part.GUEST, ("hall",)), Agreed(GUEST, said)) == said
    with pytest.raises(Refusal, match="joint-gone"):
        set_part(EVENT, 9, Part.GUEST, ())


def test_a_partner_that_has_left_has_said_nothing() -> None:
    without = replace(EVENT, fields=replace(FIELDS, partners=(SPEAKER,)))
    assert follow(EVENT, without, Agreed(GUEST, accept(EVENT, (), VOICE))) == Standing()


def test_a_guest_who_comes_has_agreed_a_speaker_has_not() -> None:
    assert come(EVENT, Agreed(GUEST), VOICE).state is PartState.ACCEPTED
    assert come(EVENT, Agreed(SPEAKER), VOICE) == Standing()
    no = decline(EVENT, "нет", VOICE)
    assert come(EVENT, Agreed(GUEST, no), VOICE) == no


def test_who_has_not_confirmed_by_what_they_said() -> None:
    stale = accept(moved(), (), VOICE)
    third = Agreed(PartnerPart(3), accept(EVENT, (), VOICE))
    parts = [Agreed(GUEST, stale), proposing(), third]
    assert unconfirmed(EVENT, parts) == {PartState.ASKED: [1], PartState.PROPOSED: [2]}


def test_who_is_asked() -> None:
    yes, no = accept(EVENT, (), VOICE), decline(EVENT, "нет", VOICE)
    parts = [Agreed(GUEST, yes), Agreed(SPEAKER)]
    announced = publish(EVENT)
    assert to_ask(None, EVENT, parts) == [2]
    assert to_ask(None, announced, parts) == []
    assert to_ask(EVENT, announced, parts) == []
    assert to_ask(EVENT, moved(), [Agreed(GUEST, no), Agreed(SPEAKER)]) == [2]
    assert to_ask(EVENT, cancel(EVENT, "карантин"), parts) == []


def test_only_another_part_is_asked_about_once_the_event_is_announced() -> None:
    announced = publish(EVENT)
    other = set_part(announced, 1, Part.SPEAKER, ())
    added = PartnerPart(3)
    joined = replace(other, fields=replace(other.fields, partners=(*other.fields.partners, added)))
    parts = [Agreed(one) for one in joined.fields.partners]
    assert to_ask(announced, joined, parts) == [1]
    assert to_ask(announced, move(announced, START + DAY), [Agreed(GUEST), Agreed(SPEAKER)]) == []
    early = replace(EVENT, fields=joined.fields)
    assert to_ask(EVENT, early, parts) == [1, 3]


@pytest.mark.parametrize("before", Status)
@pytest.mark.parametrize("after", [Status.PUBLISHED, Status.CANCELLED])
def test_the_life_cycle_is_its_table(before: Status, after: Status) -> None:
    event = replace(EVENT, status=before)
    act = publish if after is Status.PUBLISHED else lambda one: cancel(one, "карантин")
    if follows(before, after):
        assert act(event).status is after
    else:
        with pytest.raises(Refusal, match=f"event-{before}"):
            act(event)


def test_what_is_for_announced_events_is_refused_before() -> None:
    publish(EVENT).require_open()
    with pytest.raises(Refusal, match="event-agreeing"):
        EVENT.require_open()
