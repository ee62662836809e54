"""Who asks to represent an organisation (handlers/rep_asking.py, handlers/rep_requests.py)."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class RepAsk(CallbackData, prefix="rqa"):
    """«Представляю организацию»."""


class RepRequests(CallbackData, prefix="rql"):
    """Requests that wait for a word."""

    page: Page = 0


class RepRequestOpen(CallbackData, prefix="rqo"):
    request_id: Id


class RepRequestApprove(CallbackData, prefix="rqy"):
    """Approves; `partner_id` says which organisation of the register is meant, 0 = what the request says."""

    request_id: Id
    partner_id: Id


class RepRequestDecline(CallbackData, prefix="rqn"):
    request_id: Id


class MyPartners(CallbackData, prefix="mo"):
    """The organisations that the person represents."""


class MyPartner(CallbackData, prefix="moo"):
    partner_id: Id


class MyPartnerLeave(CallbackData, prefix="mol"):
    """No longer represents it: asks (0), does it (1), does it with a link for a successor (2)."""

    partner_id: Id
    how: Number
