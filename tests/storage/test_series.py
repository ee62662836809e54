"""Series on both engines: own seats, moved and cancelled alone, one announcement, sign-up for all."""

import pytest

from domain.event import PartnerPart, cancel, move
from domain.refusal import Refusal
from domain.seats import Answer, RsvpState
from storage.store import Store
from tests.storage.conftest import DAY, NOW, START, MakeEvent, MakePerson
from tests.storage.test_events import told
from tests.storage.test_joint import partner

WEEKS = [START + 7 * number * DAY for number in (1, 2)]


async def test_dates_have_seats_of_their_own_and_are_one_announcement(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    librarian, rep, guest = await person(1), await person(50), await person(10)
    college = await partner(store, "Колледж", rep)
    base = await event(capacity=1, partners=(PartnerPart(college),), agenda=("Слово",))
    assert await store.series.add(base.id, WEEKS, librarian, NOW) == 3
    dates = await store.series.of(await store.events.get(base.id))
    assert [one.fields.starts_at for one in dates] == [START, *WEEKS]
    assert [row[0] for row in await told(store, "invitation")] == [50]
    assert [one.id for one in await store.events.upcoming(NOW, 10)] == [base.id]
    assert await store.events.count_upcoming(NOW) == 1
    assert [one.id for one in await store.events.of_partners(rep.id, NOW)] == [base.id]
    await store.rsvps.answer(dates[1].id, (await person(11)).id, Answer.GOING, NOW)
    done = await store.series.sign_up(base.id, guest.id, NOW)
    assert (done.seated, done.queued, done.late) == (2, 1, 0)
    assert (await store.events.get(dates[1].id)).counts.queued == 1
    assert [item.text for item in (await store.agenda.of(dates[2].id)).items] == ["Слово"]
    assert len(await store.reminders.of(dates[2].id)) == 3


async def test_a_date_is_moved_or_cancelled_alone(store: Store, event: MakeEvent, person: MakePerson) -> None:
    librarian, guest, base = await person(1), await person(10), await event()
    await store.series.add(base.id, WEEKS, librarian, NOW)
    _, second, third = await store.series.of(await store.events.get(base.id))
    await store.series.sign_up(base.id, guest.id, NOW)
    await store.events.change(second.id, lambda old: cancel(old, "карантин"), librarian, NOW)
    await store.events.change(third.id, lambda old: move(old, WEEKS[1] + DAY), librarian, NOW)
    assert len(await told(store, "cancelled")) == len(await told(store, "moved")) == 1
    assert await store.series.count(base.id) == 2
    after = await store.series.sign_up(base.id, guest.id, START)
    assert (after.seated, after.late) == (1, 1)
    assert [one.id for one in await store.events.upcoming(START + DAY, 10)] == [third.id]
    mine = await store.rsvps.of(base.id, guest.id)
    assert mine is not None
    assert mine.state is RsvpState.GOING


async def test_a_series_is_bounded(store: Store, event: MakeEvent, person: MakePerson) -> None:
    librarian, base = await person(1), await event()
    with pytest.raises(Refusal, match="series-many"):
        await store.series.add(base.id, [START + n * DAY for n in range(1, 400)], librarian, NOW)
    assert await store.series.add(base.id, [START + n * DAY for n in range(1, 60)], librarian, NOW) == 60
    with pytest.raises(Refusal, match="series-many"):
        await store.series.add(base.id, [START + 99 * DAY], librarian, NOW)
    await store.events.change(base.id, lambda old: cancel(old, "карантин"), librarian, NOW)
    with pytest.raises(Refusal, match="event-cancelled"):
        await store.series.add(base.id, [START + 99 * DAY], librarian, NOW)


async def test_all_dates_that_are_still_to_come_change_at_once_and_are_told_once(
    store: Store, event: MakeEvent, person: MakePerson
) -> None:
    librarian, guest, base = await person(1), await person(10), await event()
    await store.series.add(base.id, WEEKS, librarian, NOW)
    await store.series.sign_up(base.id, guest.id, NOW)
    first, second, third = await store.series.of(await store.events.get(base.id))
    later = START + DAY
    changed, others = await store.events.change_all(
        second.id, lambda old: move(old, old.fields.starts_at + DAY), librarian, later
    )
    assert (changed.fields.starts_at, others) == (WEEKS[0] + DAY, 1), "the first has begun"
    starts = [(await store.events.get(one.id)).fields.starts_at for one in (first, third)]
    assert starts == [START, WEEKS[1] + DAY]
    assert [row[0] for row in await told(store, "moved")] == [10]
    assert (await store.events.change_all(base.id, lambda old: old, librarian, later))[1] == 0
