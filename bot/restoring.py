"""`roundtable restore`: puts a back-up in place, unless a bot is at work on the database."""

from datetime import UTC, datetime
from pathlib import Path

from bot.ledger import erase_again
from bot.policy import policy_of
from bot.settings import Settings
from storage.alone import alone
from storage.backup import put_back
from storage.store import Store


async def restore_alone(settings: Settings, file: Path, *, overwrite: bool) -> int:
    """How many people were forgotten again: those whom the ledger beside the back-ups names.

    `AlreadyRunning` while a bot runs on the database; else as `storage.backup.put_back`.
    """
    url = settings.storage.url
    with alone(url):
        await put_back(url, file, overwrite=overwrite)
        store = Store(url, policy_of(settings), settings.library.admins)
        try:
            await store.menus.forget()
            erased = await erase_again(store, Path(settings.backup.folder), datetime.now(UTC))
        finally:
            await store.close()
        await store.clean()
    return erased
