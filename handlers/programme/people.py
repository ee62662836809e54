"""Who speaks, who leads, who writes the minutes: picked among those who are known, or typed."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.agenda import SPEAKER, AgendaItem, Leader, Programme, Speaker, lead, put_item
from domain.event import Event
from domain.participants import holds_name
from domain.refusal import Gone, Refusal
from handlers.ask import TYPED, Ask, ask, asked, conversation, done, line
from handlers.callbacks import SpeakerPick, SpeakerSet
from handlers.forms.desk import Context
from handlers.forms.grid import Cell, grid
from handlers.managed import Managed, manageable
from handlers.programme.asking import AsContext
from handlers.programme.editing import item_screen, programme_screen, to_programme
from handlers.say import join
from handlers.screen import Button, Screen, send, show
from handlers.words import colleague, pager

ASKS = {0: "programme-ask-speaker", 1: "programme-ask-chair", 2: "programme-ask-secretary"}
ROLES = {1: Leader.CHAIR, 2: Leader.SECRETARY}


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is named: to an item (role 0), as chair (1) or secretary (2)."""

    item_id: int
    role: int

    def put(self, programme: Programme, who: Speaker | None) -> Programme:
        if self.role in ROLES:
            return lead(programme, ROLES[self.role], who)
        item = programme.item(self.item_id)
        return put_item(programme, AgendaItem(item.id, item.text, item.minutes, who))


async def pick(
    query: CallbackQuery, callback_data: SpeakerPick, *, event: Event, ctx: Context, state: FSMContext
) -> None:
    """People of the partners, those who offered to speak, colleagues; or words."""
    item_id, role, page = callback_data.item_id, callback_data.role, callback_data.page
    if role not in ASKS:
        raise Gone
    await ask(state, Ask.speaker, to_programme(event, ctx.say), event=event.id, item=item_id, role=role)
    whole = grid([Cell(text, press) for text, press in await _known(event, item_id, role, ctx)], page, ctx.say)
    at = {"event_id": event.id, "item_id": item_id}
    turn = pager(page, whole.pages, 1, SpeakerPick(**at, role=role))
    nobody = Button(ctx.say.plain("programme-button-nobody"), SpeakerSet(**at, who_id=0, how=2 * role))
    hint = "programme-type-name" if ctx.library.personal_data_in_chat else "programme-type-office"
    text = join(ctx.say(ASKS[role]), whole.text, ctx.say(hint), by="\n\n")
    await show(query, Screen(text, (*whole.rows, turn, (nobody, to_programme(event, ctx.say)))))


async def _known(event: Event, item_id: int, role: int, ctx: Context) -> list[tuple[str, SpeakerSet]]:
    named = ctx.library.personal_data_in_chat
    people = await ctx.store.participants.known(event.id)
    at = {"event_id": event.id, "item_id": item_id}
    reps = [
        (
            ", ".join(filter(None, (one.listed if named else "", one.office))),
            SpeakerSet(**at, who_id=one.rep_id, how=2 * role),
        )
        for one in people
    ]
    staff = [
        (colleague(one, ctx.library, ctx.say), SpeakerSet(**at, who_id=one.id, how=2 * role + 1))
        for one in await ctx.store.members.staff()
    ]
    return reps + staff if role == 0 else staff + reps


async def choose(
    query: CallbackQuery, callback_data: SpeakerSet, *, event: Event, ctx: Context, state: FSMContext
) -> None:
    await done(state) if await state.get_state() == Ask.speaker.state else None
    place = Place(callback_data.item_id, callback_data.how // 2)
    await show(query, await _put(event, place, await _chosen(event, callback_data, ctx), ctx))


async def _chosen(event: Event, press: SpeakerSet, ctx: Context) -> Speaker | None:
    """Only who was offered: people of the event's partners and colleagues."""
    if not press.who_id:
        return None
    if press.how % 2:
        if press.who_id not in {one.id for one in await ctx.store.members.staff()}:
            raise Gone
        return Speaker(member_id=press.who_id)
    if press.who_id not in {one.rep_id for one in await ctx.store.participants.known(event.id)}:
        raise Gone("participants-rep-gone")
    return Speaker(rep_id=press.who_id)


async def typed(message: Message, *, state: FSMContext, ctx: Context) -> None:
    """Words as they are to be printed; a name only where names may stand in a chat."""
    words, about = line(message, SPEAKER), await asked(state)
    if holds_name(words) and not ctx.library.personal_data_in_chat:
        raise Refusal("names-in-chat")
    event = await manageable(ctx.store, ctx.person, int(about["event"]))
    await done(state)
    place = Place(int(about["item"]), int(about["role"]))
    await send(message, await _put(event, place, Speaker(typed=words), ctx))


async def _put(event: Event, place: Place, who: Speaker | None, ctx: Context) -> Screen:
    changed = await ctx.store.agenda.change(event.id, lambda old: place.put(old, who), ctx.person, ctx.now)
    if place.role in ROLES:
        return await programme_screen(event, 0, ctx)
    return item_screen(event, changed.item(place.item_id), ctx)


def router() -> Router:
    router = conversation("speakers")
    mine = AsContext()
    router.callback_query.register(pick, SpeakerPick.filter(), Managed(), mine)
    router.callback_query.register(choose, SpeakerSet.filter(), Managed(), mine)
    router.message.register(typed, Ask.speaker, TYPED, mine)
    return router
