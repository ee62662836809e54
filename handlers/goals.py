"""What a link promises, as it travels: in `/start <payload>`, and through the consent screen's buttons.

`e17` the card of event 17, `e17-going` (maybe, declined) with that answer, `p<token>` an invitation to act for a
partner, `s<token>` into a role, `z<token>` to come instead of a colleague; `c17-<token>` the same with its event.
`v17` the survey 17; `v` is nothing but a consent to surveys, `n` nothing but one to being named; `r` asks to represent
an organisation. `events` promises the list of what is coming, and so is no goal of one person.
"""

import re

from domain.people import Purpose
from domain.seats import Answer
from storage.welcome import Goal

LIST = "events"
EVENT = re.compile(r"e(\d{1,15})(?:-(going|maybe|declined))?")
TOKEN = re.compile(r"([psz])([\w-]{6,40})", re.ASCII)
PLAIN = {"v": Goal(purpose=Purpose.SURVEY), "n": Goal(purpose=Purpose.NAMING), "r": Goal(represents=True)}
SURVEY = re.compile(r"v(\d{1,15})")
COLLEAGUE = re.compile(r"c(\d{1,15})-([\w-]{6,40})", re.ASCII)


def parse(payload: str) -> Goal | None:
    """What the payload promises; None for one that nobody has made."""
    if payload in PLAIN:
        return PLAIN[payload]
    if found := SURVEY.fullmatch(payload):
        return Goal(survey_id=int(found[1]), purpose=Purpose.SURVEY)
    if found := EVENT.fullmatch(payload):
        return Goal(int(found[1]), Answer(found[2]) if found[2] else None)
    if found := COLLEAGUE.fullmatch(payload):
        return Goal(int(found[1]), instead=found[2])
    if found := TOKEN.fullmatch(payload):
        return Goal(instead=found[2]) if found[1] == "z" else Goal(invitation=found[2])
    return None


def pack(goal: Goal) -> str:
    """The payload of a goal; empty when there is none."""
    if goal.survey_id is not None:
        return f"v{goal.survey_id}"
    if goal in PLAIN.values():
        return next(letter for letter, one in PLAIN.items() if one == goal)
    if goal.invitation is not None:
        return f"p{goal.invitation}"
    if goal.instead is not None:
        return f"c{goal.event_id}-{goal.instead}"
    if goal.event_id is None:
        return ""
    return f"e{goal.event_id}" + (f"-{goal.answer}" if goal.answer else "")
