"""Pictures beside questions: sent in a ZIP with the workbook, or one by one after it, and kept by the messenger."""

from collections.abc import Mapping
from html import escape

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, Message

from domain.questionnaire import pictures
from domain.refusal import Refusal
from handlers.ask import PRIVATE, Ask, ask, asked, conversation
from handlers.downloading import downloaded
from handlers.forms.desk import Context
from handlers.say import Say
from handlers.screen import Screen, send
from handlers.surveys.authoring_entry import ByAuthor
from handlers.surveys.authoring_screens import taken_screen, to_questionnaire
from storage.questionnaires import Kept

FOR = "questionnaire"
"""Where the conversation keeps which questionnaire waits for pictures."""
BAD = ("IMAGE_PROCESS_FAILED", "PHOTO_INVALID_DIMENSIONS", "PHOTO_EXT_INVALID", "PHOTO_SAVE_FILE_INVALID")
"""What the messenger says of a picture that it can't show."""


async def handed_over(message: Message, found: Mapping[str, bytes], say: Say) -> dict[str, str]:
    """Shows each picture to who has sent it: the messenger keeps it from then on. Its ids, by name.

    Those that the messenger can't show are named.
    """
    shown = {name: await _shown(message, name, data) for name, data in found.items()}
    if bad := [name for name, file_id in shown.items() if file_id is None]:
        await send(message, Screen(say("author-pictures-bad", names=", ".join(bad))))
    return {name: file_id for name, file_id in shown.items() if file_id is not None}


async def _shown(message: Message, name: str, data: bytes) -> str | None:
    try:
        shown = await message.answer_photo(BufferedInputFile(data, name), caption=escape(name))
    except TelegramBadRequest as error:
        if not any(words in error.message for words in BAD):
            raise
        return None
    return shown.photo[-1].file_id if shown.photo else None


async def awaiting(ctx: Context, state: FSMContext, kept: Kept) -> Screen:
    """The questionnaire as it was taken; while pictures of it are missing, they are what comes next."""
    if pictures.missing(kept.questionnaire, kept.pictures):
        await ask(state, Ask.workbook, to_questionnaire(kept, ctx.say), **{FOR: kept.id})
    return taken_screen(kept, ctx.say)


async def photo(message: Message, *, ctx: Context, state: FSMContext) -> None:
    """A photo: which one it is, its caption says, unless only one is missing."""
    kept, name = await _wanted(ctx, state, message.caption or "")
    if message.photo:
        await _keep(message, ctx, state, kept, {name: message.photo[-1].file_id})


async def picture(message: Message, *, ctx: Context, state: FSMContext, bot: Bot) -> None:
    """A picture sent as a file, by its name."""
    document = message.document
    if document is None:
        return
    kept, name = await _wanted(ctx, state, document.file_name or "")
    body = await downloaded(bot, document, pictures.MOST_BYTES, Refusal("survey-picture-wrong"))
    if not pictures.is_picture(body):
        raise Refusal("survey-picture-wrong")
    await _keep(message, ctx, state, kept, await handed_over(message, {name: body}, ctx.say))


async def _wanted(ctx: Context, state: FSMContext, name: str) -> tuple[Kept, str]:
    """The questionnaire that waits, and which of its pictures this is."""
    questionnaire_id = (await asked(state)).get(FOR)
    if questionnaire_id is None:
        raise Refusal("survey-picture-whose")
    kept = await ctx.store.questionnaires.get(questionnaire_id)
    missing = pictures.missing(kept.questionnaire, kept.pictures)
    found = name.strip() if name.strip() in missing else missing[0] if len(missing) == 1 else None
    if found is None:
        raise Refusal("survey-picture-which" if missing else "survey-picture-whose", names=", ".join(missing))
    return kept, found


async def _keep(message: Message, ctx: Context, state: FSMContext, kept: Kept, found: Mapping[str, str]) -> None:
    after = await ctx.store.questionnaires.picture(kept.id, found)
    await send(message, await awaiting(ctx, state, after))


def router() -> Router:
    router = conversation("questionnaire-pictures")
    waiting = (PRIVATE, StateFilter(Ask.workbook))
    is_picture = F.document.file_name.casefold().endswith(pictures.SUFFIXES)
    router.message.register(photo, *waiting, F.photo, ByAuthor())
    router.message.register(picture, *waiting, is_picture, ByAuthor())
    return router
