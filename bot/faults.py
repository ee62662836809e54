"""Faults that whoever runs the program can put right, by the key of the sentence that says how."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Fault:
    key: str
    values: dict[str, object]

    @classmethod
    def of(cls, error: Exception) -> Self | None:
        """What to say of an error; None for one that is a defect of ours."""
        from aiogram.exceptions import TelegramUnauthorizedError
        from aiogram.utils.token import TokenValidationError
        from sqlalchemy.exc import OperationalError

        from bot.settings import BadSettings
        from storage.backup import BadBackup
        from storage.migrate import NewerDatabase

        match error:
            case BadSettings():
                return cls("cli-bad-settings", {"faults": str(error)})
            case NewerDatabase():
                return cls("cli-newer-database", {"revision": str(error.args[0])})
            case TelegramUnauthorizedError() | TokenValidationError():
                return cls("cli-token-refused", {})
            case BadBackup():
                return cls(f"cli-backup-{error.args[0]}", {"file": str(error.args[1])})
            case OperationalError():
                return cls("cli-no-database", {"error": str(error.orig)})
            case OSError():
                return cls("cli-os-error", {"error": str(error)})
        return None
