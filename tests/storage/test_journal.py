"""Events of a period, on both engines."""

from datetime import timedelta

from domain.event import PartnerPart, cancel
from domain.event_report import EventReport
from domain.joint import Voice, accept, decline
from domain.life import Status
from storage.library import BranchFields
from storage.store import Store
from tests.storage.conftest import DAY, NOW, START, MakeEvent, MakePerson

HOUR = timedelta(hours=1)
SINCE, UNTIL = START - 2 * DAY, START + 2 * DAY


async def test_the_journal_has_what_ended_and_the_plan_what_goes_on(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    anna = await person(1, "Анна Петрова")
    branch = await store.branches.put(BranchFields("Библиотека Герцена", "Герцена", "Тверь"), None, NOW)
    partner = await store.partners.add("Колледж", "Колледж", "education", None, NOW)
    held = await event(branch_id=branch, partners=(PartnerPart(partner),))
    long = await event(title="Выставка", starts_at=START - DAY, ends_at=START + 20 * DAY)
    later = await event(title="Позже", starts_at=START + 3 * DAY)
    gone = await event(title="Отмена")
    await store.events.change(gone.id, lambda one: cancel(one, "Карантин"), anna, NOW)
    await store.life.beat(START + 3 * HOUR)
    await store.reports.put(held.id, EventReport(27, 3, 20, 1, outcome="Да"), anna, START + 4 * HOUR)

    [entry] = await store.journal.held(SINCE, UNTIL, None)
    assert (entry.event_id, entry.branch, entry.partners) == (held.id, "Герцена", ("Колледж",))
    assert (entry.responsible, entry.status) == ("Анна Петрова", Status.REPORTED)
    assert entry.report == EventReport(27, 3, 20, 1, online_views=0, outcome="Да")
    assert {one.event_id for one in await store.journal.planned(SINCE, UNTIL, None)} == {held.id, long.id}
    assert await store.journal.counts(SINCE, UNTIL, None) == (1, 2, 0)
    assert {one.event_id for one in await store.journal.planned(UNTIL, UNTIL + 9 * DAY, None)} == {long.id, later.id}
    assert await store.journal.held(SINCE, UNTIL, [branch + 1]) == []
    assert await store.journal.counts(SINCE, UNTIL, [branch]) == (1, 1, 0)


async def test_a_partner_that_has_declined_is_in_neither(store: Store, event: MakeEvent, person: MakePerson) -> None:
    rep = await person(50)
    ids = [await store.partners.add(name, name, "education", None, NOW) for name in ("Колледж", "Лицей", "Школа")]
    for partner_id in ids[:2]:
        await store.partners.bind(partner_id, rep.id, None, NOW)
    made, voice = await event(partners=tuple(map(PartnerPart, ids))), Voice(rep.id, NOW)
    await store.joint.answer(made.id, ids[0], lambda one, _: accept(one, (), voice), voice)
    await store.joint.answer(made.id, ids[1], lambda one, _: decline(one, "нет", voice), voice)
    [planned] = await store.journal.planned(SINCE, UNTIL, None)
    await store.life.beat(START + 3 * HOUR)
    [held] = await store.journal.held(SINCE, UNTIL, None)
    assert planned.partners == held.partners == ("Колледж", "Школа")
