"""Where the parts meet, once: called by the command line and by the tests alike."""

import asyncio
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import structlog
from aiogram import Dispatcher
from aiogram.fsm.strategy import FSMStrategy
from aiogram.types import Update

import handlers
from bot.about import library_of
from bot.apology import SLOW, WAITS, apologise
from bot.backups import Backups
from bot.chores import Chores
from bot.clock import RemoteClock, SystemClock
from bot.commands import offer_commands
from bot.consents import load_consents
from bot.courtesy import Courtesy
from bot.debts import Debts
from bot.delivery import Delivery
from bot.event_paper_files import paper_files
from bot.figures import Figures
from bot.fsm import StoreStorage
from bot.gate import Gate
from bot.greeting import greet
from bot.journal_files import journal_files
from bot.lanes import person_of
from bot.ledger import erase_again
from bot.logs import errors
from bot.measure import Measure
from bot.metrics import Standing, exposition
from bot.middleware import Introduce
from bot.pacer import pacer_of
from bot.pictureless import Pictureless
from bot.policy import policy_of
from bot.poller import Poller
from bot.refresher import Refresher
from bot.replica import replica_of
from bot.result_files import result_files
from bot.schema import bring_up
from bot.settings import Settings
from bot.survey_files import files_of
from bot.texts import Texts
from bot.tick import Beat, Tick
from bot.turns import SharedWorkers
from bot.unchanged import Unchanged
from bot.vitals import Signs, Vitals
from bot.voice import open_bot
from bot.watch import Watch
from bot.webhook import Webhook
from bot.workers import Workers
from handlers.card import Viewer, live_card
from handlers.notices import Notice, render
from handlers.screen import Screen
from storage.cards import Card
from storage.outbox import Row
from storage.store import Store

if TYPE_CHECKING:
    from bot.web.site import Site

log = structlog.get_logger()

LEASES_EVERY = 30.0
"""Seconds between two looks for messages whose worker is gone."""


