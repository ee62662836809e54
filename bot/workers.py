"""Hands updates on: in order for one person, and for one group, which is a lane of its own; side by side for many."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Update
from pydantic import ValidationError

from bot.apology import KEPT, REST, TOO_MUCH
from bot.clock import RemoteClock, SystemClock
from bot.figures import Figures
from bot.gate import Gate, Verdict
from bot.lanes import Lanes, event_of, kind_of
from bot.logs import describe
from bot.outcome import LOST, Fate, fate_of
from bot.patience import patiently, pauses
from bot.reading import read
from bot.standstill import Standstill
from handlers.callbacks import seat_event
from storage.inbox import Letter
from storage.settle import AlreadyDone
from storage.store import Store
from storage.unavailable import is_unavailable, reason
from storage.unit import Unit, handling

log = structlog.get_logger()
Handle = Callable[[Update], Awaitable[None]]
TRIES = 3
PAUSES = (0.5, 2.0)
PARTING = 10.0
"""Seconds that updates in hand have to come to an end when the process is told to stop; the rest waits in the inbox."""


class Workers:
    """Runs each update through `handle`, at most `at_once` together.

    An update is done in the transaction of its effect; one without effect is marked with the next batch. After three
    failures it is given up, and `apologise` tells the person. A database out of reach is no failure of the update.
    """

    name = ""
    """This process, where there are several."""

    def __init__(  # noqa: PLR0917 - the parts meet here
        self,
        bot: Bot,
        store: Store,
        clock: SystemClock | RemoteClock,
        handle: Handle,
        apologise: Callable[[Update, str], Awaitable[None]],
        at_once: int = 100,
        figures: Figures | None = None,
        gate: Gate | None = None,
        most: int = 1000,
    ) -> None:
        self._bot = bot
        self._store = store
        self._clock = clock
        self._handle = handle
        self._apologise = apologise
        self._figures = figures or Figures()
        self._gate = gate
        self._most = most
        self._has_room = asyncio.Event()
        self._places = asyncio.Semaphore(at_once)
        self._at_once = at_once
        self._at_work = 0
        self._lanes = Lanes()
        self._standstill = Standstill(bot, apologise)
        self._tasks: set[asyncio.Task[None]] = set()
        self._closing: set[int] = set()
        self._lost: dict[int, int] = {}

    async def take_in(self, updates: Sequence[tuple[int, str]]) -> None:
        """Keeps a batch, then starts on what of it is new."""
        done, self._closing = self._closing, set()
        try:
            new = set(await self._kept(updates, done))
        except BaseException:
            self._closing |= done
            raise
        for update_id, body in updates:
            if update_id in new:
                self._start(Letter(update_id, body, 0), self._gate)
            else:
                log.info("update-twice", update_id=update_id)

    async def _kept(self, updates: Sequence[tuple[int, str]], done: set[int]) -> list[int]:
        """Those that are new. People are told when what they did has to wait for the database."""
        with self._standstill.while_keeping(updates):
            return await self._store.inbox.put(updates, done, self._clock.now())

    async def room(self) -> None:
        """Waits until there are few enough in hand: what is not taken in, the messenger keeps."""
        while len(self._tasks) >= self._most:
            self._has_room.clear()
            await self._has_room.wait()

    async def take_up(self) -> int:
        """Starts on what an earlier process left; how many updates."""
        waiting = await self._store.inbox.waiting()
        for letter in waiting:
            self._start(letter)
        return len(waiting)

    async def take_over(self) -> int:
        """Starts on what other processes left, how many updates; there are none beside this one."""
        return 0

    async def flush(self, *_: object) -> None:
        """Marks what had no effect, if no batch has come meanwhile."""
        if self._closing:
            await self.take_in([])

    def owe(self, answers: Mapping[int, int]) -> None:
        """Answers, by update and account, that an earlier process may not have given."""
        self._lost |= answers

    async def make_good(self, pay: Callable[[int], Awaitable[bool]]) -> None:
        """Shows those whose answer was lost on the way where they are (`pay`, by account), until it arrives."""
        lost, self._lost = self._lost, {}
        accounts = sorted(set(lost.values()))
        outcomes = await asyncio.gather(*(self._in_turn(one, pay) for one in accounts), return_exceptions=True)
        paid = {account for account, outcome in zip(accounts, outcomes, strict=True) if outcome is True}
        self._closing |= {update_id for update_id, account in lost.items() if account in paid}
        self._lost |= {update_id: account for update_id, account in lost.items() if account not in paid}

    async def _in_turn(self, account: int, pay: Callable[[int], Awaitable[bool]]) -> bool:
        async with self._lanes.of_person(account):
            return await pay(account)

    async def finish(self, within: float = PARTING) -> None:
        """Waits for what is in hand, and marks it. What takes longer is broken off, and waits in the inbox."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self.flush()

    @property
    def in_hand(self) -> int:
        return len(self._tasks)

    @property
    def busy(self) -> float:
        """How many are at work, of those that may be at once; what waits behind one person's own does not count."""
        return self._at_work / self._at_once

    def _start(self, letter: Letter, gate: Gate | None = None) -> None:
        """What an earlier process let in, comes past no gate again."""
        task = asyncio.create_task(self._open(letter, gate))
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._has_room.set()
        if not task.cancelled() and task.exception() is not None:
            log.error("worker-failed", exc_info=task.exception())

    async def _open(self, letter: Letter, gate: Gate | None) -> None:
        came_at = time.monotonic()
        try:
            update = read(letter.body, self._bot)
        except ValidationError as error:
            log.error("update-unreadable", update_id=letter.update_id, faults=error.error_count())
            await patiently(lambda: self._store.inbox.fail(letter.update_id))
            return
        if event_of(update) is None:
            log.warning("update-unknown", update_id=letter.update_id)
            self._closing.add(letter.update_id)
            return
        if gate is not None and (verdict := gate.ask(update, self._lanes.waiting(update))) is not Verdict.IN:
            await self._turn_away(update, verdict)
            return
        async with self._lanes.turn_of(update):
            await self._work(letter, update, came_at)

    async def _turn_away(self, update: Update, verdict: Verdict) -> None:
        """It has no effect and is done; who brought too much is told once, and presses are answered in reason."""
        self._figures.turned_away["person"] += 1
        self._closing.add(update.update_id)
        if verdict is Verdict.TOLD:
            log.warning("turned-away", update_id=update.update_id, kind=kind_of(update))
            await self._apologise(update, TOO_MUCH)
        elif verdict is Verdict.REST:
            await self._apologise(update, REST)

    async def _work(self, letter: Letter, update: Update, came_at: float) -> None:
        began, kind = time.monotonic(), kind_of(update)
        done = await self._tried(letter, update)
        ended = time.monotonic()
        self._figures.update(kind, "done" if done else "failed", ended - came_at)
        if done:
            log.info("update", update_id=letter.update_id, kind=kind, ms=round((ended - began) * 1000))
        else:
            await self._give_up(letter.update_id, update)

    async def _tried(self, letter: Letter, update: Update) -> bool:
        """Tries until the update is done; False after three failures. The pauses keep only this person waiting."""
        for attempt in range(letter.tries, TRIES):
            if await self._attempt(letter.update_id, update):
                return True
            await patiently(lambda: self._store.inbox.tried(letter.update_id))
            if attempt + 1 < TRIES:
                await asyncio.sleep(PAUSES[min(attempt, len(PAUSES) - 1)])
        return False

    async def _attempt(self, update_id: int, update: Update) -> bool:
        """Whether the update needs no further try: its effect is there, even if the answer was lost."""
        cut_off = False
        for pause in pauses():
            unit = Unit(update_id)
            try:
                await self._placed(unit, update)
            except AlreadyDone:
                log.info("update-twice", update_id=update_id)
                if cut_off:
                    await self._owe_answer(unit, update)
                return True
            except Exception as error:
                if not is_unavailable(error):
                    log.exception("update-failed", update_id=update_id, done=unit.done)
                    return await self._told_of_fault(unit, update)
                log.error("database-unavailable", update_id=update_id, reason=reason(error), pause=pause)
                self._standstill.tell(update, error)
            else:
                return True
            cut_off = True
            await asyncio.sleep(pause)
        raise AssertionError("the pauses never end")

    async def _owe_answer(self, unit: Unit, update: Update) -> None:
        """The database was lost on the way from the effect to the answer. To who is known it is made good later."""
        if unit.account_id is not None:
            self._lost[unit.update_id] = unit.account_id
            return
        self._closing.add(unit.update_id)
        await self._apologise(update, KEPT)

    async def _told_of_fault(self, unit: Unit, update: Update) -> bool:
        """A fault after the effect is no reason to do it again, nor to leave the person without a word."""
        if unit.done:
            await self._apologise(update, str(unit.update_id))
        return unit.done

    async def _placed(self, unit: Unit, update: Update) -> None:
        with self._standstill.while_in_hand(update, self._store.db):
            async with self._places:
                self._at_work += 1
                try:
                    await self._run(unit, update)
                finally:
                    self._at_work -= 1

    async def _run(self, unit: Unit, update: Update) -> None:
        async with self._lanes.of_seats(seat_event(update)) as turn:
            unit.ordered = turn.free
            with handling(unit):
                if await self._seen_through(unit, update):
                    self._closing.add(unit.update_id)
                elif unit.account_id is not None:
                    self._lost[unit.update_id] = unit.account_id

    async def _seen_through(self, unit: Unit, update: Update) -> bool:
        """Lets the update take its course; False: its effect is there, but the answer was lost on the way and is owed.

        Where it has no effect there is nothing to go by later, and no harm in the same once more.
        """
        for pause in (*PAUSES, None):
            answered = await self._answered(unit, update)
            without_effect = await self._store.inbox.finish(unit)
            if answered or not without_effect or pause is None:
                return answered or without_effect
            await asyncio.sleep(pause)
        raise AssertionError("the last pause is none")

    async def _answered(self, unit: Unit, update: Update) -> bool:
        """Whether the answer has gone."""
        try:
            await self._handle(update)
        except LOST as error:
            log.warning("answer-lost", update_id=unit.update_id, error=describe(error))
            return False
        except TelegramAPIError as error:
            if fate_of(error) is not Fate.GONE:
                raise
            log.info("nobody-to-answer", update_id=unit.update_id, error=type(error).__name__)
        return True

    async def _give_up(self, update_id: int, update: Update) -> None:
        log.error("update-given-up", update_id=update_id)
        await patiently(lambda: self._store.inbox.fail(update_id))
        await self._apologise(update, str(update_id))
