"""Personal links and who came in by them (handlers/links.py)."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Page


class LinkList(CallbackData, prefix="lk"):
    """Open links into a partner; `partner_id` 0 = into the staff."""

    partner_id: Id
    page: Page = 0


class LinkMake(CallbackData, prefix="lkm"):
    """A link for somebody of the register; `rep_id` 0 = for whoever it is handed to."""

    partner_id: Id
    rep_id: Id


class LinkRevoke(CallbackData, prefix="lkr"):
    token: str


class LinkDeny(CallbackData, prefix="lkd"):
    """«Это не он»: whoever came in by the link is not who was meant."""

    token: str
