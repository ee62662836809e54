"""The options of a question: those that a text looks for, those on the screen, each as something to press."""

import re

from domain.forms import OWN, Kind, Option, Question, is_own
from domain.partner_search import search
from domain.progress import chosen, ticked
from domain.refusal import Refusal
from domain.scan import fold
from handlers.callbacks import FormOption, FormTick
from handlers.forms.desk import Desk
from handlers.forms.grid import Cell, is_numbered

NUMBERS = re.compile(r"\d{1,2}(?:(?:\s*[,;]\s*|\s+(?:и|and)\s+|\s+)\d{1,2})*\.?")
"""«3», «1, 2 и 5»."""


def names_of(desk: Desk, option: Option) -> list[str]:
    """What an option may be called, as texts are compared."""
    return [fold(name).strip(" .,!") for name in (desk.plain(option.words), *option.aliases)]


def matching(desk: Desk, question: Question, text: str) -> list[Option]:
    """The options whose words hold the text."""
    wanted = fold(text).strip()
    return [one for one in question.offered(desk.counted) if any(wanted in name for name in names_of(desk, one))]


def alike(desk: Desk, question: Question, text: str) -> list[Option]:
    """Organisations and libraries that the text means with a slip, as the register finds them; the best first."""
    named = {number: one for number, one in enumerate(question.offered(desk.counted)) if one.aliases}
    if question.other or not named:
        return []
    found = search(text, {number: (desk.plain(one.words), *one.aliases) for number, one in named.items()})
    return [named[hit.id] for hit in found]


def on_screen(desk: Desk, question: Question) -> list[Option]:
    """The options on offer, or only those that were looked for."""
    wanted = looked_for(desk, question)
    if not wanted:
        return list(question.offered(desk.counted))
    return matching(desk, question, wanted) or alike(desk, question, wanted)


def looked_for(desk: Desk, question: Question) -> str:
    selection = chosen(question, desk.progress)
    return str(selection.said.get("find", "")) if selection else ""


def cell(desk: Desk, question: Question, option: Option) -> Cell:
    """An option as something to press; what is chosen or ticked is marked."""
    at = {"draft": desk.draft.id, "question": desk.index(question), "option": question.number(option)}
    if question.kind is not Kind.CHOICES:
        return Cell(desk.plain(option.words), FormOption(**at), str(desk.counted.get(question.id)) == option.id)
    marks = ticked(desk.form, desk.progress, question)
    on = any(is_own(mark) for mark in marks) if option.id == question.other else option.id in marks
    return Cell(desk.plain(option.words), FormTick(**at, on=int(not on)), on, ticks=True)


def by_numbers(desk: Desk, question: Question, text: str) -> list[Option]:
    """The options that stand under these numbers; none where no numbers stand, or words of one's own are waited for.

    `Refusal` for a number under which nothing stands: whoever types it means no words of their own.
    """
    if not NUMBERS.fullmatch(text.strip()) or question.groups or _waits_for_words(desk, question):
        return []
    shown = on_screen(desk, question)
    if not is_numbered([cell(desk, question, option) for option in shown], desk.say, at_a_glance=True):
        return []
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if not all(1 <= number <= len(shown) for number in numbers):
        raise Refusal("form-wanted-choice")
    return [shown[number - 1] for number in numbers]


def _waits_for_words(desk: Desk, question: Question) -> bool:
    selection = chosen(question, desk.progress)
    return selection is not None and (selection.value == OWN or OWN in ticked(desk.form, desk.progress, question))
