"""Conversations: one module for each thing that a person does in chat."""

from aiogram import Router

from handlers import (
    act,
    branches,
    cancelling,
    consent,
    door,
    feeds,
    forgetting,
    groups,
    health,
    in_work,
    inline,
    inviting,
    last,
    links,
    listing,
    manage,
    more,
    my_partner,
    participants,
    partners,
    privacy,
    rep_asking,
    rep_requests,
    reviewing,
    rsvp,
    seating,
    series,
    settings,
    silence,
    small_talk,
    staff,
    start,
    trail,
    unspoken,
)
from handlers.afterwards import feedback, reporting
from handlers.afterwards.report_form import report_kind
from handlers.announcing import connecting, posting, texts
from handlers.doorkeeper import CommandKeeper, PressKeeper
from handlers.forms import entry, runner
from handlers.handing_in import choosing as handing_in
from handlers.joint import answering, arranging, commenting
from handlers.joint.time import time_kind
from handlers.minutes import tasks, termless
from handlers.minutes import writing as minutes
from handlers.new_event import conversation as new_event
from handlers.new_event import copying, roles
from handlers.new_event.kind import event_kind
from handlers.papers import choosing as papers
from handlers.partners.agreement_form import agreement_kind
from handlers.partners.form import partner_kind
from handlers.partners.rep_form import rep_kind
from handlers.programme import editing, people, questions, talks
from handlers.programme.questions import sign_up_kind
from handlers.proposals import deciding, proposing
from handlers.proposals.form import proposal_kind
from handlers.rep_form import rep_request
from handlers.surveys import answering as survey
from handlers.surveys import authoring, authoring_files, authoring_surveys, picturing, quoting, results, results_papers
from handlers.surveys.authoring_form import campaign_kind, extension_kind
from handlers.surveys.authoring_trial import trial_kind
from handlers.surveys.entering import entry_kind
from handlers.surveys.kind import survey_kind
from handlers.writing import choosing, drafting, past

REGISTER_KINDS = (partner_kind, rep_kind, agreement_kind, rep_request)
SURVEY_KINDS = (survey_kind, trial_kind, campaign_kind, extension_kind, entry_kind)
KINDS = (event_kind, proposal_kind, time_kind, report_kind, sign_up_kind, *REGISTER_KINDS, *SURVEY_KINDS)
"""Every kind of form that there is."""
OWN_COMMANDS = ("new", "cancel")
"""Commands that speak of drafts themselves."""


def routers() -> list[Router]:
    """Every conversation in the order of asking; the last one answers what nothing else did."""
    meeting = (door, start, groups, listing, consent, rep_asking, my_partner, rsvp, more, survey)
    life = (reviewing, in_work, reporting, feedback)
    managing = (manage, cancelling, inviting, links, rep_requests, seating, participants)
    announcing = (posting, connecting, texts)
    joint = (arranging, answering, commenting, roles, proposing, deciding)
    programme = (series, editing, people, talks, questions)
    writing = (drafting, choosing, past)
    surveys = (picturing, authoring, authoring_files, authoring_surveys, results, results_papers, quoting)
    own = (settings, feeds, privacy, forgetting, silence, act, staff, health, trail, branches, partners)
    events = (*life, *managing, *announcing, *joint, *programme, copying, papers, handing_in, minutes, tasks, termless)
    modules = (*meeting, *events, *writing, *surveys, *own, new_event, small_talk, last)
    known = [runner.router(KINDS), *(module.router() for module in modules)]
    whole = Router(name="conversations")
    whole.message.outer_middleware(entry.OfferDraft(KINDS, OWN_COMMANDS))
    whole.message.outer_middleware(CommandKeeper())
    whole.callback_query.outer_middleware(PressKeeper(known))
    whole.include_routers(*known)
    return [unspoken.router(), inline.router(), whole]
