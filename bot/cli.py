"""The command line. Whatever is slow to import is imported inside the command that needs it."""

import asyncio
import sys
from collections.abc import Coroutine
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
importing = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(importing, name="import", help="Bring a spreadsheet in.")
exporting = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(exporting, name="export", help="Take a spreadsheet out.")
asking = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(asking, name="questionnaire", help="Questionnaires, as XLSForm workbooks.")


@asking.callback()
def _asking() -> None:
    """Keeps `check` a command of its own, though it is the only one."""


MARKS = {True: "✓", False: "✗", None: "•"}
MOST_NUMBER = 2**31 - 1
"""No database of ours counts further."""
Number = Annotated[int, typer.Argument(max=MOST_NUMBER)]
ConfigFile = Annotated[Path | None, typer.Option("--config", help="The settings; config.toml if it is there.")]

ClockUrl = Annotated[str, typer.Option("--clock-url", help="Read the time from the sandbox's clock.")]


class Doubtful(StrEnum):
    """Organisations that look like known ones under another name: which of them are the same."""

    NONE = "none"
    ALL = "all"


def main() -> None:
    """The entry point of the `roundtable` script."""
    app()


@app.command()
def run(config: ConfigFile = None, clock_url: ClockUrl = "") -> None:
    """Run the bot."""
    settings = _settings(config)
    if not settings.telegram.token.get_secret_value():
        _stop("cli-no-token")
    from bot.run import run_bot

    _work(run_bot(settings, clock_url))


@app.command()
def sandbox(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where the page is served.")] = 8080,
    host: Annotated[str, typer.Option(help="127.0.0.1: this machine only.")] = "127.0.0.1",
    empty: Annotated[bool, typer.Option(help="Without the sample event.")] = False,
) -> None:
    """Try the bot in a browser, without a token: a stand-in for Telegram with sample data."""
    from bot.run import run_sandbox

    _work(run_sandbox(host, port, empty=empty, ready=lambda url: _tell("cli-sandbox", url=url)))


@app.command()
def migrate(config: ConfigFile = None) -> None:
    """Create the database, or bring it to the newest schema."""
    from storage.migrate import newest, upgrade

    _work(upgrade(_settings(config).storage.url))
    _tell("cli-migrated", revision=newest())


@app.command()
def backup(file: Path, config: ConfigFile = None) -> None:
    """Copy the database into a file, also while the bot runs."""
    from storage.backup import back_up

    _work(back_up(_settings(config).storage.url, file))
    _tell("cli-backed-up", file=str(file))


@app.command()
def restore(
    file: Path,
    config: ConfigFile = None,
    overwrite: Annotated[bool, typer.Option(help="Replace the database that is there.")] = False,
) -> None:
    """Put a back-up in place of the database. The bot must not be running."""
    from bot.restoring import restore_alone

    erased = _work(restore_alone(_settings(config), file, overwrite=overwrite))
    _tell("cli-restored", file=str(file))
    if erased:
        _tell("cli-erased-again", number=erased)


@app.command()
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="sqlite+aiosqlite:///FILE or postgresql+asyncpg://…")],
    target: Annotated[str, typer.Argument(metavar="TO", help="The same; nothing may be in it yet.")],
) -> None:
    """Move everything to another database, checked row by row. The bot must not be running."""
    from bot.logs import set_up_logs
    from bot.moving import move

    set_up_logs()
    rows = _work(move(source, target, _tell))
    _tell("cli-copied", rows=rows)


@app.command()
def act(number: Number, file: Path, config: ConfigFile = None) -> None:
    """Write the act of destruction of that number, with the extract from the log."""
    from bot.papers import write_act

    _work(write_act(_settings(config), number, file))
    _tell("cli-exported", file=str(file))


@app.command()
def doctor(config: ConfigFile = None) -> None:
    """Check the settings, the database and the way to the messenger."""
    from bot.doctor import examine

    findings = _work(examine(_settings(config)))
    for good, key, values in findings:
        _tell(key, good=MARKS[good], **values)
    raise typer.Exit(1 if any(good is False for good, _, _ in findings) else 0)


@importing.command("branches")
def import_branches(
    file: Path,
    config: ConfigFile = None,
    check: Annotated[bool, typer.Option(help="Only say what would happen.")] = False,
) -> None:
    """Branches of the library with halls, addresses, hours and sanitary days, from XLSX or CSV."""
    from bot.branches import import_table

    report = _work(import_table(file, _settings(config).storage.url, check=check))
    for key, values in report.lines:
        _tell(key, **values)
    raise typer.Exit(1 if report.is_bad else 0)


