"""The form of an event as far as it concerns a partner that proposes one."""

from dataclasses import replace

from domain.event_answers import follow
from domain.forms import Form, Key, Kind, Option, Question
from domain.partner import BRINGS
from domain.proposal import ProposalState, send_again
from domain.refusal import NotAllowed
from domain.rights import Act, require
from handlers.callbacks import ProposalList
from handlers.card import shortened
from handlers.forms.desk import Context, Desk, FormKind, Given, Preview
from handlers.joint.words import THINGS
from handlers.new_event.doubts import event_doubts, standing_doubts
from handlers.new_event.questions import asked_questions, ends_question
from handlers.new_event.reading import announced, read_start, titled
from handlers.proposals.words import described
from handlers.say import Say, join
from handlers.screen import Button, Screen
from handlers.words import capital, to_menu
from storage.drafts import Draft

PROPOSAL = "proposal"
"""The id of the form in drafts."""
SHARED = ("title", "form", "when", "branch", "address", "capacity")
"""Questions that the library's own form has too."""
TITLE = 60


async def load(ctx: Context, draft: Draft) -> Form:
    """For whom it is proposed is asked of who acts for several partners, or no longer for the one it was begun for."""
    answers = draft.body.get("answers", {})
    known = {one.id: one for one in asked_questions(await ctx.store.branches.all())}
    known["title"] = replace(known["title"], hint="")
    first = await _partner(ctx) if draft.subject is None and _is_open(ctx, answers.get("partner")) else ()
    aside = ends_question(str(answers.get("when", "")).partition("T")[0])
    return Form(PROPOSAL, (*first, *(known[name] for name in SHARED), _audience(), _brings(ctx.say), aside), follow)


def _is_open(ctx: Context, partner_id: str | None) -> bool:
    """Whether it must be said in whose name a proposal is made."""
    own = ctx.person.partner_ids
    return len(own) > 1 or (partner_id is not None and int(partner_id) not in own)


def begun_for(ctx: Context) -> dict[str, str]:
    """What a proposal knows from the beginning: in whose name it is made, where that needs no asking."""
    own = ctx.person.partner_ids
    return {"partner": str(own[0])} if len(own) == 1 else {}


async def instead(desk: Desk) -> Screen | None:
    """To who acts no longer for the partner: that this is over. What is typed goes on in the name of another."""
    ctx = desk.ctx
    left = await _partner_of(desk)
    if left is None or left in ctx.person.partner_ids or (desk.draft.subject is None and ctx.person.partner_ids):
        return None
    partner = await ctx.store.partners.get(left)
    return Screen(desk.say("proposal-left", partner=partner.short_name), (to_menu(desk.say),))


async def _partner_of(desk: Desk) -> int | None:
    """Whose proposal it is; None where a draft does not say it yet."""
    if desk.draft.subject is not None:
        return (await desk.ctx.store.proposals.get(desk.draft.subject)).partner_id
    said = desk.progress.answers.get("partner")
    return int(str(said)) if said else None


async def preview(desk: Desk) -> Preview:
    """What the library will read; of a returned proposal also its remark."""
    doubts = await standing_doubts(desk, desk.counted)
    partner_id, remark = _in_whose_name(desk), None
    if desk.draft.subject is not None:
        proposal = await desk.ctx.store.proposals.get(desk.draft.subject)
        returned = proposal.state is ProposalState.RETURNED and proposal.remark
        remark = desk.say("proposal-remark", remark=proposal.remark or "") if returned else None
        partner_id = proposal.partner_id
    partner = await desk.ctx.store.partners.get(partner_id)
    head = desk.say("proposal-title", partner=partner.short_name)
    text = join(desk.say("proposal-preview"), remark, head, await described(desk.counted, desk.ctx), *doubts, by="\n\n")
    return Preview(text, Key("proposal-button-send"))


def _in_whose_name(desk: Desk) -> int:
    """The partner that was said, or the only one that the person acts for."""
    return int(str(desk.counted.get("partner", desk.ctx.person.partner_ids[0])))


async def submit(desk: Desk) -> Screen:
    """Sends it, or sends it again; the draft goes in the same transaction."""
    ctx, body = desk.ctx, {key: value for key, value in desk.counted.items() if key != "partner"}
    person = require(ctx.person, Act.PROPOSE_EVENT)
    if desk.draft.subject is None:
        partner_id = _in_whose_name(desk)
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


async def read(desk: Desk, question: Question, text: str) -> Given | None:
    """As the library's own form does, apart from what is open for days without an hour."""
    if question.id == "title":
        return titled(await announced(desk.ctx, text, await desk.ctx.store.branches.all()), text, by_days=False)
    if question.id == "when":
        return read_start(desk, question, text)
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
    instead=instead,
    warns_of_hiding=False,
    follows_answers=True,
    in_short=frozenset({"ends"}),
)
