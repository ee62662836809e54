"""A spreadsheet of partners sent to the bot: what it would do, pairs that look alike, then all of it at one press."""

from collections.abc import Callable
from dataclasses import replace

from aiogram import Bot, F, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Document, Message

from domain.at_work import Told
from domain.partner_preview import ImportPreview
from domain.people import Person
from domain.refusal import Refusal
from domain.rights import Act, may
from handlers.ask import PRIVATE, Ask, ask, conversation
from handlers.callbacks import ImportApply, ImportDrop, ImportPair, ImportPairs, ImportShow
from handlers.downloading import downloaded
from handlers.elsewhere import page_screen
from handlers.forms.desk import Context
from handlers.partners.at_work import after_waiting
from handlers.partners.entry import SeesPartners
from handlers.partners.sheet_screens import (
    back,
    done_screen,
    pair_screen,
    preview_screen,
    sheets_screen,
)
from handlers.partners.sheets import Sheets
from handlers.say import Say, join
from handlers.screen import Screen, show
from storage.page_links import Page

MOST_BYTES = 20 * 1024 * 1024
"""What the messenger lets a bot fetch."""


class MayImport(Filter):
    """Whose files are taken for spreadsheets of the register."""

    async def __call__(self, _message: Message, *, person: Person | None) -> bool:
        return may(person, Act.IMPORT_PARTNERS)


async def received(message: Message, *, bot: Bot, sheets: Sheets, ctx: Context) -> None:
    """Looks at the file; one that names people is not for chat unless the library says so."""

    async def look(told: Told) -> Screen:
        file, name = await _fetched(bot, message.document)
        people = ctx.library.personal_data_in_chat
        preview = await sheets.preview_import(file, ctx.person.id, ctx.now, people=people, name=name, told=told)
        return preview_screen(preview, ctx.say) if people or not preview.has_people else await _elsewhere(ctx)

    await after_waiting(message, look, 0, ctx)


async def show_preview(query: CallbackQuery, callback_data: ImportShow, *, sheets: Sheets, ctx: Context) -> None:
    await _look(query, callback_data.import_id, sheets, ctx, preview_screen)


async def show_pairs(query: CallbackQuery, callback_data: ImportPairs, *, sheets: Sheets, ctx: Context) -> None:
    await _look(query, callback_data.import_id, sheets, ctx, pair_screen)


async def decide(query: CallbackQuery, callback_data: ImportPair, *, sheets: Sheets, ctx: Context) -> None:
    """Whether a pair is one organisation; then the next pair."""
    press, member_id = callback_data, ctx.person.id
    await sheets.check_import(press.import_id, member_id, ctx.now)
    pair, is_same = (press.row, press.other), press.is_same == 1

    async def work(told: Told) -> Screen:
        preview = await sheets.decide(press.import_id, pair, member_id, ctx.now, is_same=is_same, told=told)
        return pair_screen(preview, ctx.say)

    await after_waiting(query, work, press.import_id, ctx)


async def apply(query: CallbackQuery, callback_data: ImportApply, *, sheets: Sheets, ctx: Context) -> None:
    """Does it, once, whatever is pressed how often."""
    import_id = callback_data.import_id
    await sheets.check_import(import_id, ctx.person.id, ctx.now)

    async def work(told: Told) -> Screen:
        return done_screen(await sheets.apply_import(import_id, ctx.person.id, ctx.now, told=told), ctx.say)

    await after_waiting(query, work, import_id, ctx)


async def drop(
    query: CallbackQuery, callback_data: ImportDrop, *, sheets: Sheets, ctx: Context, state: FSMContext
) -> None:
    await ask(state, Ask.sheet, *back(ctx.say))
    await sheets.drop_import(callback_data.import_id, ctx.person.id)
    await show(query, sheets_screen(ctx.say), ctx.say.plain("sheet-toast-dropped"))


async def _look(
    query: CallbackQuery,
    import_id: int,
    sheets: Sheets,
    ctx: Context,
    screen_of: Callable[[ImportPreview, Say], Screen],
) -> None:
    await sheets.check_import(import_id, ctx.person.id, ctx.now)

    async def work(told: Told) -> Screen:
        return screen_of(await sheets.look_again(import_id, ctx.person.id, ctx.now, told=told), ctx.say)

    await after_waiting(query, work, import_id, ctx)


async def _fetched(bot: Bot, document: Document | None) -> tuple[bytes, str]:
    """The file and its name; what is too large is not asked for."""
    if document is None:
        raise Refusal("table-too-large")
    return await downloaded(bot, document, MOST_BYTES, Refusal("table-too-large")), document.file_name or ""


async def _elsewhere(ctx: Context) -> Screen:
    """Names are not taken in chat: the page takes them, or whoever runs the bot."""
    screen = await page_screen(
        Page.PARTNERS,
        None,
        back(ctx.say),
        store=ctx.store,
        person=ctx.person,
        library=ctx.library,
        say=ctx.say,
        now=ctx.now,
        command=ctx.say("sheet-command-in"),
    )
    return replace(screen, text=join(ctx.say("sheet-people"), screen.text, by="\n\n"))


def router() -> Router:
    router = conversation("importing", within=Ask.sheet)  # the next file is a table, too
    sees = SeesPartners()
    router.message.register(received, PRIVATE, F.document, MayImport(), sees)
    router.callback_query.register(show_preview, ImportShow.filter(), sees)
    router.callback_query.register(show_pairs, ImportPairs.filter(), sees)
    router.callback_query.register(decide, ImportPair.filter(), sees)
    router.callback_query.register(apply, ImportApply.filter(), sees)
    router.callback_query.register(drop, ImportDrop.filter(), sees)
    return router
