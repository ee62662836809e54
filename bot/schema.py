"""Brings the database to the newest schema in a process of its own: Alembic's memory goes with it."""

import asyncio
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from storage.migrate import make_folder, newest, revision, upgrade


async def bring_up(url: str) -> None:
    """Creates or upgrades the schema; does nothing when it is at its newest. `NewerDatabase` if it is beyond."""
    make_folder(url)
    if await revision(url) == newest():
        return
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        await asyncio.get_running_loop().run_in_executor(pool, _upgrade, url)


def _upgrade(url: str) -> None:
    asyncio.run(upgrade(url))
