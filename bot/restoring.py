"""`roundtable restore`: puts a back-up in place, unless a bot is at work on the database."""

from pathlib import Path

from storage.alone import alone
from storage.backup import put_back


async def restore_alone(url: str, file: Path, *, overwrite: bool) -> None:
    """`AlreadyRunning` while a bot runs on the database; else as `storage.backup.put_back`."""
    with alone(url):
        await put_back(url, file, overwrite=overwrite)
