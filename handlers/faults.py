"""What went wrong for good, and what is taken up again by itself."""

from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramNetworkError

from storage.unavailable import is_unavailable

LOST = (TelegramNetworkError, ClientDecodeError)
"""The same as `bot.outcome.LOST`: an answer that did not come, or not whole."""
UNSAID = AiogramError
"""Why a word of comfort may not arrive; what it was for is what counts."""


def is_for_good(error: Exception) -> bool:
    """Whether the person has to try again themselves.

    Where the database is out of reach, or an answer was lost, the same update is taken up again.
    """
    return not (isinstance(error, LOST) or is_unavailable(error))
