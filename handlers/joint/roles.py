"""Parts and what partners are asked to bring, as buttons: for an event that is there, and for a draft alike."""

from collections.abc import Callable

from aiogram.filters.callback_data import CallbackData

from domain.event import PartnerPart
from domain.partner import BRINGS, Part
from domain.refusal import Gone
from handlers.joint.words import THINGS, part_name
from handlers.say import Say
from handlers.screen import Button, Row
from handlers.words import capital

ALL_PARTS = tuple(Part)
"""A part travels as its number here."""


def role_rows(
    part: PartnerPart, choose: Callable[[int], CallbackData], want: Callable[[int, int], CallbackData], say: Say
) -> tuple[Row, ...]:
    """Which part, the standing one marked; and what it is asked to bring, as ticks."""
    roles = [Button(_chosen(one, part, say), choose(number)) for number, one in enumerate(ALL_PARTS)]
    wants = []
    for number, one in enumerate(BRINGS):
        on = one in part.asked
        mark = "joint-button-ticked" if on else "joint-button-unticked"
        wants.append(Button(say.plain(mark, thing=capital(say.plain(THINGS[one]))), want(number, int(not on))))
    return (tuple(roles[:2]), tuple(roles[2:]), tuple(wants[:2]), tuple(wants[2:]))


def part_numbered(number: int) -> Part:
    if not 0 <= number < len(ALL_PARTS):
        raise Gone
    return ALL_PARTS[number]


def asked_with(part: PartnerPart, item: int, on: int) -> tuple[str, ...]:
    """What the partner is asked to bring once this thing is ticked or unticked."""
    if not 0 <= item < len(BRINGS):
        raise Gone
    rest = [one for one in part.asked if one != BRINGS[item]]
    return (*rest, BRINGS[item]) if on else tuple(rest)


def _chosen(one: Part, part: PartnerPart, say: Say) -> str:
    name = capital(part_name(one, say))
    return say.plain("joint-button-chosen", label=name) if one is part.part else name
