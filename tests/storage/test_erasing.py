"""Forgetting somebody: no word of theirs stays in any table, nor in the files behind it."""

import re
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, insert, select

from domain.destruction import Ground
from domain.event import PartnerPart
from domain.minutes import Piece
from domain.partner import AgreementFields, RepFields
from domain.people import Grant, Person, Purpose, Role
from domain.person_name import PersonName
from domain.refusal import Gone
from domain.seats import Answer, RsvpState
from storage.audit import note
from storage.backup import file_of
from storage.members import ConsentGiven
from storage.outbox import Message
from storage.page_links import Page
from storage.personal import parts
from storage.removing import UNDO
from storage.store import Store
from storage.tables import (
    actions,
    agenda_items,
    broadcasts,
    event_partners,
    event_reports,
    metadata,
    minutes,
    participants,
    partner_reps,
    proposals,
    questionnaires,
    rep_requests,
    responses,
    surveys,
)
from storage.unit import Conversation
from tests.storage.conftest import DAY, NOW, START, MakeEvent, MakePerson

MARK = "Приметов"
ACCOUNT = 987654321
HIDDEN = (MARK, "Primetov", str(ACCOUNT), "74822998877")


async def _fill(store: Store, person: MakePerson, event: MakeEvent) -> Person:
    """Somebody of whom every table that may know people knows something."""
    made, anna = await person(ACCOUNT, f"Пётр {MARK}", Purpose.NAMING), await person(1)
    coming = await event(capacity=None)
    partner = await store.partners.add("Колледж", "Колледж", "education", anna.id, NOW)
    await store.partners.bind(partner, made.id, f"Секретарь {MARK}а", NOW)
    [rep] = await store.partners.reps_by(made.id)
    rows: dict[Table, dict[str, Any]] = {
        event_partners: {
            "event_id": coming.id,
            "partner_id": partner,
            "part": "guest",
            "state": "declined",
            "reason": f"{MARK} болен",
            "comment": f"{MARK} придёт с женой",
            "answered_by": made.id,
        },
        participants: {"event_id": coming.id, "rep_id": rep.id},
        minutes: {
            "event_id": coming.id,
            "item_id": 0,
            "piece": "text",
            "number": 1,
            "text": f"Слушали {MARK}а П.П., {MARK.upper()} согласен. Решили: поручить Петру {MARK}у план",
            "at": NOW,
        },
        agenda_items: {"event_id": coming.id, "number": 1, "text": f"Слово {MARK}у", "speaker": f"П.П. {MARK}"},
        actions: {"event_id": coming.id, "item_id": 0, "text": f"{MARK}у – план", "created_at": NOW},
        event_reports: {"event_id": coming.id, "outcome": f"{MARK} П. всех убедил", "asked": 1, "links": []},
        proposals: {
            "partner_id": partner,
            "member_id": made.id,
            "body": {"title": f"Вечер {MARK}а"},
            "state": "sent",
            "created_at": NOW,
        },
        rep_requests: {"member_id": made.id, "organisation": f"ИП {MARK}", "state": "open", "created_at": NOW},
        broadcasts: {
            "author_id": made.id,
            "text": f"Ваш {MARK}",
            "segment": {},
            "state": "done",
            "created_at": NOW,
            "expires_at": NOW,
        },
    }

    async def job(conn: Any) -> None:
        for table, row in rows.items():
            await conn.execute(insert(table).values(row))
        changed = {"last_name": MARK, "phone": "+74822998877", "email": "p@primetov.ru", "salutation": f"Пётр {MARK}"}
        await conn.execute(partner_reps.update().where(partner_reps.c.id == rep.id).values(changed))
        await note(conn, NOW, anna.id, "rep-changed", ("rep", rep.id), before=None, after=changed)
        about = {"member": made.id, "why": f"{MARK} выступает"}
        await note(conn, NOW, anna.id, "seated-by-hand", ("event", coming.id), after=about)

    await store.db.write(job)
    await store.rsvps.answer(coming.id, made.id, Answer.DECLINED, NOW, reason=f"{MARK} занят")
    await store.rsvps.substitute(coming.id, made.id, NOW)
    await store.members.grant(made.id, Grant(Role.LIBRARIAN), anna.id, NOW)
    await store.drafts.start(made.id, "event", None, {"title": f"{MARK} читает"}, NOW)
    await store.conversations.put((1, ACCOUNT, ACCOUNT, 0, "", ""), Conversation("ask", {"text": MARK}))
    await store.cards.put(coming.id, ACCOUNT, 7, made.id, has_poster=False)
    await store.page_links.issue(made.id, Page.PRIVACY, None, NOW)
    told = Message("came-in", 1, 1, "x", NOW, anna.id, args={"name": f"Пётр {MARK}"})
    await store.outbox.add([told, Message("invitation", coming.id, ACCOUNT, "first", NOW, made.id)])
    return made


