"""The register of partners and who acts for them."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.partner import Grade, Partner, PartnerFields, RepFields
from domain.person_name import PersonName
from domain.refusal import Gone, Refusal
from storage.library import BranchFields
from storage.partners import put_partner
from storage.reps import bind_rep, put_rep
from storage.store import Store
from storage.tables import audit
from tests.storage.conftest import DAY, NOW, MakePerson

COLLEGE = PartnerFields(
    "Тверской полиграфический колледж",
    "Колледж",
    "education",
    aliases=("ТПК",),
    kind="college",
    legal_form="ГБПОУ",
    address="ул. Садовая, д. 1",
    site="college.example",
    phone="+74822342920;ext=12",
    email="post@college.example",
    notes="Открыт до 17",
    grade=Grade.PERMANENT,
)
ELENA = RepFields(PersonName("Котова", "Елена", "Павловна"), "зам. директора, редактор", phone="+79093344360")


async def notes(store: Store, action: str) -> list[tuple[object, object]]:
    query = select(audit.c.before, audit.c.after).where(audit.c.action == action).order_by(audit.c.id)
    async with store.db.read() as conn:
        return [(row.before, row.after) for row in await conn.execute(query)]


async def college(store: Store) -> int:
    return await store.partners.add_full(COLLEGE, None, NOW)


async def primary(store: Store, partner_id: int) -> list[int]:
    return [rep.id for rep in await store.partners.reps(partner_id) if rep.fields.is_primary]


async def test_all_that_is_filled_in_is_kept(store: Store) -> None:
    branch = await store.branches.put(BranchFields("Библиотека им. Полевого", "Полевого", "наб., д. 5"), None, NOW)
    wanted = replace(COLLEGE, branch_ids=(branch,))
    partner_id = await store.partners.add_full(wanted, None, NOW)
    assert await store.partners.get(partner_id) == Partner(partner_id, wanted, 1, NOW)
    assert await store.partners.those([partner_id, 999]) == await store.partners.all()
    [(_, after)] = await notes(store, "partner-added")
    assert isinstance(after, dict)
    assert (after["grade"], after["branch_ids"]) == ("permanent", [branch])


async def test_a_change_notes_what_differs_and_nothing_when_nothing_does(store: Store) -> None:
    partner_id = await college(store)
    rule = lambda old: replace(old, fields=replace(old.fields, site="new.example", grade=Grade.PERIODIC))  # noqa: E731
    changed = await store.partners.change(partner_id, rule, None, NOW + DAY)
    assert (changed.fields.site, changed.revision, changed.updated_at) == ("new.example", 2, NOW + DAY)
    assert (await store.partners.change(partner_id, rule, None, NOW + 2 * DAY)).revision == 2
    assert await notes(store, "partner-changed") == [
        ({"site": "college.example", "grade": "permanent"}, {"site": "new.example", "grade": "periodic"})
    ]


async def test_branches_change_with_the_card(store: Store) -> None:
    branch = await store.branches.put(BranchFields("Библиотека им. Полевого", "Полевого", "наб., д. 5"), None, NOW)
    partner_id = await college(store)
    for wanted in ((branch,), ()):
        rule = lambda old, ids=wanted: replace(old, fields=replace(old.fields, branch_ids=ids))  # noqa: E731
        assert (await store.partners.change(partner_id, rule, None, NOW)).fields.branch_ids == wanted


async def test_a_draft_goes_with_what_it_was_for(store: Store, person: MakePerson) -> None:
    anna = await person(1)
    for number in range(4):
        await store.drafts.start(anna.id, "partner", None, {"n": number}, NOW)
    drafts = [draft.id for draft in await store.drafts.of(anna.id)]
    partner_id = await store.partners.add_full(COLLEGE, anna.id, NOW, draft_id=drafts[0])
    await store.partners.change(partner_id, lambda old: old, anna.id, NOW, draft_id=drafts[1])
    rep_id = await store.partners.add_rep(partner_id, ELENA, anna.id, NOW, draft_id=drafts[2])
    await store.partners.change_rep(rep_id, lambda old: old, anna.id, NOW, draft_id=drafts[3])
    assert await store.drafts.of(anna.id) == []


async def test_a_name_is_only_given_once(store: Store) -> None:
    partner_id = await college(store)
    other = await store.partners.add("Музей", "Музей", "culture", None, NOW)
    assert await store.partners.add("Музей", "Иначе", "culture", None, NOW) == other
    with pytest.raises(Refusal, match="partner-name-taken"):
        await store.partners.add_full(COLLEGE, None, NOW)
    rename = lambda old: replace(old, fields=replace(old.fields, name=COLLEGE.name))  # noqa: E731
    with pytest.raises(Refusal, match="partner-name-taken"):
        await store.partners.change(other, rename, None, NOW)
    await store.partners.archive(partner_id, None, NOW)
    with pytest.raises(Refusal, match="partner-name-in-archive"):
        await store.partners.add_full(COLLEGE, None, NOW)


async def test_what_is_in_the_archive_is_not_changed_and_can_come_back(store: Store) -> None:
    partner_id = await college(store)
    rep_id = await store.partners.put_rep(partner_id, ELENA, None, NOW)
    await store.partners.archive(partner_id, None, NOW)
    assert (await store.partners.get(partner_id)).archived_at == NOW
    assert await store.partners.all(archived=False) == []
    for attempt in (
        store.partners.change(partner_id, lambda old: old, None, NOW),
        store.partners.archive(partner_id, None, NOW),
        store.partners.put_rep(partner_id, ELENA, None, NOW),
        store.partners.remove_rep(rep_id, None, NOW),
    ):
        with pytest.raises(Gone, match="partner-archived"):
            await attempt
    for _ in range(2):
        await store.partners.restore(partner_id, None, NOW)
    assert (await store.partners.get(partner_id)).archived_at is None
    assert len(await notes(store, "partner-restored")) == 1


async def test_what_is_not_there_is_gone(store: Store) -> None:
    with pytest.raises(Gone, match="partner-gone"):
        await store.partners.get(7)
    with pytest.raises(Gone, match="partner-gone"):
        await store.partners.change(7, lambda old: old, None, NOW)
    with pytest.raises(Gone, match="rep-gone"):
        await store.partners.rep(7)


async def test_there_is_one_primary_as_long_as_there_is_anybody(store: Store) -> None:
    partner_id = await college(store)
    first, second, third = [
        await store.partners.put_rep(partner_id, replace(ELENA, position=str(n)), None, NOW + n * DAY) for n in range(3)
    ]
    assert await primary(store, partner_id) == [first]
    await store.partners.put_rep(partner_id, replace(ELENA, is_primary=True), None, NOW, third)
    assert await primary(store, partner_id) == [third]
    await store.partners.put_rep(partner_id, replace(ELENA, is_primary=False), None, NOW, third)
    assert await primary(store, partner_id) == [first]
    await store.partners.remove_rep(first, None, NOW)
    assert await primary(store, partner_id) == [second]
    await store.partners.remove_rep(third, None, NOW)
    await store.partners.change_rep(second, lambda old: replace(old, is_primary=False), None, NOW)
    assert await primary(store, partner_id) == [second]
    await store.partners.remove_rep(second, None, NOW)
    assert await store.partners.reps(partner_id) == []


async def test_a_new_primary_takes_the_place_of_the_old_one(store: Store) -> None:
    partner_id = await college(store)
    await store.partners.put_rep(partner_id, ELENA, None, NOW)
    newer = await store.partners.put_rep(partner_id, replace(ELENA, is_primary=True), None, NOW)
    assert await primary(store, partner_id) == [newer]
    assert (await store.partners.all_reps())[0].id == newer


async def test_two_who_become_the_primary_at_once_leave_one(store: Store) -> None:
    partner_id = await college(store)
    wanted = replace(ELENA, is_primary=True)
    await asyncio.gather(*(store.partners.put_rep(partner_id, wanted, None, NOW) for _ in range(5)))
    assert len(await primary(store, partner_id)) == 1


async def test_a_name_is_kept_by_its_parts(store: Store) -> None:
    partner_id = await college(store)
    for name in (ELENA.name, PersonName("Котова", initials="Е.П."), None):
        rep_id = await store.partners.put_rep(partner_id, replace(ELENA, name=name), None, NOW)
        rep = await store.partners.rep(rep_id)
        assert (rep.fields.name, rep.called) == (name, name.listed if name else "")
        assert rep.fields.position == "зам. директора, редактор"


async def test_what_differs_of_a_representative_is_noted(store: Store) -> None:
    partner_id = await college(store)
    rep_id = await store.partners.put_rep(partner_id, ELENA, None, NOW)
    for _ in range(2):
        await store.partners.put_rep(partner_id, replace(ELENA, phone=None, is_primary=True), None, NOW, rep_id)
    assert await notes(store, "rep-changed") == [({"phone": "+79093344360"}, {"phone": None})]
    other = await store.partners.add("Музей", "Музей", "culture", None, NOW)
    with pytest.raises(Gone, match="rep-gone"):
        await store.partners.put_rep(other, ELENA, None, NOW, rep_id)


async def test_an_account_acts_only_once_for_a_partner(store: Store, person: MakePerson) -> None:
    olga, ivan = await person(7), await person(8, "Иван Серов")
    partner_id = await college(store)
    for _ in range(2):
        await store.partners.bind(partner_id, olga.id, "директор", NOW)
    [rep] = await store.partners.reps(partner_id)
    assert (rep.member_id, rep.account, rep.reachable, rep.called) == (olga.id, "Ольга Котова", True, "Ольга Котова")
    other = await store.partners.put_rep(partner_id, ELENA, None, NOW)
    with pytest.raises(Refusal, match="rep-twice"):
        await store.db.write(lambda conn: bind_rep(conn, other, olga.id))
    for _ in range(2):
        await store.db.write(lambda conn: bind_rep(conn, other, ivan.id))
    with pytest.raises(Refusal, match="rep-twice"):
        await store.db.write(lambda conn: bind_rep(conn, rep.id, (ivan.id)))


async def test_every_name_of_a_partner_is_known_by_which_it_may_be_looked_for(store: Store) -> None:
    partner_id = await college(store)
    [one] = await store.partners.names()
    assert (one.id, one.archived) == (partner_id, False)
    assert one.names == ("Тверской полиграфический колледж", "Колледж", "ТПК")
    known = await store.partners.get(partner_id)
    assert (known.names, known.sector) == (one.names, "education")
    await store.partners.archive(partner_id, None, NOW)
    assert [one.archived for one in await store.partners.names()] == [True]


async def test_an_import_puts_partners_and_their_people_in_one_transaction(store: Store) -> None:
    async def job(conn: AsyncConnection) -> int:
        partner_id = await put_partner(conn, COLLEGE, None, NOW)
        await put_rep(conn, partner_id, ELENA, None, NOW)
        return await put_partner(conn, replace(COLLEGE, notes="новое"), None, NOW, partner_id)

    partner_id = await store.db.write(job)
    assert (await store.partners.get(partner_id)).fields.notes == "новое"
    assert [rep.fields.name for rep in await store.partners.reps(partner_id)] == [ELENA.name]


async def test_only_those_who_have_come_in_can_be_written_to(store: Store, person: MakePerson) -> None:
    olga, partner_id = await person(7), await college(store)
    await store.partners.put_rep(partner_id, ELENA, None, NOW)
    await store.partners.bind(partner_id, olga.id, "методист", NOW + DAY)
    [one] = await store.partners.representatives([partner_id])
    assert (one.member_id, one.name, one.position, one.is_primary) == (olga.id, "Ольга Котова", "методист", False)
    [mine] = await store.partners.reps_by(olga.id)
    assert (mine.partner_id, mine.called) == (partner_id, "Ольга Котова")