@importing.command("partners")
def import_partners(
    file: Path,
    config: ConfigFile = None,
    check: Annotated[bool, typer.Option(help="Only say what would happen.")] = False,
    merge_doubtful: Annotated[Doubtful, typer.Option(help="Which of those that look alike are one.")] = Doubtful.NONE,
) -> None:
    """Partner organisations and who acts for them, from XLSX or CSV."""
    from bot.partners import import_table

    settings = _settings(config)
    is_good = _work(import_table(file, settings, _tell, check=check, merge=merge_doubtful is Doubtful.ALL))
    raise typer.Exit(0 if is_good else 1)


@exporting.command("partners")
def export_partners(file: Path, config: ConfigFile = None) -> None:
    """The register of partners, to XLSX or CSV, as it is imported again."""
    from bot.partners import export_table

    _work(export_table(file, _settings(config)))
    _tell("cli-exported", file=str(file))


@exporting.command("responses")
def export_responses(
    file: Path,
    survey: Annotated[int, typer.Option(max=MOST_NUMBER, help="The survey, by its number.")],
    config: ConfigFile = None,
) -> None:
    """What organisations have answered to a survey, own words and all, to XLSX or CSV."""
    from bot.responses import export_table

    _work(export_table(file, survey, _settings(config)))
    _tell("cli-exported", file=str(file))


@exporting.command("questionnaire")
def export_questionnaire(
    file: Path,
    survey: Annotated[int, typer.Option(max=MOST_NUMBER, help="The survey that asks it, by its number.")],
    config: ConfigFile = None,
) -> None:
    """The questionnaire of a survey, to an XLSForm workbook."""
    from bot.questionnaire_file import export_workbook

    _work(export_workbook(file, survey, _settings(config)))
    _tell("cli-exported", file=str(file))


@exporting.command("guests")
def export_guests(event: Number, file: Path, config: ConfigFile = None) -> None:
    """Who answered an event (its number is in its link), with names and reasons, to CSV."""
    from bot.papers import write_guests

    _work(write_guests(_settings(config), event, file))
    _tell("cli-exported", file=str(file))


@exporting.command("paper")
def export_paper(kind: str, event: Number, file: Path, config: ConfigFile = None) -> None:
    """A paper of an event: letter, invitation, programme, minutes, post-release and so on, to DOCX or PDF."""
    from bot.papers import write_paper

    _work(write_paper(_settings(config), kind, event, file))
    _tell("cli-exported", file=str(file))


@exporting.command("person")
def export_person(number: Number, file: Path, config: ConfigFile = None) -> None:
    """All that is kept of somebody, to JSON, or to words if the file is called .txt."""
    from bot.papers import write_person

    _work(write_person(_settings(config), number, file))
    _tell("cli-exported", file=str(file))


@asking.command("check")
def check_questionnaire(file: Path, config: ConfigFile = None) -> None:
    """Say what the workbook asks, or all that keeps it from being asked in chat."""
    from bot.questionnaires import examine

    media = _settings(config).privacy.media_answers
    try:
        lines, is_good = examine(file, media=media)
    except OSError as error:
        _end(error)
    for key, values in lines:
        _tell(key, **values)
    raise typer.Exit(0 if is_good else 1)


def _settings(config: Path | None) -> "Settings":
    from bot.logs import set_up_logs
    from bot.settings import BadSettings
    from bot.settings_file import load_settings

    set_up_logs()
    try:
        settings = load_settings(config)
    except BadSettings as error:
        _stop("cli-bad-settings", faults=str(error))
    set_up_logs(*settings.secrets)
    return settings


def _work(work: Coroutine[Any, Any, Any]) -> Any:
    """Runs the work; what an operator can put right ends in a sentence, not in a trace."""
    try:
        return asyncio.run(work)
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    except Exception as error:  # noqa: BLE001 - it ends in a sentence, or in the log
        _end(error)


def _end(error: Exception) -> NoReturn:
    from bot.faults import Fault

    fault = Fault.of(error)
    if fault is None:
        _crash(error)
    _stop(fault.key, fault.status, **fault.values)


def _crash(error: Exception) -> NoReturn:
    """A defect of ours: where it came from goes to the log, what it quotes does not."""
    import structlog

    structlog.get_logger().critical("crashed", exc_info=error)
    raise typer.Exit(1)


def _tell(key: str, **values: object) -> None:
    from bot.console import sentence
    from bot.logs import hide_secrets

    sys.stdout.write(hide_secrets(sentence(key, **values)) + "\n")
    sys.stdout.flush()


def _stop(key: str, status: int = 2, /, **values: object) -> NoReturn:
    from bot.console import sentence
    from bot.logs import hide_secrets

    sys.stderr.write(hide_secrets(sentence(key, **values)) + "\n")
    raise typer.Exit(status)
