"""Sends what is in the outbox: claimed by lease, rendered from live data, marked just before the call."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from secrets import token_hex
from typing import Any
from weakref import WeakValueDictionary

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from handlers.notices import Notice

from bot.clock import RemoteClock, SystemClock
from bot.outcome import Fate, fate_of
from bot.pacer import Pacer, paced
from handlers.screen import picture
from storage.outbox import Row
from storage.store import Store

log = structlog.get_logger()

Render = Callable[[Row], Awaitable[Notice | None]]

LEASE = timedelta(minutes=5)
"""Longer than a call may take and than the longest wait in the pacer."""
AT_ONCE = 60
TRIES = 5
FIRST_PAUSE = timedelta(seconds=60)
PROBE_SECONDS = (1, 2, 5, 10, 20, 30, 60)
IDLE_SECONDS = 1.0


class Delivery:
    """The sending loop. Nothing that one message meets ends it or holds up the others."""

    def __init__(self, bot: Bot, store: Store, clock: SystemClock | RemoteClock, pacer: Pacer, render: Render) -> None:
        self._bot = bot
        self._store = store
        self._clock = clock
        self._pacer = pacer
        self._render = render
        self._worker = token_hex(4)
        self._tasks: set[asyncio.Task[None]] = set()
        self._chats: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()  # one call at a time in a chat
        self._away = 0
        self._probe_at = 0.0

    async def run(self) -> None:
        """Sends until it is cancelled."""
        while True:
            try:
                claimed = await self._claim()
            except Exception:
                log.exception("claim-failed")
                claimed = 0
            if not claimed:
                await self._idle()

    async def stop(self) -> None:
        """Waits for the calls that are under way."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _claim(self) -> int:
        self._store.outbox.wake.clear()
        room = AT_ONCE - len(self._tasks)
        if self._away:
            room = 0 if self._tasks or asyncio.get_running_loop().time() < self._probe_at else 1
        if room <= 0:
            return 0
        rows = await self._store.outbox.claim(self._worker, self._clock.now(), room, LEASE)
        for row in rows:
            task = asyncio.create_task(self._deliver(row))
            self._tasks.add(task)
            task.add_done_callback(self._finished)
        return len(rows)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._store.outbox.wake.set()
        if not task.cancelled() and task.exception() is not None:
            log.error("delivery-failed", exc_info=task.exception())

    async def _idle(self) -> None:
        try:
            await asyncio.wait_for(self._store.outbox.wake.wait(), IDLE_SECONDS)
        except TimeoutError:
            return

    async def _deliver(self, row: Row) -> None:
        if row.use_until is not None and self._clock.now() >= row.use_until:
            await self._close(row, "missed")
            return
        async with self._chats.setdefault(row.chat_id, asyncio.Lock()):
            await self._send(row)

    async def _send(self, row: Row) -> None:
        try:
            notice = await self._render(row)
        except Exception:
            log.exception("render-failed", row=row.id, kind=row.kind)
            await self._later(row)
            return
        if notice is None:
            await self._close(row, "superseded")
            return
        await self._pacer.turn(row.chat_id, bulk=not row.urgent)
        if await self._store.outbox.sending(row.id):
            await self._call(row, notice)

    async def _call(self, row: Row, notice: Notice) -> None:
        paced.set(True)
        try:
            await _post(self._bot, row.chat_id, notice)
        except Exception as error:  # noqa: BLE001 - every fault has its fate
            await self._failed(row, error)
            return
        self._away = 0
        await self._close(row, "sent")

    async def _failed(self, row: Row, error: Exception) -> None:
        fate = fate_of(error)
        log.warning("not-delivered", row=row.id, kind=row.kind, fate=fate.value, error=type(error).__name__)
        match fate:
            case Fate.SLOW_DOWN:
                seconds = error.retry_after if isinstance(error, TelegramRetryAfter) else 1
                self._pacer.hold(row.chat_id, seconds)
                await self._give_back(row, timedelta(seconds=seconds), counted=False)
            case Fate.AWAY:
                self._went_away()
                await self._give_back(row, timedelta(0), counted=False)
            case Fate.GONE:
                await self._unreachable(row)
            case Fate.REFUSED:
                await self._close(row, "failed", str(error)[:200])
            case Fate.FAILED:
                await self._later(row)
            case Fate.UNKNOWN:
                await self._unknown(row)

    async def _later(self, row: Row) -> None:
        """One try more in 60 s, 120 s, …; after five it has failed."""
        if row.tries + 1 >= TRIES:
            await self._close(row, "failed")
            return
        await self._give_back(row, FIRST_PAUSE * 2**row.tries, counted=True)

    async def _unknown(self, row: Row) -> None:
        """Urgent news is sent once more; for the rest a missed message is better than a double one."""
        if row.urgent and row.tries == 0:
            await self._give_back(row, timedelta(seconds=1), counted=True)
            return
        await self._close(row, "unknown")

    async def _unreachable(self, row: Row) -> None:
        if row.member_id is not None:
            await self._store.members.set_reachable(row.member_id, reachable=False)
        await self._close(row, "unreachable")

    def _went_away(self) -> None:
        """Delivery as a whole pauses; calls that were under way together count as one failure."""
        now = asyncio.get_running_loop().time()
        if now < self._probe_at:
            return
        self._probe_at = now + PROBE_SECONDS[min(self._away, len(PROBE_SECONDS) - 1)]
        self._away += 1

    async def _give_back(self, row: Row, after: timedelta, *, counted: bool) -> None:
        await self._store.outbox.again(row.id, self._clock.now() + after, counted=counted)

    async def _close(self, row: Row, outcome: Any, error: str | None = None) -> None:
        await self._store.outbox.finish(row.id, outcome, self._clock.now(), error)
        log.info("outbox", row=row.id, kind=row.kind, outcome=outcome)


async def _post(bot: Bot, chat_id: int, notice: Notice) -> None:
    screen, silent = notice.screen, notice.silent
    if screen.photo is not None:
        await bot.send_photo(
            chat_id,
            picture(screen.photo),
            caption=screen.text,
            reply_markup=screen.keyboard,
            disable_notification=silent,
        )
        return
    await bot.send_message(chat_id, screen.text, reply_markup=screen.keyboard, disable_notification=silent)
