"""Keeping programmes and reports, on both engines."""

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from domain.agenda import AgendaItem, Leader, Programme, Speaker, lead, put_item
from domain.event import change_fields
from domain.event_report import EventReport
from domain.life import Status
from domain.partner import RepFields
from domain.person_name import PersonName
from domain.refusal import Gone, Refusal
from storage.migrate import upgrade
from storage.store import Store
from tests.storage.conftest import DAY, NOW, POLICY, START, MakeEvent, MakePerson
from tests.storage.test_joint import partner
from tests.storage.test_migrate import _to

AGENDA = ("Слово директора", "Опыт колледжа")
EVENT_OF_BEFORE = """INSERT INTO events (id, status, revision, title, starts_at, mode, age_mark, audience, admission,
    created_at) VALUES (5, 'published', 1, 'Вечер', '2018-04-27 11:00:00', 'onsite', '12+', '[]', 'free',
    '2018-03-26 07:00:00')"""
ITEM_OF_BEFORE = "INSERT INTO agenda_items (event_id, number, text) VALUES (5, 1, 'Слово директора')"


async def test_items_keep_speakers_and_numbers_when_the_event_changes(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, librarian = await event(agenda=AGENDA), await person(1)
    fields = RepFields(PersonName("Лапин", "Игорь", "Петрович", ""), "директор колледжа")
    rep = await store.partners.put_rep(await partner(store, "Колледж"), fields, None, NOW)

    def speaks(programme: Programme) -> Programme:
        second = programme.items[1]
        spoken = put_item(programme, AgendaItem(second.id, second.text, 30, Speaker(rep_id=rep)))
        return lead(spoken, Leader.CHAIR, Speaker(typed="Баранова Е.П."))

    first = await store.agenda.change(subject.id, speaks, librarian, NOW)
    assert (first.items[1].speaker or Speaker()).listed == "Лапин И.П."
    assert (first.items[1].speaker or Speaker()).office == "директор колледжа"

    texts = ("Опыт колледжа", "Слово", "Кофе")
    changed = replace(subject.fields, agenda=texts)
    await store.events.change(subject.id, lambda one: change_fields(one, changed), librarian, NOW)
    after = await store.agenda.of(subject.id)
    assert tuple(item.text for item in after.items) == texts
    assert [item.id for item in after.items[:1]] == [first.items[1].id]
    assert after.items[0].speaker == first.items[1].speaker
    assert after.chair == Speaker(typed="Баранова Е.П.")
    assert (await store.events.get(subject.id)).fields.agenda == texts


async def test_who_came_to_the_register_by_a_link_speaks_by_the_name_of_the_account(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, librarian, guest = await event(agenda=AGENDA), await person(1), await person(7, "Игорь Лапин")
    await partner(store, "Колледж", guest)
    [rep] = await store.partners.reps_by(guest.id)

    def speaks(programme: Programme) -> Programme:
        return lead(programme, Leader.CHAIR, Speaker(rep_id=rep.id))

    known = await store.agenda.change(subject.id, speaks, librarian, NOW)
    assert (known.chair or Speaker()).listed == "Игорь Лапин"


async def test_who_is_forgotten_leaves_the_programme(store: Store, event: MakeEvent, person: MakePerson) -> None:
    subject, librarian, guest = await event(agenda=AGENDA), await person(1), await person(7, "Игорь Лапин")

    def speaks(programme: Programme) -> Programme:
        first = programme.items[0]
        return put_item(programme, AgendaItem(first.id, first.text, None, Speaker(member_id=guest.id)))

    known = await store.agenda.change(subject.id, speaks, librarian, NOW)
    assert (known.items[0].speaker or Speaker()).listed == "Игорь Лапин"
    await store.members.erase(guest.id, NOW)
    assert (await store.agenda.of(subject.id)).items[0].speaker is None


async def test_a_report_makes_the_event_reported_and_may_be_corrected(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    subject, librarian = await event(), await person(1)
    report = EventReport(27, 3, 20, 1, outcome="Договорились о выставке.", links=("https://example.org/1",))
    with pytest.raises(Refusal, match="event-published"):
        await store.reports.put(subject.id, report, librarian, NOW)
    assert (await store.reports.of(subject.id)).report is None
    reported = await store.reports.put(subject.id, report, librarian, START + DAY)
    assert (reported.report, reported.reported_by) == (report, librarian.id)
    assert (await store.events.get(subject.id)).status is Status.REPORTED
    corrected = await store.reports.put(subject.id, EventReport(28), librarian, START + DAY)
    assert corrected.report == EventReport(28)
    with pytest.raises(Refusal, match="report-ages"):
        await store.reports.put(subject.id, EventReport(2, 2, 1), librarian, START + DAY)
    with pytest.raises(Gone):
        await store.reports.put(99, report, librarian, START + DAY)


async def test_items_of_before_get_numbers_of_their_own(bare_url: str) -> None:
    engine = create_async_engine(bare_url)
    async with engine.connect() as connection:
        await connection.run_sync(_to, "0010")
        await connection.execute(text(EVENT_OF_BEFORE))
        await connection.execute(text(ITEM_OF_BEFORE))
        await connection.commit()
    await engine.dispose()
    await upgrade(bare_url)
    store = Store(bare_url, POLICY)
    assert [item.text for item in (await store.agenda.of(5)).items] == ["Слово директора"]
    assert (await store.agenda.of(5)).items[0].id
    await store.close()
