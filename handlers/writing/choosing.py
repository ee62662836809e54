"""Who is left out of a letter: partners one by one, sectors, guests by what they said, who was written to lately."""

from collections.abc import Callable
from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery

from domain.partner import SECTORS
from domain.refusal import Gone, Refusal
from domain.seats import RsvpState
from domain.segment import REST_DAYS, Segment, Whom
from handlers.ask import conversation
from handlers.callbacks import LetterOpen, WhomOpen, WhomPartner, WhomRest, WhomSector, WhomSectors, WhomState
from handlers.forms.grid import Cell, grid
from handlers.partners.words import sector_name
from handlers.say import Say, join
from handlers.screen import Button, Row, Screen, show
from handlers.words import capital, pager
from handlers.writing.own import Own
from handlers.writing.whom_words import STATES, whom_words
from storage.broadcast_rows import Broadcast
from storage.broadcasts import Listed
from storage.store import Store

GUESTS = tuple(RsvpState)


async def choose(
    query: CallbackQuery, callback_data: WhomOpen, *, letter: Broadcast, store: Store, say: Say, now: datetime
) -> None:
    await show(query, await whom_screen(letter, callback_data.page, store, say, now))


async def whom_screen(letter: Broadcast, page: int, store: Store, say: Say, now: datetime) -> Screen:
    """Everyone of the list with a tick; below, how many it gets to now."""
    if letter.state != "draft":
        raise Refusal("letter-sent")
    segment = letter.segment
    found = await store.broadcasts.partners(segment.full())
    reach = await store.broadcasts.reach(segment, now)
    words = join(await whom_words(segment, store, say), say("letter-reached", number=reach.reached))
    body = grid([_partner(letter, one, page) for one in found], page, say)
    more = pager(page, body.pages, 1, WhomOpen(letter_id=letter.id))
    last = (*more, Button(say.plain("letter-button-back"), LetterOpen(letter_id=letter.id)))
    text = join(say("letter-leave-out"), words, body.text, by="\n\n")
    return Screen(text, (*_states(letter, say), *body.rows, *_others(letter, found, say), last))


async def sectors(query: CallbackQuery, *, letter: Broadcast, store: Store, say: Say) -> None:
    await show(query, await sectors_screen(letter, store, say))


async def sectors_screen(letter: Broadcast, store: Store, say: Say) -> Screen:
    """The sectors that the list has, each with a tick."""
    there = {one.sector for one in await store.broadcasts.partners(letter.segment.full())}
    buttons = [_sector(letter, number, say) for number, sector in enumerate(SECTORS) if sector in there]
    pairs = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    back = Button(say.plain("letter-button-whom-back"), WhomOpen(letter_id=letter.id))
    return Screen(join(say("letter-leave-sectors"), await whom_words(letter.segment, store, say)), (*pairs, (back,)))


async def partner(
    query: CallbackQuery, callback_data: WhomPartner, *, letter: Broadcast, store: Store, say: Say, now: datetime
) -> None:
    press = callback_data
    await store.partners.get(press.partner_id)
    changed = await _change(letter, lambda one: one.leave_partner(press.partner_id, out=press.out == 1), store, now)
    await show(query, await whom_screen(changed, press.page, store, say, now))


async def sector(
    query: CallbackQuery, callback_data: WhomSector, *, letter: Broadcast, store: Store, say: Say, now: datetime
) -> None:
    if not 0 <= callback_data.sector < len(SECTORS):
        raise Gone
    name, out = SECTORS[callback_data.sector], callback_data.out == 1
    changed = await _change(letter, lambda one: one.leave_sector(name, out=out), store, now)
    await show(query, await sectors_screen(changed, store, say))


async def guests(
    query: CallbackQuery, callback_data: WhomState, *, letter: Broadcast, store: Store, say: Say, now: datetime
) -> None:
    if not 0 <= callback_data.state < len(GUESTS) or letter.segment.whom is not Whom.GUESTS:
        raise Gone
    said, wanted = GUESTS[callback_data.state], callback_data.wanted == 1
    changed = await _change(letter, lambda one: one.with_state(said, wanted=wanted), store, now)
    await show(query, await whom_screen(changed, 0, store, say, now))


async def rest(
    query: CallbackQuery, callback_data: WhomRest, *, letter: Broadcast, store: Store, say: Say, now: datetime
) -> None:
    days = REST_DAYS if callback_data.on == 1 else 0
    changed = await _change(letter, lambda one: one.rest(days), store, now)
    await show(query, await whom_screen(changed, 0, store, say, now))


async def _change(letter: Broadcast, rule: Callable[[Segment], Segment], store: Store, now: datetime) -> Broadcast:
    return await store.broadcasts.change(letter.id, lambda content: (content[0], rule(content[1])), now)


def _tick(words: str, *, on: bool, say: Say) -> str:
    return say.plain("form-button-marked", text=words) if on else words


def _partner(letter: Broadcast, one: Listed, page: int) -> Cell:
    segment = letter.segment
    is_in = one.id not in segment.without_partners
    press = WhomPartner(letter_id=letter.id, partner_id=one.id, out=int(is_in), page=page)
    return Cell(one.short_name, press, is_in and one.sector not in segment.without_sectors)


def _others(letter: Broadcast, found: list[Listed], say: Say) -> tuple[Row, ...]:
    """Sectors, where there is more than one, and who was written to lately; guests of an event are told in any case."""
    if letter.segment.whom is Whom.GUESTS:
        return ()
    several = len({one.sector for one in found}) > 1
    sectors = Button(say.plain("letter-button-sectors"), WhomSectors(letter_id=letter.id))
    return ((sectors,) if several else (), (_rest(letter, say),))


def _sector(letter: Broadcast, number: int, say: Say) -> Button:
    is_in = SECTORS[number] not in letter.segment.without_sectors
    words = _tick(sector_name(SECTORS[number], say), on=is_in, say=say)
    return Button(words, WhomSector(letter_id=letter.id, sector=number, out=int(is_in)))


def _states(letter: Broadcast, say: Say) -> tuple[Row, ...]:
    """Guests by what they said; nothing for partners."""
    if letter.segment.whom is not Whom.GUESTS:
        return ()
    buttons = tuple(_state(letter, number, say) for number in range(len(GUESTS)))
    return (buttons[:2], buttons[2:])


def _state(letter: Broadcast, number: int, say: Say) -> Button:
    state = GUESTS[number]
    wanted = state in letter.segment.states
    words = _tick(capital(say.plain(STATES[state])), on=wanted, say=say)
    return Button(words, WhomState(letter_id=letter.id, state=number, wanted=int(not wanted)))


def _rest(letter: Broadcast, say: Say) -> Button:
    """Like all the ticks here it says who gets the letter."""
    resting = letter.segment.rest_days > 0
    words = _tick(say.plain("letter-button-rest", days=REST_DAYS), on=not resting, say=say)
    return Button(words, WhomRest(letter_id=letter.id, on=int(not resting)))


def router() -> Router:
    router = conversation("choosing")
    router.callback_query.register(choose, WhomOpen.filter(), Own())
    router.callback_query.register(sectors, WhomSectors.filter(), Own())
    router.callback_query.register(partner, WhomPartner.filter(), Own())
    router.callback_query.register(sector, WhomSector.filter(), Own())
    router.callback_query.register(guests, WhomState.filter(), Own())
    router.callback_query.register(rest, WhomRest.filter(), Own())
    return router
