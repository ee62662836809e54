"""The event form (handlers/new_event)."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import Id, Number, Page


class EventNew(CallbackData, prefix="evn"):
    """Starts registering an event."""


class EventFresh(CallbackData, prefix="evnf"):
    """Starts another event though a draft waits."""


class EventChange(CallbackData, prefix="evch"):
    """Starts changing a published event."""

    event_id: Id


class EventMove(CallbackData, prefix="evmv"):
    """Starts moving a published event to another time."""

    event_id: Id


class EventMoveTo(CallbackData, prefix="evmt"):
    """Starts moving an event to the time that the partner proposed."""

    event_id: Id
    partner_id: Id


class EventAgree(CallbackData, prefix="eva"):
    """Registers the event of a draft for its partners alone, who are asked first."""

    draft: Id
    revision: Id


class EventRepeat(CallbackData, prefix="evrp"):
    """Starts another event like this one: all but dates and sign-ups."""

    event_id: Id


class TemplateKeep(CallbackData, prefix="evt"):
    """Keeps the event as a template."""

    event_id: Id


class TemplateUse(CallbackData, prefix="evtu"):
    """Starts an event from a template."""

    template_id: Id


class TemplateDrop(CallbackData, prefix="evtd"):
    """Drops a template; 0 = asks which."""

    template_id: Id


class EventPublish(CallbackData, prefix="evp"):
    """Announces an event, or hands it in for review. Asks first (`sure` 0) if a partner has not confirmed."""

    event_id: Id
    sure: Number


class DraftParts(CallbackData, prefix="dp"):
    """The partners of a draft and their parts."""

    draft: Id
    page: Page = 0


class DraftPart(CallbackData, prefix="dpo"):
    draft: Id
    partner_id: Id


class DraftPartSet(CallbackData, prefix="dps"):
    """Another part of the partner, by its number."""

    draft: Id
    partner_id: Id
    part: Number


class DraftPartWant(CallbackData, prefix="dpw"):
    """The partner is asked to bring something (its number), or no longer."""

    draft: Id
    partner_id: Id
    item: Number
    on: Number
