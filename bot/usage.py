"""What is wrong with a command as it was typed, by the key of the sentence that says so: typer speaks English alone."""

from typing import Any

from typer.exceptions import TyperException

from bot.help_page import word

Said = tuple[str, dict[str, object]]


def usage_fault(error: TyperException) -> Said:
    """The sentence and its values; what no sentence is for is told in typer's words.

    Kinds of faults are told by their names: typer keeps them to itself.
    """
    key, values = KINDS.get(type(error).__name__, _other)(error)
    return key, {"command": "roundtable" + _path(getattr(error, "ctx", None)), **values}


def _path(context: Any) -> str:
    """« import partners»: what stands behind the program's name."""
    return str(context.command_path).removeprefix(str(context.find_root().info_name)) if context else ""


def _help(error: Any) -> Said:
    return "cli-usage-help", {"help": error.format_message()}


def _option(error: Any) -> Said:
    return "cli-usage-option", {"what": error.option_name}


def _option_value(error: Any) -> Said:
    return "cli-usage-option-value", {"what": error.option_name}


def _missing(error: Any) -> Said:
    return "cli-usage-missing", {"what": _name(error.param)}


def _value(error: Any) -> Said:
    least, most = getattr(error.param, "min", None), getattr(error.param, "max", None)
    if most is None:
        return "cli-usage-value", {"what": _name(error.param)}
    return "cli-usage-number", {"what": _name(error.param), "least": str(least or 0), "most": str(most)}


def _other(error: Any) -> Said:
    """Of a group: there is no such command. Of a command: something too many."""
    known = getattr(error.ctx.command, "commands", None) if getattr(error, "ctx", None) else None
    if known:
        return "cli-usage-command", {"known": ", ".join(known)}
    return "cli-usage-other", {}


def _name(parameter: Any) -> str:
    """«--port» of an option, «ФАЙЛ» of an argument."""
    return str(parameter.opts[0]) if parameter.param_type_name == "option" else word(parameter)


KINDS = {
    "NoArgsIsHelpError": _help,
    "NoSuchOption": _option,
    "BadOptionUsage": _option_value,
    "MissingParameter": _missing,
    "BadParameter": _value,
}
