"""What `--help` says, in the catalogue's words; a command is described by its docstring to whoever reads the code."""

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

OPTIONS, COMMAND = "[OPTIONS]", "COMMAND [ARGS]..."
"""How typer calls them."""


class _Spoken:
    """Of commands and groups alike; typer's own pages are in English."""

    def format_help(self: Any, ctx: Any, formatter: Any) -> None:
        say, path = _sentence(), _path(ctx)
        pieces = " ".join(self.collect_usage_pieces(ctx))
        usage = pieces.replace(OPTIONS, say("help-any-options")).replace(COMMAND, say("help-any-command"))
        formatter.write_usage(ctx.command_path, usage, prefix=say("help-usage") + " ")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(_about(path)))
        options = [(_name(one, ctx), say(f"help-option-{one.name}")) for one in _options(self, ctx)]
        _section(formatter, say("help-options"), options)
        commands = [(one, say(_about([*path, one]))) for one in getattr(self, "commands", {})]
        _section(formatter, say("help-commands"), commands)


class Command(_Spoken, TyperCommand):
    pass


class Group(_Spoken, TyperGroup):
    pass


class Commands(typer.Typer):
    """Commands that speak so."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(cls=Group, no_args_is_help=True, rich_markup_mode=None, **settings)

    def command(self, name: str | None = None, **settings: Any) -> Callable[..., Any]:
        return super().command(name, cls=Command, **settings)


def _sentence() -> Callable[..., str]:
    from bot.console import sentence

    return sentence


def _about(path: list[str]) -> str:
    return f"help-about-{'-'.join(path)}" if path else "help-about"


def _path(ctx: Any) -> list[str]:
    """«import», «partners»: without the program itself."""
    return [*_path(ctx.parent), ctx.info_name] if ctx.parent else []


def _options(command: Any, ctx: Any) -> list[Any]:
    return [one for one in command.get_params(ctx) if one.param_type_name == "option"]


def _name(option: Any, ctx: Any) -> str:
    return str(option.get_help_record(ctx)[0])


def _section(formatter: Any, heading: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)
