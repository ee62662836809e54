"""Files of surveys that are read or drawn outside the chat, in a process of their own: `bot` says how."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.questionnaire.model import Questionnaire
from domain.questionnaire.paper import Paper
from domain.questionnaire.upload import Upload


@dataclass(frozen=True, slots=True)
class SurveyFiles:
    """`read`: what a workbook (or a ZIP with one and pictures) holds, or `BadQuestionnaire`; `shipped`: the
    questionnaire that comes with the bot; `write`: a questionnaire as the workbook that would be read as the same;
    `print`: the form on paper, as DOCX.
    """

    read: Callable[[bytes], Awaitable[Upload]]
    shipped: Callable[[], Awaitable[Questionnaire]]
    write: Callable[[Questionnaire], Awaitable[bytes]]
    print: Callable[[Paper], Awaitable[bytes]]
