"""The buttons under every question."""

from domain.forms import OWN, Key, Kind, Question, Words
from domain.progress import Selection, chosen, is_complete
from handlers.callbacks import FormAct
from handlers.forms.acts import LABELS, Act
from handlers.forms.desk import Desk
from handlers.forms.values import is_whole
from handlers.screen import Button, Row

ASKED = "asked"
"""Said of ticks that were laid before the person with what speaks against them."""


def act_row(desk: Desk, question: Question, *acts: Act) -> Row:
    """Buttons for what can be done at the question."""
    at = {"draft": desk.draft.id, "question": desk.index(question), "revision": desk.draft.revision}
    return tuple(Button(desk.plain(act_words(desk, question, act)), FormAct(**at, act=int(act))) for act in acts)


def act_words(desk: Desk, question: Question, act: Act) -> Words:
    """What stands on the button."""
    if act is Act.SKIP:
        return _skip_words(desk, question)
    if act is Act.KEEP and is_complete(desk.form, desk.progress):
        return Key("form-button-to-preview")
    selection = chosen(question, desk.progress)
    if act is Act.AGAIN and not (selection and is_proposal(question, selection)):
        return Key("form-button-other-day" if question.kind is Kind.MOMENT else "form-button-groups")
    return LABELS[act]


def is_proposal(question: Question, selection: Selection) -> bool:
    """Whether the selection is a whole answer that waits for a yes."""
    value = selection.value
    if question.kind is Kind.CHOICES:
        return ASKED in selection.said
    if value in ("", OWN):
        return False
    return question.kind is not Kind.MOMENT or is_whole(str(value))


def _skip_words(desk: Desk, question: Question) -> Words:
    if question.skip:
        return question.skip
    if question.kind is Kind.NOTE:
        return Key("form-button-read")
    return Key("form-button-clear" if question.id in desk.counted else "form-button-skip")
