"""Who did what is kept with the change, and read the newest first."""

from domain.people import Grant, Role
from storage.store import Store
from tests.storage.conftest import NOW, MakeEvent, MakePerson


async def test_what_was_done_is_read_newest_first(store: Store, event: MakeEvent, person: MakePerson) -> None:
    anna, olga = await person(1, "Анна Петрова"), await person(7)
    made = await event()
    await store.members.grant(olga.id, Grant(Role.LIBRARIAN), anna.id, NOW)
    newest, oldest = await store.audit.page(None, 10)
    assert (newest.action, newest.subject_kind, newest.subject_id) == ("role-granted", "member", olga.id)
    assert (newest.actor_id, newest.actor, newest.at) == (anna.id, "Анна Петрова", NOW)
    assert (newest.before, newest.after) == (None, {"role": "librarian", "branch_id": None})
    assert (oldest.action, oldest.subject_id) == ("event-published", made.id)


async def test_it_is_read_by_what_it_is_about_and_by_pages(store: Store, event: MakeEvent, person: MakePerson) -> None:
    anna, olga = await person(1), await person(7)
    await event()
    for number in range(5):
        await store.members.grant(olga.id, Grant(Role.LIBRARIAN, None), anna.id, NOW)
        await store.members.revoke(olga.id, Grant(Role.LIBRARIAN, None), anna.id, NOW)
        assert await store.audit.count(("member",)) == 2 * number + 2
    assert await store.audit.count(("event", "member")) == await store.audit.count(None) == 11
    assert await store.audit.count(()) == 0
    first, second = await store.audit.page(("member",), 4), await store.audit.page(("member",), 4, 4)
    assert [one.id for one in (*first, *second)] == sorted((one.id for one in (*first, *second)), reverse=True)


async def test_whoever_has_been_forgotten_is_named_nowhere(store: Store, event: MakeEvent, person: MakePerson) -> None:
    olga = await person(7)
    college = await store.partners.add("Колледж", "Колледж", "education", olga.id, NOW)
    await store.members.erase(olga.id, NOW)
    [entry] = await store.audit.page(("partner",), 10)
    assert (entry.subject_id, entry.actor_id, entry.actor) == (college, None, None)
