"""The life of a survey: drafted, published once, frozen, closed to the minute."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.refusal import Refusal
from domain.segment import partners_by
from domain.survey import Source, Survey, SurveyFields, SurveyState, change, check, close, publish

NOW = datetime(2018, 3, 26, 7, tzinfo=UTC)
WEEK = timedelta(days=7)
FIELDS = SurveyFields(1, "Наши партнеры", 2018, partners_by(), NOW, NOW + 2 * WEEK)
DRAFT = Survey(1, SurveyState.DRAFT, FIELDS)
OPEN = publish(DRAFT, NOW)


def test_it_is_open_from_its_opening_to_the_very_moment_of_closing() -> None:
    moments = (NOW - timedelta(seconds=1), NOW, FIELDS.closes_at - timedelta(seconds=1), FIELDS.closes_at)
    assert [OPEN.is_open(moment) for moment in moments] == [False, True, True, False]
    assert [OPEN.is_over(moment) for moment in moments] == [False, False, False, True]
    assert not DRAFT.is_open(NOW)
    assert not DRAFT.is_over(FIELDS.closes_at)


def test_what_staff_type_in_is_taken_two_weeks_longer_than_what_an_organisation_sends_itself() -> None:
    shut = close(OPEN, NOW)
    late = FIELDS.closes_at + 2 * WEEK
    moments = (NOW - timedelta(seconds=1), NOW, FIELDS.closes_at, late - timedelta(seconds=1), late)
    for source in (Source.PAPER, Source.PHONE):
        for survey in (OPEN, shut):
            assert [survey.takes(source, moment) for moment in moments] == [False, True, True, True, False]
        assert not DRAFT.takes(source, NOW)
    assert [OPEN.takes(Source.CHAT, moment) for moment in moments] == [False, True, False, False, False]
    assert not shut.takes(Source.CHAT, NOW)


def test_half_time_is_in_the_middle() -> None:
    assert OPEN.half_time == NOW + WEEK


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (replace(FIELDS, closes_at=NOW), "survey-closes-before-opening"),
        (replace(FIELDS, opens_at=NOW - 3 * WEEK, closes_at=NOW - WEEK), "survey-closes-in-the-past"),
        (replace(FIELDS, purpose="а" * 501), "text-too-long"),
    ],
)
def test_fields_that_cannot_stand_together_are_refused(fields: SurveyFields, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        check(fields, NOW)


def test_it_is_published_once() -> None:
    assert OPEN.published_at == NOW
    with pytest.raises(Refusal, match="survey-published"):
        publish(OPEN, NOW)


def test_once_published_only_its_closing_and_words_may_change() -> None:
    later = replace(FIELDS, closes_at=NOW + 3 * WEEK, purpose="К круглому столу")
    assert change(OPEN, later, NOW).fields == later
    assert change(DRAFT, replace(FIELDS, wave=2019), NOW).fields.wave == 2019
    with pytest.raises(Refusal, match="survey-frozen"):
        change(OPEN, replace(FIELDS, questionnaire_id=2), NOW)


def test_what_is_over_stays_as_it_is() -> None:
    shut = close(OPEN, NOW)
    assert shut.is_over(NOW)
    for over in (shut, DRAFT):
        with pytest.raises(Refusal, match="survey-over"):
            close(over, NOW)
    with pytest.raises(Refusal, match="survey-over"):
        change(shut, FIELDS, NOW)
