"""All that is kept of one person, as they may see it and take it along (152-ФЗ, art. 14)."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, Text, cast, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import AnyDatabase
from storage.tables import (
    actions,
    agenda_items,
    agreements,
    answer_reviews,
    audit,
    branches,
    broadcasts,
    calendar_feeds,
    checkins,
    consents,
    conversations,
    drafts,
    event_partners,
    event_people,
    event_reports,
    events,
    feedback,
    invitations,
    members,
    minutes,
    outbox,
    participants,
    partner_reps,
    partners,
    passes,
    proposals,
    questionnaires,
    rep_requests,
    responses,
    roles,
    rsvp_answers,
    rsvps,
    substitutes,
    survey_partners,
    surveys,
    talks,
)

Record = dict[str, Any]
PersonalData = dict[str, list[Record]]
"""Records by what they are; a part of which there are none is left out."""

EVENT = (events.c.title.label("event"), events.c.starts_at)


class Personal:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def of(self, member_id: int) -> PersonalData:
        """Everything about the person, part by part, as of one moment."""
        async with self._db.read() as conn:
            found = [(part, await _records(conn, query)) for part, query in parts(member_id).items()]
        return {part: records for part, records in found if records}


async def _records(conn: AsyncConnection, query: Select[Any]) -> list[Record]:
    return [dict(row._mapping) for row in await conn.execute(query)]


def parts(member_id: int) -> Mapping[str, Select[Any]]:
    """Where the person is spoken of, part by part. A test compares this with every reference to `members`."""
    return (
        _who(member_id)
        | _for_partners(member_id)
        | _at_events(member_id)
        | _in_surveys(member_id)
        | _in_the_works(member_id)
    )


def _who(member_id: int) -> dict[str, Select[Any]]:
    own = ("account_id", "name", "language", "reachable", "muted", "wanted", "created_at", "seen_at", "warned_at")
    held = select(roles.c.role, branches.c.name.label("branch"), roles.c.granted_at).select_from(
        roles.outerjoin(branches)
    )
    given = ("purpose", "text_version", "button", "given_at", "withdrawn_at")
    links = (
        invitations.c.role,
        invitations.c.created_at,
        invitations.c.expires_at,
        invitations.c.used_at,
        invitations.c.revoked_at,
    )
    feeds = select(branches.c.name.label("branch"), calendar_feeds.c.created_at, calendar_feeds.c.changed_at)
    feeds = feeds.select_from(calendar_feeds.outerjoin(branches)).where(calendar_feeds.c.member_id == member_id)
    mine = or_(invitations.c.created_by == member_id, invitations.c.used_by == member_id)
    return {
        "account": select(*(members.c[name] for name in own)).where(members.c.id == member_id),
        "roles": held.where(roles.c.member_id == member_id).order_by(roles.c.id),
        "consents": _own(consents, given).where(consents.c.member_id == member_id).order_by(consents.c.id),
        "invitations": select(*links).where(mine).order_by(invitations.c.created_at),
        "calendars": feeds.order_by(calendar_feeds.c.id),
    }


def _for_partners(member_id: int) -> dict[str, Select[Any]]:
    named = ("last_name", "first_name", "patronymic", "initials", "clergy_rank", "salutation", "position")
    reached = ("phone", "email", "is_primary", "since")
    partner = partners.c.name.label("partner")
    rep = select(partner, *(partner_reps.c[name] for name in (*named, *reached)))
    rep = rep.select_from(partner_reps.join(partners))
    asked = ("organisation", "position", "state", "created_at", "decided_at")
    decided = or_(rep_requests.c.member_id == member_id, rep_requests.c.decided_by == member_id)
    proposed = ("body", "state", "remark", "created_at", "decided_at")
    offered = or_(proposals.c.member_id == member_id, proposals.c.decided_by == member_id)
    signed = ("type", "number", "signed_on", "starts_on", "ends_on")
    return {
        "representing": rep.where(partner_reps.c.member_id == member_id).order_by(partner_reps.c.id),
        "requests": _own(rep_requests, asked).where(decided).order_by(rep_requests.c.id),
        "proposals": select(partner, *(proposals.c[name] for name in proposed))
        .select_from(proposals.join(partners))
        .where(offered),
        "agreements": select(partner, *(agreements.c[name] for name in signed))
        .select_from(agreements.join(partners))
        .where(agreements.c.responsible_id == member_id),
    }


def _at_events(member_id: int) -> dict[str, Select[Any]]:
    said = ("state", "guests", "reason", "note", "answered_at")
    part = ("part", "state", "brings", "reason", "comment", "proposed_at", "answered_at")
    colleague = or_(substitutes.c.member_id == member_id, substitutes.c.used_by == member_id)
    rep = partner_reps.c.member_id == member_id
    attended = participants.join(events).join(partner_reps, partner_reps.c.id == participants.c.rep_id)
    return {
        "answers": select(*EVENT, *(rsvps.c[name] for name in said))
        .select_from(rsvps.join(events))
        .where(rsvps.c.member_id == member_id)
        .order_by(events.c.starts_at),
        "parts": select(*EVENT, *(event_partners.c[name] for name in part))
        .select_from(event_partners.join(events))
        .where(event_partners.c.answered_by == member_id),
        "attendance": select(*EVENT).select_from(attended).where(rep),
        "substitutes": select(*EVENT, substitutes.c.created_at).select_from(substitutes.join(events)).where(colleague),
        **_at_the_door(member_id),
        "responsible": select(*EVENT).where(events.c.responsible_id == member_id).order_by(events.c.starts_at),
    }


def _at_the_door(member_id: int) -> dict[str, Select[Any]]:
    """What the person would speak of, was asked with the sign-up, came to, and said afterwards; what they noted."""
    came = or_(checkins.c.member_id == member_id, checkins.c.by_id == member_id)
    taken = or_(actions.c.created_by == member_id, actions.c.done_by == member_id)
    offered = ("topic", "minutes", "state", "offered_at")
    return {
        "speaking": _told_at(agenda_items, ("text",), agenda_items.c.member_id == member_id),
        "leading": _told_at(event_people, ("role",), event_people.c.member_id == member_id),
        "talks": _told_at(talks, offered, talks.c.member_id == member_id),
        "sign-up": _told_at(rsvp_answers, ("answers", "answered_at"), rsvp_answers.c.member_id == member_id),
        "came": _told_at(checkins, ("people", "at"), came),
        "passes": _told_at(passes, ("created_at",), passes.c.member_id == member_id),
        "feedback": _told_at(feedback, ("stars", "words", "at"), feedback.c.member_id == member_id),
        "minutes": _told_at(minutes, ("at",), minutes.c.by_id == member_id),
        "actions": _told_at(actions, ("text", "due_on", "done_at"), taken),
        "reported": _told_at(event_reports, ("reported_at",), event_reports.c.reported_by == member_id),
    }


def _told_at(table: Table, names: tuple[str, ...], mine: ColumnElement[bool]) -> Select[Any]:
    columns = (table.c[name] for name in names)
    return select(*EVENT, *columns).select_from(table.join(events, events.c.id == table.c.event_id)).where(mine)


def _in_surveys(member_id: int) -> dict[str, Select[Any]]:
    survey, partner = surveys.c.title.label("survey"), partners.c.name.label("partner")
    authors = cast(responses.c.authors, Text)
    gave = or_(responses.c.sent_by == member_id, *(authors.contains(f": {member_id}{end}") for end in "},"))
    answered = responses.join(surveys).join(partners, partners.c.id == responses.c.partner_id)
    put_off = survey_partners.join(surveys).join(partners, partners.c.id == survey_partners.c.partner_id)
    reviewed = answer_reviews.join(responses).join(surveys)
    given = ("survey_id", "partner_id", "answers", "sent_at")
    reviews = (answer_reviews.c.question, answer_reviews.c.state, answer_reviews.c.reviewed_at)
    return {
        "responses": select(survey, partner, *(responses.c[name] for name in given)).select_from(answered).where(gave),
        "put-off": select(survey, partner, survey_partners.c.put_off_until)
        .select_from(put_off)
        .where(survey_partners.c.put_off_by == member_id),
        "surveys": select(survey, surveys.c.created_at).where(surveys.c.author_id == member_id),
        "questionnaires": select(questionnaires.c.title.label("survey"), questionnaires.c.created_at).where(
            questionnaires.c.author_id == member_id
        ),
        "reviews": select(survey, *reviews).select_from(reviewed).where(answer_reviews.c.reviewed_by == member_id),
    }


def _in_the_works(member_id: int) -> dict[str, Select[Any]]:
    account = select(members.c.account_id).where(members.c.id == member_id).scalar_subquery()
    about = (audit.c.subject_kind == "member") & (audit.c.subject_id == member_id)
    done = ("at", "action", "before", "after")
    sent = ("kind", "state", "args", "due_at", "finished_at")
    written = ("text", "state", "audience", "created_at", "confirmed_at")
    to_person = or_(outbox.c.member_id == member_id, outbox.c.chat_id == account)
    return {
        "drafts": _own(drafts, ("form", "body", "created_at", "updated_at")).where(drafts.c.member_id == member_id),
        "conversation": _own(conversations, ("state", "data")).where(conversations.c.user_id == account),
        "broadcasts": _own(broadcasts, written).where(broadcasts.c.author_id == member_id).order_by(broadcasts.c.id),
        "messages": _own(outbox, sent).where(to_person).order_by(outbox.c.id),
        "trail": _own(audit, done).where(or_(audit.c.actor_id == member_id, about)).order_by(audit.c.id),
    }


def _own(table: Any, names: tuple[str, ...]) -> Select[Any]:
    return select(*(table.c[name] for name in names))
