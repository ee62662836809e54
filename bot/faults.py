"""Faults that whoever runs the program can put right, by the key of the sentence that says how."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Fault:
    key: str
    values: dict[str, object]
    status: int = 2
    """What the process ends with. 2: there is no use in starting it again before somebody has looked."""

    @classmethod
    def of(cls, error: Exception) -> Self | None:
        """What to say of an error; None for one that is a defect of ours."""
        from bot.settings import BadSettings
        from domain.refusal import Gone, Refusal
        from storage.alone import AlreadyRunning
        from storage.backup import BadBackup
        from storage.company import HeldOtherwise
        from storage.copying import BadCopy
        from storage.migrate import NewerDatabase
        from storage.unavailable import is_unavailable, wants_somebody

        match error:
            case BadSettings():
                found: tuple[str, dict[str, object]] | None = ("cli-bad-settings", {"faults": str(error)})
            case AlreadyRunning():
                found = ("cli-already-running", {"file": str(error.args[0])})
            case HeldOtherwise():
                found = ("cli-held-otherwise", {"database": str(error.args[0])})
            case NewerDatabase():
                found = ("cli-newer-database", {"revision": str(error.args[0])})
            case Gone():
                found = ("cli-nothing-there", {})
            case Refusal():
                found = (f"refusal-{error.code}", error.values)
            case BadBackup():
                found = (f"cli-backup-{error.args[0]}", {"file": str(error.args[1])})
            case BadCopy():
                found = (f"cli-copy-{error.args[0]}", {"what": str(error.args[1])})
            case _ if is_unavailable(error):
                found = of_database(error)
                return cls(*found, status=2 if wants_somebody(error) else 1)
            case _:
                found = _from_outside(error)
        return cls(*found) if found else None


OF_DATABASE = {
    "disk-full": "cli-disk-full",
    "damaged": "cli-damaged-database",
    "locked": "cli-database-locked",
    "cannot-open": "cli-database-closed",
    "read-only": "cli-database-closed",
    "no-connection": "cli-database-away",
    "sqlstate-28": "cli-database-password",
    "sqlstate-3D": "cli-database-missing",
    "sqlstate-57P": "cli-database-starting",
}
"""Sentences by why a database is out of reach, or by how that begins; an operator is not given a driver's words."""


def of_database(error: Exception) -> tuple[str, dict[str, object]]:
    """What to say of a database that does not open."""
    from storage.unavailable import reason

    why = reason(error)
    own = next((key for words, key in OF_DATABASE.items() if why.startswith(words)), None)
    return (own, {}) if own else ("cli-no-database", {"error": str(getattr(error, "orig", error))})


def _from_outside(error: Exception) -> tuple[str, dict[str, object]] | None:
    """What the machine, the messenger or the sandbox's clock raised."""
    from aiohttp import ClientError

    from bot.os_words import words_of

    if isinstance(error, ClientError):
        return "cli-clock-away", {}
    if isinstance(error, OSError):
        return "cli-os-error", {"error": words_of(error)}
    return ("cli-token-refused", {}) if _is_of_token(error) else None


def _is_of_token(error: Exception) -> bool:
    from aiogram.exceptions import TelegramNotFound, TelegramUnauthorizedError
    from aiogram.utils.token import TokenValidationError

    return isinstance(error, TelegramUnauthorizedError | TelegramNotFound | TokenValidationError)
