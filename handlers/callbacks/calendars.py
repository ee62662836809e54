"""Calendars by a secret address."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class FeedOpen(CallbackData, prefix="cal"):
    """The calendar of one's own events."""


class FeedSet(CallbackData, prefix="cals"):
    """A new address for it (1), or none any more (0)."""

    given: Number


class BranchFeeds(CallbackData, prefix="calb"):
    """Branches, of whose events there are calendars."""

    page: Page = 0


class BranchFeed(CallbackData, prefix="calo"):
    branch_id: Id


class BranchFeedSet(CallbackData, prefix="calbs"):
    """A new address for the branch's calendar (1), or none any more (0)."""

    branch_id: Id
    given: Number
