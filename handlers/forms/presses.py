"""Presses in a form: each is checked against the draft as it is now, saved at once, and edits the message."""

from datetime import date, datetime

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.forms import OWN, Kind
from domain.progress import chosen, tick, turn_to
from domain.refusal import Refusal
from handlers.callbacks import (
    FormAct,
    FormAnswers,
    FormDay,
    FormHour,
    FormLeave,
    FormMonth,
    FormOption,
    FormPage,
    FormPreview,
    FormResume,
    FormSubmit,
    FormTick,
    FormTurn,
)
from handlers.forms.acts import Act
from handlers.forms.answering import act, go, hold, step_for
from handlers.forms.asking import View
from handlers.forms.desk import Desk, Given, Moved, while_at
from handlers.forms.entry import AtDesk, PressedAgain, closed_by
from handlers.forms.values import day_of, moment_value, time_of
from handlers.forms.whole import (
    answers_screen,
    current_screen,
    dropped_screen,
    is_begun,
    is_ready,
    leaving_screen,
    preview_screen,
    waiting_screen,
)
from handlers.say import Say
from handlers.screen import answer, show


async def option(query: CallbackQuery, callback_data: FormOption, *, desk: Desk, state: FSMContext) -> None:
    question = desk.at(callback_data.question)
    found = question.numbered(callback_data.option)
    if found is None:
        raise Refusal("form-option-gone")
    value = int(found.id) if question.kind is Kind.INTEGER else found.id
    own = Given(OWN) if question.other and found.id == question.other else Given(value)
    await go(query, desk, state, await step_for(desk, question, own))


async def tick_option(query: CallbackQuery, callback_data: FormTick, *, desk: Desk, state: FSMContext) -> None:
    question, on = desk.at(callback_data.question), bool(callback_data.on)
    found = question.numbered(callback_data.option)
    if found is None or question.kind is not Kind.CHOICES:
        raise Refusal("form-option-gone")
    value = OWN if found.id == question.other else found.id
    step = while_at(question, lambda form, progress: tick(form, progress, question.id, value, on=on))
    await go(query, desk, state, step)


async def page(query: CallbackQuery, callback_data: FormPage, *, desk: Desk) -> None:
    desk.at(callback_data.question)
    await show(query, await current_screen(desk, View(page=callback_data.page)))


async def month(query: CallbackQuery, callback_data: FormMonth, *, desk: Desk) -> None:
    desk.at(callback_data.question)
    await show(query, await current_screen(desk, View(month=callback_data.month)))


async def day(query: CallbackQuery, callback_data: FormDay, *, desk: Desk, state: FSMContext) -> None:
    question = desk.at(callback_data.question)
    if callback_data.day == 0:
        await answer(query)
        return
    pressed = _day(callback_data.day)
    selection = chosen(question, desk.progress)
    clock = time_of(str(selection.value)) if selection and question.kind is Kind.MOMENT else None
    given = Given(moment_value(pressed, clock), sure=False)
    await go(query, desk, state, await step_for(desk, question, given))


async def hour(query: CallbackQuery, callback_data: FormHour, *, desk: Desk, state: FSMContext) -> None:
    """The day has been read back on the screen of hours, so the moment is sure."""
    question = desk.at(callback_data.question)
    selection = chosen(question, desk.progress)
    pressed = day_of(str(selection.value) if selection else question.day)
    if pressed is None or not 0 <= callback_data.minutes < 24 * 60:
        raise Moved
    hours, minutes = divmod(callback_data.minutes, 60)
    given = Given(f"{pressed.isoformat()}T{hours:02}:{minutes:02}")
    await go(query, desk, state, await step_for(desk, question, given))


async def other_act(query: CallbackQuery, callback_data: FormAct, *, desk: Desk, state: FSMContext) -> None:
    question = desk.at(callback_data.question)
    if callback_data.act not in set(Act):
        raise Moved
    await go(query, desk, state, await act(desk, question, Act(callback_data.act), callback_data.revision))


async def turn(query: CallbackQuery, callback_data: FormTurn, *, desk: Desk, state: FSMContext) -> None:
    """To a question that is to be changed or added."""
    questions = desk.form.questions
    if not 0 <= callback_data.question < len(questions):
        raise Moved
    wanted = questions[callback_data.question].id
    await go(query, desk, state, lambda form, progress: turn_to(form, progress, wanted))


async def answers(query: CallbackQuery, callback_data: FormAnswers, *, desk: Desk) -> None:
    await show(query, answers_screen(desk, callback_data.page))


async def preview(query: CallbackQuery, callback_data: FormPreview, *, desk: Desk) -> None:
    if desk.question is not None:
        raise Moved
    await show(query, await preview_screen(desk, callback_data.page))


async def submit(query: CallbackQuery, callback_data: FormSubmit, *, desk: Desk, state: FSMContext) -> None:
    """Only what was on the screen is sent."""
    if callback_data.revision != desk.draft.revision or not is_ready(desk):
        raise Moved
    await closed_by(callback_data, state)
    await show(query, await desk.kind.submit(desk))


async def leave(query: CallbackQuery, callback_data: FormLeave, *, desk: Desk, state: FSMContext) -> None:
    is_asked = callback_data.how == 0 and (desk.kind.leaving is not None or is_begun(desk))
    if is_asked or (desk.is_shared and callback_data.how != 1):
        await show(query, await desk.kind.leaving(desk) if desk.kind.leaving else leaving_screen(desk))
        return
    if callback_data.how == 1:
        await state.clear()
        await show(query, waiting_screen(desk), desk.say.plain("form-toast-kept"))
        return
    await closed_by(callback_data, state)
    await desk.ctx.store.drafts.drop(desk.draft.id)
    await show(query, dropped_screen(desk, begun=callback_data.how == 2))


async def again(query: CallbackQuery, *, say: Say) -> None:
    """The press that closed the draft, once more: the first one did what was wanted."""
    await answer(query, say.plain("form-toast-done"))


async def resume(query: CallbackQuery, *, desk: Desk, state: FSMContext) -> None:
    await hold(state, desk)
    await show(query, await current_screen(desk))


def _day(number: int) -> date:
    try:
        return datetime.strptime(str(number), "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise Moved from None


def register(router: Router, desk: AtDesk) -> None:
    router.callback_query.register(option, FormOption.filter(), desk)
    router.callback_query.register(tick_option, FormTick.filter(), desk)
    router.callback_query.register(page, FormPage.filter(), desk)
    router.callback_query.register(month, FormMonth.filter(), desk)
    router.callback_query.register(day, FormDay.filter(), desk)
    router.callback_query.register(hour, FormHour.filter(), desk)
    router.callback_query.register(other_act, FormAct.filter(), desk)
    router.callback_query.register(turn, FormTurn.filter(), desk)
    router.callback_query.register(answers, FormAnswers.filter(), desk)
    router.callback_query.register(preview, FormPreview.filter(), desk)
    router.callback_query.register(again, FormSubmit.filter(), PressedAgain())
    router.callback_query.register(again, FormLeave.filter(), PressedAgain())
    router.callback_query.register(submit, FormSubmit.filter(), desk)
    router.callback_query.register(leave, FormLeave.filter(), desk)
    router.callback_query.register(resume, FormResume.filter(), desk)
