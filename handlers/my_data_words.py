"""What programs call things, in the words of who reads what is kept of them."""

from collections.abc import Mapping

from handlers.entries import ACTIONS, NAMED
from handlers.field_words import FIELD_WORDS
from handlers.view import FORM_NAMES

MESSAGES = {
    "mydata-kind-invitation": ("invitation",),
    "mydata-kind-moved": ("moved",),
    "mydata-kind-relocated": ("relocated",),
    "mydata-kind-cancelled": ("cancelled",),
    "mydata-kind-seat": ("seat", "door-offer"),
    "mydata-kind-substitute": ("substitute",),
    "mydata-kind-reminder": ("reminder-week", "reminder-day", "reminder-hours"),
    "mydata-kind-thanks": ("thanks",),
    "mydata-kind-part": ("part", "part-kept", "part-removed"),
    "mydata-kind-part-answer": ("part-accepted", "part-answer", "part-changed"),
    "mydata-kind-action": ("action", "action-done", "action-due", "action-dropped"),
    "mydata-kind-agreement": ("agreement-ending",),
    "mydata-kind-review": ("review", "returned", "approved"),
    "mydata-kind-letter": ("broadcast", "broadcast-summary"),
    "mydata-kind-door": ("door-soon", "queue-blocked"),
    "mydata-kind-draft": ("draft-left",),
    "mydata-kind-silence": ("silence", "erased"),
    "mydata-kind-link": ("invitation-used", "invitation-denied"),
    "mydata-kind-rep": ("rep-asked", "rep-answered", "rep-left", "rep-primary"),
    "mydata-kind-post": ("post-failed", "post-pictured"),
    "mydata-kind-proposal": ("proposal", "proposal-answer"),
    "mydata-kind-report": ("report-due",),
    "mydata-kind-sign-up": ("sign-up",),
    "mydata-kind-survey": ("survey", "survey-calls", "survey-half", "survey-last", "survey-later"),
    "mydata-kind-talk": ("talk", "talk-answer"),
    "mydata-kind-week": ("week-ahead",),
}
"""Kinds of messages by the words for them."""
KINDS = {kind: key for key, kinds in MESSAGES.items() for kind in kinds}
ROLES = {
    "admin": "role-admin",
    "director": "role-director",
    "methodist": "role-methodist",
    "librarian": "role-librarian",
    "partner_rep": "mydata-role-rep",
    "chair": "mydata-role-chair",
    "secretary": "mydata-role-secretary",
}
STATES = {
    "sent": "mydata-state-sent",
    "failed": "mydata-state-failed",
    "unreachable": "mydata-state-failed",
    "unknown": "mydata-state-unknown",
    "missed": "mydata-state-missed",
    "superseded": "mydata-state-superseded",
    "ready": "mydata-state-ready",
    "going": "mydata-value-going",
    "queued": "mydata-value-queued",
    "maybe": "mydata-value-maybe",
    "asked": "mydata-state-open",
    "open": "mydata-state-open",
    "offered": "mydata-state-open",
    "accepted": "mydata-state-accepted",
    "approved": "mydata-state-accepted",
    "taken": "mydata-state-accepted",
    "declined": "mydata-state-declined",
    "proposed": "mydata-state-proposed",
    "returned": "mydata-state-returned",
    "withdrawn": "mydata-state-withdrawn",
    "draft": "mydata-state-draft",
    "shown": "mydata-state-shown",
    "hidden": "mydata-state-hidden",
}
PURPOSES = {
    "events": "privacy-purpose-events",
    "naming": "privacy-purpose-naming",
    "survey": "privacy-purpose-survey",
}
REMINDERS = {
    "week": "settings-reminder-week",
    "day": "settings-reminder-day",
    "hours": "settings-reminder-hours",
    "broadcast": "settings-letters",
    "week-ahead": "settings-week-ahead",
}
DRAFTS = {
    "event": "mydata-draft-event",
    "partner": "mydata-draft-partner",
    "agreement": "mydata-draft-agreement",
    "rep": "mydata-draft-rep",
    "rep-request": "mydata-draft-rep",
    "proposal": "mydata-kind-proposal",
    "part-time": "mydata-state-proposed",
    "report": "mydata-kind-report",
    "sign-up": "mydata-kind-sign-up",
}
WORDS: Mapping[str, Mapping[str, str]] = {
    **FIELD_WORDS,
    "language": {"ru": "settings-language-ru", "en": "settings-language-en"},
    "kind": {**FIELD_WORDS["kind"], **KINDS},
    "role": ROLES,
    "state": STATES,
    "purpose": PURPOSES,
    "muted": REMINDERS,
    "wanted": REMINDERS,
    "action": {action: f"audit-did-{action}" for action in ACTIONS},
    "form": DRAFTS | FORM_NAMES,
}
"""By the name of a field: its values, with the keys of their words."""
NUMBERS = frozenset(("branch_id", "partner_id", "event_id", "hall_id", "branch_ids", "poster"))
PLAIN = ("brings", "reason", "comment", "text", "topic", "words", "guests", "minutes", "people", "remark", "number")
INNER = {name: f"audit-field-{name}" for name in sorted(NAMED - NUMBERS)} | {
    name: f"mydata-field-{name}" for name in PLAIN
}
"""Fields within a field that have a name for people: the others are the program's own, and stand in the JSON."""
