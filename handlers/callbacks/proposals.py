"""Proposals of partners (handlers/proposals)."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number


class ProposalList(CallbackData, prefix="idl"):
    """What the person's partners have proposed."""


class ProposalOpen(CallbackData, prefix="ido"):
    proposal_id: Id


class ProposalFix(CallbackData, prefix="idf"):
    """Corrects a proposal that has come back."""

    proposal_id: Id


class ProposalTake(CallbackData, prefix="idt"):
    """Takes it into work: a draft of the library's own form."""

    proposal_id: Id


class ProposalReturn(CallbackData, prefix="idr"):
    """Wants to return it with a remark."""

    proposal_id: Id


class ProposalDecline(CallbackData, prefix="idd"):
    """Declines it for one of the usual reasons, by its number; −1 = asks which."""

    proposal_id: Id
    why: Number
