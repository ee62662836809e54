"""Where a questionnaire begins: what is proposed before anybody has answered."""

import re
from collections.abc import Iterator, Mapping

from domain.form_checks import fits
from domain.forms import Form, Kind, Value
from domain.progress import Progress, Selection
from domain.questionnaire.model import Questionnaire

EXPRESSION = re.compile(r"\$\{|\b[\w-]+\(")
"""Of a default that is worked out where ODK asks; here only what stands there is proposed."""
WHOLE = re.compile(r"-?\d{1,15}", re.ASCII)
MIDNIGHT = " 00:00:00"
"""How a cell that Excel takes for a date is read."""


def begun(questionnaire: Questionnaire, form: Form, card: Mapping[str, str]) -> Progress:
    """An empty form whose defaults, and what the partner's card says (`rt_from`), wait to be confirmed."""
    return Progress(selections=dict(_proposals(questionnaire, form, card)))


def _proposals(questionnaire: Questionnaire, form: Form, card: Mapping[str, str]) -> Iterator[tuple[str, Selection]]:
    questions = {question.id: question for question in form.questions}
    for item in questionnaire.walk():
        text = card.get(item.rt.get("from", ""), "") or item.default
        question = questions.get(item.name)
        if not text or question is None or not item.is_question or EXPRESSION.search(text):
            continue
        value = _value(question.kind, text)
        if fits(question, value, {}):
            yield item.name, Selection(item.name, value)


def _value(kind: Kind, text: str) -> Value:
    if kind is Kind.CHOICES:
        return text.split()
    if kind is Kind.DATE:
        return text.removesuffix(MIDNIGHT)
    return int(text) if kind is Kind.INTEGER and WHOLE.fullmatch(text) else text
