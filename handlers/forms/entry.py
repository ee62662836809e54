"""How an update comes to the desk of its draft, and what happens to one that comes too late or says nothing usable."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Any

from aiogram import BaseMiddleware
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.people import Person
from domain.refusal import Gone, Refusal
from handlers.callbacks import FormSubmit
from handlers.context import Library
from handlers.forms.answering import FORM, hold
from handlers.forms.desk import Context, Desk, FormKind, Kinds, Moved, open_desk
from handlers.forms.whole import current_screen, waiting_screen
from handlers.opening import with_note
from handlers.say import Say
from handlers.screen import Screen, send, show
from storage.drafts import Draft
from storage.store import Store

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class AtDesk(Filter):
    """Hands a press the `desk` of its draft; `Gone` if the draft is another's, or no longer there."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds

    async def __call__(
        self,
        _press: TelegramObject,
        *,
        callback_data: CallbackData,
        store: Store,
        person: Person | None,
        say: Say,
        library: Library,
        now: datetime,
    ) -> dict[str, Desk]:
        draft = await store.drafts.find(getattr(callback_data, "draft", 0))
        if draft is None or person is None or not draft.is_of(person) or draft.form not in self._kinds:
            raise Gone("draft-gone")
        return {"desk": await open_desk(Context(store, person, say, library, now), self._kinds[draft.form], draft)}


ELSEWHERE = -1
"""The place of a press that belongs to no question."""
CLOSED_BY = "closed_by"
"""Where a conversation keeps the press that closed the person's last draft, until it goes on with something else."""


async def closed_by(press: CallbackData, state: FSMContext) -> None:
    """The form is over, by this press. To be called before the change, so that both are one commit."""
    await state.set_state(None)
    await state.set_data({CLOSED_BY: press.pack()})


class PressedAgain(Filter):
    """A second press on what has just closed the draft, by who pressed first: no news that it is closed."""

    async def __call__(
        self, query: CallbackQuery, *, callback_data: CallbackData, state: FSMContext, store: Store
    ) -> bool:
        closed = (await state.get_data()).get(CLOSED_BY) == query.data
        return closed and await store.drafts.find(getattr(callback_data, "draft", 0)) is None  # numbers come again


class Writing(Filter):
    """Hands a typed answer the `desk` of the draft it is for. Without one the text is somebody else's to answer."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds

    async def __call__(
        self,
        _message: TelegramObject,
        *,
        state: FSMContext,
        store: Store,
        person: Person | None,
        say: Say,
        library: Library,
        now: datetime,
    ) -> dict[str, Desk] | bool:
        draft = await open_draft(state, store, person)
        if draft is None or person is None or draft.form not in self._kinds:
            await state.clear()
            return False
        return {"desk": await open_desk(Context(store, person, say, library, now), self._kinds[draft.form], draft)}


async def open_draft(state: FSMContext, store: Store, person: Person | None) -> Draft | None:
    """The draft that typed texts go to: the one that is named, or else the person's newest."""
    if person is None:
        return None
    named = (await state.get_data()).get("draft")
    if named is not None:
        found = await store.drafts.find(named)
        return found if found and found.is_of(person) else None
    return max(await store.drafts.of(person.id), key=lambda one: (one.updated_at, one.id), default=None)


async def _instead(desk: Desk | None, state: FSMContext) -> Screen | None:
    """What is shown where the form takes nothing any more; typed texts then go to it no longer."""
    other = await desk.kind.instead(desk) if desk and desk.kind.instead else None
    if other is not None:
        await state.clear()
    return other


def _toast(press: CallbackData | None, now: Desk) -> str:
    """That the question is past, or what stands there now is another answer than the person had before their eyes."""
    place = now.index(now.question) if now.question else None
    meant = None if isinstance(press, FormSubmit) else getattr(press, "question", ELSEWHERE)
    return "form-toast-changed" if meant == place else "form-toast-moved-on"


class StillHere(BaseMiddleware):
    """A press that comes too late is told so, and shown where the form stands now."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        desk: Desk | None = data.get("desk")
        other = await _instead(desk, data["state"])
        if other is not None and isinstance(event, CallbackQuery):
            return await show(event, other)
        try:
            return await handler(event, data)
        except Moved:
            draft = await desk.ctx.store.drafts.find(desk.draft.id) if desk else None
            if desk is None or draft is None or not isinstance(event, CallbackQuery):
                raise
            now = await open_desk(desk.ctx, desk.kind, draft)
            await hold(data["state"], now)
            return await show(event, await current_screen(now), desk.say.plain(_toast(data.get("callback_data"), now)))


class AskAgain(BaseMiddleware):
    """A typed answer that is none gets one sentence and the same question again."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        desk: Desk | None = data.get("desk")
        other = await _instead(desk, data["state"])
        if other is not None and isinstance(event, Message):
            return await send(event, other)
        try:
            return await handler(event, data)
        except Refusal as refusal:
            draft = await desk.ctx.store.drafts.find(desk.draft.id) if desk else None
            if desk is None or draft is None or not isinstance(event, Message):
                raise
            now = await open_desk(desk.ctx, desk.kind, draft)
            await hold(data["state"], now)
            words = desk.say(f"refusal-{refusal.code}", **refusal.values)
            return await send(event, with_note(await current_screen(now), words))


class OfferDraft(BaseMiddleware):
    """A command in the middle of a form works as the command; then the draft is offered."""

    def __init__(self, kinds: Iterable[FormKind], own: Iterable[str]) -> None:
        self._kinds = {kind.id: kind for kind in kinds}
        self._own = tuple(f"/{command}" for command in own)

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        result = await handler(event, data)
        if isinstance(event, Message) and self._is_aside(event) and data.get("raw_state") == FORM:
            await self._offer(event, data)
        return result

    def _is_aside(self, message: Message) -> bool:
        text = message.text or ""
        return message.chat.type == "private" and text.startswith("/") and not text.startswith(self._own)

    async def _offer(self, message: Message, data: dict[str, Any]) -> None:
        store, person, state = data["store"], data["person"], data["state"]
        draft = await open_draft(state, store, person) if await state.get_state() == FORM else None
        kind = self._kinds.get(draft.form) if draft else None
        if draft is not None and kind is not None and not _leads_to(message, kind):
            ctx = Context(store, person, data["say"], data["library"], data["now"])
            desk = await open_desk(ctx, kind, draft)
            if await _instead(desk, state) is None:
                await send(message, waiting_screen(desk))


def _leads_to(message: Message, kind: FormKind) -> bool:
    """Whether what the command has shown goes on with such drafts already."""
    return bool(kind.command) and (message.text or "").startswith(f"/{kind.command}")
