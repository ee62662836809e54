"""Minutes in chat: typed or sent as a file, piece by piece; whoever writes at the same time is told."""

from aiogram import Bot, F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.agenda import AgendaItem
from domain.event import Event
from domain.minutes import (
    LONGEST,
    OF_EVENT,
    OF_ITEM,
    PIECES,
    WHOLE,
    ChangedMeanwhile,
    Minutes,
    Piece,
    Place,
    Revision,
    difference,
)
from domain.participants import holds_name
from domain.refusal import Gone, Refusal
from handlers.ask import TYPED, Ask, Typed, ask, asked, conversation, done, paragraphs, readable
from handlers.callbacks import ActionList, ActionNew, MinutesItem, MinutesOpen, MinutesPast, MinutesPiece, MinutesSave
from handlers.card import shortened
from handlers.downloading import downloaded
from handlers.forms.desk import Context
from handlers.managed import Managed, manageable
from handlers.papers.choosing import to_papers
from handlers.papers.files import MOST_BYTES, PaperFiles
from handlers.programme.asking import AsContext
from handlers.say import Html, Say, join
from handlers.screen import Button, Screen, send, show
from handlers.view import heading
from handlers.words import colleague, pager

SIZE = 14
LINE, SHOWN, CHANGED = 150, 2500, 1200
NAMES = {
    Piece.HEARD: "minutes-heard",
    Piece.SPOKE: "minutes-spoke",
    Piece.RESOLVED: "minutes-resolved",
    Piece.NOTED: "minutes-noted",
    Piece.TEXT: "minutes-text",
}


async def open_minutes(query: CallbackQuery, callback_data: MinutesOpen, *, event: Event, ctx: Context) -> None:
    await show(query, await minutes_screen(event, callback_data.page, ctx))


async def minutes_screen(event: Event, page: int, ctx: Context) -> Screen:
    """The items, what is written of each, also of those taken off the agenda, and what is of the event as a whole."""
    say, kept = ctx.say, await ctx.store.minutes.of(event.id)
    items = (await ctx.store.agenda.of(event.id)).items
    gone = [AgendaItem(one, say.plain("minutes-off-agenda")) for one in kept.left_over(item.id for item in items)]
    items = (*items, *gone)
    first = page * SIZE
    part = list(enumerate(items, 1))[first : first + SIZE]
    lines = [
        say("minutes-item", number=n, text=shortened(item.text, LINE), pieces=_pieces(kept, item.id, say))
        for n, item in part
    ]
    digits = [Button(str(n), MinutesItem(event_id=event.id, item_id=item.id)) for n, item in part]
    whole = tuple(_piece_button(Place(event.id, WHOLE, piece), kept, say) for piece in OF_EVENT)
    tasks = Button(say.plain("minutes-button-actions"), ActionList(event_id=event.id))
    text = join(join(say("minutes-title"), heading(event, say)), join(*lines) or say("minutes-none"), by="\n\n")
    turn = pager(page, len(items), SIZE, MinutesOpen(event_id=event.id))
    rows = tuple(tuple(digits[at : at + 7]) for at in range(0, len(digits), 7))
    return Screen(text, (*rows, turn, whole, (tasks, to_papers(event, say))))


async def open_item(query: CallbackQuery, callback_data: MinutesItem, *, event: Event, ctx: Context) -> None:
    await show(query, await item_screen(event, callback_data.item_id, ctx))


async def item_screen(event: Event, item_id: int, ctx: Context) -> Screen:
    """One item: its three texts, shortened, and the way to each."""
    if item_id == WHOLE:
        return await minutes_screen(event, 0, ctx)
    say, kept = ctx.say, await ctx.store.minutes.of(event.id)
    items = (await ctx.store.agenda.of(event.id)).items
    words = next((item.text for item in items if item.id == item_id), None)
    if words is None and item_id not in kept.left_over(item.id for item in items):
        raise Gone("agenda-item-gone")
    blocks = [_block(piece, kept.of(item_id, piece), say) for piece in OF_ITEM if kept.of(item_id, piece).text]
    buttons = tuple(_piece_button(Place(event.id, item_id, piece), kept, say) for piece in OF_ITEM)
    task = Button(say.plain("minutes-button-action"), ActionNew(event_id=event.id, item_id=item_id))
    text = join(say("minutes-of", text=words or say.plain("minutes-off-agenda")), *blocks, by="\n\n")
    return Screen(text, (buttons, (task, _to_minutes(event, say))))


