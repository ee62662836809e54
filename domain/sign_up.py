"""What is asked with a sign-up: a few questions of the organiser, and a talk that somebody offers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.agenda import TOPIC
from domain.event import Asked, Event, change_fields
from domain.refusal import Gone, Refusal

MOST_QUESTIONS = 5
MOST_OPTIONS = 8
QUESTION, OPTION, ANSWER = 200, 60, 300
"""Letters."""

Answers = Mapping[str, str]
"""By the words of the question: the option's words, or what was typed."""


class TalkState(StrEnum):
    OFFERED = "offered"
    TAKEN = "taken"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Talk:
    """What somebody offers to speak of."""

    member_id: int
    topic: str
    minutes: int | None = None
    state: TalkState = TalkState.OFFERED
    item_id: int | None = None


def read_question(text: str) -> Asked:
    """The first line is the question, each line below it an option; without options words are typed."""
    first, *rest = [" ".join(line.split()) for line in text.splitlines() if line.strip()] or [""]
    if not first or len(first) > QUESTION:
        raise Refusal("question-length", most=QUESTION)
    if len(rest) == 1 or len(rest) > MOST_OPTIONS:
        raise Refusal("question-options", most=MOST_OPTIONS)
    if any(len(option) > OPTION for option in rest):
        raise Refusal("question-option-length", most=OPTION)
    return Asked(first, tuple(dict.fromkeys(rest)))


def ask(event: Event, question: Asked) -> Event:
    """The event with one question more."""
    if len(event.fields.questions) >= MOST_QUESTIONS:
        raise Refusal("questions-many", most=MOST_QUESTIONS)
    return change_fields(event, replace(event.fields, questions=(*event.fields.questions, question)))


def unask(event: Event, number: int) -> Event:
    """The event without a question, counted from 1."""
    if not 1 <= number <= len(event.fields.questions):
        raise Gone
    left = tuple(one for place, one in enumerate(event.fields.questions, 1) if place != number)
    return change_fields(event, replace(event.fields, questions=left))


def offer(event: Event, member_id: int, topic: str, now: datetime) -> Talk:
    """A talk that is offered; `Refusal` where none are wanted (any more)."""
    event.require_open()
    if not event.fields.wants_talks:
        raise Refusal("talks-closed")
    if event.has_begun(now):
        raise Refusal("event-begun")
    if len(topic) > TOPIC:
        raise Refusal("text-too-long", most=TOPIC, length=len(topic))
    return Talk(member_id, topic)
