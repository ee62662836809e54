"""Letters to many: the audience is fixed once, by the press that confirms what was shown."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from domain.event import PartnerPart, cancel
from domain.partner import Part
from domain.people import Person, Purpose
from domain.refusal import Gone, Refusal
from domain.seats import Answer, RsvpState
from domain.segment import Segment, guests_of, partners_by, unanswered_of
from storage.broadcast_rows import Broadcast
from storage.store import Store
from storage.tables import event_partners, members, outbox, partner_branches, partner_reps, partners
from tests.storage.conftest import DAY, NOW, START, MakeEvent, MakePerson

LEASE = timedelta(minutes=5)
ALL = partners_by()


@pytest.fixture
async def anna(person: MakePerson) -> Person:
    return await person(1, "Анна Петрова")


async def partner(store: Store, name: str, *people: Person, sector: str = "education") -> int:
    partner_id = await store.partners.add(name, name, sector, None, NOW)
    for one in people:
        await store.partners.bind(partner_id, one.id, None, NOW)
    return partner_id


async def sent(store: Store, author: Person, segment: Segment = ALL, now: Any = NOW) -> Broadcast:
    draft = await store.broadcasts.draft(author.id, "Здравствуйте!", segment, now)
    return await store.broadcasts.confirm(draft.id, draft.revision, now)


async def recipients(store: Store, broadcast: Broadcast) -> list[int]:
    query = select(outbox.c.member_id).where(outbox.c.kind == "broadcast", outbox.c.subject == broadcast.id)
    async with store.db.read() as conn:
        return sorted((await conn.execute(query.where(outbox.c.state == "ready"))).scalars())


async def deliver(store: Store, now: Any = NOW, outcome: Any = "sent") -> list[Any]:
    rows = await store.outbox.claim("w", now, 99, LEASE)
    for row in rows:
        await store.outbox.finish(row.id, outcome, now)
    return rows


async def reached(store: Store, segment: Segment) -> int:
    return (await store.broadcasts.reach(segment, NOW)).reached


async def test_one_person_in_two_lists_gets_one_letter(store: Store, anna: Person, person: MakePerson) -> None:
    olga, ivan = await person(2), await person(3)
    await partner(store, "Колледж", olga)
    await partner(store, "Школа", olga, ivan)
    letter = await sent(store, anna)
    assert await recipients(store, letter) == [olga.id, ivan.id]
    assert letter.reach.reached == 2


async def test_why_somebody_gets_nothing_has_one_reason(store: Store, anna: Person, person: MakePerson) -> None:
    people = [await person(account, "Ольга Котова", Purpose.SURVEY) for account in range(2, 7)]
    blocked, muted, silent, alone, _ = people
    ids = [await partner(store, f"П{number}", one) for number, one in enumerate(people)]
    nobody = await partner(store, "Музей")
    await store.members.set_reachable(blocked.id, reachable=False)
    await store.members.set_muted(muted.id, ["broadcast"])
    await store.members.withdraw(silent.id, Purpose.EVENTS, NOW)
    await store.members.set_reachable(alone.id, reachable=False)
    await store.members.set_muted(alone.id, ["broadcast", "week"])
    reach = await store.broadcasts.reach(ALL, NOW)
    assert (reach.reached, reach.blocked, reach.unwilling, reach.unconsented, reach.unbound) == (1, 1, 2, 1, 1)
    assert reach.calls == (ids[0], ids[2], nobody)
    assert await store.broadcasts.confirm((await store.broadcasts.draft(1, "!", ALL, NOW)).id, 1, NOW)


async def test_a_partner_with_one_reachable_person_needs_no_call(store: Store, person: MakePerson) -> None:
    olga, ivan = await person(2), await person(3)
    college = await partner(store, "Колледж", olga, ivan)
    row = {"partner_id": college, "last_name": "Серов", "is_primary": False, "since": NOW}
    await store.db.write(lambda conn: conn.execute(insert(partner_reps).values(row)))
    await store.members.set_reachable(ivan.id, reachable=False)
    reach = await store.broadcasts.reach(ALL, NOW)
    assert (reach.reached, reach.blocked, reach.unbound, reach.calls) == (1, 1, 1, ())


async def test_filters_narrow_the_list(store: Store, anna: Person, person: MakePerson) -> None:
    branch = await store.branches.put(_branch(), anna.id, NOW)
    school = await partner(store, "Школа", await person(2))
    paper = await partner(store, "Газета", await person(3), sector="media")
    near = insert(partner_branches).values(partner_id=school, branch_id=branch)
    await store.db.write(lambda conn: conn.execute(near))
    steady = update(partners).where(partners.c.id == paper).values(grade="permanent")
    await store.db.write(lambda conn: conn.execute(steady))
    assert [one.short_name for one in await store.broadcasts.partners(ALL)] == ["Газета", "Школа"]
    chosen = (partners_by(sector="media"), partners_by(branch_id=branch), partners_by(grade=_permanent()))
    assert [[one.id for one in await store.broadcasts.partners(one)] for one in chosen] == [[paper], [school], [paper]]
    assert await reached(store, Segment(ALL.whom, only=(paper,))) == 1
    assert await reached(store, ALL.leave_partner(paper, out=True)) == 1
    assert await reached(store, ALL.leave_sector("media", out=True).leave_partner(school, out=True)) == 0


async def test_a_partner_out_of_the_register_is_not_written_to(store: Store, person: MakePerson) -> None:
    college = await partner(store, "Колледж", await person(2))
    away = update(partners).where(partners.c.id == college).values(archived_at=NOW)
    await store.db.write(lambda conn: conn.execute(away))
    assert await store.broadcasts.reach(ALL, NOW) == await store.broadcasts.reach(unanswered_of(999), NOW)


async def test_who_was_written_to_lately_may_be_left_in_peace(store: Store, anna: Person, person: MakePerson) -> None:
    olga = await person(2)
    await partner(store, "Колледж", olga)
    await sent(store, anna)
    await partner(store, "Школа", await person(3))
    for late, expected in ((6 * DAY, (1, 1)), (8 * DAY, (2, 0))):
        reach = await store.broadcasts.reach(ALL.rest(7), NOW + late)
        assert ((reach.reached, reach.rested), reach.calls) == (expected, ())


async def test_guests_are_written_to_by_what_they_said(
    store: Store, anna: Person, event: MakeEvent, person: MakePerson
) -> None:
    one, people = await event(), [await person(account) for account in (2, 3, 4)]
    for member, answer in zip(people, (Answer.GOING, Answer.MAYBE, Answer.DECLINED), strict=True):
        await store.rsvps.answer(one.id, member.id, answer, NOW)
    letter = await sent(store, anna, guests_of(one.id))
    assert await recipients(store, letter) == [people[0].id, people[1].id]
    [row, _] = await store.outbox.claim("w", NOW, 9, LEASE)
    assert row.use_until == START
    assert await reached(store, guests_of(one.id).with_state(RsvpState.DECLINED, wanted=True)) == 3


async def test_guests_of_a_partner_left_out_are_left_out(store: Store, event: MakeEvent, person: MakePerson) -> None:
    olga, ivan = await person(2), await person(3)
    college = await partner(store, "Колледж", olga)
    one = await event(partners=(PartnerPart(college),))
    for member in (olga, ivan):
        await store.rsvps.answer(one.id, member.id, Answer.GOING, NOW)
    guests = guests_of(one.id)
    assert [listed.id for listed in await store.broadcasts.partners(guests)] == [college]
    assert await reached(store, guests) == 2
    assert await reached(store, guests.leave_partner(college, out=True)) == 1
    assert await reached(store, guests.leave_sector("education", out=True)) == 1


async def test_who_has_answered_is_not_reminded(store: Store, event: MakeEvent, person: MakePerson) -> None:
    olga, ivan, maria = await person(2), await person(3), await person(4)
    parts = [await partner(store, name, one) for name, one in (("А", olga), ("Б", ivan), ("В", maria))]
    one = await event(partners=tuple(PartnerPart(part) for part in parts[:2]))
    silent = unanswered_of(one.id)
    assert await reached(store, silent) == 2
    await store.rsvps.answer(one.id, olga.id, Answer.DECLINED, NOW)
    assert [listed.id for listed in await store.broadcasts.partners(silent)] == [parts[1]]
    assert not await store.broadcasts.concerns(silent, olga.id)
    assert await store.broadcasts.concerns(silent, ivan.id)


async def test_for_more_than_a_guest_coming_is_no_answer(store: Store, event: MakeEvent, person: MakePerson) -> None:
    olga = await person(2)
    speaker = PartnerPart(await partner(store, "Колледж", olga), Part.SPEAKER)
    one = await event(partners=(speaker,))
    await store.rsvps.answer(one.id, olga.id, Answer.GOING, NOW)
    assert await reached(store, unanswered_of(one.id)) == 1
    for said_of, number in ((START, 0), (START - DAY, 1)):
        accepted = update(event_partners).values(state="accepted", said_of=said_of)
        await store.db.write(lambda conn, accepted=accepted: conn.execute(accepted))  # type: ignore[misc]
        assert await reached(store, unanswered_of(one.id)) == number


async def test_nobody_is_reminded_of_what_is_off_or_has_begun(store: Store, anna: Person, event: MakeEvent) -> None:
    one = await event()
    with pytest.raises(Refusal, match="event-begun"):
        await store.broadcasts.when(unanswered_of(one.id), START)
    await store.events.change(one.id, lambda event: cancel(event, "Болезнь"), anna, NOW)
    with pytest.raises(Refusal, match="event-cancelled"):
        await store.broadcasts.when(unanswered_of(one.id), NOW)
    assert await store.broadcasts.when(guests_of(one.id), START + DAY) > START


async def test_a_second_press_and_two_processes_send_once(
    url: str, store: Store, anna: Person, person: MakePerson
) -> None:
    from tests.storage.conftest import POLICY

    await partner(store, "Колледж", await person(2))
    draft = await store.broadcasts.draft(anna.id, "Здравствуйте!", ALL, NOW)
    other = Store(url, POLICY)
    done = await asyncio.gather(*(one.broadcasts.confirm(draft.id, 1, NOW) for one in (store, other, store)))
    assert {letter.state for letter in done} == {"sent"}
    assert len(await recipients(store, draft)) == 1
    await partner(store, "Школа", await person(3))
    assert (await store.broadcasts.confirm(draft.id, 1, NOW)).reach.reached == 1
    assert len(await recipients(store, draft)) == 1
    await other.close()


async def test_an_old_confirmation_is_dead_once_something_changed(store: Store, anna: Person) -> None:
    draft = await store.broadcasts.draft(anna.id, "Здравствуйте!", ALL, NOW)
    same = await store.broadcasts.change(draft.id, lambda content: content, NOW)
    assert same == draft
    new = await store.broadcasts.change(draft.id, lambda content: ("Добрый день!", content[1]), NOW + LEASE)
    assert (new.text, new.revision, new.expires_at) == ("Добрый день!", 2, NOW + LEASE + DAY)
    with pytest.raises(Refusal, match="letter-changed"):
        await store.broadcasts.confirm(draft.id, draft.revision, NOW)
    assert (await store.broadcasts.get(draft.id)).state == "draft"


async def test_a_draft_expires_and_cannot_fire_later(store: Store, anna: Person) -> None:
    draft = await store.broadcasts.draft(anna.id, "Здравствуйте!", ALL, NOW)
    for late in (store.broadcasts.confirm(draft.id, 1, NOW + DAY), store.broadcasts.change(draft.id, _same, NOW + DAY)):
        with pytest.raises(Refusal, match="letter-expired"):
            await late
    await store.broadcasts.forget(NOW + 7 * DAY)
    assert await store.broadcasts.get(draft.id)
    await store.broadcasts.forget(NOW + 8 * DAY)
    with pytest.raises(Gone, match="letter-gone"):
        await store.broadcasts.get(draft.id)


async def test_what_was_sent_is_neither_changed_nor_dropped(store: Store, anna: Person) -> None:
    letter = await sent(store, anna)
    with pytest.raises(Refusal, match="letter-sent"):
        await store.broadcasts.change(letter.id, _same, NOW)
    await store.broadcasts.drop(letter.id)
    await store.broadcasts.forget(NOW + 9 * DAY)
    draft = await store.broadcasts.draft(anna.id, "Ещё", ALL, NOW)
    await store.broadcasts.drop(draft.id)
    assert [one.id for one in await store.broadcasts.past(anna.id, 9)] == [letter.id]
    assert await store.broadcasts.count_past(None) == 1
    assert await store.broadcasts.count_past(999) == 0


async def test_at_night_a_letter_waits_for_the_morning(store: Store, anna: Person, person: MakePerson) -> None:
    await partner(store, "Колледж", await person(2))
    night = NOW.replace(hour=20)
    await sent(store, anna, now=night)
    assert await store.outbox.next_due() == NOW.replace(day=27, hour=6)
    assert await store.broadcasts.when(ALL, night) == NOW.replace(day=27, hour=6)


async def test_one_summary_with_who_is_left_for_the_telephone(store: Store, anna: Person, person: MakePerson) -> None:
    people = [await person(account) for account in (2, 3, 4)]
    ids = [await partner(store, f"П{number}", one) for number, one in enumerate(people)]
    await partner(store, "И ещё", people[0], people[1])
    await store.members.set_reachable(people[2].id, reachable=False)
    letter = await sent(store, anna)
    assert await store.broadcasts.settle(NOW) == 0
    first, second = await store.outbox.claim("w", NOW, 9, LEASE)
    await store.outbox.finish(first.id, "sent", NOW)
    assert (await store.broadcasts.get(letter.id)).tally == {"sent": 1, "claimed": 1, "unreachable": 1}
    await store.outbox.finish(second.id, "unknown", NOW)
    await asyncio.gather(store.broadcasts.settle(NOW), store.broadcasts.settle(NOW))
    assert [(row.kind, row.member_id) for row in await deliver(store)] == [("broadcast-summary", anna.id)]
    done = await store.broadcasts.get(letter.id)
    assert (done.state, done.tally) == ("done", {"sent": 1, "unknown": 1, "unreachable": 1})
    assert done.reach.calls == (ids[1], ids[2])
    assert await store.broadcasts.settle(NOW) == 0


async def test_a_letter_that_nobody_could_get_is_summed_up_too(store: Store, anna: Person) -> None:
    college = await partner(store, "Колледж")
    draft = await store.broadcasts.draft(anna.id, "Здравствуйте!", ALL, NOW)
    assert await store.broadcasts.calls(draft, NOW) == (college,)
    letter = await store.broadcasts.confirm(draft.id, 1, NOW)
    assert await store.broadcasts.settle(NOW) == 1
    assert [row.kind for row in await deliver(store)] == ["broadcast-summary"]
    assert await store.broadcasts.calls(await store.broadcasts.get(letter.id), NOW) == (college,)


async def test_no_summary_for_an_author_who_has_gone(store: Store, anna: Person) -> None:
    letter = await sent(store, anna)
    await store.db.write(lambda conn: conn.execute(delete(members).where(members.c.id == anna.id)))
    assert await store.broadcasts.settle(NOW) == 1
    assert await deliver(store) == []
    assert (await store.broadcasts.get(letter.id)).state == "done"


async def test_what_has_not_left_can_be_taken_back(store: Store, anna: Person, person: MakePerson) -> None:
    await partner(store, "Колледж", await person(2), await person(3))
    letter = await sent(store, anna)
    [row] = await store.outbox.claim("w", NOW, 1, LEASE)
    await store.outbox.sending(row)
    assert await store.broadcasts.stop(letter.id, NOW) == 1
    await store.outbox.finish(row.id, "sent", NOW)
    await store.broadcasts.settle(NOW)
    assert (await store.broadcasts.get(letter.id)).tally == {"sent": 1, "superseded": 1}


async def test_whom_to_telephone_at_a_partner(store: Store, person: MakePerson) -> None:
    college = await partner(store, "Колледж", await person(2))
    named = {"last_name": "Серов", "initials": "И.П.", "phone": "+74822000001", "is_primary": False, "since": NOW}
    reached_by = update(partner_reps).where(partner_reps.c.member_id.is_not(None)).values(phone="+74822000002")
    for job in (insert(partner_reps).values(named | {"partner_id": college}), reached_by):
        await store.db.write(lambda conn, job=job: conn.execute(job))  # type: ignore[misc]
    [found] = await store.broadcasts.callees([college, 999])
    assert (found.short_name, found.phone) == ("Колледж", None)
    assert found.people == (("Ольга Котова", "+74822000002"), ("Серов И.П.", "+74822000001"))


def _same(content: tuple[str, Segment]) -> tuple[str, Segment]:
    return content


def _branch() -> Any:
    from storage.library import BranchFields

    return BranchFields("Библиотека им. А.И. Герцена", "Герцена", "Тверской пр-т, д. 5")


def _permanent() -> Any:
    from domain.partner import Grade

    return Grade.PERMANENT
