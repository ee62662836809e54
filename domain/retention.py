"""How long things are kept. What is past its term is destroyed at night; people are told before."""

from dataclasses import dataclass
from datetime import datetime, timedelta

MONTH = timedelta(days=365.25 / 12)


@dataclass(frozen=True, slots=True)
class Retention:
    """Terms: of silence in months (0: people stay however silent), of the rest in days, months or years."""

    silence_months: int = 12
    warn_days: int = 30
    consent_log_years: int = 3
    trail_years: int = 3
    answers_months: int = 36
    invitations_days: int = 90
    requests_days: int = 365
    drafts_days: int = 60
    messages_days: int = 90

    def silent_since(self, now: datetime) -> datetime | None:
        """Who was last seen before this moment is warned; None: nobody is."""
        if not self.silence_months:
            return None
        return now - self.silence_months * MONTH + timedelta(days=self.warn_days)

    def warned_until(self, now: datetime) -> datetime:
        """Who was warned before this moment and has not come back is forgotten."""
        return now - timedelta(days=self.warn_days)

    def forgotten_on(self, warned_at: datetime) -> datetime:
        """When somebody will be forgotten who is warned now."""
        return warned_at + timedelta(days=self.warn_days)
