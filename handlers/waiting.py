"""Work that may take a while: beyond a second the person is told, and what came of it stands in the same place."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from aiogram.types import CallbackQuery

from domain.refusal import Refusal
from handlers.say import Say
from handlers.screen import Row, Screen, answer, below, edit, show
from handlers.words import refused

T = TypeVar("T")

AT_ONCE = 1.0
"""Seconds that nobody minds."""


async def show_when_ready(query: CallbackQuery, work: Coroutine[Any, Any, Screen], back: Row, say: Say) -> None:
    """Shows the screen in place of the pressed message; «Секунду…» before it if it takes longer.

    `back` leads on from the sentence that says why it could not be made.
    """
    async with _begun(work) as task:
        if task.done():
            await show(query, task.result())
            return
        waiting = await show(query, Screen(say("common-wait")))
        screen = await _or_why_not(task, back, say)
    if waiting is not None:
        await edit(waiting, screen)


async def answer_when_ready(query: CallbackQuery, work: Coroutine[Any, Any, bytes], back: Row, say: Say) -> bytes:
    """What the work gives. The press is answered when it is there, or with «Секунду…» before it; empty if it failed
    after that, which the person is told below."""
    async with _begun(work) as task:
        if task.done():
            done = task.result()
            await answer(query)
            return done
        await answer(query, say.plain("common-wait"))
        made = await _or_why_not(task, back, say)
    if isinstance(made, bytes):
        return made
    await below(query, made)
    return b""


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
