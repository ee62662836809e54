"""Every command and every kind of button, with everybody: allowed or refused exactly as the one table says."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData
from sqlalchemy import select
from structlog.processors import format_exc_info
from structlog.testing import capture_logs

from domain.event import PartnerPart
from domain.partner import AgreementFields
from domain.people import Grant, Role
from domain.people import Person as Member
from domain.rights import Act, may
from handlers.doors import COMMANDS, DOORS, Door, opens
from sandbox.people import Person
from storage.tables import metadata
from tests.chat.conftest import HERZEN, Town
from tests.chat.talk import says, settled, text_of

HUGE, NOBODY = 2**53 - 1, 424_242
REFUSED = "Это могут только сотрудники, которым поручено"
NOT_MINE = "Эта команда – для сотрудников"
STRANGER = "Мы ещё не знакомы"
LOUD = ("error", "exception", "critical")
KINDS = {one.__name__: (one, door) for one, door in DOORS.items() if not isinstance(one, str)}
ROLES = ("stranger", "participant", "partner_rep", "librarian", "elsewhere", "methodist", "director", "admin")
MOVING = {"inbox", "conversations", "outbox", "card_refreshes"}
"""What every update writes to."""


@dataclass
class House:
    """A town with somebody in every role, an event of the first branch, and another's draft."""

    town: Town
    people: dict[str, Person]
    members: dict[str, Member | None]
    ids: dict[str, int]

    def allows(self, door: Door, role: str) -> bool:
        person = self.members[role]
        there = not door.of_branch or may(person, Act.MANAGE_EVENT, self.ids["branch_id"])
        return opens(door, person) and there

    async def kept(self) -> dict[str, list[Any]]:
        """All that is in the database, but for the traffic."""
        tables = [table for table in metadata.sorted_tables if table.name not in MOVING]
        async with self.town.store.db.read() as conn:
            return {one.name: sorted(map(repr, await conn.execute(select(one)))) for one in tables}


@pytest.fixture
async def house(town: Town) -> House:
    event, college = await town.event(), await town.partner("Колледж")
    branch = (await town.store.branches.all())[0]
    away = await town.store.branches.put(replace(HERZEN, name="Полевого", short_name="Полевого"), None, town.now())
    people = {role: town.person(role) for role in ROLES} | {"admin": town.anna}
    for role in ROLES[1:]:
        member = await town.admit(people[role])
        if role in ("librarian", "methodist", "director", "elsewhere"):
            grant = Grant(Role.LIBRARIAN, away) if role == "elsewhere" else Grant(Role(role))
            own = replace(grant, branch_id=branch.id) if role == "librarian" else grant
            await town.store.members.grant(member.id, own, None, town.now())
    rep = await town.member(people["partner_rep"])
    await town.store.partners.bind(college, rep.id, None, town.now())
    victim = await town.member(await town.known("Ольга Котова"))
    draft = await town.store.drafts.start(victim.id, "event", None, {"answers": {}}, town.now())
    ids = {"event_id": event.id, "branch_id": branch.id, "partner_id": college, "member_id": victim.id}
    members = {role: await town.store.members.by_account(person.id) for role, person in people.items()}
    made = House(town, people, members, ids | {"draft": draft.id, "hall_id": branch.halls[0].id})
    await asyncio.gather(*(person.says("/help") for person in people.values()))
    await town.quiet()
    return made


def ids_of(kind: type[CallbackData]) -> list[str]:
    """The fields by which a press speaks of something that is kept."""
    return [name for name in kind.model_fields if name.endswith("_id") or name in ("draft", "token")]


def press(kind: type[CallbackData], ids: Mapping[str, int], other: int = 0) -> str:
    """A press of the kind with these ids; other numbers as given, switches at the harmless end."""
    values: dict[str, Any] = {}
    for name in kind.model_fields:
        texts = {"token": "x" * 16, "goal": ""}
        values[name] = texts.get(name, ids.get(name, 0 if name in ("sure", "adult", "how", "answer") else other))
    return kind(**values).pack()


async def is_refused(house: House, role: str, data: str) -> bool:
    person = house.people[role]
    if role == "stranger":
        await person.presses("menu", person.screen())
        await settled(house.town)
    toast = await person.presses(data, person.screen())
    if role == "stranger":
        await settled(house.town)
        return STRANGER in text_of(person.screen())
    return REFUSED in toast["text"]


def wrong(logs: list[Any]) -> list[Any]:
    return [line for line in logs if line["log_level"] in LOUD]


@pytest.mark.long
@pytest.mark.parametrize("role", ROLES)
async def test_presses_are_allowed_or_refused_as_the_table_says(house: House, role: str) -> None:
    async def otherwise(*, allowed: bool) -> list[str]:
        mine = [name for name, (_, door) in KINDS.items() if house.allows(door, role) is allowed]
        return [name for name in mine if await is_refused(house, role, press(KINDS[name][0], house.ids)) is allowed]

    before = await house.kept()
    with capture_logs(processors=[format_exc_info]) as logs:
        assert not await otherwise(allowed=False)
        assert await house.kept() == before, "something was done without the right to"
        assert not await otherwise(allowed=True)
        await house.town.quiet()
    assert not wrong(logs)


