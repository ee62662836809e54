"""The two engines behind one door: `read()` sees what is committed, `write(job)` is one transaction."""

from sqlalchemy.engine import make_url

from storage.postgres import PostgresDatabase
from storage.sqlite import SqliteDatabase

AnyDatabase = SqliteDatabase | PostgresDatabase


def connect(url: str) -> AnyDatabase:
    """The database behind the URL: `sqlite+aiosqlite:///FILE` or `postgresql+asyncpg://…`. Opens nothing yet."""
    return SqliteDatabase(url) if make_url(url).get_backend_name() == "sqlite" else PostgresDatabase(url)
