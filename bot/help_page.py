"""What `--help` says, in the catalogue's words; a command is described by its docstring to whoever reads the code."""

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup


class _Spoken:
    """Of commands and groups alike; typer's own pages are in English. (Its types are its own: hence `Any`.)"""

    def format_help(self: Any, ctx: Any, formatter: Any) -> None:
        say, path = _sentence(), _path(ctx)
        formatter.write_usage(ctx.command_path, _usage(self, ctx), prefix=say("help-usage") + " ")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(_about(path)))
        options = [(_typed(one), say(f"help-option-{one.name}")) for one in _of_kind("option", self, ctx)]
        _section(formatter, say("help-options"), options)
        commands = [(one, say(_about([*path, one]))) for one in getattr(self, "commands", {})]
        _section(formatter, say("help-commands"), commands)


class Command(_Spoken, TyperCommand):
    """One that does something."""


class Group(_Spoken, TyperGroup):
    """One that has commands of its own."""


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


def word(parameter: Any) -> str:
    """What stands for its value: «ФАЙЛ», «НОМЕР»."""
    return _sentence()(f"help-word-{parameter.name}")


def _usage(command: Any, ctx: Any) -> str:
    say = _sentence()
    follows = [say("help-any-command")] if hasattr(command, "commands") else []
    return " ".join([say("help-any-options"), *map(word, _of_kind("argument", command, ctx)), *follows])


def _of_kind(kind: str, command: Any, ctx: Any) -> list[Any]:
    return [one for one in command.get_params(ctx) if one.param_type_name == kind]


def _typed(option: Any) -> str:
    """«--config ФАЙЛ», «--check»."""
    return option.opts[0] if option.is_flag else f"{option.opts[0]} {word(option)}"


def _section(formatter: Any, heading: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)
