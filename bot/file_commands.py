"""Commands about files: `roundtable import …`, `export …` and `questionnaire …`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.command import MOST_NUMBER, ConfigFile, Number, end, say, settings_of, work
from bot.help_page import Commands

importing = Commands()
exporting = Commands()
asking = Commands()


@asking.callback()
def _asking() -> None:
    """Keeps `check` a command of its own, though it is the only one."""


class Doubtful(StrEnum):
    """Organisations that look like known ones under another name: which of them are the same."""

    NONE = "none"
    ALL = "all"


@importing.command("branches")
def import_branches(
    file: Path,
    config: ConfigFile = None,
    check: Annotated[bool, typer.Option()] = False,
) -> None:
    """Branches of the library with halls, addresses, hours and sanitary days, from XLSX or CSV."""
    from bot.branches import import_table

    report = work(import_table(file, settings_of(config).storage.url, check=check))
    for key, values in report.lines:
        say(key, **values)
    raise typer.Exit(1 if report.is_bad else 0)


@importing.command("partners")
def import_partners(
    file: Path,
    config: ConfigFile = None,
    check: Annotated[bool, typer.Option()] = False,
    merge_doubtful: Annotated[Doubtful, typer.Option()] = Doubtful.NONE,
) -> None:
    """Partner organisations and who acts for them, from XLSX or CSV."""
    from bot.partners import import_table

    settings = settings_of(config)
    is_good = work(import_table(file, settings, say, check=check, merge=merge_doubtful is Doubtful.ALL))
    raise typer.Exit(0 if is_good else 1)


@exporting.command("partners")
def export_partners(file: Path, config: ConfigFile = None) -> None:
    """The register of partners, to XLSX or CSV, as it is imported again."""
    from bot.partners import export_table

    work(export_table(file, settings_of(config)))
    say("cli-exported", file=str(file))


@exporting.command("responses")
def export_responses(
    file: Path,
    survey: Annotated[int, typer.Option(max=MOST_NUMBER)],
    config: ConfigFile = None,
) -> None:
    """What organisations have answered to a survey, own words and all, to XLSX or CSV."""
    from bot.responses import export_table

    work(export_table(file, survey, settings_of(config)))
    say("cli-exported", file=str(file))


@exporting.command("questionnaire")
def export_questionnaire(
    file: Path,
    survey: Annotated[int, typer.Option(max=MOST_NUMBER)],
    config: ConfigFile = None,
) -> None:
    """The questionnaire of a survey, to an XLSForm workbook."""
    from bot.questionnaire_file import export_workbook

    work(export_workbook(file, survey, settings_of(config)))
    say("cli-exported", file=str(file))


@exporting.command("guests")
def export_guests(event: Number, file: Path, config: ConfigFile = None) -> None:
    """Who answered an event (its number is in its link), with names and reasons, to CSV."""
    from bot.papers import write_guests

    work(write_guests(settings_of(config), event, file))
    say("cli-exported", file=str(file))


@exporting.command("paper")
def export_paper(kind: str, event: Number, file: Path, config: ConfigFile = None) -> None:
    """A paper of an event: letter, invitation, programme, minutes, post-release and so on, to DOCX or PDF."""
    from bot.papers import write_paper

    work(write_paper(settings_of(config), kind, event, file))
    say("cli-exported", file=str(file))


@exporting.command("person")
def export_person(number: Number, file: Path, config: ConfigFile = None) -> None:
    """All that is kept of somebody, to JSON, or to words if the file is called .txt."""
    from bot.papers import write_person

    work(write_person(settings_of(config), number, file))
    say("cli-exported", file=str(file))


@asking.command("check")
def check_questionnaire(file: Path, config: ConfigFile = None) -> None:
    """Say what the workbook asks, or all that keeps it from being asked in chat."""
    from bot.questionnaires import examine

    media = settings_of(config).privacy.media_answers
    try:
        lines, is_good = examine(file, media=media)
    except OSError as error:
        end(error)
    for key, values in lines:
        say(key, **values)
    raise typer.Exit(0 if is_good else 1)
