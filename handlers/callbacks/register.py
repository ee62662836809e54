"""The register of partners (handlers/partners).

What a list is narrowed by travels in its buttons: `sector`, `grade` by number (−1 = any), `branch_id` (0 = any),
`silent` in months (0 = any), `only` as a sum of 1 (nobody to write to) and 2 (in the archive).
"""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class PartnerList(CallbackData, prefix="pl"):
    """A page of the register, narrowed."""

    page: Page = 0
    sector: Number = -1
    branch_id: Id = 0
    grade: Number = -1
    silent: Number = 0
    only: Number = 0


class PartnerPick(CallbackData, prefix="plp"):
    """What to narrow the list by: the options of `what` (its number in `handlers.partners.narrowing`)."""

    what: Number
    page: Page = 0
    sector: Number = -1
    branch_id: Id = 0
    grade: Number = -1
    silent: Number = 0
    only: Number = 0


class PartnerOpen(CallbackData, prefix="po"):
    partner_id: Id


class PartnerNew(CallbackData, prefix="pon"):
    """Starts the card of an organisation; `fresh` 1 though one waits half done."""

    fresh: Number = 0


class PartnerChange(CallbackData, prefix="poc"):
    partner_id: Id


class PartnerArchive(CallbackData, prefix="poa"):
    """Into the archive. Asks first (`sure` 0)."""

    partner_id: Id
    sure: Number


class PartnerRestore(CallbackData, prefix="por"):
    """Out of the archive again."""

    partner_id: Id


class RepList(CallbackData, prefix="pr"):
    """Who acts for the partner."""

    partner_id: Id
    page: Page = 0


class RepOpen(CallbackData, prefix="pro"):
    rep_id: Id


class RepNew(CallbackData, prefix="prn"):
    partner_id: Id
    fresh: Number = 0


class RepChange(CallbackData, prefix="prc"):
    rep_id: Id


class RepPrimary(CallbackData, prefix="prp"):
    """Makes the representative the primary."""

    rep_id: Id


class RepRemove(CallbackData, prefix="prx"):
    """Takes the representative away. Asks first (`sure` 0)."""

    rep_id: Id
    sure: Number


class RepReturn(CallbackData, prefix="prb"):
    """Brings a removed representative back."""

    rep_id: Id


class AgreementReturn(CallbackData, prefix="pab"):
    """Brings a removed agreement back."""

    agreement_id: Id


class AgreementList(CallbackData, prefix="pa"):
    """The partner's agreements."""

    partner_id: Id
    page: Page = 0


class AgreementOpen(CallbackData, prefix="pao"):
    agreement_id: Id


class AgreementNew(CallbackData, prefix="pan"):
    partner_id: Id
    fresh: Number = 0


class AgreementChange(CallbackData, prefix="pac"):
    agreement_id: Id


class AgreementRemove(CallbackData, prefix="pax"):
    """Takes the agreement away. Asks first (`sure` 0)."""

    agreement_id: Id
    sure: Number


class AgreementsEnding(CallbackData, prefix="pae"):
    """Agreements that run out soon."""

    page: Page = 0
