"""Words of people's own in answers: of open questions and of «другое». Nobody sees them before a librarian has."""

from collections.abc import Mapping

from domain.forms import OWN, Value, is_own
from domain.questionnaire.model import Item, Questionnaire

OPEN = frozenset({"text", "barcode"})


def opens(questionnaire: Questionnaire) -> list[Item]:
    """The questions that bring words of people's own."""
    return [one for one in questionnaire.walk() if one.kind in OPEN or one.other or "other_most" in one.rt]


def own_text(value: Value) -> str:
    """What was typed: the whole of an open answer, the own value of a choice."""
    chosen = value if isinstance(value, list) else [str(value)]
    return "; ".join(one.removeprefix(OWN) for one in chosen if is_own(one)) or str(value)


def words_in(answers: Mapping[str, Value], item: Item) -> str | None:
    """What the answers say in own words to the question, all repetitions together."""
    name, again = item.name, f"{item.name}#"
    values = [value for key, value in answers.items() if key == name or key.startswith(again)]
    if item.kind not in OPEN:
        values = [value for value in values if own_text(value) != str(value)]
    return "; ".join(own_text(value) for value in values) or None
