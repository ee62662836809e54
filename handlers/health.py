"""How the bot is doing, for colleagues: the back-up, what comes next, what stands, and who cannot be reached."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from domain.health import Trouble, Waiting, troubles
from handlers.ask import PRIVATE, conversation
from handlers.callbacks import HealthOpen
from handlers.context import Library
from handlers.manage import KINDS
from handlers.say import Html, Say, join
from handlers.screen import Button, Screen, show
from handlers.words import to_menu
from storage.health import Coming, OutOfReach, Report
from storage.store import Store

NEAR = {-1: "health-when-yesterday", 0: "health-when-today", 1: "health-when-tomorrow"}
LONGEST = 80
"""Characters of a title in a list."""


@dataclass(frozen=True, slots=True)
class Copies:
    """Whether the bot makes back-ups by itself, and when the last one was made."""

    are_made: bool
    last: datetime | None


LookForCopies = Callable[[], Awaitable[Copies]]


async def health(
    event: Message | CallbackQuery,
    *,
    store: Store,
    library: Library,
    say: Say,
    now: datetime,
    look_for_copies: LookForCopies,
) -> None:
    report, copies = await store.health.report(now), await look_for_copies()
    await show(event, health_screen(report, copies, say, now, names_in_chat=library.personal_data_in_chat))


def health_screen(report: Report, copies: Copies, say: Say, now: datetime, *, names_in_chat: bool) -> Screen:
    silent = _silent(report.out_of_reach, say, names_in_chat=names_in_chat)
    parts = (_stuck(report, say, now), _copies(copies, say, now), _next(report, say, now), _lost(report, say), silent)
    text = join(say("health-title"), *parts, by="\n\n")
    return Screen(text, ((Button(say.plain("health-button-again"), HealthOpen()), *to_menu(say)),))


def alarm(trouble: Trouble, waiting: Waiting, say: Say, now: datetime) -> Html:
    """What an administrator is told of by itself."""
    return join(say("health-alarm"), _trouble(trouble, waiting, say, now), say("health-alarm-more"), by="\n\n")


def _stuck(report: Report, say: Say, now: datetime) -> Html:
    late = sorted(troubles(report.traffic, now))
    lines = [_trouble(one, report.traffic.of(one), say, now) for one in late]
    failed = say("health-failed-updates", number=report.failed_updates) if report.failed_updates else None
    return join(*lines, failed) if lines or failed else say("health-well")


def _trouble(trouble: Trouble, waiting: Waiting, say: Say, now: datetime) -> Html:
    since = waiting.since and _when(waiting.since, say, now)
    return say(f"health-stuck-{trouble}", number=waiting.number, since=since)


def _copies(copies: Copies, say: Say, now: datetime) -> Html:
    if copies.last is not None:
        return say("health-copy", when=_when(copies.last, say, now))
    return say("health-no-copy" if copies.are_made else "health-copies-elsewhere")


def _next(report: Report, say: Say, now: datetime) -> Html:
    lines = [_coming(one, say, now) for one in report.next]
    return join(say("health-next"), *lines) if lines else say("health-nothing-next")


def _coming(one: Coming, say: Say, now: datetime) -> Html:
    when = _when(one.at, say, now)
    if one.what != "messages":
        return say(f"health-next-{one.what}", when=when, title=shortened(one.title))
    what = say.plain(KINDS.get(one.title, "health-kind-other"))
    return say("health-next-messages", when=when, what=what, number=one.number)


def _when(moment: datetime, say: Say, now: datetime) -> Html:
    """As short as it is still plain: «завтра, 12:00», «вт, 3 апреля, 12:00»."""
    day, today, time = say.local(moment).date(), say.local(now).date(), say.hour(moment)
    near = NEAR.get((day - today).days)
    if near is not None:
        return say(near, time=time)
    return say(
        "health-when", weekday=say.weekday(day), day=say.day(day, weekday=False, year=day.year != today.year), time=time
    )


def shortened(title: str) -> str:
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"


def _lost(report: Report, say: Say) -> Html | None:
    lost = report.lost
    if not lost:
        return None
    numbers = {"failed": lost.get("failed", 0), "unknown": lost.get("unknown", 0), "gone": lost.get("unreachable", 0)}
    return say("health-lost", number=sum(lost.values()), **numbers)


def _silent(silent: OutOfReach, say: Say, *, names_in_chat: bool) -> Html:
    if not silent.people:
        return say("health-all-reached")
    numbers = {"staff": silent.staff, "reps": silent.reps, "coming": silent.coming}
    names = say("health-names", names=", ".join(silent.names)) if names_in_chat else None
    return join(say("health-out-of-reach", number=silent.people, **numbers), names)


def router() -> Router:
    router = conversation("health")
    router.message.register(health, Command("health"), PRIVATE)
    router.callback_query.register(health, HealthOpen.filter())
    return router
