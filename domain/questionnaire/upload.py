"""What is sent in as a questionnaire."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.questionnaire.model import Questionnaire

MOST_BYTES = 20 * 1024 * 1024
"""What a messenger hands out to a bot."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A questionnaire, and the pictures that came with it by the names of their files."""

    questionnaire: Questionnaire
    pictures: Mapping[str, bytes]
