"""The journal of a period, for the chat: written in a process of its own."""

from collections.abc import Sequence

from bot.child import in_child_told
from bot.journal_book import draw_journal
from domain.at_work import Told
from domain.journal import Entry
from domain.journal_sheets import Wording
from handlers.handing_in.files import JournalFiles


def journal_files() -> JournalFiles:
    async def journal(entries: Sequence[Entry], year: int, wording: Wording, told: Told) -> bytes:
        return await in_child_told(told, draw_journal, list(entries), year, wording)

    return JournalFiles(journal)
