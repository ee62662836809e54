"""Calendars by a secret address: of one's own events, and for staff of a branch's; given, renewed, revoked."""

from aiogram import Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, TelegramObject

from domain.people import Person
from domain.refusal import Refusal
from domain.rights import Act, may, require
from handlers.ask import conversation
from handlers.callbacks import BranchFeed, BranchFeeds, BranchFeedSet, EventList, FeedOpen, FeedSet, SettingsOpen
from handlers.forms.desk import Context
from handlers.rep_requests import WithContext
from handlers.say import Html, Say, join
from handlers.screen import Button, Row, Screen, below, show
from handlers.words import pager
from storage.feeds import Feed
from storage.library import Branch
from storage.store import Store

SIZE = 6


class OfBranch(Filter):
    """Hands on the `branch` of the press; `NotAllowed` for who may not manage its events."""

    async def __call__(
        self, _press: TelegramObject, *, callback_data: BranchFeed | BranchFeedSet, store: Store, person: Person | None
    ) -> dict[str, Branch]:
        require(person, Act.MANAGE_EVENT, callback_data.branch_id)
        return {"branch": await store.branches.get(callback_data.branch_id)}


async def own(query: CallbackQuery, *, ctx: Context) -> None:
    await show(query, await feed_screen(ctx, None))


async def set_own(query: CallbackQuery, callback_data: FeedSet, *, ctx: Context) -> None:
    await _set(query, ctx, None, given=callback_data.given == 1)


async def branches(query: CallbackQuery, callback_data: BranchFeeds, *, ctx: Context) -> None:
    """Branches whose events the person may manage."""
    page, theirs = callback_data.page, await _branches(ctx)
    shown = theirs[page * SIZE : (page + 1) * SIZE]
    rows = tuple((Button(one.short_name, BranchFeed(branch_id=one.id)),) for one in shown)
    last = (*pager(page, len(theirs), SIZE, BranchFeeds()), Button(ctx.say.plain("feed-button-own"), FeedOpen()))
    await show(query, Screen(ctx.say("feed-branches"), (*rows, last)))


async def of_branch(query: CallbackQuery, *, ctx: Context, branch: Branch) -> None:
    await show(query, await feed_screen(ctx, branch))


async def set_of_branch(query: CallbackQuery, callback_data: BranchFeedSet, *, ctx: Context, branch: Branch) -> None:
    await _set(query, ctx, branch, given=callback_data.given == 1)


async def feed_screen(ctx: Context, branch: Branch | None) -> Screen:
    """Whether there is an address, and since when; where the bot serves nothing, what there is instead."""
    say, title = ctx.say, _title(branch, ctx.say)
    if not ctx.library.pages_url:
        events = Button(say.plain("home-button-events"), EventList())
        return Screen(join(title, say("feed-nowhere"), by="\n\n"), ((events,), (_to_settings(say),)))
    given = await ctx.store.feeds.of(ctx.person.id, branch.id if branch else None)
    text = join(title, say("feed-about"), _since(given, say), by="\n\n")
    return Screen(text, (_acts(given, branch, say), _others(ctx, branch), _back(branch, say)))


async def _set(query: CallbackQuery, ctx: Context, branch: Branch | None, *, given: bool) -> None:
    """The new address comes as a message of its own: it is shown this once."""
    branch_id = branch.id if branch else None
    if given and not ctx.library.pages_url:
        raise Refusal("feed-nowhere")
    if not given:
        await ctx.store.feeds.revoke(ctx.person.id, branch_id)
        await show(query, await feed_screen(ctx, branch), ctx.say.plain("feed-toast-revoked"))
        return
    token = await ctx.store.feeds.issue(ctx.person.id, branch_id, ctx.now)
    await show(query, await feed_screen(ctx, branch), ctx.say.plain("feed-toast-given"))
    address = f"{ctx.library.pages_url}/calendar/{token}.ics"
    await below(query, Screen(join(_title(branch, ctx.say), ctx.say("feed-address", address=address), by="\n\n")))


async def _branches(ctx: Context) -> list[Branch]:
    return [one for one in await ctx.store.branches.all() if may(ctx.person, Act.MANAGE_EVENT, one.id)]


def _title(branch: Branch | None, say: Say) -> Html:
    return say("feed-branch", branch=branch.short_name) if branch else say("feed-own")


def _since(given: Feed | None, say: Say) -> Html:
    return say("feed-given", day=say.day(given.created_at, weekday=False)) if given else say("feed-none")


def _acts(given: Feed | None, branch: Branch | None, say: Say) -> Row:
    anew = Button(say.plain("feed-button-new" if given else "feed-button-get"), _press(branch, given=1))
    return (anew, *((Button(say.plain("feed-button-revoke"), _press(branch, given=0)),) if given else ()))


def _press(branch: Branch | None, given: int) -> FeedSet | BranchFeedSet:
    return BranchFeedSet(branch_id=branch.id, given=given) if branch else FeedSet(given=given)


def _others(ctx: Context, branch: Branch | None) -> Row:
    """From one's own calendar on to those of the branches."""
    if branch is not None or not may(ctx.person, Act.MANAGE_EVENT):
        return ()
    return (Button(ctx.say.plain("feed-button-branches"), BranchFeeds()),)


def _back(branch: Branch | None, say: Say) -> Row:
    return (Button(say.plain("feed-button-back"), BranchFeeds()) if branch else _to_settings(say),)


def _to_settings(say: Say) -> Button:
    return Button(say.plain("feed-button-settings"), SettingsOpen())


def router() -> Router:
    router = conversation("feeds")
    router.callback_query.register(own, FeedOpen.filter(), WithContext())
    router.callback_query.register(set_own, FeedSet.filter(), WithContext())
    router.callback_query.register(branches, BranchFeeds.filter(), WithContext())
    router.callback_query.register(of_branch, BranchFeed.filter(), WithContext(), OfBranch())
    router.callback_query.register(set_of_branch, BranchFeedSet.filter(), WithContext(), OfBranch())
    return router
