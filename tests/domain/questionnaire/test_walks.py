"""Every workbook of the collection that can be asked is walked to its end by somebody who answers at random."""

import random
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from domain.form_walk import walk
from domain.forms import Form, Kind, Option, Question, Value
from domain.progress import Progress, back, counted, pending, put, skip, turn_to
from domain.questionnaire.faults import BadQuestionnaire
from domain.questionnaire.form import Telling, form_of
from domain.questionnaire.model import Questionnaire
from domain.questionnaire.workbook import read_workbook
from domain.refusal import Refusal
from tests.domain.questionnaire.sheets import workbook
from tests.domain.questionnaire.test_our_partners import straight
from tests.domain.questionnaire.xform import XForm

ROOT = Path(__file__).parents[3]
WORKBOOKS = sorted((ROOT.parent / "shared" / "data" / "xlsforms").glob("*.xlsx"))
OURS = ROOT / "bot" / "data" / "our_partners.xlsx"
NOW = datetime.fromisoformat("2018-03-26T10:00")
BRANCHES = (Option("b1", "Герцена", 1), Option("b2", "Полевого", 2))
TELLING = Telling(NOW, "ru", {"branches": BRANCHES}, repeats=3)
TRIES = 400


SEEDS = range(1, 6)


@pytest.mark.parametrize("file", [OURS, *WORKBOOKS], ids=lambda one: one.stem)
def test_a_random_answerer_comes_to_the_end_and_the_xform_has_nothing_against_the_answers(file: Path) -> None:
    """Some five walks a workbook; the judge is the XForm as pyxform writes it, by its own paths."""
    try:
        questionnaire = read_workbook(file.read_bytes(), media=True)
    except BadQuestionnaire as bad:
        pytest.skip(f"cannot be asked: {[fault.code for fault in bad.faults][:3]}")
    for seed in SEEDS:
        assert judged(file.read_bytes(), questionnaire, seed) == []


FAMILY = (
    ["type", "name", "label", "relevant", "constraint", "calculation", "required", "repeat_count", "choice_filter"],
    ["start", "start"],
    ["select_one yn or_other", "a", "Есть дети?", "", "", "", "yes"],
    ["integer", "n", "Сколько?", "${a} = 'y'", ". > 0 and . < 4", "", "yes"],
    ["calculate", "twice", "", "", "", "${n} * 2"],
    ["begin_repeat", "kid", "Ребёнок", "${a} = 'y'", "", "", "", "${n}"],
    ["text", "name", "Имя", "", "regex(., '[^0-9]+')", "", "${n} > 1"],
    ["date", "born", "Когда родился?", "", ". <= today()"],
    ["calculate", "days", "", "", "", "int(today() - ${born})"],
    ["note", "old", "Уже большой", "${born} != '' and ${days} > 5000"],
    ["begin_repeat", "toy", "Игрушка", "${days} < 4000"],
    ["text", "what", "Какая?", "${name} != 'слово'"],
    ["end_repeat"],
    ["end_repeat"],
    ["begin_group", "where", "Где", "not(selected(${a}, 'n')) and (${twice} >= 4 or ${a} = 'other')"],
    ["select_one region", "region", "Область"],
    ["select_multiple town", "town", "Город", "", "count-selected(.) < 3", "", "", "", "of = ${region} or of = ''"],
    ["end_group"],
    ["calculate", "both", "", "", "", "if(count-selected(${town}) = 2, concat(${region}, '-', ${a}), 'one')"],
    ["decimal", "sum", "Сумма", "${both} != 'one' or ${n} = 3", ". > ${twice} - 100"],
)
PLACES = (
    ["list_name", "name", "label", "of"],
    *(["yn", one, one] for one in "yn"),
    *(["region", one, one] for one in ("tver", "moscow", "empty")),
    *(["town", one, one, of] for one, of in (("rzhev", "tver"), ("kimry", "tver"), ("klin", "moscow"))),
)


@pytest.mark.parametrize("seed", range(30))
def test_repeats_calculations_and_filters_go_as_in_the_xform(seed: int) -> None:
    data = workbook(FAMILY, PLACES)
    assert judged(data, read_workbook(data, media=False), seed) == []


@pytest.mark.parametrize("seed", range(30))
def test_whatever_the_order_of_answers_backs_and_changes_the_final_answers_decide(seed: int) -> None:
    """What counts at the end is what a straight walk with them would give, and the XForm finds it in order."""
    data, chance = workbook(FAMILY, PLACES), random.Random(seed)
    questionnaire = read_workbook(data, media=False)
    form, progress = form_of(questionnaire, TELLING), Progress()
    for _ in range(60):
        with suppress(Refusal):
            progress = wandered(form, progress, chance)
    counts = counted(form, progress)
    assert straight(form_of(questionnaire, TELLING), progress.answers) == counts
    shown = {one.id for one in walk(form, progress.answers).shown if ":" not in one.id}
    found = XForm(data, NOW).complaints(counts, shown, {})
    assert [one for one in found if "required" not in one] == []


def wandered(form: Form, progress: Progress, chance: random.Random) -> Progress:
    """One step: on with what is asked, back, to any question that is shown, or one of them passed over."""
    shown = walk(form, progress.answers).shown
    question = pending(form, progress) or chance.choice(shown)
    match chance.choice(["on", "on", "on", "on", "back", "turn", "skip", "change"]):
        case "back":
            return back(form, progress)
        case "turn":
            return turn_to(form, progress, chance.choice(shown).id)
        case "skip":
            return skip(form, progress, chance.choice(shown).id)
        case "change":
            question = chance.choice(shown)
    return put(form, progress, question.id, guess(question, counted(form, progress), chance))


def test_the_judge_sees_what_is_wrong() -> None:
    xform = XForm(workbook(FAMILY, PLACES), NOW)
    wrong = {"a": "n", "n": 7, "twice": "3", "town": ["klin"]}
    found = xform.complaints(wrong, {"a", "n", "region"}, {})
    assert {one.partition(":")[0] for one in found} == {"n", "twice", "town", "region", "both"}


def judged(data: bytes, questionnaire: Questionnaire, seed: int) -> list[str]:
    """What the XForm has against a random walk to the end."""
    form = form_of(questionnaire, TELLING)
    chance, progress = random.Random(seed), Progress()
    for _ in range(2 * len(form.questions) + 1):
        question = pending(form, progress)
        if question is None:
            break
        progress = answered(form, progress, question, chance)
    assert pending(form, progress) is None
    shown = {one.id for one in walk(form, progress.answers).shown if ":" not in one.id}
    lists = {one.name: {branch.id for branch in BRANCHES} for one in questionnaire.walk() if one.rt.get("list")}
    return XForm(data, NOW).complaints(counted(form, progress), shown, lists)


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
