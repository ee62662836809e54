"""Files of surveys that are read or drawn outside the chat, in a process of their own: `bot` says how."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.questionnaire.model import Questionnaire
from domain.questionnaire.paper import Paper

MOST_BYTES = 20 * 1024 * 1024
"""What a messenger hands out to a bot."""


@dataclass(frozen=True, slots=True)
class SurveyFiles:
    """`read`: the questionnaire of a workbook, or `BadQuestionnaire`; `shipped`: the one that comes with the bot.

    `write`: a questionnaire as the workbook that would be read as the same;
    `print`: the form on paper, as DOCX.
    """

    read: Callable[[bytes], Awaitable[Questionnaire]]
    shipped: Callable[[], Awaitable[Questionnaire]]
    write: Callable[[Questionnaire], Awaitable[bytes]]
    print: Callable[[Paper], Awaitable[bytes]]
