"""Databases of tests: one that was killed leaves no rubbish for long."""

from asyncio import create_subprocess_exec
from pathlib import Path

import pytest

from tests.engines import HERE, NO_POSTGRES, POSTGRES, _ask, clear_away, database, databases


@pytest.mark.skipif(not POSTGRES, reason=NO_POSTGRES)
async def test_databases_of_tests_that_were_killed_are_cleared_away(tmp_path: Path) -> None:
    dead = await create_subprocess_exec("true")
    await dead.wait()
    left = f"{HERE}_{dead.pid}_left"
    await _ask(f'CREATE DATABASE "{left}"')
    async with database("postgresql", tmp_path) as url:
        await clear_away()
        there = await databases()
    assert left not in there
    assert url.rpartition("/")[2] in there
