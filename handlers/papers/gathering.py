"""What the papers of an event are made of, read from all that is kept of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.announcement import credited
from domain.event import Event
from domain.event_papers import PaperKind, values_of
from domain.minutes import WHOLE, Action, Piece
from domain.paper_fields import named
from domain.paper_material import Addressee, Material, Names, Task
from domain.participants import Group, Participant, all_groups, once, who_came
from domain.salutation import salutation
from domain.seats import RsvpState
from handlers.context import Library
from handlers.papers.files import PaperFiles
from handlers.say import Say
from handlers.view import form_name, quoted, view_of
from storage.store import Store

MOST_GUESTS = 1000
MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class Source:
    """Where papers are made: for the chat, for a page, on the command line."""

    store: Store
    library: Library
    say: Say
    now: datetime


async def paper(event: Event, kind: PaperKind, at: Source, files: PaperFiles, *, as_pdf: bool = False) -> bytes:
    """The paper as DOCX, or as PDF where that can be made. In the library's first language, whoever asks."""
    what = await material(event, at)
    made = await files.fill(kind, named(values_of(what, kind)))
    return await files.pdf(made) if as_pdf and files.pdf else made


async def material(event: Event, at: Source) -> Material:
    """All of it, with names: who may have a paper is asked before."""
    store, say = at.store, at.say.into(at.library.languages[0])
    people = await store.participants.known(event.id)
    come, groups = await _there(event, people, at)
    guests = await store.rsvps.guests(event.id, [RsvpState.GOING], MOST_GUESTS)
    listed = {one.member_id for one in come}
    organisations = {partner.id: partner.name for partner in await store.partners.all()}
    return Material(
        event=event,
        names=await _names(event, organisations, at, say),
        zone=say.zone,
        language=say.language,
        today=say.local(at.now).date(),
        programme=await store.agenda.of(event.id),
        people=come,
        groups=groups,
        guests=[guest.name for guest in guests if guest.rsvp.member_id not in listed],
        letters=_letters(people, event, organisations, say),
        thanks=[_addressee(one, organisations, say) for one in once(come)[:MOST_LETTERS]],
        report=(await store.reports.of(event.id)).report,
        **await _minutes(event, at),
    )


async def _there(event: Event, people: Sequence[Participant], at: Source) -> tuple[list[Participant], list[Group]]:
    """Who is expected; afterwards who came, where anybody was noted at the door at all."""
    store = at.store
    groups = await store.participants.groups(event.id)
    if not event.is_over or not await store.door.people(event.id):
        return [one for one in people if one.comes], groups
    counted = [Group(one.id, one.name, one.people) for one in await store.door.others(event.id) if one.name]
    return who_came(people), all_groups(groups, counted)


async def _minutes(event: Event, at: Source) -> dict[str, Any]:
    """What was written at the event and taken on there, and what earlier ones have left."""
    kept, store = await at.store.minutes.of(event.id), at.store
    items = (await store.agenda.of(event.id)).items
    return {
        "spoken": kept.spoken([item.id for item in items]),
        "noted": kept.of(WHOLE, Piece.NOTED).text,
        "text": kept.of(WHOLE, Piece.TEXT).text,
        "tasks": [_task(one, at) for one in await store.actions.of(event.id)],
        "left": [_task(one, at) for one in await store.actions.open_before(event)],
    }


def _task(one: Action, at: Source) -> Task:
    return Task(one.organisation or at.library.name, one.text, one.due_on)


async def _names(event: Event, organisations: dict[int, str], at: Source, say: Say) -> Names:
    fields, place = event.fields, (await view_of(at.store, event)).place
    author = await at.store.members.find(event.responsible_id) if event.responsible_id else None
    return Names(
        library=at.library.name,
        title=quoted(fields.title, say),
        form=form_name(fields.form, say) if fields.form else "",
        place=place.name or "",
        hall=place.hall or "",
        address=(place.address or "") if not place.online else "",
        contact=at.library.contact,
        author=author.name if author else "",
        sign_up=at.library.link(f"e{event.id}") if event.is_open and not event.has_begun(at.now) else "",
        organisations=organisations,
        credits=[organisations[one] for one in credited(await at.store.joint.of(event.id)) if one in organisations],
    )


def _letters(people: Sequence[Participant], event: Event, organisations: dict[int, str], say: Say) -> list[Addressee]:
    """One for each who acts for a partner; for a partner that nobody acts for, one to the organisation."""
    known = {one.partner_id for one in people}
    named = [_addressee(one, organisations, say) for one in once(people)]
    bare = [one.partner_id for one in event.fields.partners if one.partner_id not in known]
    rest = [Addressee(say.plain("papers-dear-all"), organisations.get(one, "")) for one in bare]
    return [*named, *rest][:MOST_LETTERS]


def _addressee(one: Participant, organisations: dict[int, str], say: Say) -> Addressee:
    how = salutation(one.name, one.clergy_rank, one.salutation)
    dear = say.plain(f"papers-dear-{how.style}", name=how.called)
    office = ", ".join(filter(None, (one.position, one.clergy_rank)))
    return Addressee(dear, organisations.get(one.partner_id, one.partner), one.listed, office)
