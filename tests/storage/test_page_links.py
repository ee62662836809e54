"""Links to pages: for one use, for ten minutes, and of no use to who reads the database."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.refusal import Refusal
from storage.page_links import Page, PageLink
from storage.store import Store
from storage.tables import page_links
from tests.storage.conftest import NOW, MakePerson

SOON = NOW + timedelta(minutes=9)
LATER = NOW + timedelta(minutes=10)


async def test_a_link_opens_its_page_to_whom_it_was_given(store: Store, person: MakePerson) -> None:
    anna = await person(1)
    session = await store.page_links.use(await store.page_links.issue(anna.id, Page.PARTNER, 17, NOW), SOON)
    assert await store.page_links.session(session, SOON) == PageLink(anna.id, Page.PARTNER, 17, LATER)


async def test_a_link_works_once(store: Store, person: MakePerson) -> None:
    token = await store.page_links.issue((await person(1)).id, Page.PRIVACY, None, NOW)
    await store.page_links.use(token, NOW)
    with pytest.raises(Refusal, match="page-link-over"):
        await store.page_links.use(token, NOW)


async def test_a_link_and_its_session_end_after_ten_minutes(store: Store, person: MakePerson) -> None:
    anna = await person(1)
    late = await store.page_links.issue(anna.id, Page.PRIVACY, None, NOW)
    session = await store.page_links.use(await store.page_links.issue(anna.id, Page.PRIVACY, None, NOW), NOW)
    with pytest.raises(Refusal, match="page-link-over"):
        await store.page_links.use(late, LATER)
    with pytest.raises(Refusal, match="page-link-over"):
        await store.page_links.session(session, LATER)


async def test_a_guessed_link_opens_nothing(store: Store) -> None:
    with pytest.raises(Refusal, match="page-link-over"):
        await store.page_links.use("guessed", NOW)
    with pytest.raises(Refusal, match="page-link-over"):
        await store.page_links.session("guessed", NOW)


async def test_the_database_holds_neither_link_nor_session_and_forgets_what_is_over(
    store: Store, person: MakePerson
) -> None:
    anna = await person(1)
    token = await store.page_links.issue(anna.id, Page.PRIVACY, None, NOW)
    session = await store.page_links.use(token, NOW)
    await store.page_links.issue(anna.id, Page.PRIVACY, None, LATER + timedelta(seconds=1))
    async with store.db.read() as conn:
        rows = [str(row) for row in await conn.execute(select(page_links))]
    assert len(rows) == 1
    assert not any(secret in row for row in rows for secret in (token, session))


@pytest.mark.parametrize("order", [1, -1])
async def test_where_the_link_is_one_persons_and_the_session_anothers_the_link_is_what_counts(
    store: Store, person: MakePerson, order: int
) -> None:
    anna, ann = [await person(1), await person(7)][::order]
    await store.members.set_language(ann.id, "en")
    link = await store.page_links.issue(ann.id, Page.PRIVACY, None, NOW)
    session = await store.page_links.use(await store.page_links.issue(anna.id, Page.PRIVACY, None, NOW), NOW)
    other = await store.page_links.issue(ann.id, Page.PRIVACY, None, NOW)
    for token in (link, other):
        assert await store.page_links.language(token, session) == "en"
    assert await store.page_links.language("", session) == "ru"
