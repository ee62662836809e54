"""One process at a time on an SQLite database; a PostgreSQL one is shared by design."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import make_url


class AlreadyRunning(Exception):  # noqa: N818 - says what is the matter
    """Another process works on this database. `args[0]` is its file."""


@contextmanager
def alone(url: str) -> Iterator[None]:
    """Holds the database for this process; the system lets go of it when the process ends, however it ends."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        yield
        return
    file = Path(parsed.database).absolute()
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.with_name(file.name + ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(file) from None
        yield
