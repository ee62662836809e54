"""What every press of a representative begins with: the part is there, and the presser acts for its partner."""

from dataclasses import dataclass
from datetime import datetime

from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import TelegramObject

from domain.event import Event
from domain.joint import Agreed, Voice
from domain.people import Person
from domain.refusal import NotAllowed
from domain.rights import Act, may
from handlers.ask import asked
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.say import Say
from storage.joint import Rule, Said
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Acting:
    """A partner's part on somebody's desk who acts for the partner."""

    ctx: Context
    event: Event
    agreed: Agreed
    partner: str

    @property
    def voice(self) -> Voice:
        return Voice(self.ctx.person.id, self.ctx.now)

    @property
    def ids(self) -> dict[str, int]:
        """What buttons carry of it."""
        return {"event_id": self.event.id, "partner_id": self.agreed.partner_id}

    async def say(self, rule: Rule, *, draft_id: int | None = None) -> Said:
        """Says something for the partner."""
        store, voice = self.ctx.store, self.voice
        return await store.joint.answer(self.event.id, self.agreed.partner_id, rule, voice, draft_id=draft_id)


class ActsFor(Filter):
    """Hands the handler `acting`; `NotAllowed` for who does not act for the partner. Asked anew at each press."""

    async def __call__(
        self,
        _press: TelegramObject,
        *,
        callback_data: CallbackData,
        store: Store,
        person: Person | None,
        say: Say,
        library: Library,
        now: datetime,
    ) -> dict[str, Acting]:
        ids = [getattr(callback_data, name, 0) for name in ("event_id", "partner_id")]
        if person is None:
            raise NotAllowed("joint-not-yours")
        return {"acting": await acting_for(Context(store, person, say, library, now), *ids)}


class ActsForAsked(Filter):
    """Hands on `acting` to what is typed as the answer to a question about the part."""

    async def __call__(
        self,
        _message: TelegramObject,
        *,
        state: FSMContext,
        store: Store,
        person: Person | None,
        say: Say,
        library: Library,
        now: datetime,
    ) -> dict[str, Acting]:
        about = await asked(state)
        if person is None:
            raise NotAllowed("joint-not-yours")
        ctx = Context(store, person, say, library, now)
        return {"acting": await acting_for(ctx, int(about["event_id"]), int(about["partner_id"]))}


async def acting_for(ctx: Context, event_id: int, partner_id: int) -> Acting:
    """The partner's part, for who acts for it."""
    if partner_id not in ctx.person.partner_ids or not may(ctx.person, Act.ACT_FOR_PARTNER):
        raise NotAllowed("joint-not-yours")
    event = await ctx.store.events.get(event_id)
    agreed = await ctx.store.joint.one(event_id, partner_id)
    return Acting(ctx, event, agreed, (await ctx.store.partners.get(partner_id)).short_name)