async def _answered(store: Store, person: MakePerson, answers: dict[str, Any], authors: dict[str, int]) -> None:
    """What an organisation has answered to a survey."""
    await person(1)
    partner = await store.partners.add("Музей", "Музей", "culture", None, NOW)
    asked = {"name": "q", "title": "Наши партнеры", "version": "1", "body": {}, "pictures": {}, "created_at": NOW}
    survey = {"title": "Наши партнеры", "wave": 2018, "segment": {}, "state": "published"}
    survey |= {"opens_at": NOW, "closes_at": NOW + DAY, "created_at": NOW}
    sent = {"partner_id": partner, "answers": answers, "authors": authors, "source": "chat", "sent_at": NOW}

    async def job(conn: Any) -> None:
        key = (await conn.execute(insert(questionnaires).values(asked).returning(questionnaires.c.id))).scalar_one()
        row = survey | {"questionnaire_id": key}
        key = (await conn.execute(insert(surveys).values(row).returning(surveys.c.id))).scalar_one()
        await conn.execute(insert(responses).values(sent | {"survey_id": key, "sent_by": authors["who"]}))

    await store.db.write(job)


async def test_an_organisations_answers_stay_and_forget_who_gave_them(store: Store, person: MakePerson) -> None:
    made, other = await person(ACCOUNT, f"Пётр {MARK}"), await person(8)
    answers = {"who": f"Отвечал Пётр {MARK}", "forms": ["exhibitions"], "note": "Спасибо"}
    await _answered(store, person, answers, {"who": made.id, "forms": made.id, "note": other.id})
    await store.members.erase(made.id, NOW)
    async with store.db.read() as conn:
        row = (await conn.execute(select(responses))).one()
    assert row.answers == {"forms": ["exhibitions"], "note": "Спасибо"}
    assert (row.authors, row.sent_by) == ({"note": other.id}, None)


async def _words(store: Store) -> str:
    """Everything that the tables hold."""
    async with store.db.read() as conn:
        rows = [row for table in metadata.sorted_tables for row in await conn.execute(select(table))]
    return "\n".join(map(str, rows))


def _file(store: Store) -> Path:
    found = file_of(store._url)
    if found is None:
        pytest.skip("PostgreSQL keeps its files itself")
    return found


def _bytes(file: Path) -> bytes:
    """The database with its log, which is cut to nothing."""
    files = [one for one in file.parent.iterdir() if one.name.startswith(file.name)]
    assert [one.stat().st_size for one in files if one.name.endswith("-wal")] == [0]
    return b"".join(one.read_bytes() for one in files)


async def test_no_word_of_theirs_is_left_in_any_table(store: Store, person: MakePerson, event: MakeEvent) -> None:
    made = await _fill(store, person, event)
    before = await _words(store)
    assert all(word in before for word in (MARK, "primetov", "74822998877"))
    gone = await store.members.erase(made.id, NOW + DAY)
    after = await _words(store)
    assert not [word for word in HIDDEN if word.casefold() in after.casefold()]
    assert gone is not None
    assert (await store.minutes.of(1)).of(0, Piece.TEXT).text == "Слушали […], […] согласен. Решили: поручить […] план"
    assert gone.counts["representing"] == gone.counts["answers"] == 1
    assert await store.erasures.get(gone.number) == gone
    assert "erased" in after


async def test_no_word_of_theirs_is_left_in_the_files(store: Store, person: MakePerson, event: MakeEvent) -> None:
    file = _file(store)
    made = await _fill(store, person, event)
    async with store.db.read() as conn:
        await conn.execute(select(metadata.tables["members"]))
    await store.members.erase(made.id, NOW + DAY)
    assert await store.clean()
    data = _bytes(file)
    for word in HIDDEN:
        for text in (word, word.casefold(), word.encode("unicode_escape").decode()):
            assert text.encode() not in data


