"""Answers on their way into a form: taken at once, or laid before the person first."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from domain.forms import Answers, Form, Kind, Question
from domain.progress import Progress, Selection, chosen, confirm, is_complete, pending, put, select, tick, ticked
from domain.refusal import Refusal
from handlers.forms.acts import SETTLING, Act, step_of
from handlers.forms.asking import objections
from handlers.forms.controls import ASKED, is_proposal
from handlers.forms.desk import Desk, Given, Moved, Step, while_at
from handlers.forms.whole import current_screen
from handlers.screen import show

FORM = "form"
"""The conversation's state while a form takes what is typed; its data name the draft (none: the newest)."""


async def hold(state: FSMContext, desk: Desk, progress: Progress | None = None) -> None:
    """From now on typed texts go to this draft. To be called before the change, so that both are one commit.

    Of a draft that others go on with too it is kept which question this person sees (after the change `progress`):
    what they type answers that one and no other.
    """
    data: dict[str, int | str] = {"draft": desk.draft.id}
    if desk.is_shared:
        seen = pending(desk.form, progress or desk.progress)
        data["at"] = seen.id if seen else ""
    if await state.get_state() != FORM or await state.get_data() != data:
        await state.set_state(FORM)
        await state.set_data(data)


async def asked_of(desk: Desk, state: FSMContext) -> Question:
    """The question that a typed answer is meant for; `Moved` if somebody else has answered it meanwhile."""
    question, seen = desk.question, (await state.get_data()).get("at")
    if desk.is_shared and seen is not None and seen != (question.id if question else ""):
        raise Moved
    if question is None:
        raise Refusal("form-all-answered")
    return question


async def go(event: Message | CallbackQuery, desk: Desk, state: FSMContext, step: Step) -> None:
    """Takes a step, saves it, and shows where the form stands then."""
    expected = desk.after(step)
    await hold(state, desk, expected)
    await show(event, await current_screen(await desk.take(step, expected)))


async def step_for(desk: Desk, question: Question, given: Given) -> Step:
    """Takes the answer if it is sure and nothing speaks against it; else lays it before the person."""
    selection = Selection(question.id, given.value, {**_more(desk, question), **given.more}, given.said)
    if question.kind is Kind.CHOICES and isinstance(given.value, list) and given.sure:
        return while_at(question, _ticks(question, given.value))
    if not is_proposal(question, selection):
        return while_at(question, lambda form, progress: select(form, progress, selection))
    put(desk.form, desk.progress, question.id, given.value)  # refuses what is no answer, before anything is asked
    taken = _taken(selection, given.then)
    is_sure = given.sure or _is_read_back(desk, selection, taken)
    if not is_sure or await objections(desk, selection):
        return while_at(question, lambda form, progress: select(form, progress, selection))
    return while_at(question, taken)


async def unasked(desk: Desk) -> Desk:
    """A draft that begins with all answers needs no question for its date: the preview reads that back."""
    question = desk.question
    selection = chosen(question, desk.progress) if question else None
    if question is None or selection is None or not is_proposal(question, selection):
        return desk
    taken = _taken(selection, None)
    if not _is_read_back(desk, selection, taken) or await objections(desk, selection):
        return desk
    return await desk.take(taken, desk.after(taken))


def _is_read_back(desk: Desk, selection: Selection, taken: Step) -> bool:
    """Whether a date is seen with its weekday before it counts, without a question of its own: in the preview."""
    question = desk.form.question(selection.question)
    is_seen = question.kind in (Kind.DATE, Kind.MOMENT) and question.id not in desk.kind.in_short
    return is_seen and not selection.said and is_complete(desk.form, desk.after(taken))


def _more(desk: Desk, question: Question) -> Answers:
    """What was said besides while the answer was not yet whole: the end of a span whose hour is chosen now."""
    before = chosen(question, desk.progress)
    return before.more if before is not None and not is_proposal(question, before) else {}


def _taken(selection: Selection, then: Selection | None) -> Step:
    def step(form: Form, progress: Progress) -> Progress:
        done = confirm(form, select(form, progress, selection), selection.question)
        return select(form, done, then) if then else done

    return step


async def act(desk: Desk, question: Question, wanted: Act, revision: int) -> Step:
    """The act as a step; «Готово» and «Верно» only for what was on the screen.

    «Готово» is pressed before one's own tick is drawn, too.
    """
    is_seen = revision == desk.draft.revision or (wanted is Act.DONE and desk.is_alone_since(revision))
    if wanted in SETTLING and not is_seen:
        raise Moved
    if wanted is Act.DONE and not _was_asked(desk, question):
        marks = Selection(question.id, ticked(desk.form, desk.progress, question), said={ASKED: 1})
        if await objections(desk, marks):
            return while_at(question, lambda form, progress: select(form, progress, marks))
    return while_at(question, step_of(wanted, question))


def _was_asked(desk: Desk, question: Question) -> bool:
    selection = chosen(question, desk.progress)
    return selection is not None and ASKED in selection.said


def _ticks(question: Question, options: list[str]) -> Step:
    def step(form: Form, progress: Progress) -> Progress:
        for option in options:
            progress = tick(form, progress, question.id, option, on=True)
        return progress

    return step
