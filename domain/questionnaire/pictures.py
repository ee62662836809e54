"""Pictures beside questions: which ones a questionnaire names, and what may come as one."""

from collections.abc import Collection

from domain.questionnaire.model import Questionnaire

MOST = 20
MOST_BYTES = 5 * 1024 * 1024
SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")
STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")
MOST_WORDS = 700
"""Letters of a question with a picture and its options: the messenger's captions are short."""


def named(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The files of pictures beside questions, in the order of asking."""
    return tuple(dict.fromkeys(item.image for item in questionnaire.walk() if item.is_question and item.image))


def missing(questionnaire: Questionnaire, there: Collection[str]) -> tuple[str, ...]:
    """Those that have not come yet."""
    return tuple(name for name in named(questionnaire) if name not in there)


def is_picture(data: bytes) -> bool:
    """Told by the first bytes, and not too large."""
    return len(data) <= MOST_BYTES and data.startswith(STARTS) and (data[:4] != b"RIFF" or data[8:12] == b"WEBP")
