"""What every command of the command line shares: the settings, the work itself, and sentences instead of traces."""

import asyncio
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

MOST_NUMBER = 2**31 - 1
"""No database of ours counts further."""
Number = Annotated[int, typer.Argument(max=MOST_NUMBER)]
ConfigFile = Annotated[Path | None, typer.Option("--config")]


def settings_of(config: Path | None) -> "Settings":
    """The settings; the process ends where they are wrong."""
    from bot.logs import set_up_logs
    from bot.settings import BadSettings
    from bot.settings_file import load_settings

    set_up_logs()
    try:
        settings = load_settings(config)
    except BadSettings as error:
        stop("cli-bad-settings", faults=str(error))
    set_up_logs(*settings.secrets)
    return settings


def work(doing: Coroutine[Any, Any, Any]) -> Any:
    """Runs the work; what an operator can put right ends in a sentence, not in a trace."""
    try:
        return asyncio.run(doing)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except Exception as error:  # noqa: BLE001 - it ends in a sentence, or in the log
        end(error)


def end(error: Exception) -> NoReturn:
    """Ends the process with a sentence, or with a defect in the log."""
    from bot.faults import Fault

    fault = Fault.of(error)
    if fault is None:
        _crash(error)
    stop(fault.key, fault.status, **fault.values)


def _crash(error: Exception) -> NoReturn:
    """A defect of ours: where it came from goes to the log, what it quotes does not."""
    import structlog

    structlog.get_logger().critical("crashed", exc_info=error)
    raise typer.Exit(1)


def say(key: str, **values: object) -> None:
    """Says a sentence of the catalogue."""
    from bot.console import sentence
    from bot.logs import hide_secrets

    sys.stdout.write(hide_secrets(sentence(key, **values)) + "\n")
    sys.stdout.flush()


def stop(key: str, status: int = 2, /, **values: object) -> NoReturn:
    """Says why not, and ends the process."""
    complain(key, **values)
    raise typer.Exit(status)


def complain(key: str, **values: object) -> None:
    """Says why not."""
    from bot.console import sentence
    from bot.logs import hide_secrets

    sys.stderr.write(hide_secrets(sentence(key, **values)) + "\n")
