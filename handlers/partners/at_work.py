"""Long work on a spreadsheet: the message that waits for it says how far it is, then shows what came of it."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiogram.types import CallbackQuery, Message

from domain.at_work import Told
from domain.refusal import Refusal
from handlers.faults import UNSAID, is_for_good
from handlers.forms.desk import Context
from handlers.partners.sheet_screens import back, refused_screen
from handlers.say import Html, Say
from handlers.screen import Screen, edit, show

EVERY = 2.0
"""Seconds from one look at how far it is to the next."""
STEPS = {"read": "sheet-at-work-read", "checked": "sheet-at-work-checked", "staged": "sheet-at-work-staged"}


async def after_waiting(
    event: Message | CallbackQuery, work: Callable[[Told], Awaitable[Screen]], import_id: int, ctx: Context
) -> None:
    """Answers at once that it is at work, then shows what came of it in the same place."""
    waiting = await show(event, Screen(ctx.say("common-wait")))
    progress = _Progress()
    try:
        screen = await _watched(work, waiting, progress, ctx.say)
    except Refusal as refusal:  # the press is answered already: an alert would not be seen
        screen = refused_screen(refusal, import_id, ctx.say)
    except Exception as error:
        with suppress(UNSAID):
            await _leave(event, progress.message or waiting, ctx.say, for_good=is_for_good(error))
        raise
    if waiting is not None:
        await edit(progress.message or waiting, screen)


async def _watched(
    work: Callable[[Told], Awaitable[Screen]], waiting: Message | None, progress: "_Progress", say: Say
) -> Screen:
    """What comes of the work. How far it is is said as long as it goes on, and no longer."""
    watch = asyncio.create_task(_watch(waiting, progress, say)) if waiting is not None else None
    try:
        return await work(progress.told)
    finally:
        await _stop(watch)


async def _leave(event: Message | CallbackQuery, waiting: Message | None, say: Say, *, for_good: bool) -> None:
    """The word to wait goes, for the fault is told below; in place of a pressed message there stays a way on.

    Where the same press is taken up again, it waits on.
    """
    if waiting is None:
        return
    if not isinstance(event, CallbackQuery):
        await waiting.delete()
    elif for_good:
        await edit(waiting, Screen(say("common-broke"), (back(say),)))


class _Progress:
    """How far it is, and the message that says so."""

    def __init__(self) -> None:
        self.now: tuple[str, int, int] | None = None
        self.message: Message | None = None

    def told(self, step: str, done: int, every: int) -> None:
        self.now = (step, done, every)


async def _watch(message: Message, progress: _Progress, say: Say) -> None:
    """Edits the message whenever it is time and there is something new to say."""
    said = None
    progress.message = message
    while True:
        await asyncio.sleep(EVERY)
        if progress.now is not None and progress.now != said:
            said = progress.now
            progress.message = await edit(progress.message, Screen(_words(*said, say)))


def _words(step: str, done: int, every: int, say: Say) -> Html:
    return say(STEPS[step], done=done, all=every)


async def _stop(watch: asyncio.Task[None] | None) -> None:
    """Ends watching; an edit that failed is no reason to show nothing."""
    if watch is not None:
        watch.cancel()
        await asyncio.gather(watch, return_exceptions=True)
