"""A year of a library system, made from one seed: 21 libraries, 1,800 events, 60,000 visits, 200 partners."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update

from bench.rows import put
from bench.town import FIRST_ACCOUNT, NOW, add_people
from domain.people import Person
from domain.questionnaire.workbook import read_workbook
from domain.segment import partners_by
from domain.survey import SurveyFields, publish
from storage.library import BranchFields
from storage.store import Store
from storage.tables import (
    agenda_items,
    agreements,
    audit,
    cards,
    checkins,
    event_partners,
    event_reports,
    events,
    feedback,
    outbox,
    partner_branches,
    partner_reps,
    partners,
    responses,
    roles,
    rsvps,
)

SEED = 2018
BRANCHES, EVENTS, VISITS, PARTNERS, READERS = 21, 1_800, 60_000, 200, 4_000
FIRST_DAY = NOW - timedelta(days=230)
DAYS, HOURS = 365, 10
MOST_SEATS = 1_000
SECTORS = ("education", "healthcare", "culture", "media", "ngo", "business")
FORMS = ("literary_evening", "round_table", "lecture", "exhibition", "workshop", "quiz")
TITLES = ("Встреча у книжной полки", "Читаем вместе", "Час истории", "Наш край", "Космос – это мы", "Письма с фронта")


@dataclass(slots=True)
class Year:
    """What was made. `host` is the administrator; `rep` acts for a partner; `reader` comes to many events."""

    host: Person
    readers: list[int]
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))
    branches: list[int] = field(default_factory=list)
    guests: dict[int, list[int]] = field(default_factory=dict)


async def a_year(store: Store, host: Person) -> Year:
    year = Year(host, await add_people(store, FIRST_ACCOUNT, READERS))
    fields = [BranchFields(f"Библиотека № {n}", f"№ {n}", f"ул. Советская, {n}", halls=("Зал",)) for n in _of(BRANCHES)]
    await store.branches.put_all(fields, None, NOW)
    year.branches = [one.id for one in await store.branches.named()]
    await put(store, roles, [_colleague(year, n) for n in range(len(year.branches))])
    await _register(store, year)
    await _hold(store, year)
    await _answer(store, year)
    await _survey(store, year)
    return year


def _colleague(year: Year, number: int) -> dict[str, Any]:
    member, branch = year.readers[-1 - number], year.branches[number]
    return {"member_id": member, "role": "librarian", "branch_id": branch, "granted_at": NOW}


async def _register(store: Store, year: Year) -> None:
    """Organisations, each with two people, of whom the first has an account, and an agreement."""
    await put(store, partners, [_partner(n) for n in _of(PARTNERS)])
    people = [_rep(year, n, turn) for n in _of(PARTNERS) for turn in range(2)]
    await put(store, partner_reps, people)
    near = [{"partner_id": n, "branch_id": year.branches[n % BRANCHES]} for n in _of(PARTNERS)]
    await put(store, partner_branches, near)
    await put(store, agreements, [_agreement(n) for n in _of(PARTNERS)])


def _partner(number: int) -> dict[str, Any]:
    name = f"Организация № {number} «{TITLES[number % len(TITLES)]}»"
    kept = {"sector": SECTORS[number % len(SECTORS)], "aliases": [], "revision": 1, "created_at": FIRST_DAY}
    return {"id": number, "name": name, "short_name": f"Организация № {number}", "grade": "permanent"} | kept


def _rep(year: Year, partner: int, turn: int) -> dict[str, Any]:
    name = {"last_name": f"Орлова-{partner}", "first_name": "Анна", "patronymic": "Ивановна", "position": "методист"}
    account = year.readers[partner] if not turn else None
    return name | {"partner_id": partner, "member_id": account, "is_primary": not turn, "since": FIRST_DAY}


def _agreement(partner: int) -> dict[str, Any]:
    ends = (NOW + timedelta(days=partner)).date()
    own = {"starts_on": FIRST_DAY.date(), "ends_on": ends, "auto_renews": False, "created_at": FIRST_DAY}
    return own | {"partner_id": partner, "type": "contract"}


async def _hold(store: Store, year: Year) -> None:
    numbers = list(_of(EVENTS))
    shares = _shares(year.chance, EVENTS, VISITS)
    for number, share in zip(numbers, shares, strict=True):
        year.guests[number] = year.chance.sample(year.readers, min(share, len(year.readers)))
    await put(store, events, [_event(year, n) for n in numbers])
    invited = [(n, partner) for n in numbers for partner in sorted(year.chance.sample(range(1, PARTNERS + 1), 2))]
    await put(store, event_partners, [_part(event, partner) for event, partner in invited])
    agenda = [{"event_id": n, "number": i, "text": f"Вопрос {i} повестки"} for n in numbers for i in (1, 2, 3)]
    await put(store, agenda_items, agenda)
    await put(store, event_reports, [_report(year, n) for n in numbers if _is_over(n)])


def _event(year: Year, number: int) -> dict[str, Any]:
    start = _starts(number)
    lists: dict[str, Any] = {"audience": [], "questions": []}
    guests, own = len(year.guests[number]), {"mode": "onsite", "age_mark": "6+", "admission": "free"}
    seats = {"capacity": guests if 1 <= guests <= MOST_SEATS else None, "seats_taken": guests, "going": guests}
    place = {"branch_id": year.branches[number % BRANCHES], "responsible_id": year.host.id, "created_at": FIRST_DAY}
    when = {"starts_at": start, "ends_at": start + timedelta(hours=1), "revision": 1, "status": _status(number)}
    title = f"{TITLES[number % len(TITLES)]} № {number}"
    return {"id": number, "title": title, "form": FORMS[number % len(FORMS)], **lists, **own, **seats, **place, **when}


def _part(event: int, partner: int) -> dict[str, Any]:
    return {"event_id": event, "partner_id": partner, "part": "guest", "state": "accepted", "asked": [], "brings": []}


def _report(year: Year, number: int) -> dict[str, Any]:
    told, guests = _status(number) == "reported", len(year.guests[number])
    visits = (
        {"visits_total": guests, "visits_to14": guests // 3} if told else dict.fromkeys(("visits_total", "visits_to14"))
    )
    return {"event_id": number, "asked": 1, "links": []} | visits


async def _answer(store: Store, year: Year) -> None:
    """Who signed up, who came, what they were sent, and what they said."""
    pairs = [(number, member) for number, members in year.guests.items() for member in members]
    await put(store, rsvps, [_rsvp(*pair) for pair in pairs])
    past = [pair for pair in pairs if _is_over(pair[0])]
    await put(store, checkins, [_came(*pair) for pair in past])
    await put(store, outbox, [_sent(number, member) for number, member in past])
    await put(store, feedback, [_stars(*pair) for pair in past[::5]])
    await put(store, cards, [_card(turn, *pair) for turn, pair in enumerate(pairs[::4], 1)])
    await put(store, audit, [_trace(year, number) for number in _of(EVENTS) for _ in range(3)])


def _rsvp(event: int, member: int) -> dict[str, Any]:
    return {"event_id": event, "member_id": member, "state": "going", "guests": 0, "answered_at": FIRST_DAY}


def _came(event: int, member: int) -> dict[str, Any]:
    return {"event_id": event, "member_id": member, "people": 1, "at": _starts(event)}


def _sent(event: int, member: int) -> dict[str, Any]:
    when = {"due_at": _starts(event), "finished_at": _starts(event), "use_until": _starts(event)}
    own = {"kind": "reminder-day", "subject": event, "chat_id": FIRST_ACCOUNT + member, "member_id": member}
    return own | when | {"moment": "day", "args": {}, "state": "sent", "urgent": False}


def _stars(event: int, member: int) -> dict[str, Any]:
    return {"event_id": event, "member_id": member, "stars": 5, "words": "Спасибо!", "at": _starts(event)}


def _card(number: int, event: int, member: int) -> dict[str, Any]:
    place = {"chat_id": FIRST_ACCOUNT + member, "message_id": number}
    return place | {"event_id": event, "member_id": member, "has_poster": False}


def _trace(year: Year, event: int) -> dict[str, Any]:
    about = {"subject_kind": "event", "subject_id": event, "before": {}, "after": {}}
    return about | {"at": FIRST_DAY, "actor_id": year.host.id, "action": "event-changed"}


async def _survey(store: Store, year: Year) -> None:
    """«Наши партнеры», which three of five organisations have answered."""
    from bench.results import SHIPPED, answers_to

    questionnaire = read_workbook(SHIPPED.read_bytes(), media=False)
    kept = await store.questionnaires.add(questionnaire, None, NOW)
    fields = SurveyFields(kept, "Наши партнеры", 2018, partners_by(), NOW, NOW + timedelta(days=30))
    draft = await store.surveys.draft(fields, year.host.id, NOW)
    survey = await store.surveys.change(draft.id, lambda old: publish(old, NOW), year.host.id, NOW)
    sent = {"survey_id": survey.id, "authors": {}, "source": "chat", "sent_at": NOW, "revision": 1}
    rows = [sent | {"partner_id": n, "answers": answers_to(questionnaire, year.chance)} for n in range(2, 121)]
    await put(store, responses, rows)
    invited = update(outbox).where(outbox.c.state == "ready").values(state="sent", finished_at=NOW)
    await store.db.write(lambda conn: conn.execute(invited))


def _starts(number: int) -> datetime:
    """By day, from ten in the morning to seven in the evening."""
    return FIRST_DAY + timedelta(days=number * DAYS // EVENTS, hours=number % HOURS)


def _is_over(number: int) -> bool:
    return _starts(number) < NOW


def _status(number: int) -> str:
    """The reports of the last weeks are still to be given."""
    if not _is_over(number):
        return "published"
    return "held" if _starts(number) > NOW - timedelta(days=10) else "reported"


def _shares(chance: random.Random, parts: int, whole: int) -> list[int]:
    """The whole in parts of very different size."""
    weights = [chance.paretovariate(2) for _ in range(parts)]
    shares = [int(whole * weight / sum(weights)) for weight in weights]
    return [share + int(place < whole - sum(shares)) for place, share in enumerate(shares)]


def _of(number: int) -> Iterable[int]:
    return range(1, number + 1)
