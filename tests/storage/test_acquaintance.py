"""What the bot itself knows of partners."""

from datetime import timedelta

from sqlalchemy import insert, update

from domain.event import Event, PartnerPart, cancel
from domain.partner import Meeting, Together
from domain.partner_filter import Facts
from domain.seats import Answer
from storage.store import Store
from storage.tables import event_partners, members, partners, proposals
from tests.storage.conftest import DAY, NOW, START, MakeEvent, MakePerson

AFTER = START + timedelta(hours=5)


async def college(store: Store) -> int:
    return await store.partners.add("Полиграфический колледж", "Колледж", "education", None, NOW)


async def test_of_a_new_partner_nothing_is_known(store: Store) -> None:
    partner = await college(store)
    assert await store.acquaintance.together(partner, NOW) == Together()
    fresh = Facts(partner, "Колледж", "education", None, (), archived=False, reachable=False, contact=NOW)
    assert await store.acquaintance.facts() == [fresh]


async def test_events_answers_and_who_came_are_counted(store: Store, event: MakeEvent, person: MakePerson) -> None:
    partner, olga = await college(store), await person(7)
    await store.partners.bind(partner, olga.id, None, NOW)
    held = await event(partners=(PartnerPart(partner),))
    ahead = await event(partners=(PartnerPart(partner),), starts_at=START + 30 * DAY, title="Лекция")
    await store.rsvps.answer(held.id, olga.id, Answer.GOING, NOW + DAY)
    known = await store.acquaintance.together(partner, AFTER)
    assert (known.events, known.came, known.answers, known.last_contact) == (1, 1, 1, START)
    assert known.last == Meeting(held.id, held.fields.title, START)
    assert known.next == Meeting(ahead.id, "Лекция", START + 30 * DAY)
    before = await store.acquaintance.together(partner, NOW + 2 * DAY)
    assert (before.events, before.came, before.last, before.last_contact) == (0, 0, None, NOW + DAY)


async def test_a_cancelled_event_and_a_declined_part_do_not_count(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    partner, librarian = await college(store), await person(1)
    cancelled: Event = await event(partners=(PartnerPart(partner),))
    declined: Event = await event(partners=(PartnerPart(partner),), title="Лекция")
    await store.events.change(cancelled.id, lambda one: cancel(one, "болезнь"), librarian, NOW)
    said = update(event_partners).where(event_partners.c.event_id == declined.id)
    await store.db.write(lambda conn: conn.execute(said.values(state="declined", answered_at=NOW + DAY)))
    known = await store.acquaintance.together(partner, AFTER)
    assert (known.events, known.last, known.answers) == (0, None, 1)


async def test_the_last_contact_is_the_latest_of_all_kinds(store: Store, person: MakePerson, event: MakeEvent) -> None:
    partner, olga = await college(store), await person(7)
    await store.partners.bind(partner, olga.id, None, NOW)
    await store.db.write(lambda conn: conn.execute(update(members).values(seen_at=NOW + 3 * DAY)))
    [fact] = await store.acquaintance.facts()
    assert (fact.contact, fact.reachable) == (NOW + 3 * DAY, True)
    row = {"partner_id": partner, "member_id": olga.id, "body": {}, "state": "sent", "created_at": NOW + 4 * DAY}
    await store.db.write(lambda conn: conn.execute(insert(proposals).values(row)))
    assert (await store.acquaintance.facts())[0].contact == NOW + 4 * DAY
    await event(partners=(PartnerPart(partner),))
    assert (await store.acquaintance.facts())[0].contact == START


async def test_whoever_blocked_the_bot_cannot_be_written_to(store: Store, person: MakePerson) -> None:
    partner, olga = await college(store), await person(7)
    await store.partners.bind(partner, olga.id, None, NOW)
    await store.members.set_reachable(olga.id, reachable=False)
    assert [one.reachable for one in await store.acquaintance.facts()] == [False]


async def test_the_register_is_in_order_of_the_alphabet(store: Store) -> None:
    for name in ("школа № 10", "Архив", "Музей", "«Школа № 9»"):
        await store.partners.add(name, name, "culture", None, NOW)
    await store.partners.archive(2, None, NOW)
    facts = await store.acquaintance.facts()
    assert [one.short_name for one in facts] == ["Архив", "Музей", "«Школа № 9»", "школа № 10"]
    assert [one.archived for one in facts] == [True, False, False, False]


async def test_ten_thousand_partners_are_looked_through_in_a_moment(store: Store) -> None:
    rows = [
        {"name": f"Школа {n}", "short_name": f"Школа {n}", "sector": "education", "created_at": NOW}
        for n in range(10_000)
    ]
    await store.db.write(lambda conn: conn.execute(insert(partners), rows))
    assert len(await store.acquaintance.facts()) == 10_000
