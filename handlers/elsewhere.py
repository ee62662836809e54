"""What may not be shown in chat is shown elsewhere: on a page of the bot's own, behind a one-time link."""

from datetime import datetime

from domain.people import Person
from handlers.context import Library
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen
from storage.page_links import Page
from storage.store import Store


async def page_row(
    page: Page, subject: int | None, *, store: Store, person: Person, library: Library, say: Say, now: datetime
) -> Row:
    """A button that opens the page, once, within ten minutes; none where the bot has no pages."""
    if not library.pages_url:
        return ()
    token = await store.page_links.issue(person.id, page, subject, now)
    return (Button(say.plain("elsewhere-button-open"), url=f"{library.pages_url}/p/{token}"),)


async def page_screen(
    page: Page,
    subject: int | None,
    back: Row,
    *,
    store: Store,
    person: Person,
    library: Library,
    say: Say,
    now: datetime,
    command: Html | None = None,
) -> Screen:
    """In place of names and telephones: the link, or else the command that whoever runs the bot may use."""
    row = await page_row(page, subject, store=store, person=person, library=library, say=say, now=now)
    words = say("elsewhere-page") if row else join(say("elsewhere-nowhere"), command, by="\n\n")
    return Screen(words, (row, back))
