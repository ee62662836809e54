"""Settings and personal data."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number


class SettingsOpen(CallbackData, prefix="set"):
    pass


class LanguageSet(CallbackData, prefix="setl"):
    """The language by its number in the library's list."""

    number: Number


class ReminderSet(CallbackData, prefix="setr"):
    """A kind of reminder (its number) on (1) or off (0)."""

    kind: Number
    wanted: Number


class PrivacyOpen(CallbackData, prefix="pv"):
    pass


class PrivacyText(CallbackData, prefix="pvt"):
    pass


class PrivacyFile(CallbackData, prefix="pvf"):
    """All that is kept, as a file."""


class PrivacyName(CallbackData, prefix="pvc"):
    """Wants to correct the name."""


class PrivacySigned(CallbackData, prefix="pvs"):
    """The text of one consent, by its number among those that the person gave."""

    number: Number


class PrivacyWithdraw(CallbackData, prefix="pvw"):
    """Taking a consent back, by its number in `handlers.privacy.ORDER`: asks (0), does it (1)."""

    purpose: Number
    sure: Number


class StayHere(CallbackData, prefix="stay"):
    """Has been silent for long, and wants to stay."""


class ActOpen(CallbackData, prefix="act"):
    """An act of destruction."""

    number: Id


class PrivacyErase(CallbackData, prefix="pve"):
    """Being forgotten: asks (0), does it (1)."""

    sure: Number
