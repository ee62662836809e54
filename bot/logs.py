"""Logs: one structured line a use case, with ids; never a text, a name or a token."""

import logging
import re
import sys
import traceback
from collections import Counter
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from typing import Any, TextIO

import structlog

TOKEN = re.compile(r"(?<!\d)(?<!\.py:)\d{2,}:[A-Za-z0-9_-]{20,}")
"""Not the line and the function of a place in the code."""
PASSWORD = re.compile(r"(?<=://)([^\s/:@]*):[^\s/@]+@")
CODE_FAULTS = (AttributeError, ImportError, NameError, NotImplementedError, OSError, TypeError)
"""Their texts speak of the program, not of what people wrote."""
SPEAKING = ("aiogram.exceptions", "aiohttp", "python_socks")
FRAMES = 12
LOUD = ("error", "critical", "exception")

Line = MutableMapping[str, Any]

errors: Counter[str] = Counter()
"""How often each event was logged as an error by this process; a library's by the name of its logger."""


class Unfailing:
    """A stream that drops what it cannot write: a full disk must stop the log, not the bot."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with suppress(OSError, ValueError):
            return self._stream.write(text)
        return 0

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            self._stream.flush()


def hide_secrets(text: str, *secrets: str) -> str:
    """The text without these secrets, without what looks like a bot's token, and without passwords in addresses."""
    for secret in filter(None, secrets):
        text = text.replace(secret, "<token>")
    return PASSWORD.sub(r"\1:<password>@", TOKEN.sub("<token>", text))


def set_up_logs(*secrets: str) -> None:
    """Sends every logger's lines to the standard error, the libraries' from warnings on."""

    def mask(_logger: Any, _method: str, line: str | Line) -> str:
        return hide_secrets(str(line), *secrets)

    ending = (_explain, structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]), mask)
    stamp = (structlog.processors.TimeStamper(fmt="iso"), structlog.processors.add_log_level, _count)
    stream: Any = Unfailing(sys.stderr)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *ending],
            foreign_pre_chain=[structlog.processors.TimeStamper(fmt="iso"), structlog.stdlib.add_log_level, _count],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    structlog.configure(processors=[*stamp, *ending], logger_factory=structlog.PrintLoggerFactory(stream))


def describe(error: BaseException) -> str:
    """An error by its type and where it came from. What it says is left out where it may quote a person."""
    causes = " <- ".join(map(_title, _chain(error)))
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    path = " > ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}:{frame.name}" for frame in frames)
    return f"{causes} at {path}" if path else causes


def _count(_logger: Any, method: str, line: Line) -> Line:
    if method in LOUD:
        record = line.get("_record")
        errors[record.name if record is not None else line["event"]] += 1
    return line


def _explain(_logger: Any, _method: str, line: Line) -> Line:
    """In place of a trace, which quotes what it met."""
    error = line.pop("exc_info", None)
    if isinstance(error, tuple):
        error = error[1]
    elif error is True:
        error = sys.exc_info()[1]
    if isinstance(error, BaseException):
        line["fault"] = describe(error)
    return line


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _title(error: BaseException) -> str:
    kind = type(error)
    if isinstance(error, CODE_FAULTS) or kind.__module__.startswith(SPEAKING):
        return f"{kind.__name__}({' '.join(str(error).split())[:200]})"
    statement = getattr(error, "statement", None)  # of SQLAlchemy: the statement without its values
    return f"{kind.__name__}({' '.join(statement.split())[:200]})" if isinstance(statement, str) else kind.__name__
