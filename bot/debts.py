"""Answers that are owed: what somebody did has had its effect, but they may never have been told."""

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.middleware import FSMContextMiddleware

from bot.outcome import LOST
from bot.texts import Texts
from handlers import KINDS
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.forms.resuming import where_we_were
from handlers.screen import Screen, post
from handlers.words import to_menu
from storage.store import Store
from storage.unavailable import is_unavailable

log = structlog.get_logger()

ANSWER_WITHIN = 10.0
"""Seconds after which an owed answer that hangs is broken off, to be tried again: what the person says meanwhile waits
for it no longer than this.
"""


class Debts:
    def __init__(  # noqa: PLR0917 - the parts meet here
        self,
        bot: Bot,
        store: Store,
        texts: Texts,
        library: Library,
        now: Callable[[], datetime],
        fsm: FSMContextMiddleware,
    ) -> None:
        self._bot = bot
        self._store = store
        self._texts = texts
        self._library = library
        self._now = now
        self._fsm = fsm

    async def pay(self, account: int) -> bool:
        """Shows a member in a form where it stands, tells others that it is done. False: that was lost, too."""
        try:
            screen = await self._screen(account)
            if screen is not None:
                async with asyncio.timeout(ANSWER_WITHIN):
                    await post(self._bot, account, screen)
        except (*LOST, TimeoutError):
            return False
        except Exception as error:
            if is_unavailable(error):
                return False
            if not isinstance(error, TelegramAPIError):
                log.exception("not-resumed")
        return True

    async def _screen(self, account: int) -> Screen | None:
        person = await self._store.members.by_account(account)
        if person is None:
            return None
        ctx = Context(self._store, person, self._texts(person.language), self._library, self._now())
        state = self._fsm.get_context(self._bot, chat_id=account, user_id=account)
        done = Screen(ctx.say("common-kept"), (to_menu(ctx.say),))
        return await where_we_were(ctx, state, KINDS) or done
