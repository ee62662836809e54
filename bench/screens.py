"""Every list and screen in a year of a library system, through the real handlers: how long the bot itself takes."""

import asyncio
import gc
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import update

import handlers.callbacks
from bench.bots import TOKEN
from bench.table import Row, plain, under
from bench.town import NOW, open_store
from bench.year import Year, a_year
from bot.app import App
from bot.clock import RemoteClock
from bot.run import free_port
from bot.settings import Settings
from domain.health import Trouble
from domain.people import Purpose
from domain.week_ahead import WISH
from handlers.notices import render
from sandbox.people import Person
from sandbox.server import Sandbox
from storage.members import ConsentGiven
from storage.outbox import Row as Letter
from storage.store import Store
from storage.tables import members

EACH, ROUNDS, PATIENCE = 5, 3, 30
CALENDAR = "a calendar"
COMMANDS = ("start", "help", "events", "my", "survey", "partners", "settings", "privacy", "staff", "health", "new")
SEARCHES = ("организация 17", "книжной", "орлова")
INLINE = (("", ""), ("", "10"), ("космос", ""), ("27 апреля", ""), ("библиотека 7", ""))
ACTS = frozenset(
    """
    ActionDone ActionDrop ActionFor ActionNew ActionReport ActionTermless AgreementNew AgreementReturn BranchFeedSet
    CancelDo CapacitySet ConsentGive ConsentLeave ConsentRefuse ConsentTick DoorCode DoorDrop DoorMark DoorTake
    DoorUnsigned DoorWalkIns
    EventAgree EventPublish EventReturn FeedSet FeedbackGive FormAct FormHour FormLeave FormOption FormSubmit FormTick
    GroupSend ImportApply ImportDrop ItemDrop ItemMinutes ItemShift LanguageSet LinkDeny LinkMake LinkRevoke ManageLink
    MinutesSave MyPartnerLeave PaperMake PartAccept PartComment PartDecline PartKeep PartSet PartWant PartnerArchive
    PartnerNew PartnerRestore PeopleMark PeopleNote PeriodFile PrivacyErase PrivacyFile PrivacyWithdraw ProposalTake
    QuestionDrop
    QuestionnaireFile QuestionnairePaper QuestionnaireShipped QuestionnaireTry RepNew RepPrimary RepRemove RepReturn
    ResultsPaper ResultsPicture ReviewSet RsvpAnswer RsvpColleague RsvpGuests RsvpInstead SeatWhy SeriesAdd SeriesAll
    SheetExport SpeakerSet StaffLink StaffTake SurveyBegin SurveyClose SurveyLater SurveyNew TalkDecide TemplateDrop
    TemplateKeep TemplateUse WriteDrop WriteEvent WritePartners WriteSend WriteStop WriteTrial EventNew EventFresh
    EventRepeat EventMove EventChange AgreementChange PartnerChange RepChange SurveyEnter SurveyExtend ReportFill
    HallDrop InvitePartner RepAsk ReminderSet SignUpAsk TalksWanted
    """.split()
)
"""What does something, makes a file or begins a form: no list and no screen."""
KINDS = {one.__prefix__: one for one in vars(handlers.callbacks).values() if hasattr(one, "__prefix__")}


@dataclass(frozen=True, slots=True)
class ScreenCosts:
    """Seconds. `screens`: of how many kinds there were figures; `worst`: the slowest, by its name, 99 in 100.

    `calendar`: one that a program fetches, which is written in a thread.
    """

    screens: int
    worst: str
    slowest: float
    usual: float
    calendar: float


