"""The register of partners in chat: the list, the card, who acts for an organisation, agreements."""

from aiogram import Router

from handlers.partners import agreements, archiving, card, editing, exporting, importing, lists, reps


def router() -> Router:
    """All conversations about partners."""
    whole = Router(name="register")
    whole.include_routers(
        *(module.router() for module in (lists, card, editing, archiving, reps, agreements, importing, exporting))
    )
    return whole