@pytest.mark.long
@pytest.mark.parametrize("role", ROLES)
async def test_forged_ids_break_nothing_and_do_nothing(house: House, role: str) -> None:
    """Ids of nobody, negative ones, and the hugest there are; others' drafts are among the real ones above."""
    kinds = [kind for kind, _ in KINDS.values() if ids_of(kind)]
    person, before = house.people[role], await house.kept()
    with capture_logs(processors=[format_exc_info]) as logs:
        for at, kind in enumerate(kinds, ROLES.index(role)):
            huge = press(kind, dict.fromkeys(ids_of(kind), HUGE), 100_000)
            nobody = press(kind, dict.fromkeys(ids_of(kind), NOBODY))
            for data in (huge, nobody if at % 2 else nobody.replace(str(NOBODY), "-5")):
                await person.presses(data, person.screen())
        await house.town.quiet()
    assert not wrong(logs)
    assert await house.kept() == before


OF_ANOTHER = ("partner_id", "rep_id", "agreement_id", "proposal_id", "request_id", "import_id", "draft", "token")


@pytest.mark.long
async def test_what_is_another_organisation_s_is_out_of_a_representative_s_reach(house: House) -> None:
    """Ids that are there and are not theirs; switches at either end."""
    ids = house.ids | await _another(house)
    kinds = [kind for kind, _ in KINDS.values() if set(OF_ANOTHER) & set(kind.model_fields)]
    rep, before = house.people["partner_rep"], await house.kept()
    with capture_logs(processors=[format_exc_info]) as logs:
        for kind in kinds:
            for switch in (0, 1):
                values = dict.fromkeys(kind.model_fields, switch) | {"token": ids["token"]} | ids
                given = {name: values[name] for name in kind.model_fields}
                await rep.presses(kind(**given).pack(), rep.screen())
        await house.town.quiet()
    assert not wrong(logs)
    assert await house.kept() == before


async def _another(house: House) -> dict[str, Any]:
    """A museum in the event with a representative, an agreement, a proposal, a request, a link; and a file kept."""
    town, store, now = house.town, house.town.store, house.town.now()
    museum, anna = await town.partner("Музей", "culture"), await town.member(town.anna)
    rule = lambda old: replace(old, fields=replace(old.fields, partners=(PartnerPart(museum),)))  # noqa: E731
    await store.events.change(house.ids["event_id"], rule, anna, now)
    igor = await town.member(await town.known("Игорь Лапин"))
    await store.partners.bind(museum, igor.id, None, now)
    [rep] = await store.partners.reps(museum)
    proposal = await store.proposals.send(museum, igor.id, {"title": "Чтения", "when": "2018-05-20T14:00"}, now)
    request = await store.rep_requests.ask(house.ids["member_id"], museum, "Музей", None, now)
    await town.quiet()
    return {
        "partner_id": museum,
        "rep_id": rep.id,
        "agreement_id": await store.agreements.add(museum, AgreementFields(), anna.id, now),
        "proposal_id": proposal.id,
        "request_id": request.id,
        "import_id": await store.partner_imports.keep(b"", "", anna.id, now),
        "token": await store.invitations.for_partner(museum, None, anna.id, now),
    }


@pytest.mark.parametrize("command", COMMANDS)
async def test_commands_are_allowed_or_refused_as_the_table_says(house: House, command: str) -> None:
    for role, person in house.people.items():
        await says(house.town, person, f"/{command}")
        shown = text_of(person.screen())
        assert (NOT_MINE in shown or STRANGER in shown) is not opens(COMMANDS[command], house.members[role]), role


async def test_a_caption_is_a_command_too(house: House) -> None:
    rep = house.people["partner_rep"]
    await rep.sends_photo(caption="/staff")
    await rep.sees(NOT_MINE)


async def test_a_button_that_has_no_door_is_closed(house: House) -> None:
    toast = await house.town.anna.presses("zzz:1", house.town.anna.screen())
    assert "устарела" in toast["text"]


async def test_in_a_group_only_what_everybody_may_see_is_pressed(house: House) -> None:
    town = house.town
    group = town.box.group("Клуб", town.anna)
    await town.anna.adds_bot(group)
    await town.anna.says(f"/start e{house.ids['event_id']}", chat=group)
    card = await group.sees("Свободно 30 из 30")
    toast = await town.anna.presses("set", card)
    assert "наедине" in toast["text"]
    await group.sees("Свободно 30 из 30")
    await town.anna.taps("Приду", card, chat=group)
    await group.sees("Свободно 29 из 30")
