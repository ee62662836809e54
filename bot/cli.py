"""The command line. Whatever is slow to import is imported inside the command that needs it."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from bot.command import ConfigFile, Number, complain, say, settings_of, stop, work
from bot.file_commands import asking, exporting, importing
from bot.help_page import Commands

app = Commands(add_completion=False, pretty_exceptions_enable=False)
app.add_typer(importing, name="import")
app.add_typer(exporting, name="export")
app.add_typer(asking, name="questionnaire")

MARKS = {True: "✓", False: "✗", None: "•"}
ClockUrl = Annotated[str, typer.Option("--clock-url")]


def main() -> None:
    """The entry point of the `roundtable` script."""
    try:
        status = app(standalone_mode=False)
    except TyperException as error:
        from bot.usage import usage_fault

        key, values = usage_fault(error)
        complain(key, **values)
        status = error.exit_code
    sys.exit(status or 0)


@app.command()
def run(config: ConfigFile = None, clock_url: ClockUrl = "") -> None:
    """Run the bot."""
    settings = settings_of(config)
    if not settings.telegram.token.get_secret_value():
        stop("cli-no-token")
    from bot.run import run_bot

    work(run_bot(settings, clock_url))


@app.command()
def sandbox(
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8080,
    host: Annotated[str, typer.Option()] = "127.0.0.1",
    empty: Annotated[bool, typer.Option()] = False,
) -> None:
    """Try the bot in a browser, without a token: a stand-in for Telegram with sample data."""
    from bot.run import run_sandbox

    work(run_sandbox(host, port, empty=empty, ready=lambda url: say("cli-sandbox", url=url)))


@app.command()
def migrate(config: ConfigFile = None) -> None:
    """Create the database, or bring it to the newest schema."""
    from storage.migrate import newest, upgrade

    work(upgrade(settings_of(config).storage.url))
    say("cli-migrated", revision=newest())


@app.command()
def backup(file: Path, config: ConfigFile = None) -> None:
    """Copy the database into a file, also while the bot runs."""
    from storage.backup import back_up

    work(back_up(settings_of(config).storage.url, file))
    say("cli-backed-up", file=str(file))


@app.command()
def restore(
    file: Path,
    config: ConfigFile = None,
    overwrite: Annotated[bool, typer.Option()] = False,
) -> None:
    """Put a back-up in place of the database. The bot must not be running."""
    from bot.restoring import restore_alone

    erased = work(restore_alone(settings_of(config), file, overwrite=overwrite))
    say("cli-restored", file=str(file))
    if erased:
        say("cli-erased-again", number=erased)


@app.command()
def copy(
    source: str,
    target: str,
) -> None:
    """Move everything to another database, checked row by row. The bot must not be running."""
    from bot.logs import set_up_logs
    from bot.moving import move

    set_up_logs()
    rows = work(move(source, target, say))
    say("cli-copied", rows=rows)


@app.command()
def act(number: Number, file: Path, config: ConfigFile = None) -> None:
    """Write the act of destruction of that number, with the extract from the log."""
    from bot.papers import write_act

    work(write_act(settings_of(config), number, file))
    say("cli-exported", file=str(file))


@app.command()
def doctor(config: ConfigFile = None) -> None:
    """Check the settings, the database and the way to the messenger."""
    from bot.doctor import examine

    findings = work(examine(settings_of(config)))
    for good, key, values in findings:
        say(key, good=MARKS[good], **values)
    raise typer.Exit(1 if any(good is False for good, _, _ in findings) else 0)
