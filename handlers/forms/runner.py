"""The conversation of forms. It knows no form in particular."""

from collections.abc import Iterable

from aiogram import Router

from handlers.ask import conversation
from handlers.forms import presses, written
from handlers.forms.desk import FormKind
from handlers.forms.entry import AskAgain, AtDesk, StillHere, Writing


def router(kinds: Iterable[FormKind]) -> Router:
    """The conversation of these kinds of forms."""
    known = {kind.id: kind for kind in kinds}
    router = conversation("forms")
    router.callback_query.middleware(StillHere())
    router.message.middleware(AskAgain())
    presses.register(router, AtDesk(known))
    written.register(router, Writing(known))
    return router