class App:
    """The bot: `start()` returns when it answers, `stop()` when all that was in hand is done."""

    def __init__(self, settings: Settings, clock: SystemClock | RemoteClock) -> None:
        self._settings = settings
        self.clock = clock
        self._policy = policy_of(settings)
        self._consents = load_consents(settings.privacy.consents, settings.library.languages)
        self.store = Store(settings.storage.url, self._policy, settings.library.admins)
        self.backups = Backups(settings)
        self.figures = Figures()
        self.pacer = pacer_of(settings)
        self._replica = replica_of(settings, self.store, self.pacer.share_with)
        self.unchanged = Unchanged(is_alone=self._replica.is_alone)
        passed = (self.unchanged, Courtesy(self.pacer), Pictureless(), Measure(self.figures))
        self.bot = open_bot(settings.telegram, *passed)
        self.texts = Texts(ZoneInfo(settings.library.timezone), settings.library.languages)
        self._tasks: list[asyncio.Task[None]] = []
        self._asides: list[asyncio.Task[None]] = []
        self._leases_seen = time.monotonic()
        self._is_wired = False
        self._is_at_work = False
        self.signs = Signs(self._silent_for, lambda: self._is_at_work, self.store.health.ping, self._metrics)
        self._vitals = Vitals(settings.health, self.signs)
        self._results = result_files()
        self._papers = paper_files(settings.papers.templates)
        self._site: Site | None = None

    async def start(self) -> None:
        """Opens the store, meets the messenger, and goes on where the last process was."""
        await self._vitals.start()
        await bring_up(self._settings.storage.url)
        await self.clock.start()
        me = await greet(self.bot)
        self.library = library_of(self._settings, self._policy, self._consents, me.username or "")
        self._wire()
        if self._site is not None:
            await self._site.start()
        await self._pick_up()
        self._tasks = [asyncio.create_task(self._intake()), asyncio.create_task(self.delivery.run())]
        menus = offer_commands(self.bot, self.store, self.texts, self._settings.library.languages)
        self._asides = [asyncio.create_task(menus)]
        self.tick.start()
        self._is_at_work = True
        log.info("started", bot=self.library.bot_username)

    async def run(self) -> None:
        """Works until it is cancelled, or until the messenger refuses the token; `stop()` is for whoever started."""
        await asyncio.gather(*self._tasks)

    async def stop(self) -> None:
        """Takes nothing more in, finishes what is in hand, and closes."""
        self._is_at_work = False
        if self._is_wired:
            await self._wind_down()
        await self._vitals.stop()
        await self.clock.stop()
        await self.bot.session.close()
        await self.store.close()

    async def next_moment(self, after: datetime) -> datetime | None:
        """When the bot will next do something by itself: a reminder, or a message that waits."""
        store = self.store
        moments = [await store.reminders.next_due(after), await store.chasing.next_due(after)]
        moments.append(await store.life.next_due(after))
        moments.append(await store.outbox.next_due())
        return min((moment for moment in moments if moment is not None and moment > after), default=None)

    def _wire(self) -> None:
        settings, store = self._settings, self.store
        self.dispatcher = self._conversations()
        self.debts = Debts(self.bot, store, self.texts, self.library, self.clock.now, self.dispatcher.fsm)
        self.workers = self._hands()
        self.pacer.busy = lambda: self.workers.busy
        self.delivery = Delivery(self.bot, store, self.clock, self.pacer, self._render, self._policy, self.figures)
        self.refresher = Refresher(self.bot, store, self.clock, self._draw, is_alone=self._replica.is_alone)
        self.delivery.worker = self._replica.name
        self.chores = Chores(store, self._policy.zone, self.backups)
        self.watch = Watch(self.bot, store, self.texts)
        self.tick = Tick(self.clock, self._beats())
        if isinstance(self.clock, RemoteClock):
            self.clock.on_turn = self.tick.wake
        if settings.web.url:
            self._site = self._pages()
        self._is_wired = True

    def _conversations(self) -> Dispatcher:
        dispatcher = Dispatcher(
            storage=StoreStorage(self.store.conversations),
            fsm_strategy=FSMStrategy.USER_IN_CHAT,
            disable_fsm=False,
            files=files_of(media=self._settings.privacy.media_answers),
            look_for_copies=self.backups.look,
            results=self._results,
            papers=self._papers,
            journals=journal_files(),
        )
        dispatcher.update.outer_middleware(Introduce(self.store, self.library, self.texts, self.clock))
        dispatcher.include_routers(*handlers.routers())
        return dispatcher

    def _hands(self) -> Workers:
        limits = self._settings.limits
        workers = (Workers if self._replica.is_alone else SharedWorkers)(
            self.bot,
            self.store,
            self.clock,
            self._handle,
            self._apologise,
            limits.updates_at_once,
            self.figures,
            gate=Gate(limits.person_burst, limits.person_per_minute),
            most=limits.updates_waiting,
        )
        workers.name = self._replica.name
        return workers

    def _beats(self) -> tuple[Beat, ...]:
        """What is looked after every second, in this order."""
        store = self.store
        return (
            store.reminders.fire,
            store.life.beat,
            store.broadcasts.settle,
            store.chasing.fire,
            self._wake,
            self._recover,
            self.refresher.beat,
            self.workers.flush,
            self._make_good,
            self.chores.beat,
            self.watch.beat,
            self._beside,
        )

    def _pages(self) -> "Site":
        from bot.web.attempts import Attempts  # only who serves pages loads what draws them
        from bot.web.house import House
        from bot.web.site import Site

        house = House(self.store, self.library, self.texts, self.clock.now, Attempts(), self._results, self._papers)
        return Site(house, self._settings.web.host, self._settings.web.port)

    async def _pick_up(self) -> None:
        """What an earlier process left: messages, updates, answers that it owed, work of the night."""
        now = self.clock.now()
        messages = await self.store.outbox.recover(now, all_workers=self._replica.is_alone)
        await self.store.reminders.replan_all(now)
        await self.store.partner_imports.tidy(now)
        await self.chores.plan(now)
        await erase_again(self.store, Path(self._settings.backup.folder), now)
        owed = await self._replica.start()
        self.workers.owe(owed)
        log.info("picked-up", messages=messages, updates=await self.workers.take_up(), answers=len(owed))

    async def _beside(self, _now: datetime) -> None:
        """Says that this process is there, and takes over what those had in hand that are not."""
        self.workers.owe(await self._replica.beat())
        await self.workers.take_over()

    async def _wind_down(self) -> None:
        started = [*self._tasks, *self._asides]
        for task in started:
            task.cancel()
        await asyncio.gather(*started, return_exceptions=True)
        if self._site is not None:
            await self._site.stop()
        await self.tick.stop()
        await asyncio.gather(self.workers.finish(), self.delivery.stop())
        await self._replica.stop()
        await self.pacer.close()

    async def _intake(self) -> None:
        telegram = self._settings.telegram
        if telegram.mode == "webhook":
            await Webhook(self.bot, telegram.webhook, self.workers.take_in, self.workers.room, self.signs).run()
        else:
            await Poller(self.bot, self.workers.take_in, self.workers.room).run()

    async def _handle(self, update: Update) -> None:
        self.unchanged.pressed(update.callback_query)
        await self.dispatcher.feed_update(self.bot, update)

    async def _apologise(self, update: Update, code: str) -> None:
        if code not in {SLOW, WAITS} or await self.pacer.tells_first(person_of(update)):
            await apologise(update, code, self.texts)

    async def _render(self, row: Row) -> Notice | None:
        return await render(row, self.store, self.texts, self.library, self.clock.now())

    async def _draw(self, card: Card) -> Screen:
        person = await self.store.members.find(card.member_id) if card.member_id is not None else None
        viewer = Viewer(person, self.library, self.clock.now(), shared=card.member_id is None)
        return await live_card(self.store, card.event_id, viewer, self.texts(person.language if person else None))

    def _silent_for(self) -> float:
        return self.tick.silent_for() if self._is_at_work else 0.0

    async def _metrics(self) -> bytes:
        return exposition(self.figures, await self._standing())

    async def _standing(self) -> Standing:
        now, at_work = self.clock.now(), self._is_at_work
        return Standing(
            now=now,
            traffic=await self.store.health.traffic(now),
            updates_in_hand=self.workers.in_hand if at_work else 0,
            deliveries_in_hand=self.delivery.in_hand if at_work else 0,
            waiting_for_turn=self.pacer.waiting,
            is_messenger_well=at_work and self.delivery.is_messenger_well,
            last_backup=await self.backups.last(),
            errors=errors,
        )

    async def _recover(self, now: datetime) -> None:
        if time.monotonic() - self._leases_seen >= LEASES_EVERY:
            self._leases_seen = time.monotonic()
            await self.store.outbox.recover(now, all_workers=False)

    async def _make_good(self, _now: datetime) -> None:
        await self.workers.make_good(self.debts.pay)

    async def _wake(self, _now: datetime) -> None:
        self.store.outbox.wake.set()
