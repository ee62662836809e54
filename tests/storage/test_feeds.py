"""Calendars by a secret address: whose events they hold, and that an address that was revoked opens nothing."""

from datetime import timedelta

from sqlalchemy import select

from domain.event import PartnerPart, cancel
from domain.joint import Voice, accept
from domain.people import Grant, Purpose, Role
from domain.seats import Answer
from storage.feeds import Feed
from storage.library import BranchFields
from storage.store import Store
from storage.tables import calendar_feeds
from tests.storage.conftest import DAY, NOW, MakeEvent, MakePerson

CENTRE = BranchFields("Городской библиотечный центр", "Центр", "ул. Склизкова, 40")


async def opened(store: Store, token: str) -> Feed:
    feed = await store.feeds.behind(token)
    assert feed is not None
    return feed


async def held(store: Store, token: str) -> dict[int, str | None]:
    """Events of the calendar by id, with what the owner said to each."""
    return {one.event.id: one.state for one in await store.feeds.entries(await opened(store, token), NOW)}


async def test_a_new_address_ends_the_one_before(store: Store, person: MakePerson) -> None:
    olga, centre = await person(7), await store.branches.put(CENTRE, None, NOW)
    first = await store.feeds.issue(olga.id, None, NOW)
    branch = await store.feeds.issue(olga.id, centre, NOW)
    second = await store.feeds.issue(olga.id, None, NOW + DAY)
    assert await store.feeds.behind(first) is None
    own, of_branch = [await store.feeds.of(olga.id, one) for one in (None, centre)]
    assert own is not None
    assert of_branch is not None
    assert (own.created_at, of_branch.created_at) == (NOW + DAY, NOW)
    await store.feeds.revoke(olga.id, None)
    assert await store.feeds.behind(second) is None
    assert (await opened(store, branch)).branch_id == centre


async def test_the_address_of_a_branch_is_its_own(store: Store, person: MakePerson) -> None:
    olga, vera, centre = await person(7), await person(8), await store.branches.put(CENTRE, None, NOW)
    await store.members.grant(vera.id, Grant(Role.METHODIST), None, NOW)
    first = await store.feeds.issue(olga.id, centre, NOW)
    second = await store.feeds.issue(olga.id, centre, NOW)
    assert await store.feeds.behind(first) is None
    await store.members.erase(olga.id, NOW)
    assert (await opened(store, second)).member_id == vera.id, "whoever is in charge has it now"
    await store.feeds.revoke(vera.id, centre)
    assert await store.feeds.behind(second) is None


async def test_the_address_itself_is_kept_nowhere(store: Store, person: MakePerson) -> None:
    token = await store.feeds.issue((await person(7)).id, None, NOW)
    async with store.db.read() as conn:
        kept = str((await conn.execute(select(calendar_feeds))).all())
    assert token not in kept
    assert len(token) == 32


async def test_ones_own_calendar_holds_what_one_may_come_to(store: Store, person: MakePerson, event: MakeEvent) -> None:
    olga, hers = await person(7), {}
    for answer in (Answer.GOING, Answer.MAYBE, Answer.DECLINED, None):
        made = await event(title=f"{answer}")
        hers[answer] = made.id
        if answer:
            await store.rsvps.answer(made.id, olga.id, answer, NOW)
    full = await event(title="queue", capacity=1)
    await store.rsvps.answer(full.id, (await person(8)).id, Answer.GOING, NOW)
    await store.rsvps.answer(full.id, olga.id, Answer.GOING, NOW)
    await event(title="long over", starts_at=NOW - timedelta(days=100))
    token = await store.feeds.issue(olga.id, None, NOW)
    assert await held(store, token) == {hers[Answer.GOING]: "going", hers[Answer.MAYBE]: "maybe", full.id: "queued"}


async def test_who_answers_for_an_event_or_acts_for_a_partner_has_it_too(
    store: Store, person: MakePerson, event: MakeEvent
) -> None:
    rep, college = await person(7), await store.partners.add("Колледж", "Колледж", "education", None, NOW)
    await store.partners.bind(college, rep.id, None, NOW)
    made = await event(partners=(PartnerPart(college),))
    token = await store.feeds.issue(rep.id, None, NOW)
    assert await held(store, token) == {}
    voice = Voice(rep.id, NOW)
    await store.joint.answer(made.id, college, lambda event, _: accept(event, (), voice), voice)
    assert await held(store, token) == {made.id: None}
    librarian = await person(1)
    assert await held(store, await store.feeds.issue(librarian.id, None, NOW)) == {made.id: None}


async def test_a_branchs_calendar_holds_what_it_has_announced(
    store: Store, person: MakePerson, event: MakeEvent
) -> None:
    olga, centre = await person(7), await store.branches.put(CENTRE, None, NOW)
    mine, _elsewhere = await event(branch_id=centre), await event()
    await store.rsvps.answer(mine.id, olga.id, Answer.GOING, NOW)
    token = await store.feeds.issue(olga.id, centre, NOW)
    assert await held(store, token) == {mine.id: None}
    await store.events.change(mine.id, lambda old: cancel(old, "карантин"), await person(1), NOW)
    assert await held(store, token) == {mine.id: None}


async def test_it_is_known_since_when_a_calendar_shows_what_it_shows(store: Store, person: MakePerson) -> None:
    feed = await opened(store, await store.feeds.issue((await person(7)).id, None, NOW))
    first = await store.feeds.changed(feed, ["a"], NOW)
    assert first[1] == NOW
    assert await store.feeds.changed(feed, ["a"], NOW + DAY) == first
    second = await store.feeds.changed(feed, ["b"], NOW)
    assert second[1] == NOW + timedelta(seconds=1), "two changes within a second are two"
    assert (await store.feeds.changed(feed, ["a"], NOW + DAY))[1] == NOW + DAY


async def test_withdrawing_consent_to_events_ends_the_calendar(store: Store, person: MakePerson) -> None:
    olga = await person(7, "Ольга Котова", Purpose.SURVEY)
    token = await store.feeds.issue(olga.id, None, NOW)
    assert [one["branch"] for one in (await store.personal.of(olga.id))["calendars"]] == [None]
    await store.members.withdraw(olga.id, Purpose.EVENTS, NOW)
    assert await store.feeds.behind(token) is None
