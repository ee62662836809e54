"""A proposal in words, for who sent it and for who decides."""

from collections.abc import Mapping

from domain.event_answers import OFFSITE, ONLINE, to_utc
from domain.forms import OWN, Value
from domain.proposal import Proposal, ProposalState
from handlers.forms.desk import Context
from handlers.joint.words import short, things
from handlers.say import Html, Say, join
from handlers.view import form_name, inner_quotes, lasts

STATES = {
    ProposalState.SENT: "proposal-state-sent",
    ProposalState.RETURNED: "proposal-state-returned",
    ProposalState.ACCEPTED: "proposal-state-accepted",
    ProposalState.DECLINED: "proposal-state-declined",
    ProposalState.WITHDRAWN: "proposal-state-withdrawn",
}


async def described(answers: Mapping[str, Value], ctx: Context) -> Html:
    """What is proposed, line by line."""
    say, brings = ctx.say, answers.get("brings", [])
    return join(
        Html(f"<b>{say.text(title_of(answers, say))}</b>"),
        _when(answers, ctx) if "when" in answers else None,
        await _where(answers, ctx),
        say("proposal-audience", text=str(answers["audience"])) if "audience" in answers else None,
        say("proposal-capacity", number=int(str(answers["capacity"]))) if "capacity" in answers else None,
        say("proposal-brings", things=things(brings, say)) if isinstance(brings, list) and brings else None,
    )


def title_of(answers: Mapping[str, Value], say: Say) -> str:
    """«Круглый стол «Наш принцип»»."""
    title = inner_quotes(str(answers.get("title", "")), say)
    form = str(answers.get("form", "")).removeprefix(OWN)
    if not form:
        return say.plain("card-title", title=title)
    return say.plain("card-name", form=form_name(form, say), title=title)


def _when(answers: Mapping[str, Value], ctx: Context) -> Html:
    zone = ctx.library.policy.zone
    ends = to_utc(str(answers["ends"]), zone) if "ends" in answers else None
    return lasts(to_utc(str(answers["when"]), zone), ends, ctx.say)


def standing(proposal: Proposal, say: Say) -> Html:
    """Where it stands, since when, and what the library has remarked."""
    at = short(proposal.decided_at or proposal.created_at, say)
    remark = say("proposal-remark", remark=proposal.remark) if proposal.remark else None
    return join(say(STATES[proposal.state], at=at), remark)


async def _where(answers: Mapping[str, Value], ctx: Context) -> Html | None:
    place = str(answers.get("branch", ""))
    if place == ONLINE:
        return ctx.say("card-where-online")
    if place == OFFSITE:
        return ctx.say.text(str(answers.get("address", "")))
    names = {str(branch.id): branch.name for branch in await ctx.store.branches.all()}
    return ctx.say.text(names[place]) if place in names else None
