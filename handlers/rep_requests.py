"""Requests to represent an organisation, for the staff: which wait, and a word to each."""

from datetime import datetime

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, TelegramObject

from domain.partner import Partner
from domain.partner_search import Lookalikes
from domain.people import Person
from domain.rights import Act, may
from handlers.ask import conversation
from handlers.callbacks import RepRequestApprove, RepRequestDecline, RepRequestOpen, RepRequests
from handlers.card import shortened
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.forms.grid import SHORT
from handlers.menu import renew_menu
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, show
from handlers.words import pager, to_menu
from storage.rep_requests import Request
from storage.store import Store

SIZE = 6
SIMILAR = 2
STATES = {"approved": "asking-approved", "declined": "asking-declined"}


class WithContext(Filter):
    """Hands on the `ctx`; the door has asked who it is."""

    async def __call__(
        self, _press: TelegramObject, *, store: Store, person: Person, say: Say, library: Library, now: datetime
    ) -> dict[str, Context]:
        return {"ctx": Context(store, person, say, library, now)}


async def requests(query: CallbackQuery, callback_data: RepRequests, *, ctx: Context) -> None:
    await show(query, await requests_screen(ctx, callback_data.page))


async def requests_screen(ctx: Context, page: int) -> Screen:
    """Those that wait, the oldest first."""
    say, total = ctx.say, await ctx.store.rep_requests.count_waiting()
    shown = await ctx.store.rep_requests.waiting(SIZE, page * SIZE)
    rows = tuple((Button(shortened(one.organisation, SHORT), RepRequestOpen(request_id=one.id)),) for one in shown)
    return Screen(say("asking-list", number=total), (*rows, pager(page, total, SIZE, RepRequests()), to_menu(say)))


async def waiting_row(ctx: Context) -> Row:
    """In the register: who asks to be let in, as long as somebody does."""
    number = await ctx.store.rep_requests.count_waiting() if may(ctx.person, Act.INVITE_REPS) else 0
    return (Button(ctx.say.plain("asking-button-waiting", number=number), RepRequests()),) if number else ()


async def open_request(query: CallbackQuery, callback_data: RepRequestOpen, *, ctx: Context) -> None:
    await show(query, await request_screen(ctx, await ctx.store.rep_requests.get(callback_data.request_id)))


async def request_screen(ctx: Context, asked: Request) -> Screen:
    """Who asks for what; as long as nobody has decided, with buttons. Names only where they may be shown."""
    say, waits = ctx.say, asked.state == "open"
    similar = await _similar(ctx, asked) if waits and asked.partner_id is None else []
    named = ctx.library.personal_data_in_chat
    text = join(
        say("asking-request", organisation=asked.organisation),
        join(
            say("asking-request-position", position=asked.position) if asked.position else None,
            say("asking-request-name", name=asked.name) if named else None,
        ),
        _standing(asked, similar, say),
        by="\n\n",
    )
    return Screen(text, (*(_deciding(asked, similar, say) if waits else ()), _list(say)))


async def approve(query: CallbackQuery, callback_data: RepRequestApprove, *, bot: Bot, ctx: Context) -> None:
    wanted = callback_data.partner_id or None
    decided = await ctx.store.rep_requests.approve(callback_data.request_id, ctx.person.id, ctx.now, partner_id=wanted)
    await show(query, await request_screen(ctx, decided), ctx.say.plain("asking-toast-approved"))
    person = await ctx.store.members.find(decided.member_id)
    if person is not None:
        await renew_menu(bot, person, ctx.say)


async def decline(query: CallbackQuery, callback_data: RepRequestDecline, *, ctx: Context) -> None:
    decided = await ctx.store.rep_requests.decline(callback_data.request_id, ctx.person.id, ctx.now)
    await show(query, await request_screen(ctx, decided), ctx.say.plain("asking-toast-declined"))


async def _similar(ctx: Context, asked: Request) -> list[Partner]:
    """Organisations of the register that may be the one that is asked for."""
    partners = {one.id: one for one in await ctx.store.partners.all(archived=False)}
    found = Lookalikes({key: one.names for key, one in partners.items()}).like(asked.organisation)
    return [partners[one.id] for one in found[:SIMILAR]]


def _standing(asked: Request, similar: list[Partner], say: Say) -> Html | None:
    if asked.state != "open":
        return say(STATES[asked.state])
    if asked.partner_id is not None:
        return None
    return say("asking-request-similar" if similar else "asking-request-new")


def _deciding(asked: Request, similar: list[Partner], say: Say) -> tuple[Row, ...]:
    """One of the register where it is likely meant, the request as it is, or no."""
    key, no = asked.id, RepRequestDecline(request_id=asked.id)
    those = tuple(
        (_yes(shortened(say.plain("asking-button-meant", partner=one.short_name), SHORT), key, one.id),)
        for one in similar
    )
    yes = _yes(say.plain("asking-button-approve-new" if similar else "asking-button-approve"), key, 0)
    return (*those, (yes, Button(say.plain("asking-button-decline"), no)))


def _yes(words: str, request_id: int, partner_id: int) -> Button:
    return Button(words, RepRequestApprove(request_id=request_id, partner_id=partner_id))


def _list(say: Say) -> Row:
    return (Button(say.plain("asking-button-list"), RepRequests()),)


def router() -> Router:
    router = conversation("rep-requests")
    router.callback_query.register(requests, RepRequests.filter(), WithContext())
    router.callback_query.register(open_request, RepRequestOpen.filter(), WithContext())
    router.callback_query.register(approve, RepRequestApprove.filter(), WithContext())
    router.callback_query.register(decline, RepRequestDecline.filter(), WithContext())
    return router
