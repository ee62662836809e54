"""Typed answers in a form, each answered by a new message below."""

from mimetypes import guess_type

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Document, Message

from domain.form_walk import walk
from domain.forms import Kind, Question
from domain.progress import turn_to
from domain.refusal import Refusal
from handlers.ask import PRIVATE, TYPED
from handlers.callbacks import FormAct
from handlers.forms.acts import Act
from handlers.forms.answering import FORM, act, asked_of, go, step_for
from handlers.forms.controls import act_words
from handlers.forms.desk import Desk, Given
from handlers.forms.entry import Writing
from handlers.forms.typed import WANTED, understood
from handlers.forms.whole import current_screen, waiting_screen
from handlers.say import Say
from handlers.screen import Screen, send

PDF = "application/pdf"
MB = 1024 * 1024
LARGE = 10 * MB
"""What Telegram takes as a picture is smaller; its own program makes a picture smaller when it is sent as one."""
SPOKEN = {"form-typed-yes": Act.YES, "form-typed-no": Act.AGAIN}
"""Words that people type where two buttons stand, with commas between."""


async def typed(message: Message, *, desk: Desk, state: FSMContext) -> None:
    """The text answers the question on the desk; it may also be what stands on one of its buttons."""
    question, text = await asked_of(desk, state), message.text or ""
    wanted = _pressed(await current_screen(desk), text, desk.say) if _may_press(desk, question, text) else None
    if wanted is not None:
        await go(message, desk, state, await act(desk, question, wanted, desk.draft.revision))
        return
    given = await desk.kind.read(desk, question, text) if desk.kind.read else None
    await go(message, desk, state, await step_for(desk, question, given or understood(desk, question, text)))


async def photo(message: Message, *, desk: Desk, state: FSMContext) -> None:
    """A picture where one is asked for; at the end of a form that may have one, it is that one."""
    wanted = _wanted_picture(desk)
    if wanted is not None and message.photo:
        step = await step_for(desk, wanted, Given(message.photo[-1].file_id))
        await go(message, desk, state, lambda form, progress: step(form, turn_to(form, progress, wanted.id)))
        return
    question = await asked_of(desk, state)
    if question.kind is not Kind.PHOTO or not message.photo:
        raise unfit(message, question)
    await go(message, desk, state, await step_for(desk, question, Given(message.photo[-1].file_id)))


def _wanted_picture(desk: Desk) -> Question | None:
    """What a picture can only be meant for once nothing else is asked."""
    if desk.question is not None:
        return None
    shown = walk(desk.form, desk.progress.answers).shown
    return next((one for one in shown if one.kind is Kind.PHOTO and one.aside), None)


async def file(message: Message, *, desk: Desk, state: FSMContext) -> None:
    """A file where one is asked for."""
    question = await asked_of(desk, state)
    if question.kind is Kind.PHOTO and message.document is not None:
        raise _no_picture(message.document)
    if question.kind is not Kind.FILE or message.document is None:
        raise unfit(message, question)
    await go(message, desk, state, await step_for(desk, question, Given(message.document.file_id)))


def _no_picture(document: Document) -> Refusal:
    """Why a file is no picture, and how to send one: a messenger shows as a picture only what was sent as one."""
    kind = document.mime_type or guess_type(document.file_name or "")[0] or ""
    if kind == PDF:
        return Refusal("form-photo-pdf")
    if not kind.startswith("image/"):
        return Refusal(WANTED[Kind.PHOTO])
    size = document.file_size or 0
    return Refusal("form-photo-large", megabytes=round(size / MB)) if size > LARGE else Refusal("form-photo-as-file")


async def place(message: Message, *, desk: Desk, state: FSMContext) -> None:
    """A place where one is asked for: to the hundred-thousandth of a degree, which is a metre."""
    question, here = await asked_of(desk, state), message.location
    if question.kind is not Kind.PLACE or here is None:
        raise unfit(message, question)
    value = f"{here.latitude:.5f} {here.longitude:.5f}"
    await go(message, desk, state, await step_for(desk, question, Given(value)))


async def something_else(message: Message, *, desk: Desk) -> None:
    """A sticker, a voice, a contact."""
    question = desk.question
    raise unfit(message, question) if question else Refusal("form-all-answered")


def unfit(message: Message, question: Question) -> Refusal:
    """What was sent is no answer to the question, and what is."""
    own = "yes" if question.other else "no"
    return Refusal(WANTED[question.kind], sent=ContentType(message.content_type).value, own=own)


async def cancel(message: Message, *, desk: Desk, state: FSMContext) -> None:
    """`/cancel` leaves the form; the draft stays."""
    await state.clear()
    await send(message, waiting_screen(desk))


def _may_press(desk: Desk, question: Question, text: str) -> bool:
    """Whether a button can have been meant at all: most texts are no button's, and drawing the screen takes a while."""
    labels = {desk.plain(act_words(desk, question, act)).casefold() for act in Act}
    spoken = {word for key in SPOKEN for word in desk.say.plain(key).split(", ")}
    return _folded(text) in labels | spoken


def _folded(text: str) -> str:
    return text.strip(" .!").casefold()


def _pressed(screen: Screen, text: str, say: Say) -> Act | None:
    """The act whose button says what was typed; where a yes is waited for, «да» and «нет» say it too."""
    offered = {button.text.casefold(): button.data for row in screen.rows for button in row}
    acts = {label: Act(data.act) for label, data in offered.items() if isinstance(data, FormAct)}
    if Act.YES in acts.values():
        acts |= {word: act for key, act in SPOKEN.items() for word in say.plain(key).split(", ")}
    return acts.get(_folded(text))


def register(router: Router, writing: Writing) -> None:
    here = (PRIVATE, StateFilter(FORM))
    router.message.register(cancel, *here, Command("cancel"), writing)
    router.message.register(typed, *here, TYPED, writing)
    router.message.register(photo, *here, F.photo, writing)
    router.message.register(file, *here, F.document, writing)
    router.message.register(place, *here, F.location, writing)
    router.message.register(something_else, *here, ~F.text, writing)
