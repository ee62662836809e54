"""Work that may take a while: beyond a second the person is told, and what came of it stands in the same place."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message

from domain.at_work import Told
from domain.refusal import Refusal
from handlers.faults import UNSAID, is_for_good
from handlers.say import Say
from handlers.screen import Row, Screen, answer, below, edit, show
from handlers.words import refused

T = TypeVar("T")
EVERY = 2.0
"""Seconds from one look at how far it is to the next."""

AT_ONCE = 1.0
"""Seconds that nobody minds."""


async def show_when_ready(query: CallbackQuery, work: Coroutine[Any, Any, Screen], back: Row, say: Say) -> None:
    """Shows the screen in place of the pressed message; «Секунду…» before it if it takes longer.

    `back` leads on from the sentence that says why it could not be made, and from a fault of ours.
    """
    async with _begun(work) as task:
        if task.done():
            await show(query, task.result())
            return
        waiting = await show(query, Screen(say("common-wait")))
        async with _way_on(waiting, back, say):
            screen = await _or_why_not(task, back, say)
            if waiting is not None:
                await edit(waiting, screen)


@asynccontextmanager
async def _way_on(waiting: Message | None, back: Row, say: Say) -> AsyncIterator[None]:
    """Where what was waited for breaks, the word to wait gives way to a button: the fault itself is told below.

    Where the same press is taken up again, it stays.
    """
    try:
        yield
    except Exception as error:
        if waiting is not None and is_for_good(error):
            with suppress(UNSAID):
                await edit(waiting, Screen(say("common-broke"), (back,)))
        raise


async def answer_when_ready(
    query: CallbackQuery, work: Coroutine[Any, Any, T], back: Row, say: Say, toast: str | None = None
) -> T | None:
    """What the work gives. The press is answered when it is there, or with «Секунду…» before it; None if it failed
    after that, which the person is told below."""
    async with _begun(work) as task:
        if task.done():
            done = task.result()
            await answer(query, toast)
            return done
        await answer(query, say.plain("common-wait"))
        made = await _or_why_not(task, back, say)
    if not isinstance(made, Screen):
        return made
    await below(query, made)
    return None


async def file_when_ready(
    query: CallbackQuery, work: Callable[[Told], Coroutine[Any, Any, bytes]], back: Row, say: Say
) -> bytes:
    """As `answer_when_ready`; beyond a second a message below says how far it is, and goes when it is done."""
    far = _Far()
    async with _begun(work(far.told)) as task:
        if task.done():
            done = task.result()
            await answer(query)
            return done
        await answer(query, say.plain("common-wait"))
        message = await below(query, Screen(say("common-wait")))
        while not task.done():
            await asyncio.wait({task}, timeout=EVERY)
            if message is not None and far.every and not task.done():
                message = await edit(message, Screen(say("common-at-work", done=far.done, all=far.every)))
        if message is not None and _is_to_go(task):
            with suppress(TelegramBadRequest):
                await message.delete()
        made = await _or_why_not(task, back, say)
    if message is not None and isinstance(made, Screen):
        await edit(message, made)
    return made if isinstance(made, bytes) else b""


def _is_to_go(task: "asyncio.Task[bytes]") -> bool:
    """Whether nothing comes in place of the word to wait: the file is there, or there is a fault of ours, which is told
    apart."""
    return task.cancelled() or not isinstance(task.exception(), Refusal)


class _Far:
    """How far it is."""

    def __init__(self) -> None:
        self.done = self.every = 0

    def told(self, _step: str, done: int, every: int) -> None:
        self.done, self.every = done, every


@asynccontextmanager
async def _begun(work: Coroutine[Any, Any, T]) -> AsyncIterator["asyncio.Task[T]"]:
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait({task}, timeout=AT_ONCE)
        yield task
    finally:
        task.cancel()


async def _or_why_not(task: "asyncio.Task[T]", back: Row, say: Say) -> T | Screen:
    """The press is answered already: an alert would not be seen."""
    try:
        return await task
    except Refusal as refusal:
        return Screen(say.text(refused(refusal, say)), (back,))
