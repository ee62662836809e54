"""The form of an event as far as it concerns a partner that proposes one."""

from dataclasses import replace

from domain.forms import Form, Key, Kind, Option, Question
from domain.oneline import nice_title
from domain.partner import BRINGS
from domain.proposal import ProposalState, send_again
from domain.refusal import NotAllowed
from domain.rights import Act, require
from handlers.callbacks import ProposalList
from handlers.card import shortened
from handlers.forms.desk import Context, Desk, FormKind, Given, Preview
from handlers.joint.words import THINGS
from handlers.new_event.doubts import event_doubts, standing_doubts
from handlers.new_event.questions import asked_questions
from handlers.proposals.words import described
from handlers.say import Say, join
from handlers.screen import Button, Screen
from handlers.words import capital
from storage.drafts import Draft

PROPOSAL = "proposal"
"""The id of the form in drafts."""
SHARED = ("title", "form", "when", "branch", "address", "capacity")
"""Questions that the library's own form has too."""
TITLE = 60


async def load(ctx: Context, draft: Draft) -> Form:
    """For whom it is proposed is asked of who acts for several partners, and cannot be changed later."""
    known = {one.id: one for one in asked_questions(await ctx.store.branches.all())}
    known["title"] = replace(known["title"], hint="")
    first = await _partner(ctx) if len(ctx.person.partner_ids) > 1 and draft.subject is None else ()
    return Form(PROPOSAL, (*first, *(known[name] for name in SHARED), _audience(), _brings(ctx.say)))


async def preview(desk: Desk) -> Preview:
    """What the library will read; of a returned proposal also its remark."""
    doubts = await standing_doubts(desk, desk.counted)
    remark = None
    if desk.draft.subject is not None:
        proposal = await desk.ctx.store.proposals.get(desk.draft.subject)
        returned = proposal.state is ProposalState.RETURNED and proposal.remark
        remark = desk.say("proposal-remark", remark=proposal.remark or "") if returned else None
    text = join(desk.say("proposal-preview"), remark, await described(desk.counted, desk.ctx), *doubts, by="\n\n")
    return Preview(text, Key("proposal-button-send"))


async def submit(desk: Desk) -> Screen:
    """Sends it, or sends it again; the draft goes in the same transaction."""
    ctx, body = desk.ctx, {key: value for key, value in desk.counted.items() if key != "partner"}
    person = require(ctx.person, Act.PROPOSE_EVENT)
    if desk.draft.subject is None:
        partner_id = int(str(desk.counted.get("partner", person.partner_ids[0])))
        if partner_id not in person.partner_ids:
            raise NotAllowed
        await ctx.store.proposals.send(partner_id, person.id, body, ctx.now, draft_id=desk.draft.id)
    else:
        own = person.partner_ids
        again = ctx.store.proposals.send_again
        await again(
            desk.draft.subject, lambda old: send_again(old, body, own), person.id, ctx.now, draft_id=desk.draft.id
        )
    rows = ((Button(desk.say.plain("proposal-button-list"), ProposalList()),),)
    return Screen(join(desk.say("proposal-sent"), await described(body, ctx), by="\n\n"), rows)


async def read(_desk: Desk, question: Question, text: str) -> Given | None:
    if question.id == "title":
        return Given(nice_title(text))
    return Given(" ".join(text.split())) if question.kind is Kind.TEXT else None


def title(desk: Desk) -> str:
    named = shortened(str(desk.counted.get("title", "")), TITLE)
    return desk.say.plain("proposal-draft", title=named) if named else desk.say.plain("proposal-draft-nameless")


async def _partner(ctx: Context) -> tuple[Question, ...]:
    partners = await ctx.store.partners.those(ctx.person.partner_ids)
    options = tuple(Option(str(one.id), one.short_name, one.id) for one in partners)
    words = (Key("proposal-ask-partner"), Key("proposal-label-partner"))
    return (Question("partner", Kind.CHOICE, *words, options=options),)


def _audience() -> Question:
    words = (Key("new-ask-audience"), Key("new-label-audience"))
    return Question("audience", Kind.TEXT, *words, required=False, longest=200)


def _brings(say: Say) -> Question:
    options = tuple(Option(one, capital(say.plain(THINGS[one]))) for one in BRINGS)
    words = (Key("proposal-ask-brings"), Key("proposal-label-brings"))
    return Question("brings", Kind.CHOICES, *words, required=False, options=options)


proposal_kind = FormKind(
    PROPOSAL,
    load=load,
    title=title,
    submit=submit,
    preview=preview,
    doubts=event_doubts,
    read=read,
    warns_of_hiding=False,
)
