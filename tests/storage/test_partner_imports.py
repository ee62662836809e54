"""A spreadsheet on its way in: kept, staged beside the register, and true all at once or not at all."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Table, func, select

from domain.partner import PartnerFields, RepFields
from domain.partner_match import compare
from domain.partner_merge import KnownPartner
from domain.partner_table import PartnerRow, RepRow
from domain.person_name import PersonName
from domain.refusal import Refusal
from storage.library import BranchFields
from storage.partner_imports import LASTS, PAGE
from storage.removing import UNDO
from storage.store import Store
from storage.tables import audit, partner_imports, staged_branches, staged_partners, staged_reps
from storage.unit import Unit, handling
from tests.storage.conftest import NOW, MakePerson

ANNA = PersonName("Орлова", "Анна", "Ивановна")
BORIS = PersonName("Лапин", initials="Б.И.")


def row(
    name: str, *people: PersonName, number: int = 2, branch_ids: tuple[int, ...] = (), **said: object
) -> PartnerRow:
    return PartnerRow(
        number, name, said, (), branch_ids, tuple(RepRow(one, {"position": "методист"}) for one in people)
    )


async def register(store: Store) -> list[KnownPartner]:
    return [one async for page in store.partner_imports.register() for one in page]


async def staged(store: Store, *rows: PartnerRow, member_id: int | None = None) -> tuple[int, int]:
    """An import whose rows are staged; its id and where the register stood."""
    mark = await store.partner_imports.mark()
    changes = compare(rows, await register(store)).changes
    import_id = await store.partner_imports.keep(b"file", "outcome", member_id, NOW)
    await store.partner_imports.stage(import_id, changes)
    return import_id, mark


async def bring(store: Store, *rows: PartnerRow) -> int:
    import_id, mark = await staged(store, *rows)
    await store.partner_imports.finish(import_id, mark, None, NOW)
    return import_id


async def count(store: Store, *tables: Table) -> list[int]:
    async with store.db.read() as conn:
        return [(await conn.execute(select(func.count()).select_from(table))).scalar_one() for table in tables]


async def trail(store: Store, *actions: str) -> list[tuple[Any, ...]]:
    query = (
        select(audit.c.action, audit.c.before, audit.c.after).where(audit.c.action.in_(actions)).order_by(audit.c.id)
    )
    async with store.db.read() as conn:
        return [tuple(one) for one in await conn.execute(query)]


async def test_new_organisations_come_with_their_people_and_branches(store: Store) -> None:
    branch = await store.branches.put(BranchFields("Герцена", "Герцена", "Тверь"), None, NOW)
    await bring(store, row("Радио", ANNA, BORIS, branch_ids=(branch,), site="radio.ru"), row("Завод", number=5))
    [radio, factory] = await register(store)
    assert radio.fields == PartnerFields("Радио", "Радио", "media", site="radio.ru", branch_ids=(branch,))
    people = [rep.fields for rep in radio.reps]
    assert people == [RepFields(ANNA, "методист", is_primary=True), RepFields(BORIS, "методист")]
    assert (factory.fields.name, factory.reps) == ("Завод", ())


async def test_those_that_are_there_change_and_nothing_else_does(store: Store) -> None:
    radio = await store.partners.add_full(PartnerFields("Радио", "Радио", "media", address="Тверь"), None, NOW)
    rep = await store.partners.add_rep(radio, RepFields(BORIS, phone="+74822342920"), None, NOW)
    await store.partners.add("Завод", "Завод", "business", None, NOW)
    before = await store.partners.get(radio)
    await bring(store, row("Радио", BORIS, ANNA, site="radio.ru"))
    after = await store.partners.get(radio)
    assert after.fields == replace(before.fields, site="radio.ru")
    assert (after.revision, after.updated_at) == (before.revision + 1, NOW)
    one, other = await store.partners.reps(radio)
    assert (one.id, one.fields) == (rep, RepFields(BORIS, "методист", phone="+74822342920", is_primary=True))
    assert other.fields == RepFields(ANNA, "методист")


async def test_the_trail_says_what_was_and_what_is(store: Store) -> None:
    radio = await store.partners.add("Радио", "Радио", "media", None, NOW)
    rep = await store.partners.add_rep(radio, RepFields(BORIS), None, NOW)
    await bring(store, row("Радио", BORIS, site="radio.ru"), row("Завод", ANNA, number=5))
    changed = await trail(store, "partner-changed", "rep-changed")
    assert changed == [
        ("partner-changed", {"site": None}, {"site": "radio.ru"}),
        ("rep-changed", {"position": None}, {"position": "методист"}),
    ]
    added = [after for _, _, after in await trail(store, "partner-added", "rep-added")][2:]
    assert [one and (one.get("name") or one.get("last_name")) for one in added] == ["Завод", "Орлова"]
    [rep_row] = [one for one in await store.partners.all_reps() if one.id == rep]
    assert rep_row.fields.position == "методист"


async def test_people_alone_leave_no_word_of_the_organisation(store: Store) -> None:
    await store.partners.add("Радио", "Радио", "media", None, NOW)
    await bring(store, row("Радио", ANNA))
    assert await trail(store, "partner-changed") == []


async def test_one_from_the_archive_comes_back(store: Store) -> None:
    radio = await store.partners.add("Радио", "Радио", "media", None, NOW)
    await store.partners.archive(radio, None, NOW)
    assert (await register(store))[0].is_archived
    await bring(store, row("Радио"))
    assert (await store.partners.get(radio)).archived_at is None


async def test_what_is_staged_is_seen_nowhere_and_dropped_when_it_is_over(store: Store) -> None:
    await staged(store, row("Радио", ANNA))
    assert await register(store) == []
    await store.partner_imports.tidy(NOW)
    assert await count(store, staged_partners, staged_reps) == [1, 1]
    await store.partner_imports.tidy(NOW + LASTS)
    assert await count(store, staged_partners, staged_reps, staged_branches, partner_imports) == [0, 0, 0, 0]


async def test_it_comes_true_once(store: Store) -> None:
    import_id, mark = await staged(store, row("Радио"))
    await store.partner_imports.finish(import_id, mark, None, NOW)
    with pytest.raises(Refusal, match="import-done"):
        await store.partner_imports.finish(import_id, mark, None, NOW)
    assert len(await register(store)) == 1


@pytest.mark.parametrize("change", ["partner", "rep", "name"])
async def test_a_register_that_has_changed_meanwhile_stays_as_it_is(store: Store, change: str) -> None:
    radio = await store.partners.add("Радио", "Радио", "media", None, NOW)
    import_id, mark = await staged(store, row("Радио", site="radio.ru"), row("Завод", number=5))
    if change == "partner":
        await store.partners.change(radio, lambda old: replace(old, fields=replace(old.fields, notes="!")), None, NOW)
    elif change == "rep":
        await store.partners.add_rep(radio, RepFields(ANNA), None, NOW)
    else:
        await store.partners.add("Завод", "Завод", "business", None, NOW)
    before = await register(store)
    mark = await store.partner_imports.mark() if change == "name" else mark
    with pytest.raises(Refusal, match="import-outdated"):
        await store.partner_imports.finish(import_id, mark, None, NOW)
    assert await register(store) == before


async def test_a_file_is_for_whoever_looked_at_it_and_not_for_ever(store: Store, person: MakePerson) -> None:
    anna, olga = await person(1), await person(2)
    import_id = await store.partner_imports.keep(b"file", "what", anna.id, NOW)
    await store.partner_imports.note(import_id, {(2, 7): True}, "other")
    kept = await store.partner_imports.get(import_id, anna.id, NOW)
    assert (kept.file, kept.outcome, kept.said) == (b"file", "other", {(2, 7): True})
    for who, when in ((olga.id, NOW), (None, NOW), (anna.id, NOW + LASTS)):
        with pytest.raises(Refusal, match="import-over"):
            await store.partner_imports.get(import_id, who, when)


async def test_what_is_done_says_so_and_keeps_no_file(store: Store) -> None:
    import_id = await bring(store, row("Радио"))
    with pytest.raises(Refusal, match="import-done"):
        await store.partner_imports.get(import_id, None, NOW)
    async with store.db.read() as conn:
        assert (await conn.execute(select(partner_imports.c.file))).scalar_one() == b""
    await store.partner_imports.tidy(NOW + timedelta(minutes=1))
    assert await count(store, staged_partners, partner_imports) == [0, 1]


async def test_a_new_file_takes_the_place_of_the_one_before(store: Store, person: MakePerson) -> None:
    anna = await person(1)
    first = await store.partner_imports.keep(b"one", "", anna.id, NOW)
    second = await store.partner_imports.keep(b"two", "", anna.id, NOW)
    with pytest.raises(Refusal):
        await store.partner_imports.get(first, anna.id, NOW)
    await store.partner_imports.drop(second, anna.id)
    assert await count(store, partner_imports) == [0]


async def test_the_register_is_read_page_by_page(store: Store) -> None:
    await bring(store, *(row(f"Школа № {number}", number=number) for number in range(2 * PAGE + 1)))
    pages = [page async for page in store.partner_imports.register()]
    assert [len(page) for page in pages] == [PAGE, PAGE, 1]


async def test_who_is_known_by_the_account_alone_is_named_by_it(store: Store, person: MakePerson) -> None:
    radio = await store.partners.add("Радио", "Радио", "media", None, NOW)
    for account, name in ((5, "Котова Ольга"), (6, "☀☀☀")):
        await store.partners.bind(radio, (await person(account, name)).id, None, NOW)
    [known] = await register(store)
    assert [rep.fields.name for rep in known.reps] == [PersonName("Котова", "Ольга"), None]


async def test_staging_settles_no_update_and_coming_true_does(store: Store) -> None:
    mark, changes = await store.partner_imports.mark(), compare([row("Радио")], []).changes
    import_id = await store.partner_imports.keep(b"file", "outcome", None, NOW)
    await store.inbox.put([(17, "{}")], [], NOW)
    with handling(Unit(update_id=17)) as unit:
        await store.partner_imports.stage(import_id, changes)
        before = unit.done
        await store.partner_imports.finish(import_id, mark, None, NOW)
    assert (before, unit.done) == (False, True)


async def test_branches_are_named_in_every_way(store: Store) -> None:
    branch = await store.branches.put(BranchFields("Библиотека", "Герцена", "Тверь", aliases=("Герценка",)), None, NOW)
    assert await store.partner_imports.branch_names() == [(branch, ("Библиотека", "Герцена", "Герценка"))]


async def test_forgetting_somebody_drops_files_that_may_name_them(store: Store) -> None:
    radio = await store.partners.add("Радио", "Радио", "media", None, NOW)
    rep = await store.partners.add_rep(radio, RepFields(ANNA), None, NOW)
    changes = compare([row("Завод", ANNA)], await register(store)).changes
    import_id, mark = await staged(store, row("Завод", ANNA))
    await store.partners.remove_rep(rep, None, NOW)
    await store.partners.forget_removed(NOW + UNDO)
    assert await count(store, staged_partners, staged_reps, partner_imports) == [0, 0, 0]
    with pytest.raises(Refusal, match="import-over"):
        await store.partner_imports.stage(import_id, changes)
    with pytest.raises(Refusal, match="import-done"):
        await store.partner_imports.finish(import_id, mark, None, NOW)
