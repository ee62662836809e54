"""One table says who may do what in chat; nothing is said or pressed past it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData

import handlers
from domain.people import Grant, Person, Role
from domain.rights import ALLOWED, Act
from handlers.doors import BY_PREFIX, COMMANDS, DOORS, Door, is_offered, opens
from handlers.doors.events import EVENT_DOORS
from handlers.doors.house import HOUSE_DOORS
from handlers.home import DESCRIPTIONS

NOBODY = Person(7, 7, "Ольга Котова", "ru")


def somebody(role: Role) -> Person:
    if role is Role.PARTICIPANT:
        return NOBODY
    rep = role is Role.PARTNER_REP
    return replace(NOBODY, partner_ids=(3,) if rep else (), grants=() if rep else (Grant(role),))


def kinds(base: type[CallbackData] = CallbackData) -> Iterator[type[CallbackData]]:
    """Every kind of button there is, wherever it is declared."""
    for one in base.__subclasses__():
        if one.__module__.startswith("handlers"):
            yield one
        yield from kinds(one)


def commands(routers: list[Router]) -> Iterator[str]:
    """Every command that a handler listens to."""
    for router in routers:
        for handler in router.message.handlers:
            filters = (one.callback for one in handler.filters or ())
            yield from (str(name) for one in filters if isinstance(one, Command) for name in one.commands)
        yield from commands(router.sub_routers)


def test_every_button_has_its_door() -> None:
    assert {one.__name__ for one in kinds()} == {one.__name__ for one in DOORS if not isinstance(one, str)}


def test_every_command_has_its_door_and_its_place_in_the_menu() -> None:
    assert set(commands(handlers.routers())) == set(COMMANDS) == set(DESCRIPTIONS)


def test_no_door_stands_in_both_tables() -> None:
    assert len(EVENT_DOORS) + len(HOUSE_DOORS) == len(DOORS)


def test_every_door_is_found_by_its_prefix() -> None:
    assert len(BY_PREFIX) + len(COMMANDS) == len(DOORS)


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("role", Role)
def test_a_door_opens_to_whom_the_act_is_allowed(act: Act, role: Role) -> None:
    assert opens(Door(acts=(act,)), somebody(role)) == (role in ALLOWED[act])


def test_a_door_for_everyone_and_one_for_who_is_known() -> None:
    assert opens(Door(known=False), None)
    assert not opens(Door(), None)
    assert opens(Door(), NOBODY)
    assert not opens(Door(acts=(Act.MANAGE_STAFF,)), None)


def test_several_acts_open_a_door_each() -> None:
    door = Door(acts=(Act.MANAGE_STAFF, Act.EDIT_BRANCHES))
    assert [role for role in Role if opens(door, somebody(role))] == [Role.ADMIN, Role.DIRECTOR, Role.METHODIST]


def test_the_menu_offers_a_stranger_what_a_participant_may_do() -> None:
    assert [one for one in COMMANDS if is_offered(one, None)] == [one for one in COMMANDS if is_offered(one, NOBODY)]
    assert is_offered("my", None)
    assert not is_offered("staff", NOBODY)
