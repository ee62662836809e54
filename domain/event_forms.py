"""The forms of events that libraries hold, by group (DOMAIN.md §3.3). Their names are in the catalogue."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventForm:
    id: str
    group: str


_GROUPS = {
    "talk": "round_table lecture talk info_hour thematic_hour oral_journal seminar conference debate",
    "literature": "literary_hour literary_evening literary_salon author_meeting book_launch reading_aloud"
    " poetry_marathon",
    "display": "exhibition book_exhibition installation online_exhibition",
    "game": "quiz game_programme contest quest dictation",
    "making": "workshop class",
    "club": "club_meeting",
    "complex": "campaign festival fair open_day themed_week library_night celebration",
    "visit": "tour outreach",
}

EVENT_FORMS = tuple(EventForm(form, group) for group, forms in _GROUPS.items() for form in forms.split())
"""In the order in which they are offered."""

DISPLAYS = frozenset(form.id for form in EVENT_FORMS if form.group == "display")
"""What may be open for days without an hour."""

FORM_GROUPS = tuple(_GROUPS)
