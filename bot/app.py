"""Where the parts meet, once: called by the command line and by the tests alike."""

import asyncio
import gc
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.strategy import FSMStrategy
from aiogram.types import BotCommand, BotCommandScopeChat, CallbackQuery, LinkPreviewOptions, Message, Update
from handlers.notices import Notice, render
from handlers.start import commands_for

import handlers
from bot.clock import RemoteClock, SystemClock
from bot.delivery import Delivery
from bot.fsm import StoreStorage
from bot.holidays import load_calendar
from bot.middleware import Introduce
from bot.outcome import Fate, fate_of
from bot.pacer import Pace, Pacer, PacerMiddleware
from bot.poller import Poller
from bot.refresher import Refresher
from bot.session import open_session
from bot.settings import Settings
from bot.texts import Texts
from bot.tick import Tick
from bot.webhook import Webhook
from bot.workers import Workers
from domain.policy import Policy, ReminderRules
from domain.quiet import QuietHours
from handlers.card import Viewer, card_screen
from handlers.context import Library, Operator
from handlers.screen import Screen, answer
from storage.cards import Card
from storage.migrate import upgrade
from storage.outbox import Row
from storage.store import Store

log = structlog.get_logger()

NIGHT = time(3, 30)
CONNECT_PAUSES = (1, 2, 5, 10, 30, 60)


def policy_of(settings: Settings) -> Policy:
    """The library's habits of time, as the settings say."""
    quiet, rules = settings.quiet_hours, settings.reminders
    return Policy(
        ZoneInfo(settings.library.timezone),
        load_calendar(quiet.calendar),
        QuietHours(
            workday=(_hour(quiet.workday_from), _hour(quiet.workday_to)),
            saturday=(_hour(quiet.saturday_from), _hour(quiet.saturday_to)),
        ),
        ReminderRules(
            days_before=rules.days_before, workdays_before=rules.workdays_before, hours_before=rules.hours_before
        ),
    )


