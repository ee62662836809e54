"""Who may do what in chat, once: every command and every kind of button has its door here.

What has no door is closed. `handlers.doorkeeper` asks at each press and command anew; a test tries every door with
everybody.
"""

from domain.people import Person
from handlers.doors.events import EVENT_DOORS
from handlers.doors.house import HOUSE_DOORS
from handlers.doors.kinds import Door, opens

__all__ = ["BY_PREFIX", "COMMANDS", "DOORS", "Door", "is_offered", "opens"]

DOORS = EVENT_DOORS | HOUSE_DOORS
BY_PREFIX = {one.__prefix__: door for one, door in DOORS.items() if not isinstance(one, str)}
COMMANDS = {one: door for one, door in DOORS.items() if isinstance(one, str)}


def is_offered(command: str, person: Person | None) -> bool:
    """Whether the command belongs into the person's menu: a stranger is offered what they could do once known."""
    door = COMMANDS[command]
    return not door.acts or opens(door, person)
