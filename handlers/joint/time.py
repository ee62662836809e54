"""Another time that a partner would rather have: a form of one question, read back with its weekday."""

from contextlib import suppress

from domain.event_answers import to_utc
from domain.forms import Form, Key, Kind, Question
from domain.joint import propose
from domain.refusal import Gone
from handlers.callbacks import PartOpen
from handlers.forms.desk import Context, Desk, FormKind, Preview
from handlers.joint.acting import Acting, acting_for
from handlers.new_event.doubts import event_doubts, standing_doubts
from handlers.say import join
from handlers.screen import Button, Screen
from handlers.view import heading, when
from storage.drafts import Draft

TIME = "part-time"
"""The id of the form in drafts."""
PARTNER = "partner"
"""Where its drafts keep for whom the time is proposed."""


async def load(ctx: Context, draft: Draft) -> Form:
    """The calendar opens on the month of the event, as long as there is one."""
    words = (Key("joint-ask-time"), Key("joint-label-time"), Key("joint-hint-time"))
    around = ""
    with suppress(Gone):
        event = await ctx.store.events.get(draft.subject or 0)
        around = ctx.say.local(event.fields.starts_at).date().isoformat()
    return Form(TIME, (Question("when", Kind.MOMENT, *words, around=around),))


async def preview(desk: Desk) -> Preview:
    """The time that the event has, and the one that is proposed."""
    say, acting = desk.say, await _acting(desk)
    wanted = to_utc(str(desk.counted["when"]), desk.ctx.library.policy.zone)
    times = say("joint-time", old=when(acting.event, say), new=say.moment(wanted))
    doubts = await standing_doubts(desk, desk.counted)
    text = join(say("joint-time-preview"), join(heading(acting.event, say), times), *doubts, by="\n\n")
    return Preview(text, Key("joint-button-propose"))


async def submit(desk: Desk) -> Screen:
    """The proposal goes to the library; the draft goes with it in the same transaction."""
    acting = await _acting(desk)
    wanted = to_utc(str(desk.counted["when"]), desk.ctx.library.policy.zone)
    voice = acting.voice
    await acting.say(lambda event, agreed: propose(event, agreed, wanted, voice), draft_id=desk.draft.id)
    back = Button(desk.say.plain("joint-button-part"), PartOpen(**acting.ids))
    return Screen(desk.say("joint-time-sent", time=desk.say.moment(wanted)), ((back,),))


def title(desk: Desk) -> str:
    return desk.say.plain("joint-time-draft")


async def _acting(desk: Desk) -> Acting:
    return await acting_for(desk.ctx, desk.draft.subject or 0, int(desk.draft.body[PARTNER]))


def back(desk: Desk) -> Button:
    press = PartOpen(event_id=desk.draft.subject or 0, partner_id=int(desk.draft.body[PARTNER]))
    return Button(desk.say.plain("joint-button-part"), press)


time_kind = FormKind(
    TIME,
    load=load,
    title=title,
    submit=submit,
    preview=preview,
    doubts=event_doubts,
    back=back,
    warns_of_hiding=False,
)
