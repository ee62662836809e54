"""The bot with its pages, and browsers that open them."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from aiohttp import ClientResponse, ClientSession, CookieJar

from sandbox.people import Person
from storage.page_links import Page
from tests.chat.conftest import Town, town_of

CSRF = re.compile(r'name="csrf" value="(\w+)"')


@dataclass
class Browser:
    """One browser of somebody, with its cookies."""

    town: Town
    session: ClientSession
    address: str

    async def opens(self, person: Person, page: Page, subject: int | None = None) -> str:
        """Gets a link as the bot would give it, opens it and presses the button: the page."""
        link = await self.link(person, page, subject)
        assert (await self.session.get(link)).status == 200
        answer = await self.session.post(link)
        assert answer.status == 200, await answer.text()
        return await self.reads(answer)

    async def link(self, person: Person, page: Page, subject: int | None = None) -> str:
        member = await self.town.member(person)
        token = await self.town.store.page_links.issue(member.id, page, subject, self.town.now())
        return f"{self.address}/p/{token}"

    async def gets(self, act: str = "", status: int = 200) -> str:
        answer = await self.session.get(f"{self.address}/page/{act}")
        assert answer.status == status, await answer.text()
        return await self.reads(answer)

    async def called(self, act: str) -> str | None:
        """The name under which the browser would save the file."""
        found = (await self.session.get(f"{self.address}/page/{act}")).content_disposition
        return found.filename if found else None

    async def sends(self, act: str, *, status: int = 200, **fields: str) -> str:
        """Sends a form, with what the page has hidden in it."""
        answer = await self.posts(act, **{"csrf": await self.csrf(), **fields})
        assert answer.status == status, await answer.text()
        return await self.reads(answer)

    async def posts(self, act: str, **fields: str) -> ClientResponse:
        return await self.session.post(f"{self.address}/page/{act}", data=fields)

    async def csrf(self) -> str:
        """What the forms carry: of the question that every page's kind has."""
        found = CSRF.search(await (await self.session.get(f"{self.address}/page/")).text())
        return found[1] if found else ""

    async def reads(self, answer: ClientResponse) -> str:
        return unescape(await answer.text())


@pytest.fixture
async def paged(tmp_path: Path, unused_tcp_port: int) -> AsyncIterator[Town]:
    web = {"url": f"http://127.0.0.1:{unused_tcp_port}", "port": unused_tcp_port}
    async with town_of(tmp_path, web=web) as made:
        yield made


@pytest.fixture
async def browser(paged: Town) -> AsyncIterator[Browser]:
    """Cookies of an address without a name are kept too, as browsers do."""
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as session:
        yield Browser(paged, session, paged.app.library.pages_url)
