"""Sends what is in the outbox: claimed by lease, rendered from live data, marked just before the call."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any
from weakref import WeakValueDictionary

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramMigrateToChat, TelegramRetryAfter
from aiogram.types import Message

from bot.clock import RemoteClock, SystemClock
from bot.figures import Figures
from bot.outcome import TOPIC_CLOSED, Fate, fate_of
from bot.pacer import Pacer
from bot.patience import patiently
from bot.probe import Probe
from domain.policy import Policy
from handlers.notices import Notice
from handlers.screen import picture
from storage.cards import Shown
from storage.outbox import Row
from storage.posts import LOST, POSTS, TOPIC
from storage.store import Store
from storage.unavailable import is_unavailable

log = structlog.get_logger()

Render = Callable[[Row], Awaitable[Notice | None]]

LEASE = timedelta(minutes=5)
"""Longer than a call may take and than the longest wait in the pacer."""
AT_ONCE = 60
TRIES = 5
FIRST_PAUSE = timedelta(seconds=60)
IDLE_SECONDS = 1.0
LONG_WAIT = 5.0
"""A message whose chat must wait longer (seconds) goes back, so that its place is free for others."""
NEWS = frozenset({"moved", "relocated", "cancelled", "seat"})
"""What had better come twice than not at all."""
AHEAD = 0.03
"""Seconds before its turn in which a row is marked as being sent: the disk's time is not the messenger's."""
PARTING = 10.0
"""Seconds that calls under way have to come back when the process is told to stop."""
IN_ONE_CHAT = 3
"""Messages to one chat that may wait for one another here; the others go back."""


class BrokenOff(Exception):  # noqa: N818 - no fault
    """The process stops, and the call has not come back: nobody knows whether the message has arrived."""


class Delivery:
    """The sending loop. Nothing that one message meets ends it or holds up the others."""

    def __init__(  # noqa: PLR0917 - the parts meet here
        self,
        bot: Bot,
        store: Store,
        clock: SystemClock | RemoteClock,
        pacer: Pacer,
        render: Render,
        policy: Policy,
        figures: Figures,
    ) -> None:
        self._bot = bot
        self._store = store
        self._clock = clock
        self._pacer = pacer
        self._render = render
        self._policy = policy
        self._figures = figures
        self._probe = Probe(bot)
        self.worker = token_hex(4)
        self._tasks: set[asyncio.Task[None]] = set()
        self._calling: set[asyncio.Task[None]] = set()
        self._limits: set[asyncio.Timeout] = set()  # of the calls under way; without end until `stop`
        self._in_hand: set[int] = set()
        self._in_chat: Counter[int] = Counter()
        self._chats: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()  # one call at a time in a chat

    async def run(self) -> None:
        """Sends until it is cancelled."""
        while True:
            try:
                claimed = await patiently(self._claim)
            except Exception:
                log.exception("claim-failed")
                claimed = 0
            if not claimed:
                await self._idle()

    async def stop(self, within: float = PARTING) -> None:
        """Keeps what became of the calls under way; what only waits for its turn stays claimed for the next start."""
        for task in self._tasks - self._calling:
            task.cancel()
        for limit in self._limits:
            limit.reschedule(asyncio.get_running_loop().time() + within)
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._probe.stop()

    @property
    def in_hand(self) -> int:
        return len(self._tasks)

    @property
    def is_messenger_well(self) -> bool:
        return self._probe.is_well

    async def _claim(self) -> int:
        self._store.outbox.wake.clear()
        await self._probe.passed()
        room = AT_ONCE - len(self._tasks)
        if room <= 0:
            return 0
        rows = await self._store.outbox.claim(self.worker, self._clock.now(), room, LEASE)
        fresh = [row for row in rows if row.id not in self._in_hand]
        if fresh:
            await self._probe.fresh()
        for row in fresh:
            self._start(row)
        return len(fresh)

    def _start(self, row: Row) -> None:
        self._in_hand.add(row.id)
        self._in_chat[row.chat_id] += 1
        crowded = self._in_chat[row.chat_id] > IN_ONE_CHAT
        task = asyncio.create_task(patiently(lambda: self._deliver(row, crowded=crowded)))
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._finished(done, row))

    def _finished(self, task: asyncio.Task[None], row: Row) -> None:
        """What failed here stays claimed, and comes back when its lease is over."""
        self._tasks.discard(task)
        self._in_hand.discard(row.id)
        self._in_chat[row.chat_id] -= 1
        if not self._in_chat[row.chat_id]:
            del self._in_chat[row.chat_id]
        self._store.outbox.wake.set()
        if not task.cancelled() and task.exception() is not None:
            log.error("delivery-failed", row=row.id, kind=row.kind, exc_info=task.exception())

    async def _idle(self) -> None:
        """Waits for news. Not by `wait_for`: when it is woken and cancelled at once, the cancellation is lost."""
        with suppress(TimeoutError):
            async with asyncio.timeout(IDLE_SECONDS):
                await self._store.outbox.wake.wait()

    async def _deliver(self, row: Row, *, crowded: bool) -> None:
        now = self._clock.now()
        if row.use_until is not None and now >= row.use_until:
            await self._close(row, "missed")
            return
        due = self._permitted(row, now)
        if due > now:
            await self._store.outbox.again(row, due, counted=False)
        elif crowded:
            await self._back_in(row, 1)
        else:
            await self._in_turn(row)

    def _permitted(self, row: Row, now: datetime) -> datetime:
        """What can wait does not arrive in quiet hours, even when it is late; never past its event."""
        far = now + timedelta(days=3650)
        return self._policy.send_at(now, row.use_until or far, pressing=row.urgent)

    async def _in_turn(self, row: Row) -> None:
        async with self._chats.setdefault(row.chat_id, asyncio.Lock()):
            wait = await self._pacer.wait(row.chat_id)
            if wait > LONG_WAIT:
                await self._back_in(row, wait)
                return
            await self._send(row)

    async def _send(self, row: Row) -> None:
        try:
            notice = await self._render(row)
        except Exception as error:
            if is_unavailable(error):
                raise
            log.exception("render-failed", row=row.id, kind=row.kind)
            await self._later(row)
            return
        if notice is None:
            await self._close(row, "superseded")
            return
        async with self._pacer.turn(row.chat_id, bulk=True, ahead=AHEAD) as turn:
            if not self._probe.is_well:
                await self._back_in(row, 0)
                return
            if not await self._store.outbox.sending(row):
                return
            await self._pacer.beginning(turn)
            outcome = await self._call(row, notice)
        await self._conclude(row, outcome)

    async def _call(self, row: Row, notice: Notice) -> Message | Exception:
        """Makes the call, which `stop` gives its time; the message that it made, or what it raised."""
        task = asyncio.current_task()
        if task is not None:
            self._calling.add(task)
            task.add_done_callback(self._calling.discard)
        limit = asyncio.timeout(None)
        try:
            async with limit:
                self._limits.add(limit)
                return await _post(self._bot, row.chat_id, notice)
        except Exception as error:  # noqa: BLE001 - every fault has its fate
            return BrokenOff() if limit.expired() else error
        finally:
            self._limits.discard(limit)

    async def _conclude(self, row: Row, outcome: Message | Exception) -> None:
        """Keeps the outcome, however long that takes: a message sent but not marked would go out twice."""
        if isinstance(outcome, Exception):
            await patiently(lambda: self._failed(row, outcome))
            return
        self._probe.well()
        if row.kind in POSTS:
            shown = Shown(outcome.chat.id, outcome.message_id, has_poster=bool(outcome.photo))
            await patiently(lambda: self._store.posts.stands(row, shown, self._clock.now()))
        await patiently(lambda: self._close(row, "sent"))

    async def _failed(self, row: Row, error: Exception) -> None:
        if isinstance(error, TelegramMigrateToChat):
            await self._store.chats.move(row.chat_id, error.migrate_to_chat_id)
            await self._back_in(row, 0)
            return
        fate = Fate.REFUSED if TOPIC_CLOSED in str(error) else fate_of(error)
        log.warning("not-delivered", row=row.id, kind=row.kind, fate=fate.value, error=type(error).__name__)
        match fate:
            case Fate.SLOW_DOWN:
                seconds = error.retry_after if isinstance(error, TelegramRetryAfter) else 1
                self._pacer.hold(row.chat_id, seconds)
                await self._back_in(row, seconds)
            case Fate.AWAY:
                self._probe.doubt()
                await self._back_in(row, 1)
            case Fate.GONE:
                await self._unreachable(row)
            case Fate.REFUSED:
                await self._close(row, "failed", str(error)[:200])
            case Fate.FAILED:
                await self._later(row)
            case Fate.UNKNOWN:
                self._probe.doubt()
                await self._unknown(row)

    async def _later(self, row: Row) -> None:
        """One try more in 60 s, 120 s, …; after five it has failed."""
        if row.tries + 1 >= TRIES:
            await self._close(row, "failed")
            return
        due = self._clock.now() + FIRST_PAUSE * 2**row.tries
        await self._store.outbox.again(row, due, counted=True)

    async def _unknown(self, row: Row) -> None:
        """News is sent once more; for the rest a missed message is better than a double one."""
        if row.kind in NEWS and row.tries == 0:
            await self._store.outbox.again(row, self._clock.now(), counted=True)
            return
        await self._close(row, "unknown")

    async def _unreachable(self, row: Row) -> None:
        if row.member_id is not None:
            await self._store.members.set_reachable(row.member_id, reachable=False)
        await self._close(row, "unreachable")

    async def _back_in(self, row: Row, seconds: float) -> None:
        """Gives the message back for so long, no try counted. A clock that stands still is not waited for."""
        now = self._clock.now()
        if self._clock.stands:
            await asyncio.sleep(min(seconds, 1))
        due = now if self._clock.stands else now + timedelta(seconds=seconds)
        await self._store.outbox.again(row, due, counted=False)

    async def _close(self, row: Row, outcome: Any, error: str = "") -> None:
        if row.kind in POSTS and outcome in LOST:
            await self._store.posts.lost(row, TOPIC if TOPIC_CLOSED in error else outcome, self._clock.now())
        await self._store.outbox.finish(row.id, outcome, self._clock.now(), error or None)
        self._figures.messages[row.kind, outcome] += 1
        log.info("outbox", row=row.id, kind=row.kind, outcome=outcome)


async def _post(bot: Bot, chat_id: int, notice: Notice) -> Message:
    screen, silent = notice.screen, notice.silent
    if screen.photo is not None:
        return await bot.send_photo(
            chat_id,
            picture(screen.photo),
            caption=screen.text,
            reply_markup=screen.keyboard,
            disable_notification=silent,
        )
    return await bot.send_message(chat_id, screen.text, reply_markup=screen.keyboard, disable_notification=silent)
