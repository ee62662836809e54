"""Two hundred people press «Приду» at once: thirty are seated, the rest wait in the order in which they came."""

from pathlib import Path

import pytest

from bot.app import App
from bot.clock import RemoteClock
from bot.settings import Settings
from domain.event import EventFields
from domain.people import Grant, Purpose, Role
from domain.seats import RsvpState
from sandbox.people import Person
from sandbox.server import Sandbox
from storage.members import ConsentGiven
from tests.engines import ENGINES, migrated
from tests.process import TOKEN
from tests.storage.conftest import DAY

PEOPLE, SEATS = 200, 30


async def known(app: App, person: Person) -> int:
    person.account.started = True
    consent = ConsentGiven(Purpose.EVENTS, "1", "Согласен", app.clock.now())
    return (await app.store.members.consent(person.id, person.account.name, "ru", [consent], app.clock.now())).id


@pytest.mark.parametrize("engine", ENGINES)
async def test_two_hundred_at_once_are_served_in_the_order_they_came(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How long it takes is not looked at here: a busy machine may need more than a press has."""
    monkeypatch.setattr("sandbox.access.QUERY_SECONDS", 3600.0)
    async with migrated(engine, tmp_path) as url, Sandbox(TOKEN) as box:
        settings = Settings(
            telegram={"token": TOKEN, "api_base": box.url},
            storage={"url": url},
            limits={"overall_per_second": 1000},
        )
        app = App(settings, RemoteClock(f"{box.url}/clock"))
        await app.start()
        try:
            await _press_all(box, app)
        finally:
            await app.stop()


async def _press_all(box: Sandbox, app: App) -> None:
    people = [box.person(f"Гость {number}") for number in range(PEOPLE)]
    members = [await known(app, person) for person in people]
    await app.store.members.grant(members[0], Grant(Role.LIBRARIAN), None, app.clock.now())
    host = await app.store.members.find(members[0])
    assert host is not None
    fields = EventFields("Вечер", app.clock.now() + 30 * DAY, "6+", capacity=SEATS)
    event = await app.store.events.publish(fields, host, app.clock.now())
    await people[0].says(f"/start e{event.id}")
    card = await people[0].sees_button("Приду")
    arrived = [*people[1:], people[0]]
    presses = [await person.taps_at_once("Приду", card) for person in arrived]
    for press in presses:
        while not box.world.presses[press].answered:
            assert await box.world.changes.wait(box.world.changes.version, 30)
    assert not [person for person in people if not person.toasts()]
    in_order = [members[people.index(person)] for person in arrived]
    seated = await app.store.rsvps.guests(event.id, [RsvpState.GOING], PEOPLE)
    waiting = await app.store.rsvps.guests(event.id, [RsvpState.QUEUED], PEOPLE)
    assert {guest.rsvp.member_id for guest in seated} == set(in_order[:SEATS])
    assert [guest.rsvp.member_id for guest in waiting] == in_order[SEATS:]
