"""What can be done at a question besides answering it."""

from enum import IntEnum

from domain.forms import Form, Key, Kind, Question, Words
from domain.progress import Progress, Selection, back, confirm, deselect, keep, select, skip, ticked
from handlers.forms.desk import Step


class Act(IntEnum):
    """The numbers travel in buttons: a new one goes last."""

    BACK = 0
    SKIP = 1
    DONE = 2
    YES = 3
    AGAIN = 4
    KEEP = 5


LABELS: dict[Act, Words] = {
    Act.BACK: Key("form-button-back"),
    Act.SKIP: Key("form-button-skip"),
    Act.DONE: Key("form-button-done"),
    Act.YES: Key("form-button-yes"),
    Act.AGAIN: Key("form-button-again"),
    Act.KEEP: Key("form-button-keep"),
}
SETTLING = (Act.DONE, Act.YES)
"""Acts that count only for what was on the screen."""


def step_of(act: Act, question: Question) -> Step:
    """The act as a step of the form."""

    def step(form: Form, progress: Progress) -> Progress:
        match act:
            case Act.BACK:
                return back(form, progress)
            case Act.SKIP:
                return skip(form, progress, question.id)
            case Act.DONE | Act.YES:
                return confirm(form, progress, question.id)
            case Act.AGAIN:
                return _again(form, progress, question)
            case Act.KEEP:
                return keep(progress, question.id)

    return step


def _again(form: Form, progress: Progress, question: Question) -> Progress:
    """The question anew; of a moment also its day, even where one is taken for granted. Ticks stay."""
    if question.kind is Kind.CHOICES:
        return select(form, progress, Selection(question.id, ticked(form, progress, question)))
    if question.kind in (Kind.DATE, Kind.MOMENT):
        return select(form, progress, Selection(question.id, ""))
    return deselect(progress, question.id)
