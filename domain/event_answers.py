"""An event as answers of its form, and back. Answers speak of the library's wall clock, fields of UTC."""

from collections.abc import Mapping
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.event import Event, EventFields, Mode, PartnerPart, change_fields
from domain.event_forms import EVENT_FORMS
from domain.forms import OWN, Answers, Value

OFFSITE, ONLINE = "offsite", "online"
"""Places that are none of the branches."""
MODES = {OFFSITE: Mode.OFFSITE, ONLINE: Mode.ONLINE}
DATES = ("when", "ends", "deadline", "first", "last")
FOLLOWING = ("ends", "deadline")
"""What keeps its distance to the start when that is moved."""
SECOND = timedelta(seconds=1)
KNOWN_FORMS = frozenset(form.id for form in EVENT_FORMS)


def to_fields(answers: Answers, zone: ZoneInfo) -> EventFields:
    """The event that the answers describe; title, start and age mark must be among them."""
    place = str(answers["branch"])
    in_branch = place not in MODES
    return EventFields(
        title=str(answers["title"]),
        starts_at=_start(answers, zone),
        age_mark=str(answers["age"]),
        form=(_text(answers, "form") or "").removeprefix(OWN) or None,
        ends_at=_end(answers, zone),
        branch_id=int(place) if in_branch else None,
        hall_id=int(str(answers["hall"])) if in_branch and "hall" in answers else None,
        address=_text(answers, "address") if place == OFFSITE else None,
        mode=MODES.get(place, Mode.ONSITE),
        capacity=int(str(answers["capacity"])) if "capacity" in answers else None,
        deadline=_moment(answers, "deadline", zone),
        partners=tuple(PartnerPart(int(one)) for one in _list(answers, "partners")),
        agenda=tuple(_list(answers, "agenda")),
        goal=_text(answers, "goal"),
        audience=(str(answers["audience"]),) if "audience" in answers else (),
        summary=_text(answers, "summary"),
        poster=_text(answers, "poster"),
        all_day="first" in answers,
        link=_text(answers, "link") if place == ONLINE else None,
    )


def to_answers(fields: EventFields, zone: ZoneInfo) -> dict[str, Value]:
    """The answers that describe the event, without those that it leaves open."""
    form = fields.form
    known: Mapping[str, Value | None] = {
        "title": fields.title,
        "form": OWN + form if form and form not in KNOWN_FORMS else form,
        "when": None if fields.all_day else to_wall(fields.starts_at, zone),
        "first": _day(fields.starts_at, zone) if fields.all_day else None,
        "last": _day(fields.ends_at - SECOND, zone) if fields.all_day and fields.ends_at else None,
        "branch": _place(fields),
        "address": fields.address if fields.mode is Mode.OFFSITE else None,
        "hall": str(fields.hall_id) if fields.hall_id else None,
        "capacity": fields.capacity,
        "age": fields.age_mark,
        "ends": to_wall(fields.ends_at, zone) if fields.ends_at and not fields.all_day else None,
        "link": fields.link,
        "goal": fields.goal,
        "audience": "; ".join(fields.audience),
        "agenda": list(fields.agenda),
        "partners": [str(part.partner_id) for part in fields.partners],
        "summary": fields.summary,
        "deadline": to_wall(fields.deadline, zone) if fields.deadline else None,
        "poster": fields.poster,
    }
    return {key: value for key, value in known.items() if value}


def undated(answers: Answers) -> dict[str, Value]:
    """The answers without anything that belongs to a date: what a copy begins with."""
    return {key: value for key, value in answers.items() if key not in DATES}


def changed(event: Event, base: Answers, answers: Answers, zone: ZoneInfo) -> Event:
    """The event with what the answers say otherwise than `base`; what others changed meanwhile stays."""
    old, new = to_fields(base, zone), to_fields(answers, zone)
    values = {one.name: getattr(new, one.name) for one in fields_of(EventFields)}
    different = {name: value for name, value in values.items() if value != getattr(old, name)}
    if "partners" in different:
        parts = {part.partner_id: part for part in event.fields.partners}
        different["partners"] = tuple(parts.get(part.partner_id, part) for part in new.partners)
    return change_fields(event, replace(event.fields, **different)) if different else event


def follow(question: str, value: Value, before: Answers) -> Answers:
    """When the start is moved, the end and the deadline keep their distance to it."""
    if question == "first" and {"first", "last"} <= set(before):
        longer = date.fromisoformat(str(value)) - date.fromisoformat(str(before["first"]))
        return {"last": (date.fromisoformat(str(before["last"])) + longer).isoformat()}
    if question != "when" or "when" not in before:
        return {}
    shift = datetime.fromisoformat(str(value)) - datetime.fromisoformat(str(before["when"]))
    known = {key: datetime.fromisoformat(str(before[key])) for key in FOLLOWING if key in before}
    return {key: f"{moment + shift:%Y-%m-%dT%H:%M}" for key, moment in known.items()}


def to_utc(wall: str, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(wall).replace(tzinfo=zone).astimezone(UTC)


def to_wall(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%Y-%m-%dT%H:%M}"


def _start(answers: Answers, zone: ZoneInfo) -> datetime:
    """The moment; of days without an hour the first midnight."""
    return to_utc(f"{answers['first']}T00:00" if "first" in answers else str(answers["when"]), zone)


def _end(answers: Answers, zone: ZoneInfo) -> datetime | None:
    """The end; of days without an hour the midnight after the last."""
    if "first" not in answers:
        return _moment(answers, "ends", zone)
    last = date.fromisoformat(str(answers.get("last", answers["first"])))
    return to_utc(f"{last + timedelta(days=1)}T00:00", zone)


def _day(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).date().isoformat()


def _place(fields: EventFields) -> str:
    if fields.mode is Mode.ONLINE:
        return ONLINE
    return str(fields.branch_id) if fields.branch_id else OFFSITE


def _moment(answers: Answers, key: str, zone: ZoneInfo) -> datetime | None:
    return to_utc(str(answers[key]), zone) if key in answers else None


def _text(answers: Answers, key: str) -> str | None:
    return str(answers[key]) if answers.get(key) else None


def _list(answers: Answers, key: str) -> list[str]:
    value = answers.get(key, [])
    return value if isinstance(value, list) else []
