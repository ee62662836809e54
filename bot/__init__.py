"""The program: command line, settings, wiring, taking updates in, sending messages out, and the words."""

from bot.late_types import put_types_off

put_types_off()