async def open_piece(
    query: CallbackQuery, callback_data: MinutesPiece, *, event: Event, ctx: Context, state: FSMContext
) -> None:
    """What stands there, and waits for another text."""
    place = _place(event, callback_data.item_id, callback_data.piece)
    known = (await ctx.store.minutes.of(event.id)).of(place.item_id, place.piece)
    where = {"event": event.id, "item": place.item_id, "piece": callback_data.piece}
    await ask(state, Ask.minutes, _to_item(place, ctx.say), **where, base=known.number)
    await show(query, _piece_screen(place, known, ctx))


def _piece_screen(place: Place, known: Revision, ctx: Context) -> Screen:
    say = ctx.say
    text = shortened(known.text, SHOWN) if known.text else None
    hint = say("minutes-ask") if ctx.library.personal_data_in_chat else say("minutes-ask-nameless")
    kept = say("minutes-kept") if known.number else None
    past = MinutesPast(event_id=place.event_id, item_id=place.item_id, piece=PIECES.index(place.piece))
    older = (Button(say.plain("minutes-button-past", number=known.number), past),) if known.number else ()
    shown = say.text(text) if text else None
    words = join(say(NAMES[place.piece]), shown, join(hint, kept, by=" "), by="\n\n")
    return Screen(words, ((*older, _to_item(place, say)),))


async def typed(message: Message, *, state: FSMContext, ctx: Context) -> None:
    await _taken(message, paragraphs(message, LONGEST), state, ctx)


async def sent(message: Message, *, state: FSMContext, ctx: Context, bot: Bot, papers: PaperFiles) -> None:
    """A file, .docx or .txt; only where names may stand in a chat."""
    document = message.document
    if document is None:
        return
    if not ctx.library.personal_data_in_chat:
        raise Refusal("minutes-file-elsewhere")
    body = await downloaded(bot, document, MOST_BYTES, Refusal("minutes-file-size"))
    text = readable(await papers.read(document.file_name or "", body))
    if not text:
        raise Refusal("text-empty")
    await _taken(message, text, state, ctx)


async def _taken(message: Message, text: str, state: FSMContext, ctx: Context) -> None:
    """Keeps the text; where somebody else has written meanwhile it says so, and keeps nothing yet."""
    if holds_name(text) and not ctx.library.personal_data_in_chat:
        raise Refusal("names-in-chat")
    about = await asked(state)
    event = await manageable(ctx.store, ctx.person, int(about["event"]))
    place = _place(event, int(about["item"]), int(about["piece"]))
    try:
        await ctx.store.minutes.write(place, text, int(about["base"]), ctx.person, ctx.now)
    except ChangedMeanwhile as changed:
        await state.set_state(Typed.minutes)
        await state.update_data(mine=text)
        await send(message, await _conflict(place, changed.now, text, ctx))
        return
    await done(state)
    await send(message, await item_screen(event, place.item_id, ctx))


async def _conflict(place: Place, now: Revision, mine: str, ctx: Context) -> Screen:
    """What the other has written, beside one's own."""
    ids = {"event_id": place.event_id, "item_id": place.item_id, "piece": PIECES.index(place.piece)}
    save = Button(ctx.say.plain("minutes-button-save"), MinutesSave(**ids, base=now.number))
    leave = Button(ctx.say.plain("minutes-button-leave"), MinutesPiece(**ids))
    text = join(ctx.say("minutes-meanwhile"), await _signed(now, ctx), _changes(now.text, mine, ctx.say), by="\n\n")
    return Screen(text, ((save, leave),))