class App:
    """The bot: `start()` returns when it answers, `stop()` when all that was in hand is done."""

    def __init__(self, settings: Settings, clock: SystemClock | RemoteClock) -> None:
        self._settings = settings
        self.clock = clock
        telegram, limits = settings.telegram, settings.limits
        self.store = Store(settings.storage.url, policy_of(settings), settings.library.admins)
        self.pacer = Pacer(Pace(limits.overall_per_second, limits.chat_burst, limits.group_per_minute))
        session = open_session(telegram.api_base, telegram.proxy)
        session.middleware(PacerMiddleware(self.pacer))
        defaults = DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview=LinkPreviewOptions(is_disabled=True))
        self.bot = Bot(telegram.token.get_secret_value(), session=session, default=defaults)
        self.texts = Texts(ZoneInfo(settings.library.timezone), settings.library.languages)
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Opens the store, meets the messenger, and goes on where the last process was."""
        await upgrade(self._settings.storage.url)
        await self.clock.start()
        self.library = await self._introduce()
        self._wire()
        await self._pick_up()
        self._tasks = [asyncio.create_task(self._intake()), asyncio.create_task(self.delivery.run())]
        self.tick.start()
        gc.freeze()
        log.info("started", bot=self.library.bot_username)

    async def run(self) -> None:
        """Works until it is cancelled, or until the messenger refuses the token."""
        try:
            await asyncio.gather(*self._tasks)
        finally:
            await self.stop()

    async def stop(self) -> None:
        """Takes nothing more in, finishes what is in hand, and closes."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.tick.stop()
        await self.workers.finish()
        await self.delivery.stop()
        await self.clock.stop()
        await self.bot.session.close()
        await self.store.close()

    async def next_moment(self, after: datetime) -> datetime | None:
        """When the bot will next do something by itself: a reminder, or a message that waits."""
        moments = [await self.store.reminders.next_due(after), await self.store.outbox.next_due()]
        return min((moment for moment in moments if moment is not None and moment > after), default=None)

    async def _introduce(self) -> Library:
        """Learns the bot's own name; waits as long as the messenger is out of reach."""
        settings = self._settings
        operator = Operator(settings.privacy.operator, settings.privacy.address, settings.privacy.contact)
        for attempt in range(10_000):
            try:
                me = await self.bot.me()
                break
            except Exception as error:
                if fate_of(error) not in (Fate.AWAY, Fate.UNKNOWN, Fate.FAILED, Fate.SLOW_DOWN) or _unauthorized(error):
                    raise
                pause = CONNECT_PAUSES[min(attempt, len(CONNECT_PAUSES) - 1)]
                log.warning("messenger-unreachable", error=type(error).__name__, pause=pause)
                await asyncio.sleep(pause)
        return Library(
            name=settings.library.name,
            policy=policy_of(settings),
            languages=settings.library.languages,
            bot_username=me.username or "",
            operator=operator,
        )

    def _wire(self) -> None:
        self.dispatcher = Dispatcher(
            storage=StoreStorage(self.store.conversations), fsm_strategy=FSMStrategy.USER_IN_CHAT, disable_fsm=False
        )
        self.dispatcher.update.outer_middleware(Introduce(self.store, self.library, self.texts, self.clock))
        self.dispatcher.include_routers(*handlers.routers())
        self.workers = Workers(
            self.bot, self.store, self.clock, self._handle, self._apologise, self._settings.limits.updates_at_once
        )
        self.delivery = Delivery(self.bot, self.store, self.clock, self.pacer, self._render)
        self.refresher = Refresher(self.bot, self.store, self._draw)
        self.tick = Tick(
            self.clock,
            (
                self.store.reminders.fire,
                self._recover,
                self._wake,
                self.refresher.beat,
                self.workers.flush,
                self._chores,
            ),
        )
        if isinstance(self.clock, RemoteClock):
            self.clock.on_turn = self.tick.wake

    async def _pick_up(self) -> None:
        """What an earlier process left: messages it held, updates it had not done, work of the night."""
        now = self.clock.now()
        await self.store.outbox.recover(now, all_workers=True)
        await self.store.reminders.replan_all(now)
        await self.store.chores.plan("forget-updates", self._next_night(now))
        await self._offer_commands()
        await self.workers.take_up()

    async def _intake(self) -> None:
        telegram = self._settings.telegram
        if telegram.mode == "webhook":
            await Webhook(self.bot, telegram.webhook, self.workers.take_in).run()
            return
        with suppress(TelegramAPIError):
            await self.bot.delete_webhook()
        await Poller(self.bot, self.workers.take_in).run()

    async def _handle(self, update: Update) -> None:
        await self.dispatcher.feed_update(self.bot, update)

    async def _apologise(self, update: Update, code: str) -> None:
        """Tells the person that it was not their fault, with the number under which it stands in the log."""
        event = update.event
        user = getattr(event, "from_user", None)
        say = self.texts(user.language_code if user else None)
        with suppress(TelegramAPIError):
            if isinstance(event, CallbackQuery):
                await answer(event, say.plain("common-apology", code=code), alert=True)
            elif isinstance(event, Message):
                await event.answer(say("common-apology", code=code))

    async def _render(self, row: Row) -> Notice | None:
        return await render(row, self.store, self.texts, self.library, self.clock.now())

    async def _draw(self, card: Card) -> Screen:
        person = await self.store.members.find(card.member_id) if card.member_id is not None else None
        viewer = Viewer(person, self.library, self.clock.now(), shared=card.member_id is None)
        return await card_screen(self.store, card.event_id, viewer, self.texts(person.language if person else None))

    async def _recover(self, now: datetime) -> None:
        await self.store.outbox.recover(now, all_workers=False)

    async def _wake(self, _now: datetime) -> None:
        self.store.outbox.wake.set()

    async def _chores(self, now: datetime) -> None:
        for name in await self.store.chores.claim(now):
            await self.store.inbox.forget(now)
            await self.store.chores.done(name, self._next_night(now))

    def _next_night(self, now: datetime) -> datetime:
        zone = self.library.policy.zone
        tomorrow = now.astimezone(zone).date() + timedelta(days=1)
        return datetime.combine(tomorrow, NIGHT, zone).astimezone(UTC)

    async def _offer_commands(self) -> None:
        """The menu: what everybody may do, in each language, and for staff what is theirs."""
        with suppress(TelegramAPIError):
            for language in self.library.languages:
                await self.bot.set_my_commands(self._menu(None, language), language_code=language)
            await self.bot.set_my_commands(self._menu(None, self.library.languages[0]))
        for person in await self.store.members.staff():
            with suppress(TelegramAPIError):
                menu = [
                    BotCommand(command=c, description=d) for c, d in commands_for(person, self.texts(person.language))
                ]
                await self.bot.set_my_commands(menu, scope=BotCommandScopeChat(chat_id=person.account_id))

    def _menu(self, person: None, language: str) -> list[BotCommand]:
        return [BotCommand(command=c, description=d) for c, d in commands_for(person, self.texts(language))]


def _unauthorized(error: Exception) -> bool:
    return type(error).__name__ == "TelegramUnauthorizedError"


def _hour(hour: int) -> time:
    return time.max if hour == 24 else time(hour)
