"""Where a questionnaire begins: what is proposed before anybody has answered."""

from collections.abc import Iterator, Mapping

from domain.form_checks import fits
from domain.forms import Form, Kind, Value
from domain.progress import Progress, Selection
from domain.questionnaire.model import Questionnaire


def begun(questionnaire: Questionnaire, form: Form, card: Mapping[str, str]) -> Progress:
    """An empty form whose defaults, and what the partner's card says (`rt_from`), wait to be confirmed."""
    return Progress(selections=dict(_proposals(questionnaire, form, card)))


def _proposals(questionnaire: Questionnaire, form: Form, card: Mapping[str, str]) -> Iterator[tuple[str, Selection]]:
    questions = {question.id: question for question in form.questions}
    for item in questionnaire.walk():
        text = card.get(item.rt.get("from", ""), "") or item.default
        question = questions.get(item.name)
        if not text or question is None or not item.is_question:
            continue
        value = _value(question.kind, text)
        if fits(question, value, {}):
            yield item.name, Selection(item.name, value)


def _value(kind: Kind, text: str) -> Value:
    if kind is Kind.CHOICES:
        return text.split()
    return int(text) if kind is Kind.INTEGER and text.lstrip("-").isdecimal() else text
