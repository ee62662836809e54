"""One entry of the audit trail in words.

Where names may not be shown in chat, colleagues have numbers, and of what was changed only those fields are shown that
never speak of a person.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from domain.event import EventFields
from domain.partner import PartnerFields
from domain.refusal import Gone
from handlers.card import shortened
from handlers.context import Library
from handlers.field_words import FIELD_WORDS
from handlers.say import Html, Say, join
from handlers.words import ROLES
from storage.audit import KEPT, Entry
from storage.library import BranchFields
from storage.store import Store

FIELDS = 5
LETTERS = 40
"""Of each value."""
ACTIONS = frozenset(
    (
        "action-added",
        "action-done",
        "action-dropped",
        "agreement-added",
        "agreement-changed",
        "agreement-removed",
        "agreement-returned",
        "answer-edited",
        "answer-hidden",
        "answer-shown",
        "answer-waits",
        "branch-changed",
        "branch-put",
        "door-noted",
        "event-agreeing",
        "event-changed",
        "event-held",
        "event-listed",
        "event-published",
        "event-reported",
        "event-review",
        "group-added",
        "group-dropped",
        "hall-added",
        "hall-dropped",
        "invitation-made",
        "invitation-revoked",
        "invitation-used",
        "letter-sent",
        "member-erased",
        "minutes-written",
        "part-answered",
        "participant-noted",
        "partner-added",
        "partner-archived",
        "partner-changed",
        "partner-restored",
        "partners-imported",
        "programme-changed",
        "proposal-accepted",
        "proposal-declined",
        "proposal-returned",
        "proposal-sent",
        "proposal-withdrawn",
        "rep-added",
        "rep-approved",
        "rep-asked",
        "rep-changed",
        "rep-corrected",
        "rep-declined",
        "rep-denied",
        "rep-left",
        "rep-removed",
        "rep-returned",
        "role-granted",
        "response-by-phone",
        "response-from-paper",
        "response-sent",
        "role-taken",
        "seated-by-hand",
        "series-grown",
        "survey-changed",
        "time-kept",
    )
)
"""What has words: `audit-did-<action>`."""
OPEN = frozenset(("role", "branch_id", "partner_id", "event_id", "state", "is_primary"))
"""Fields that speak of no person, whatever they are of."""
VISITS = ("visits_total", "visits_to14", "visits_15_30", "visits_disability", "online_views")
PERSONAL = frozenset(("phone", "email", "notes", "why", "member", "position", "clergy_rank", "salutation"))
NAMES = frozenset(("last_name", "first_name", "patronymic", "initials"))
PUBLIC: Mapping[str, frozenset[str]] = {
    "event": frozenset(one.name for one in fields(EventFields)) | {"status", "cancel_reason", *VISITS},
    "branch": frozenset(one.name for one in fields(BranchFields)) | {"hall"},
    "partner": frozenset(one.name for one in fields(PartnerFields)) - PERSONAL,
}
"""Fields that speak of no person in these subjects."""
NAMED = OPEN.union(PERSONAL, NAMES, *PUBLIC.values())
"""What has words: `audit-field-<name>`."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What entries are told with: names of branches, who works here, what may be shown."""

    store: Store
    library: Library
    say: Say
    branches: Mapping[int, str]
    staff: Collection[int]


async def reader_of(store: Store, library: Library, say: Say) -> Reader:
    branches = {branch.id: branch.short_name for branch in await store.branches.all()}
    staff = {person.id for person in await store.members.staff()}
    return Reader(store, library, say, branches, staff)


async def told(entry: Entry, reader: Reader) -> Html:
    """When, by whom, what and about what; below, each field as it was and as it is."""
    say = reader.say
    did = say.plain(f"audit-did-{entry.action}") if entry.action in ACTIONS else entry.action
    head = say("audit-entry", when=_when(entry.at, say), who=_who(entry, reader), did=did)
    subject = await _subject(entry, reader)
    return join(head, say("audit-subject", subject=subject) if subject else None, *_changes(entry, reader))


def _when(moment: datetime, say: Say) -> str:
    return f"{say.local(moment):%d.%m.%Y} {say.hour(moment)}"


def _who(entry: Entry, reader: Reader) -> str:
    if entry.actor_id is None:
        return reader.say.plain("audit-nobody")
    if reader.library.personal_data_in_chat and entry.actor:
        return entry.actor
    return _number(entry.actor_id, reader)


def _number(member_id: int, reader: Reader) -> str:
    key = "role-number" if member_id in reader.staff else "audit-number"
    return reader.say.plain(key, number=str(member_id))


async def _subject(entry: Entry, reader: Reader) -> str | None:
    """The name of what it is about, where it has one that may be shown."""
    store, key = reader.store, entry.subject_id
    try:
        match entry.subject_kind:
            case "event":
                return shortened((await store.events.get(key)).fields.title, 2 * LETTERS)
            case "branch":
                return reader.branches.get(key)
            case "partner":
                return (await store.partners.get(key)).short_name
            case "member":
                return await _member(key, reader)
    except Gone:
        return None
    return None


async def _member(member_id: int, reader: Reader) -> str:
    person = await reader.store.members.find(member_id) if reader.library.personal_data_in_chat else None
    return person.name if person else _number(member_id, reader)


def _changes(entry: Entry, reader: Reader) -> list[Html]:
    before, after = entry.before or {}, entry.after or {}
    names = [name for name in {**before, **after} if name != KEPT and before.get(name) != after.get(name)]
    shown = [name for name in names if _is_shown(entry.subject_kind, name, reader.library)]
    lines = [_change(name, before, after, reader) for name in shown[:FIELDS]]
    left = len(names) - len(lines)
    return [*lines, reader.say("audit-more", number=left)] if left else lines


def _is_shown(kind: str, name: str, library: Library) -> bool:
    return library.personal_data_in_chat or name in OPEN or name in PUBLIC.get(kind, ())


def _change(name: str, before: Mapping[str, Any], after: Mapping[str, Any], reader: Reader) -> Html:
    say = reader.say
    field = say.plain(f"audit-field-{name}") if name in NAMED else name
    old, new = (_value(name, side.get(name), reader) for side in (before, after))
    if name not in before:
        return say("audit-set", field=field, value=new)
    return say("audit-change", field=field, old=old, new=new)


def _value(name: str, value: Any, reader: Reader) -> str:
    """The value in words, on one line, shortened."""
    say = reader.say
    if isinstance(value, bool):
        return say.plain("audit-yes" if value else "audit-no")
    if name == "branch_id" and value in reader.branches:
        return reader.branches[value]
    if name == "role" and value in ROLES:
        return say.plain(ROLES[value])
    known = FIELD_WORDS.get(name, {})
    said = [say.plain(known[one]) if one in known else one for one in _texts(value)]
    text = ", ".join(said)
    moment = _moment(text)
    line = _when(moment, say) if moment else " ".join(text.split())
    return shortened(line, LETTERS) or say.plain("audit-empty")


def _texts(value: Any) -> list[str]:
    return [str(one) for one in (value if isinstance(value, list) else [value or ""])]


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None