async def test_who_reads_without_end_is_waited_for(store: Store, person: MakePerson) -> None:
    file = _file(store)
    made = await person(ACCOUNT)
    with closing(sqlite3.connect(file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM members").fetchone()
        await store.members.erase(made.id, NOW)
        assert not await store.clean()
    assert await store.clean()


async def test_erasing_twice_is_erasing_once(store: Store, person: MakePerson) -> None:
    made = await person(ACCOUNT)
    assert await store.members.erase(made.id, NOW) is not None
    assert await store.members.erase(made.id, NOW) is None
    assert len(await store.erasures.all()) == 1
    with pytest.raises(Gone):
        await store.erasures.get(999)


async def test_who_leaves_while_an_exhibition_is_open_frees_a_seat_of_it(
    store: Store, person: MakePerson, event: MakeEvent
) -> None:
    made, other = await person(ACCOUNT), await person(ACCOUNT + 1)
    shown = await event(all_day=True, ends_at=START + 9 * DAY, capacity=1)
    for one in (made, other):
        await store.rsvps.answer(shown.id, one.id, Answer.GOING, NOW)
    await store.members.erase(made.id, START + DAY)
    seated = await store.rsvps.of(shown.id, other.id)
    assert seated is not None
    assert seated.state is RsvpState.GOING
    assert (await store.events.get(shown.id)).seats.taken == 1


async def test_a_number_is_never_given_twice(store: Store, person: MakePerson) -> None:
    first = await person(ACCOUNT)
    await store.members.erase(first.id, NOW)
    again = await person(ACCOUNT)
    assert again.id > first.id


async def test_the_administrators_are_told(store: Store, person: MakePerson) -> None:
    anna, made = await person(1), await person(ACCOUNT)
    gone = await store.members.erase(made.id, NOW)
    told = await store.outbox.claim("w", NOW + 7 * DAY, 10, timedelta(minutes=1))
    assert gone is not None
    assert [(row.kind, row.subject, row.member_id) for row in told] == [("erased", gone.number, anna.id)]


async def test_the_oldest_deputy_follows_a_primary_who_is_forgotten(store: Store, person: MakePerson) -> None:
    anna, igor, maria = await person(1), await person(7), await person(8)
    partner = await store.partners.add("Колледж", "Колледж", "education", anna.id, NOW)
    for rep in (igor, maria):
        await store.partners.bind(partner, rep.id, None, NOW)
    await store.members.erase(igor.id, NOW)
    [left] = await store.partners.reps(partner)
    assert (left.member_id, left.fields.is_primary) == (maria.id, True)


async def test_a_representative_taken_out_of_the_register_leaves_no_word(store: Store, person: MakePerson) -> None:
    anna = await person(1)
    partner = await store.partners.add("Колледж", "Колледж", "education", anna.id, NOW)
    rep_id = await store.partners.put_rep(partner, RepFields(PersonName(MARK)), anna.id, NOW)
    await store.drafts.start(anna.id, "rep", partner, {"answers": {"name": MARK}, "one": rep_id}, NOW)
    await store.partners.remove_rep(rep_id, anna.id, NOW)
    await store.partners.forget_removed(NOW + timedelta(minutes=9))
    assert MARK in await _words(store)  # it can still be undone
    await store.partners.forget_removed(NOW + UNDO)
    words = await _words(store)
    assert MARK not in words
    assert "rep-removed" in words
    with pytest.raises(Gone, match="rep-forgotten"):
        await store.partners.bring_back(rep_id, anna.id, NOW)
    assert await store.partners.gone_for_good() == {rep_id: NOW}


async def test_a_removal_undone_brings_all_of_it_back(store: Store, person: MakePerson, event: MakeEvent) -> None:
    anna, igor = await person(1), await person(7)
    partner = await store.partners.add("Колледж", "Колледж", "education", anna.id, NOW)
    rep_id = await store.partners.put_rep(partner, RepFields(PersonName(MARK), phone="+74822342920"), anna.id, NOW)
    await store.invitations.take_up(
        await store.invitations.for_partner(partner, None, anna.id, NOW, rep_id=rep_id), igor.id, NOW
    )
    await store.partners.put_rep(partner, RepFields(PersonName("Лапина")), anna.id, NOW)
    made = await event(partners=(PartnerPart(partner),))
    await store.participants.note(made.id, rep_id, anna, NOW, comes=True)
    signed = await store.agreements.add(partner, AgreementFields(rep_id=rep_id, ends_on=NOW.date()), anna.id, NOW)
    before = (await store.partners.reps(partner), await store.participants.known(made.id))
    await store.partners.remove_rep(rep_id, anna.id, NOW)
    [deputy] = await store.partners.reps(partner)
    assert deputy.fields.is_primary
    assert await store.partners.bring_back(rep_id, anna.id, NOW + timedelta(minutes=9)) == partner
    assert (await store.partners.reps(partner), await store.participants.known(made.id)) == before
    assert (await store.agreements.get(signed)).fields.rep_id == rep_id
    await store.partners.forget_removed(NOW + UNDO)
    assert (await store.partners.rep(rep_id)).called == MARK
    assert await store.partners.gone_for_good() == {}
    old = await store.agreements.remove(signed, anna.id, NOW)
    assert (await store.agreements.bring_back(signed, anna.id, NOW)).fields == old.fields


async def test_who_is_erased_while_a_removal_can_be_undone_leaves_no_word_either(
    store: Store, person: MakePerson
) -> None:
    anna, made = await person(1), await person(ACCOUNT, MARK)
    partner = await store.partners.add("Колледж", "Колледж", "education", anna.id, NOW)
    rep_id = await store.partners.put_rep(partner, RepFields(PersonName(MARK), phone="+74822998877"), anna.id, NOW)
    token = await store.invitations.for_partner(partner, None, anna.id, NOW, rep_id=rep_id)
    await store.invitations.take_up(token, made.id, NOW)
    await store.partners.remove_rep(rep_id, anna.id, NOW)
    await store.members.erase(made.id, NOW)
    words = await _words(store)
    assert not [word for word in HIDDEN if word in words]
    with pytest.raises(Gone, match="rep-forgotten"):
        await store.partners.bring_back(rep_id, anna.id, NOW)
    await store.partners.forget_removed(NOW + UNDO)


async def test_somebody_of_the_same_name_keeps_their_trail(store: Store, person: MakePerson) -> None:
    anna = await person(1)
    partner = await store.partners.add("Колледж", "Колледж", "education", anna.id, NOW)
    gone, namesake = [
        await store.partners.put_rep(partner, RepFields(PersonName("Лапина", first)), anna.id, NOW)
        for first in ("Анна", "Мария")
    ]
    await store.partners.remove_rep(gone, anna.id, NOW)
    await store.partners.forget_removed(NOW + UNDO)
    trail = {
        entry.subject_id: entry.after for entry in await store.audit.page(["rep"], 9) if entry.action == "rep-added"
    }
    assert trail[gone] is None
    assert (trail[namesake] or {})["first_name"] == "Мария"


async def test_one_consent_taken_back_leaves_the_others(store: Store, person: MakePerson, event: MakeEvent) -> None:
    made, coming = await person(7, "Ольга", Purpose.SURVEY), await event(capacity=1)
    waiting = await person(8)
    for one in (made, waiting):
        await store.rsvps.answer(coming.id, one.id, Answer.GOING, NOW)
    assert await store.members.withdraw(made.id, Purpose.EVENTS, NOW) is None
    found = await store.members.find(made.id)
    assert found is not None
    assert found.consents == {Purpose.SURVEY}
    moved_up = await store.rsvps.of(coming.id, waiting.id)
    assert moved_up is not None
    assert moved_up.state == "going"
    assert await store.members.withdraw(made.id, Purpose.EVENTS, NOW) is None
    last = await store.members.withdraw(made.id, Purpose.SURVEY, NOW)
    assert last is not None
    assert last.ground is Ground.WITHDRAWN
    assert await store.members.find(made.id) is None


async def test_a_text_is_kept_word_for_word_beside_the_consent(store: Store) -> None:
    given = ConsentGiven(Purpose.EVENTS, "events-1-ru-0123456789abcdef", "Согласен", NOW, text="Согласие\n\nТекст.")
    made = await store.members.consent(7, "Ольга", "ru", [given], NOW)
    other = await store.members.consent(8, "Игорь", "ru", [given], NOW)
    for one in (made, other):
        assert await store.members.consents_of(one.id) == [given]


def test_every_reference_to_a_person_is_part_of_what_they_see() -> None:
    """A new table that speaks of people is either shown to them or a technical trace, named here."""
    technical = {"cards", "page_links", "partner_imports"}
    shown = set(re.findall(r"\w+", " ".join(map(str, parts(1).values()))))
    keys = [(table.name, key) for table in metadata.sorted_tables for key in table.foreign_keys]
    speaking = {name for name, key in keys if key.column.table.name == "members"}
    assert speaking - shown - technical == set()
