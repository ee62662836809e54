"""The audit trail in chat: who changed what, before and after, the newest first."""

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.refusal import Gone
from handlers.ask import conversation
from handlers.callbacks import AuditList, StaffOpen
from handlers.context import Library
from handlers.entries import reader_of, told
from handlers.say import Say, join
from handlers.screen import Button, Row, Screen, show
from handlers.words import pager
from storage.store import Store

SIZE = 5
"""Entries of a page: with the fields and letters of `handlers.entries` they stay within one message."""
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("audit-about-events", ("event", "proposal")),
    ("audit-about-partners", ("partner", "rep", "rep-request", "invitation", "agreement")),
    ("audit-about-people", ("member",)),
    ("audit-about-libraries", ("branch", "hall")),
    ("audit-about-letters", ("broadcast",)),
)
EVERYTHING = -1


async def trail(query: CallbackQuery, callback_data: AuditList, *, store: Store, library: Library, say: Say) -> None:
    about = callback_data.about
    if not EVERYTHING <= about < len(GROUPS):
        raise Gone
    await show(query, await trail_screen(about, callback_data.page, store, library, say))


async def trail_screen(about: int, page: int, store: Store, library: Library, say: Say) -> Screen:
    """A page of what was done, and a button for each group of subjects."""
    kinds = GROUPS[about][1] if about != EVERYTHING else None
    total = await store.audit.count(kinds)
    reader = await reader_of(store, library, say)
    entries = [await told(entry, reader) for entry in await store.audit.page(kinds, SIZE, page * SIZE)]
    head = say("audit-title", about=say.plain(_label(about)), number=total)
    hidden = None if library.personal_data_in_chat else say("audit-hidden")
    last = (*pager(page, total, SIZE, AuditList(about=about)), Button(say.plain("staff-button-back"), StaffOpen()))
    return Screen(join(head, hidden, *entries, by="\n\n"), (*_groups(about, say), last))


def _groups(about: int, say: Say) -> tuple[Row, ...]:
    """The other groups, three in a row."""
    others = [number for number in range(EVERYTHING, len(GROUPS)) if number != about]
    buttons = [Button(say.plain(_label(number)), AuditList(about=number)) for number in others]
    return tuple(tuple(buttons[n : n + 3]) for n in range(0, len(buttons), 3))


def _label(about: int) -> str:
    return GROUPS[about][0] if about != EVERYTHING else "audit-about-everything"


def router() -> Router:
    router = conversation("trail")
    router.callback_query.register(trail, AuditList.filter())
    return router