@dataclass(slots=True)
class Meter:
    """Adds up what an update takes, without its calls to the messenger."""

    own: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    spent: float = 0.0
    _away: float = 0.0

    async def update(self, handler: Callable[..., Awaitable[Any]], event: Any, data: dict[str, Any]) -> Any:
        begun, self._away = time.perf_counter(), 0.0
        try:
            return await handler(event, data)
        finally:
            self.spent = time.perf_counter() - begun - self._away

    async def call(self, make: Callable[..., Awaitable[Any]], bot: Any, method: Any) -> Any:
        begun = time.perf_counter()
        try:
            return await make(bot, method)
        finally:
            self._away += time.perf_counter() - begun

    def costs(self) -> ScreenCosts:
        """The first time of each is left out: it prepares its statements."""
        found = {name: max(times[1:] or times) for name, times in self.own.items()}
        calendar = found.pop(CALENDAR)
        worst = max(found, key=lambda name: found[name])
        every = sorted(one for times in self.own.values() for one in times[1:])
        return ScreenCosts(len(found), worst, found[worst], every[len(every) // 2], calendar)


@dataclass(slots=True)
class Visitor:
    """Somebody who looks at everything that there is to be seen."""

    person: Person
    app: App
    meter: Meter
    waiting: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    seen: set[str] = field(default_factory=set)

    async def look_round(self, *first: str) -> None:
        for words in first:
            await self.says(words)
        while left := [name for name, data in self.waiting.items() if data]:
            for name in left:
                await self.presses(self.waiting[name].pop(0))

    async def says(self, words: str) -> None:
        for _ in range(ROUNDS):
            await self.person.says(words)
            await self._done(words.split(maxsplit=1)[0] if words.startswith("/") else "a search")
        self._take(self.person.screen())

    async def presses(self, data: str) -> None:
        message = self.person.screen()
        name = KINDS[data.partition(":")[0]].__name__
        for _ in range(ROUNDS):
            await self.person.presses(data, message)
            await self._done(name)
            message = self.person.screen()
        self._take(message)

    async def _done(self, name: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while self.person.world.updates or self.app.workers.in_hand:  # noqa: ASYNC110 - many short waits
                await asyncio.sleep(0.001)
        self.meter.own[name].append(self.meter.spent)

    def _take(self, message: dict[str, Any]) -> None:
        """Buttons not seen before, some of each kind."""
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        for data in (button["callback_data"] for row in rows for button in row if "callback_data" in button):
            kind = KINDS.get(data.partition(":")[0])
            if kind is None or data in self.seen or kind.__name__ in ACTS or _is_sure(kind, data):
                continue
            self.seen.add(data)
            if sum(one.partition(":")[0] == kind.__prefix__ for one in self.seen) <= EACH:
                self.waiting[kind.__name__].append(data)


def _is_sure(kind: Any, data: str) -> bool:
    return bool(getattr(kind.unpack(data), "sure", 0))


async def screen_costs(folder: Path) -> ScreenCosts:
    meter = Meter()
    async with _town(folder) as (app, year, people):
        app.dispatcher.update.outer_middleware(meter.update)
        app.bot.session.middleware(meter.call)  # type: ignore[arg-type]  # aiogram means a call of one kind
        host, rep, reader = (Visitor(person, app, meter) for person in people)
        event = max(year.guests, key=lambda number: len(year.guests[number]))
        coming = max(number for number in year.guests if number > max(year.guests) // 2)
        cards = [f"/start e{number}" for number in (event, coming, coming - 100)]
        await host.look_round(*(f"/{command}" for command in COMMANDS), *cards)
        await host.says("/partners")
        for words in SEARCHES:
            await host.says(words)
        for visitor in (rep, reader):
            await visitor.look_round("/start", "/events", "/my", "/survey", "/settings", "/privacy", *cards)
        await _inline(host)
        await _digest(app, meter, year)
        await _feeds(app, meter, year)
    return meter.costs()


@asynccontextmanager
async def _town(folder: Path) -> AsyncIterator[tuple[App, Year, list[Person]]]:
    """The year, with an administrator, somebody who acts for a partner, and a reader."""
    async with Sandbox(TOKEN) as box:
        people = [box.person(name) for name in ("Анна Ветрова", "Игорь Лапин", "Ольга Котова")]
        store, url = await open_store(folder)
        given = [ConsentGiven(Purpose.EVENTS, "1", "Согласен", NOW)]
        host = await store.members.consent(people[0].id, "Анна Ветрова", "ru", given, NOW)
        year = await a_year(store, host)
        for person, place in zip(people[1:], (1, 500), strict=True):
            await _be(store, person, year.readers[place])
        await store.close()
        app = App(_settings(box, url, folder, people[0]), RemoteClock(f"{box.url}/clock"))
        await app.start()
        try:
            await _quiet(app)
            gc.collect()
            gc.freeze()  # as the bot itself does
            yield app, year, people
        finally:
            await app.stop()


async def _quiet(app: App) -> None:
    """Waits until nothing goes out that was due at the start."""
    async with asyncio.timeout(PATIENCE):
        while app.delivery.in_hand or (await app.store.health.traffic(app.clock.now())).of(Trouble.MESSAGES).number:  # noqa: ASYNC110
            await asyncio.sleep(0.1)  # the store has no sign for it


async def _be(store: Store, person: Person, member: int) -> None:
    same = update(members).where(members.c.id == member).values(account_id=person.id)
    await store.db.write(lambda conn: conn.execute(same))


def _settings(box: Sandbox, url: str, folder: Path, host: Person) -> Settings:
    port = free_port("127.0.0.1", 0)
    return Settings(
        telegram={"token": TOKEN, "api_base": box.url},
        storage={"url": url},
        library={"name": "МБС", "admins": [host.id]},
        privacy={"personal_data_in_chat": True},
        limits={"overall_per_second": 1000, "chat_burst": 1000, "person_burst": 100_000},
        backup={"folder": str(folder / "backups")},
        web={"url": f"http://127.0.0.1:{port}", "port": port},
    )


async def _inline(visitor: Visitor) -> None:
    for words, offset in INLINE:
        for _ in range(ROUNDS):
            await visitor.person.inlines(words, offset=offset)
            await visitor._done("inline")


async def _digest(app: App, meter: Meter, year: Year) -> None:
    for member in (year.host.id, *year.readers[:10]):
        row = Letter(1, WISH, member, 1, member, "week", {}, False, NOW, None, 0)
        await _timed(meter, "the week ahead", render(row, app.store, app.texts, app.library, NOW))


async def _feeds(app: App, meter: Meter, year: Year) -> None:
    for branch in (None, *year.branches[:3]):
        token = await app.store.feeds.issue(year.host.id, branch, NOW)
        async with aiohttp.ClientSession() as session:
            for _ in range(ROUNDS):
                await _timed(meter, CALENDAR, _fetch(session, f"{app.library.pages_url}/calendar/{token}.ics"))


async def _fetch(session: aiohttp.ClientSession, address: str) -> None:
    async with session.get(address) as answer:
        assert answer.status == 200, answer.status
        await answer.read()


async def _timed(meter: Meter, name: str, work: Awaitable[Any]) -> None:
    begun = time.perf_counter()
    await work
    meter.own[name].append(time.perf_counter() - begun)


def rows(folder: Path) -> list[Row]:
    costs = asyncio.run(screen_costs(folder))
    return [
        plain(f"a year of 21 libraries: a list or screen, median of {costs.screens} kinds", costs.usual),
        under(f"… the slowest kind, `{costs.worst}`, 99 in 100", costs.slowest, 0.1),
        under("… a calendar of 300 events, written anew", costs.calendar, 0.1),
    ]
