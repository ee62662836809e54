"""A survey: a campaign with a questionnaire, its wave, whom it is for, and when it is open."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.refusal import Refusal
from domain.segment import Segment

LONGEST_PURPOSE = 500
LATE = timedelta(days=14)
"""Printed forms come late: so long after the closing staff still type answers in."""


class SurveyState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"  # by hand, before its time


class Source(StrEnum):
    """How a response came to the library."""

    CHAT = "chat"
    PAPER = "paper"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class SurveyFields:
    """What its author fills in. Moments are in UTC; `wave` is a year; `minutes`: how long it takes, 0 = not said."""

    questionnaire_id: int
    title: str
    wave: int
    segment: Segment
    opens_at: datetime
    closes_at: datetime
    purpose: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Survey:
    id: int
    state: SurveyState
    fields: SurveyFields
    revision: int = 1
    author_id: int | None = None
    published_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether answers are taken: to the very moment of closing."""
        return self.state is SurveyState.PUBLISHED and self.fields.opens_at <= now < self.fields.closes_at

    def is_over(self, now: datetime) -> bool:
        return self.state is SurveyState.CLOSED or (
            self.state is SurveyState.PUBLISHED and now >= self.fields.closes_at
        )

    @property
    def typing_ends_at(self) -> datetime:
        """Until when staff type answers in, whether or not the survey was closed before its time."""
        return self.fields.closes_at + LATE

    def takes(self, source: Source, now: datetime) -> bool:
        """Whether an answer that comes this way is taken."""
        if source is Source.CHAT:
            return self.is_open(now)
        return self.state is not SurveyState.DRAFT and self.fields.opens_at <= now < self.typing_ends_at

    def refusal(self, source: Source, now: datetime) -> Refusal:
        """Why it is not taken."""
        if not self.is_over(now):
            return Refusal("survey-not-open")
        return Refusal("survey-over" if source is Source.CHAT else "survey-typed-late")

    @property
    def half_time(self) -> datetime:
        return self.fields.opens_at + (self.fields.closes_at - self.fields.opens_at) / 2


def check(fields: SurveyFields, now: datetime) -> SurveyFields:
    """The fields, if they can stand together."""
    if fields.closes_at <= fields.opens_at:
        raise Refusal("survey-closes-before-opening")
    if fields.closes_at <= now:
        raise Refusal("survey-closes-in-the-past")
    if len(fields.purpose) > LONGEST_PURPOSE:
        raise Refusal("text-too-long", most=LONGEST_PURPOSE, length=len(fields.purpose))
    return fields


def change(survey: Survey, fields: SurveyFields, now: datetime) -> Survey:
    """The survey with other fields. Once it is published its text and its audience are frozen; its closing may move."""
    check(fields, now)
    if survey.is_over(now):
        raise Refusal("survey-over")
    if survey.state is SurveyState.DRAFT:
        return replace(survey, fields=fields)
    old = survey.fields
    if replace(fields, closes_at=old.closes_at, purpose=old.purpose, title=old.title) != old:
        raise Refusal("survey-frozen")
    return replace(survey, fields=fields)


def publish(survey: Survey, now: datetime) -> Survey:
    """The survey, open to its audience from now on or from its opening on."""
    if survey.state is not SurveyState.DRAFT:
        raise Refusal("survey-published")
    check(survey.fields, now)
    return replace(survey, state=SurveyState.PUBLISHED, published_at=now)


def close(survey: Survey, now: datetime) -> Survey:
    """The survey, closed before its time."""
    if survey.state is SurveyState.DRAFT or survey.is_over(now):
        raise Refusal("survey-over")
    return replace(survey, state=SurveyState.CLOSED)
