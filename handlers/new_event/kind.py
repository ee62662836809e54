"""The event form as the runner takes it."""

from collections.abc import Callable

from domain.draft_parts import COPY_OF, agreed_of
from domain.event import Event, reopen
from domain.event_answers import changed
from domain.people import Person
from domain.refusal import Gone
from domain.rights import Act, require
from handlers.card import Viewer, shortened
from handlers.forms.desk import Desk, FormKind
from handlers.manage import agreeing_screen, manage_screen, published_screen
from handlers.new_event.doubts import event_doubts
from handlers.new_event.preview import base_of, before_and_after, event_preview, fields_of
from handlers.new_event.questions import EVENT, event_form
from handlers.new_event.reading import read_event_answer
from handlers.opening import with_note
from handlers.say import Html
from handlers.screen import Screen

TITLE = 60


def draft_title(desk: Desk) -> str:
    """«Наш принцип», «Изменения: Наш принцип», or that it has no name yet."""
    title = shortened(str(desk.counted.get("title", "")), TITLE)
    if not title:
        return desk.say.plain("new-draft-nameless")
    key = "new-draft-change" if desk.draft.subject is not None else "new-draft"
    return desk.say.plain(key, title=title)


async def publish_or_change(desk: Desk) -> Screen:
    """Registers the event, or changes the one that the draft is about; the draft goes in the same transaction."""
    if desk.draft.subject is not None:
        return await _change(desk, desk.draft.subject)
    ctx, fields = desk.ctx, fields_of(desk)
    person = require(ctx.person, Act.REGISTER_EVENT, fields.branch_id)
    agreed = agreed_of(desk.draft.body)
    event = await ctx.store.events.publish(
        fields, person, ctx.now, draft_id=desk.draft.id, agreed=agreed, copy_of=desk.draft.body.get(COPY_OF)
    )
    return published_screen(event, desk.say)


async def agree_first(desk: Desk) -> Screen:
    """Registers the event for its partners alone, who are asked before it is announced."""
    if desk.draft.subject is not None:
        raise Gone
    ctx, fields = desk.ctx, fields_of(desk)
    person = require(ctx.person, Act.REGISTER_EVENT, fields.branch_id)
    agreed = agreed_of(desk.draft.body)
    event = await ctx.store.events.agree_first(
        fields, person, ctx.now, draft_id=desk.draft.id, agreed=agreed, copy_of=desk.draft.body.get(COPY_OF)
    )
    return agreeing_screen(event, desk.say)


async def _change(desk: Desk, event_id: int) -> Screen:
    """By what the answers say otherwise than at the beginning, so that nobody else's change is undone."""
    person = await _who_changes(desk, event_id)
    before, after = await before_and_after(desk, event_id)
    event = await desk.ctx.store.events.change(event_id, _rule(desk), person, desk.ctx.now, draft_id=desk.draft.id)
    return await _changed(desk, event, person, desk.say("new-unchanged" if before == after else "new-changed"))


async def change_series(desk: Desk) -> Screen:
    """The same for every date of the series that is still to come."""
    if desk.draft.subject is None:
        raise Gone
    event_id, store = desk.draft.subject, desk.ctx.store
    person = await _who_changes(desk, event_id)
    event, others = await store.events.change_all(event_id, _rule(desk), person, desk.ctx.now, draft_id=desk.draft.id)
    return await _changed(desk, event, person, desk.say("new-changed-all", number=others + 1))


def _rule(desk: Desk) -> Callable[[Event], Event]:
    base, answers, zone = base_of(desk), desk.counted, desk.ctx.library.policy.zone
    return lambda old: reopen(changed(old, base, answers, zone), desk.ctx.now)


async def _who_changes(desk: Desk, event_id: int) -> Person:
    before = await desk.ctx.store.events.get(event_id)
    person = require(desk.ctx.person, Act.MANAGE_EVENT, before.fields.branch_id)
    return require(person, Act.MANAGE_EVENT, fields_of(desk).branch_id)


async def _changed(desk: Desk, event: Event, person: Person, note: Html) -> Screen:
    ctx = desk.ctx
    return with_note(await manage_screen(event, ctx.store, Viewer(person, ctx.library, ctx.now), desk.say), note)


event_kind = FormKind(
    EVENT,
    load=event_form,
    title=draft_title,
    submit=publish_or_change,
    preview=event_preview,
    doubts=event_doubts,
    read=read_event_answer,
    warns_of_hiding=False,
    follows_answers=True,
    in_short=frozenset({"ends", "deadline", "first", "last"}),
)
