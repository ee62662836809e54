"""The event before it is published or changed: the card as guests will see it, and what follows from it."""

from dataclasses import replace

from domain.draft_parts import with_more, with_parts
from domain.event import Event, EventFields, PartnerPart, told_of
from domain.event_answers import changed, to_fields
from domain.forms import Key, Value
from domain.joint import is_special
from domain.life import Status, announced_as
from domain.seats import Seats
from handlers.callbacks import DraftParts, EventAgree, SeriesSave
from handlers.card import MOST_WITH_POSTER, Viewer, event_card
from handlers.forms.desk import Desk, Preview
from handlers.joint.words import asked_for
from handlers.length import units
from handlers.new_event.doubts import standing_doubts
from handlers.say import Html, Say, join
from handlers.screen import Button, Row
from handlers.view import EventView, place_of, view_of, when, where

BASE = "base"
"""Where a draft that changes an event keeps the answers that it began with."""


async def event_preview(desk: Desk) -> Preview:
    """The card, and above it what is to be done."""
    if desk.draft.subject is not None:
        return await _change(desk, desk.draft.subject)
    event = Event(0, Status.PUBLISHED, 1, fields_of(desk), Seats(fields_of(desk).capacity))
    head = join(desk.say("new-preview"), *await standing_doubts(desk, desk.counted))
    announces = announced_as(desk.ctx.person, event.fields.branch_id, desk.ctx.library.policy.events.review)
    submit = "new-button-publish" if announces is Status.PUBLISHED else "new-button-hand-in"
    preview = await _preview(desk, event, head, Key(submit))
    return replace(preview, ways=_with_partners(desk, event.fields))


async def before_and_after(desk: Desk, event_id: int) -> tuple[Event, Event]:
    """The event as it stands, and as the answers would have it."""
    before = await desk.ctx.store.events.get(event_id)
    return before, changed(before, base_of(desk), desk.counted, desk.ctx.library.policy.zone)


def fields_of(desk: Desk) -> EventFields:
    fields = to_fields(desk.counted, desk.ctx.library.policy.zone)
    return with_more(with_parts(fields, desk.draft.body), desk.draft.body)


def base_of(desk: Desk) -> dict[str, Value]:
    base: dict[str, Value] = desk.draft.body[BASE]
    return base


async def _change(desk: Desk, event_id: int) -> Preview:
    before, after = await before_and_after(desk, event_id)
    if before == after:
        return await _preview(desk, after, desk.say("new-preview-same"), Key("new-button-save"))
    told = told_of(before, after, desk.ctx.now)
    number = await desk.ctx.store.events.audience(event_id, desk.ctx.person.id) if told else 0
    head = join(
        desk.say("new-preview-change"),
        await _difference(desk, before, after),
        _who_hears(desk, before, after, number),
        *await standing_doubts(desk, desk.counted),
    )
    preview = await _preview(desk, after, head, Key("new-button-save-and-tell" if number else "new-button-save"))
    return replace(preview, ways=await _for_all(desk, before))


async def _for_all(desk: Desk, event: Event) -> tuple[Row, ...]:
    """Of several dates under one announcement: all that are still to come change alike."""
    dates = [one for one in await desk.ctx.store.series.of(event) if one.is_open and not one.has_begun(desk.ctx.now)]
    others = [one for one in dates if one.id != event.id]
    press = SeriesSave(draft=desk.draft.id, revision=desk.draft.revision)
    return ((Button(desk.say.plain("new-button-save-all", number=len(others) + 1), press),),) if others else ()


async def _difference(desk: Desk, before: Event, after: Event) -> Html:
    """Old and new side by side, where people must be told."""
    say, store, old, new = desk.say, desk.ctx.store, before.fields, after.fields
    moved = say("new-moved", old=when(before, say), new=when(after, say)) if old.starts_at != new.starts_at else None
    if (old.branch_id, old.hall_id, old.address) == (new.branch_id, new.hall_id, new.address):
        return join(moved)
    places = [await place_of(store, one.branch_id, one.hall_id, one.address) for one in (old, new)]
    was, will = (where(place, say) or "–" for place in places)
    return join(moved, say("new-relocated", old=was, new=will))


def _who_hears(desk: Desk, before: Event, after: Event, number: int) -> Html | None:
    if number:
        return desk.say("new-told", number=number)
    moved = before.fields.starts_at != after.fields.starts_at
    return desk.say("new-told-nobody") if moved and after.has_begun(desk.ctx.now) else None


async def _preview(desk: Desk, event: Event, head: Html, submit: Key) -> Preview:
    """With a poster the text must stay short: then the card comes before what stands beside it."""
    view = await view_of(desk.ctx.store, event)
    card = event_card(view, Viewer(None, desk.ctx.library, desk.ctx.now), desk.say).text
    text = join(head, card, await _behind(desk, view), by="\n\n")
    if event.fields.poster and units(text) > MOST_WITH_POSTER:
        text = join(head, card, by="\n\n")
    if event.fields.poster and units(text) > MOST_WITH_POSTER:
        text = card
    return Preview(text, submit, event.fields.poster)


async def _behind(desk: Desk, view: EventView) -> Html | None:
    """What guests find behind «Подробнее»."""
    fields, say = view.event.fields, desk.say
    partners = await desk.ctx.store.partners.those([part.partner_id for part in fields.partners])
    lines = join(*(say("form-line", number=str(n), text=item) for n, item in enumerate(fields.agenda, 1)))
    agenda = join(say("new-preview-agenda"), lines) if fields.agenda else None
    parts = {part.partner_id: part for part in fields.partners}
    names = join(*(_partner(one.short_name, parts[one.id], say) for one in partners), by=", ")
    return join(agenda, say("new-preview-partners", names=names) if names else None, by="\n\n") or None


def _partner(name: str, part: PartnerPart, say: Say) -> Html:
    """«Колледж», «Колледж (соорганизатор, просим: зал)»."""
    if not is_special(part):
        return say.text(name)
    return say("new-preview-partner", partner=name, role=asked_for(part, say))


def _with_partners(desk: Desk, fields: EventFields) -> tuple[Row, ...]:
    """Where partners are named: who they are in it, and asking them before the event is announced."""
    if not fields.partners:
        return ()
    roles = Button(desk.say.plain("new-button-roles"), DraftParts(draft=desk.draft.id))
    first = Button(desk.say.plain("new-button-agree"), EventAgree(draft=desk.draft.id, revision=desk.draft.revision))
    return ((first,), (roles,))
