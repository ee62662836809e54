"""`python -m bot` is the `roundtable` script."""

from bot.cli import main

main()
