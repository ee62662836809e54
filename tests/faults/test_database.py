"""The disk full, or the database in another program's hands: nothing is lost, people know, and the log says why."""

import asyncio
import os
import resource
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path

import pytest

from tests.faults.at_work import answering, pressing
from tests.faults.yard import WORDS, Yard, told, yard_in
from tests.nursery import Bot
from tests.process import until

pytestmark = pytest.mark.long

WORD = "не могу ничего записать"
SLOW = "медленнее обычного"
LETTERS = 90
BEGUN = 10


@contextmanager
def no_file_may_grow(bot: Bot) -> Iterator[None]:
    """As good as a full disk, and wants no rights: the process may write to no file; to a pipe it may."""
    old = resource.prlimit(bot.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (0, old[1]))
    try:
        yield
    finally:
        resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, old)


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of eight megabytes."""
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("no disk may be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """Not a byte more goes onto the disk."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    yield
    filler.unlink()


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another program holds the database."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


class Pipe:
    """In place of the log's file: what is said on a full disk is heard."""

    def __init__(self, file: Path) -> None:
        os.mkfifo(file)
        self._handle = os.open(file, os.O_RDWR | os.O_NONBLOCK)
        self._heard = b""
        asyncio.get_running_loop().add_reader(self._handle, self._listen)

    def _listen(self) -> None:
        self._heard += os.read(self._handle, 65536)

    def lines(self) -> list[str]:
        return self._heard.decode().splitlines()

    def close(self) -> None:
        asyncio.get_running_loop().remove_reader(self._handle)
        os.close(self._handle)


async def test_a_full_disk_loses_nothing_and_people_are_told(yard: Yard) -> None:
    said = await _through_harm(yard, no_file_may_grow)
    assert any("database-unavailable" in line and "reason='disk-error'" in line for line in said)


@pytest.mark.faults
@pytest.mark.skipif(os.geteuid() != 0, reason="to mount a disk wants root")
async def test_a_real_disk_that_is_full(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as folder:
        async with yard_in(folder) as yard:
            said = await _through_harm(yard, lambda _: filled(folder))
    assert any("database-unavailable" in line and "reason='disk-full'" in line for line in said)


async def test_an_update_that_cannot_be_kept_is_brought_again(yard: Yard, unused_tcp_port: int) -> None:
    log, olga = Pipe(yard.folder / "bot.log"), await yard.known("Ольга")
    own = {"MODE": "webhook", "WEBHOOK__URL": f"http://127.0.0.1:{unused_tcp_port}/telegram"}
    own |= {"WEBHOOK__PORT": str(unused_tcp_port), "WEBHOOK__SECRET": "a-secret-of-the-test"}
    async with yard.bot(**{f"ROUNDTABLE_TELEGRAM__{name}": value for name, value in own.items()}) as bot:
        await until(yard.box, lambda: yard.box.world.webhook is not None)
        with no_file_may_grow(bot):
            await olga.says("/help")
            await until(yard.box, lambda: bool(told([olga], WORD)))
        await until(yard.box, lambda: bool(told([olga], "/privacy")))
        await yard.nothing_waits()
    log.close()
    assert any("database-unavailable" in line and "update_id=" in line for line in log.lines())
    assert not any("Error handling request" in line for line in log.lines())


async def _through_harm(yard: Yard, harm: Callable[[Bot], AbstractContextManager[None]]) -> list[str]:
    """People write and a letter goes out while nothing can be written; the lines of the log."""
    log = Pipe(yard.folder / "bot.log")
    people = [await yard.known(f"Гость {number}") for number in range(5)]
    crowd = await yard.crowd(LETTERS)
    await yard.letter()
    async with yard.bot() as bot:
        await until(yard.box, lambda: len(told(crowd, WORDS)) >= BEGUN)
        with harm(bot):
            for person in people:
                await person.says("/help")
            await until(yard.box, lambda: len(told(people, WORD)) == 5)
            for person in people:
                await person.says("/help")
            assert len(told(crowd, WORDS)) < LETTERS
        await until(yard.box, lambda: all(number == 2 for number in told(people, "/privacy").values()))
        await yard.summed_up(LETTERS)
        await yard.nothing_waits()
    log.close()
    assert set(told(people, WORD).values()) == {1}, "told once"
    assert set(told(people, "/privacy").values()) == {2}
    assert set(told(crowd, WORDS).values()) == {1}
    assert any("database-back" in line and "told=5" in line for line in log.lines())
    assert not any("level='error'" in line and "database-unavailable" not in line for line in log.lines())
    return log.lines()


@pytest.mark.parametrize("seconds", [7, pytest.param(60, marks=pytest.mark.faults)])
async def test_a_database_in_other_hands_loses_nothing(yard: Yard, seconds: int) -> None:
    """Seven seconds are longer than SQLite itself waits."""
    forms, seats = await answering(yard, people=3, length=3), await pressing(yard, people=3, rounds=3)
    crowd = [*await yard.crowd(LETTERS), *forms.people]
    await yard.letter()
    async with yard.bot():
        await until(yard.box, lambda: len(told(crowd, WORDS)) >= BEGUN)
        async with asyncio.TaskGroup() as talk:
            with locked(yard.file):
                talk.create_task(forms.run())
                talk.create_task(seats.run())
                await asyncio.sleep(seconds)  # it is the time that does the harm
                await until(yard.box, lambda: bool(told([*forms.people, *seats.people], SLOW)))
                assert len(told(crowd, WORDS)) < len(crowd)
        await yard.summed_up(len(crowd))
        await yard.answers_everybody([*forms.people, *seats.people])
        await yard.nothing_waits()
    forms.check()
    seats.check()
    assert not seats.unanswered()
    assert set(told(crowd, WORDS).values()) == {1}
    assert not told([*forms.people, *seats.people], WORD), "it was only busy"
    assert "event='database-locked'" in yard.log()
    assert "event='database-back'" in yard.log()
    assert "level='error'" not in yard.log()
