"""`roundtable questionnaire check`: what a workbook asks, or all that keeps it from being asked in chat."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.console import sentence
from domain.questionnaire.condition_words import condition_words
from domain.questionnaire.faults import BadQuestionnaire, Fault
from domain.questionnaire.model import Item, Questionnaire, in_language
from domain.questionnaire.outline import outline
from domain.questionnaire.workbook import read_workbook

Line = tuple[str, dict[str, Any]]
MOST_BYTES = 20 * 1024 * 1024


def examine(file: Path, *, media: bool) -> tuple[list[Line], bool]:
    """Lines to print, as keys of sentences with their values, and whether the questionnaire can be asked."""
    if file.stat().st_size > MOST_BYTES:
        return [fault_line(Fault("too-large"))], False
    try:
        questionnaire = read_workbook(file.read_bytes(), media=media)
    except BadQuestionnaire as bad:
        return [fault_line(fault) for fault in bad.faults], False
    return list(_lines(questionnaire)), True


def fault_line(fault: Fault) -> Line:
    return f"questionnaire-fault-{fault.code}", {"row": fault.row, **fault.values}


def _lines(questionnaire: Questionnaire) -> Iterator[Line]:
    asked = outline(questionnaire)
    numbers = {item.name: number for number, (item, _) in enumerate(asked, 1)}
    yield "questionnaire-good", {"title": questionnaire.title, "number": len(asked)}
    for number, (item, conditions) in enumerate(asked, 1):
        yield "questionnaire-line", _words(number, item)
        if conditions:
            yield "questionnaire-when", {"when": condition_words(conditions, questionnaire, numbers, sentence, "ru")}


def _words(number: int, item: Item) -> dict[str, Any]:
    words = " ".join(in_language(item.label, "ru").split()) or item.name
    return {"number": number, "row": item.row, "kind": item.kind, "words": words}
