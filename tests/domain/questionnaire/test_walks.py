"""Every workbook of the collection that can be asked is walked to its end by somebody who answers at random."""

import random
from datetime import datetime
from pathlib import Path

import pytest

from domain.forms import Form, Kind, Option, Question, Value
from domain.progress import Progress, counted, pending, put, skip
from domain.questionnaire.faults import BadQuestionnaire
from domain.questionnaire.form import Telling, form_of
from domain.questionnaire.workbook import read_workbook
from domain.refusal import Refusal

ROOT = Path(__file__).parents[3]
WORKBOOKS = sorted((ROOT.parent / "shared" / "data" / "xlsforms").glob("*.xlsx"))
OURS = ROOT / "bot" / "data" / "our_partners.xlsx"
NOW = datetime.fromisoformat("2018-03-26T10:00")
BRANCHES = (Option("b1", "Герцена", 1), Option("b2", "Полевого", 2))
TRIES = 400


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("file", [OURS, *WORKBOOKS], ids=lambda one: one.stem)
def test_a_random_answerer_comes_to_the_end(file: Path, seed: int) -> None:
    try:
        questionnaire = read_workbook(file.read_bytes(), media=True)
    except BadQuestionnaire as bad:
        pytest.skip(f"cannot be asked: {[fault.code for fault in bad.faults][:3]}")
    form, chance = form_of(questionnaire, Telling(NOW, "ru", {"branches": BRANCHES}, repeats=3)), random.Random(seed)
    progress = Progress()
    for _ in range(2 * len(form.questions) + 1):
        question = pending(form, progress)
        if question is None:
            break
        progress = answered(form, progress, question, chance)
    assert pending(form, progress) is None
    assert set(counted(form, progress)) >= {key for key in progress.answers if key in counted(form, progress)}


@pytest.mark.skipif(not WORKBOOKS, reason="the collection of workbooks is not beside the repository")
def test_the_collection_has_workbooks_that_can_be_asked() -> None:
    assert len(WORKBOOKS) > 5


def answered(form: Form, progress: Progress, question: Question, chance: random.Random) -> Progress:
    for _ in range(TRIES):
        try:
            if question.kind is Kind.NOTE or chance.random() < 0.2:
                return skip(form, progress, question.id)
            return put(form, progress, question.id, guess(question, counted(form, progress), chance))
        except Refusal:
            continue
    raise AssertionError(f"a dead end at {question.id}")


def guess(question: Question, before: dict[str, Value], chance: random.Random) -> Value:  # noqa: PLR0911 - a kind each
    offered = [one.id for one in question.offered(before)]
    number = chance.choice([chance.randint(0, 12), chance.randint(0, 200), chance.randint(1900, 2030)])
    match question.kind:
        case Kind.CHOICE:
            return own(question, chance.choice(offered))
        case Kind.CHOICES:
            return [own(question, one) for one in chance.sample(offered, chance.randint(1, min(3, len(offered))))]
        case Kind.INTEGER:
            return number
        case Kind.DECIMAL:
            return str(number)
        case Kind.DATE:
            return f"{chance.randint(1990, 2030)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"
        case Kind.MOMENT:
            return f"2018-0{chance.randint(1, 9)}-15T14:00"
        case Kind.TIME:
            return f"1{chance.randint(0, 9)}:30"
        case Kind.PLACE:
            return "56.8587 35.9176"
    return chance.choice(["слово", str(number), "word", "a@b.ru", "+74822000000"])


def own(question: Question, option: str) -> str:
    return "own:своё" if question.other and option == question.other else option
