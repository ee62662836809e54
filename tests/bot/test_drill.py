"""The drill: a day's work, the night's back-up, the loss of everything, and the morning after."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.app import App
from bot.clock import RemoteClock
from bot.restoring import restore_alone
from bot.sample import Sample
from sandbox.server import Sandbox
from storage.copying import sums
from tests.bot.conftest import eventually

LINE = "/new Вечер памяти 20 апреля в 15.00, Герцена"


@asynccontextmanager
async def at_work(sample: Sample, box: Sandbox, folder: Path) -> AsyncIterator[App]:
    app = App(sample.settings(box.url, folder), RemoteClock(f"{box.url}/clock"))
    await app.start()
    try:
        yield app
    finally:
        await app.stop()


async def _work_of_a_day(sample: Sample, box: Sandbox) -> None:
    """A partner answers, somebody unknown consents and comes, and a librarian is in the middle of a form."""
    people = sample.people
    await people["college"].taps("Приду")
    await people["college"].sees("Вы идёте")
    guest = people["guest"]
    await guest.says("/start e1")
    for label in ("Приду", "Мне есть 18"):
        await guest.taps(label)
    await guest.sees_button("☑ Мне есть 18")
    await guest.taps("Согласен и приду")
    await guest.sees("Вы идёте")
    await people["librarian"].says(LINE)
    await people["librarian"].sees("Что это будет?")
    await box.settled()


async def test_after_the_loss_of_everything_nothing_is_missing(tmp_path: Path) -> None:
    sample = Sample.read()
    lived, lost = tmp_path / "lived", tmp_path / "lost"
    async with Sandbox(sample.token) as box:
        sample.seat(box)
        settings = sample.settings(box.url, lived)
        async with at_work(sample, box, lived) as app:
            await sample.fill(app.store, app.clock.now(), empty=False)
            await _work_of_a_day(sample, box)
            await eventually(lambda: _is_quiet(app))
            await app.store.menus.forget()  # as a restore does: the copy can't know what the messenger has by then
            await app.backups.make(app.clock.now())
            before = await sums(settings.storage.url)
        await asyncio.to_thread(shutil.move, lived, lost)
        [copy] = await asyncio.to_thread(lambda: list((lost / "backups").glob("nightly-*.db")))
        assert copy.name == "nightly-2018-03-26.db"
        await restore_alone(settings, copy, overwrite=False)
        assert await sums(settings.storage.url) == before
        assert before["rsvps"].rows == 2
        async with at_work(sample, box, lived):
            await sample.people["librarian"].taps("Лекция")
            await sample.people["librarian"].sees("20 апреля")
            await sample.people["college"].says("/my")
            await sample.people["college"].sees("Вы идёте")


async def _is_quiet(app: App) -> bool:
    """Nothing is in hand, and all that can be sent has been."""
    now = app.clock.now()
    due = await app.store.outbox.next_due()
    return app.workers.in_hand == 0 and (due is None or due > now)
