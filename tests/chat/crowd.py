"""A town in which everything is under way: what the random walk begins with."""

from dataclasses import dataclass
from datetime import timedelta

from domain.event import Asked, Event, EventFields, PartnerPart
from domain.people import Grant, Purpose, Role
from domain.seats import Answer
from sandbox.people import Group, Person
from storage.library import BranchFields
from tests.chat.conftest import START, Town
from tests.chat.surveying import our_partners, publish_survey

CONSENTS = (Purpose.SURVEY, Purpose.NAMING)
CHILDREN = BranchFields("Детская библиотека № 2", "Детская", "ул. Советская, 7", halls=("Игровая",))


@dataclass
class Crowd:
    """People of every kind, and two places that many share."""

    town: Town
    people: list[Person]
    group: Group
    channel: Group


async def crowd_of(town: Town) -> Crowd:
    """Colleagues of every rank, two who act for partners, two readers and two strangers, with much to do."""
    await town.store.branches.put(CHILDREN, None, town.now())
    staff = [await _colleague(town, name, role) for name, role in _COLLEAGUES]
    reps = [await town.known(name, *CONSENTS) for name in ("Игорь Лапин", "Вера Орлова")]
    readers = [await town.known("Ольга Котова", Purpose.NAMING), await town.known("Ann Lee", language="en")]
    strangers = [town.person("Пётр Новый"), town.person("Sam New", "en")]
    people = [town.anna, *staff, *reps, *readers, *strangers]
    group = town.box.group("Читатели", *people)
    channel = town.box.channel("Библиотеки", town.anna, username="libraries")
    await town.anna.adds_bot(group)
    await town.anna.adds_bot(channel, "administrator")
    partners = [await _partner(town, name, rep) for name, rep in zip(("Колледж", "Школа № 5"), reps, strict=True)]
    await _events(town, partners, readers)
    await publish_survey(town, our_partners())
    return Crowd(town, people, group, channel)


_COLLEAGUES = (("Марина Ковалёва", Role.LIBRARIAN), ("Дарья Белова", Role.DIRECTOR), ("Нина Сомова", Role.METHODIST))


async def _colleague(town: Town, name: str, role: Role) -> Person:
    person = await town.known(name)
    branch = (await town.store.branches.all())[0].id if role is Role.LIBRARIAN else None
    await town.store.members.grant((await town.member(person)).id, Grant(role, branch), None, town.now())
    return person


async def _partner(town: Town, name: str, rep: Person) -> int:
    partner = await town.partner(name)
    await town.store.partners.bind(partner, (await town.member(rep)).id, None, town.now())
    return partner


async def _events(town: Town, partners: list[int], readers: list[Person]) -> None:
    """One with two seats, one of three dates, an exhibition, one online, one at hand, one over, one being agreed."""
    day, now = timedelta(days=1), town.now()
    parts, asked = tuple(map(PartnerPart, partners)), (Asked("Откуда вы?"), Asked("Кофе?", ("да", "нет")))
    await town.event(capacity=2, agenda=("Опыт колледжа",), wants_talks=True, questions=asked, partners=parts)
    first = await town.event(title="Клуб", starts_at=START + day, capacity=3)
    anna = await town.member(town.anna)
    await town.store.series.add(first.id, [START + 8 * day, START + 15 * day], anna, now)
    await town.event(title="Выставка", form="exhibition", starts_at=START, ends_at=START + 20 * day, all_day=True)
    await town.event(title="Эфир", starts_at=START + 2 * day, link="https://example.org/live", capacity=None)
    soon = await town.event(title="Сегодня", starts_at=now + timedelta(minutes=10), capacity=1)
    for reader in readers:
        await _answer(town, soon, reader)
    await town.event(title="Вчера", starts_at=now - day, ends_at=now - day + timedelta(hours=1))
    fields = EventFields("Вместе", START + 3 * day, "6+", partners=parts, branch_id=first.fields.branch_id)
    await town.store.events.agree_first(fields, anna, now)


async def _answer(town: Town, event: Event, person: Person) -> None:
    await town.store.rsvps.answer(event.id, (await town.member(person)).id, Answer.GOING, town.now())
