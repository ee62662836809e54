"""Messages about parts in events: representatives are asked and told, the librarian hears of their answers."""

from datetime import datetime

from domain.event import Event
from domain.joint import Agreed
from domain.refusal import Gone
from handlers.callbacks import EventOpen, ManageInvite, PartSee
from handlers.event_notices import matter_of, places
from handlers.forms.desk import Context
from handlers.joint.acting import Acting, acting_for
from handlers.joint.answering import part_screen
from handlers.joint.proposed import proposal_row
from handlers.joint.words import agreed_line, tally
from handlers.opening import with_note
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen
from handlers.telling import Maker, Telling
from handlers.view import heading, when

MOST_BUTTONS = 3


async def asked(telling: Telling) -> Screen | None:
    """The part is to be agreed; where the event has moved meanwhile, from where to where."""
    acting = await _acting(telling)
    if not _is_ahead(acting.event, telling.now):
        return None
    return with_note(await part_screen(acting), await _news(telling))


async def kept(telling: Telling) -> Screen | None:
    """The library keeps the time; can the partner come all the same?"""
    acting = await _acting(telling)
    if not _is_ahead(acting.event, telling.now):
        return None
    return with_note(await part_screen(acting), telling.say("joint-notice-kept"))


async def changed(telling: Telling) -> Screen | None:
    """A colleague has said otherwise for the partner; nothing to whoever has had the last word since."""
    acting = await _acting(telling)
    if not _is_ahead(acting.event, telling.now) or acting.agreed.standing.answered_by == telling.person.id:
        return None
    return with_note(await part_screen(acting), telling.say("joint-notice-changed"))


async def removed(telling: Telling) -> Screen | None:
    """The partner no longer takes part; nothing where it does again."""
    event = await telling.store.events.get(telling.row.subject)
    partner_id = int(telling.row.args["partner"])
    if not _is_ahead(event, telling.now) or event.part_of(partner_id) or partner_id not in telling.person.partner_ids:
        return None
    partner, say = await telling.store.partners.get(partner_id), telling.say
    text = say("joint-notice-removed", partner=partner.short_name)
    rows = ((Button(say.plain("joint-button-card"), EventOpen(event_id=event.id)),),) if event.is_open else ()
    return Screen(join(text, join(heading(event, say), when(event, say)), by="\n\n"), rows)


async def answered(telling: Telling) -> Screen | None:
    """To the librarian: what partners have said, as it stands now, and what can be done about another time."""
    event, say = await telling.store.events.get(telling.row.subject), telling.say
    parts = await telling.store.joint.of(event.id)
    named = [one for one in parts if one.partner_id in telling.row.args["partners"]]
    if not _is_ahead(event, telling.now) or not named:
        return None
    names = {partner.id: partner.short_name for partner in await telling.store.partners.all()}
    lines = [agreed_line(event, one, names.get(one.partner_id, "…"), say) for one in named]
    text = join(say("joint-notice-answer"), heading(event, say), *lines, tally(event, parts, say), by="\n\n")
    return Screen(text, (*_buttons(event, named, names, say), _partners(event, say)))


MAKERS: dict[str, Maker] = {
    "part": asked,
    "part-kept": kept,
    "part-changed": changed,
    "part-removed": removed,
    "part-accepted": answered,
    "part-answer": answered,
}
SILENT = frozenset({"part-accepted"})


async def _acting(telling: Telling) -> Acting:
    ctx = Context(telling.store, telling.person, telling.say, telling.library, telling.now)
    if int(telling.row.args["partner"]) not in telling.person.partner_ids:
        raise Gone
    return await acting_for(ctx, telling.row.subject, int(telling.row.args["partner"]))


async def _news(telling: Telling) -> Html:
    """What has changed for those who knew of it; for the others what is wanted of them."""
    say, args = telling.say, telling.row.args
    event = await telling.store.events.get(telling.row.subject)
    old = datetime.fromisoformat(args["starts_at"]) if "starts_at" in args else event.fields.starts_at
    moved = old != event.fields.starts_at
    dates = say("notice-moved-dates", old=say.moment(old), new=say.moment(event.fields.starts_at)) if moved else None
    place = await places(await matter_of(telling)) if "branch_id" in args else None
    if moved:
        return join(say("notice-moved"), dates, place)
    return join(say("notice-relocated"), place) if place else say("joint-notice-asked")


def _is_ahead(event: Event, now: datetime) -> bool:
    return not event.is_cancelled and not event.has_begun(now)


def _buttons(event: Event, named: list[Agreed], names: dict[int, str], say: Say) -> tuple[Row, ...]:
    """For one partner what can be done at once; for several a way to each."""
    if len(named) == 1:
        return (proposal_row(event, named[0], say),)
    return tuple(
        (Button(names.get(one.partner_id, "…"), PartSee(event_id=event.id, partner_id=one.partner_id)),)
        for one in named[:MOST_BUTTONS]
    )


def _partners(event: Event, say: Say) -> Row:
    return (Button(say.plain("joint-button-partners"), ManageInvite(event_id=event.id)),)