async def save(
    query: CallbackQuery, callback_data: MinutesSave, *, event: Event, ctx: Context, state: FSMContext
) -> None:
    """Keeps one's own text over the other's; a third one is told of again."""
    mine = (await asked(state)).get("mine") if await state.get_state() == Typed.minutes.state else None
    if mine is None:
        raise Gone("minutes-lost")
    place = _place(event, callback_data.item_id, callback_data.piece)
    try:
        await ctx.store.minutes.write(place, str(mine), callback_data.base, ctx.person, ctx.now)
    except ChangedMeanwhile as changed:
        await show(query, await _conflict(place, changed.now, str(mine), ctx))
        return
    await done(state)
    await show(query, await item_screen(event, place.item_id, ctx), ctx.say.plain("minutes-toast-saved"))


async def past(query: CallbackQuery, callback_data: MinutesPast, *, event: Event, ctx: Context) -> None:
    """One revision a page: who, when, and what is different from the one before."""
    place = _place(event, callback_data.item_id, callback_data.piece)
    total = (await ctx.store.minutes.of(event.id)).of(place.item_id, place.piece).number
    if not total:
        raise Gone("minutes-lost")
    page = min(callback_data.page, total - 1)
    this, *older = await ctx.store.minutes.revisions(place, 2, page)
    press = MinutesPast(event_id=event.id, item_id=place.item_id, piece=callback_data.piece)
    changes = _changes(older[0].text if older else "", this.text, ctx.say)
    text = join(ctx.say(NAMES[place.piece]), await _signed(this, ctx), changes, by="\n\n")
    await show(query, Screen(text, (pager(page, total, 1, press), (_to_item(place, ctx.say),))))


async def _signed(revision: Revision, ctx: Context) -> Html:
    who = await ctx.store.members.find(revision.by_id) if revision.by_id else None
    name = colleague(who, ctx.library, ctx.say) if who else ctx.say.plain("audit-nobody")
    return ctx.say("minutes-signed", number=revision.number, name=name, at=revision.at or ctx.now)


def _changes(old: str, new: str, say: Say) -> Html:
    lines = "\n".join(f"{sign} {line}" for sign, line in difference(old, new))
    return say.text(shortened(lines, CHANGED))


def _pieces(kept: Minutes, item_id: int, say: Say) -> str:
    """«слушали, решили»."""
    written = [say.plain(f"minutes-short-{one}") for one in OF_ITEM if kept.of(item_id, one).text]
    return ", ".join(written) or say.plain("minutes-nothing")


def _block(piece: Piece, revision: Revision, say: Say) -> Html:
    return join(say(NAMES[piece]), say.text(shortened(revision.text, SHOWN // 3)))


def _piece_button(place: Place, kept: Minutes, say: Say) -> Button:
    words = say.plain(f"minutes-write-{place.piece}")
    has = bool(kept.of(place.item_id, place.piece).text)
    press = MinutesPiece(event_id=place.event_id, item_id=place.item_id, piece=PIECES.index(place.piece))
    return Button(f"✓ {words}" if has else words, press)


def _place(event: Event, item_id: int, piece: int) -> Place:
    if not 0 <= piece < len(PIECES):
        raise Gone
    return Place(event.id, item_id, PIECES[piece])


def _to_item(place: Place, say: Say) -> Button:
    return Button(say.plain("minutes-button-back"), MinutesItem(event_id=place.event_id, item_id=place.item_id))


def _to_minutes(event: Event, say: Say) -> Button:
    return Button(say.plain("minutes-button-open"), MinutesOpen(event_id=event.id))


def router() -> Router:
    router = conversation("minutes")
    mine = AsContext()
    router.callback_query.register(open_minutes, MinutesOpen.filter(), Managed(), mine)
    router.callback_query.register(open_item, MinutesItem.filter(), Managed(), mine)
    router.callback_query.register(open_piece, MinutesPiece.filter(), Managed(), mine)
    router.callback_query.register(save, MinutesSave.filter(), Managed(), mine)
    router.callback_query.register(past, MinutesPast.filter(), Managed(), mine)
    router.message.register(typed, Ask.minutes, TYPED, mine)
    router.message.register(sent, Ask.minutes, F.document, mine)
    return router
