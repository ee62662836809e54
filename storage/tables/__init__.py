"""Every table of the bot, once. A change here wants a migration beside it (a test compares the two)."""

from storage.tables.base import metadata
from storage.tables.cards import card_refreshes, cards, chats
from storage.tables.door import checkins, event_reports, feedback, passes
from storage.tables.events import (
    event_partners,
    event_templates,
    events,
    participants,
    reminders,
    rsvps,
    substitutes,
)
from storage.tables.feeds import calendar_feeds
from storage.tables.imports import partner_imports, staged_branches, staged_partners, staged_reps
from storage.tables.library import branches, halls
from storage.tables.minutes import actions, minutes
from storage.tables.partners import agreements, partner_branches, partner_reps, partners, proposals, rep_requests
from storage.tables.people import consent_texts, consents, invitations, members, page_links, roles
from storage.tables.programme import agenda_items, event_people, rsvp_answers, talks
from storage.tables.surveys import answer_reviews, questionnaires, responses, survey_partners, survey_rounds, surveys
from storage.tables.talk import audit, conversations, drafts
from storage.tables.traffic import broadcasts, chores, inbox, outbox, replicas
from storage.tables.watch import troubles
