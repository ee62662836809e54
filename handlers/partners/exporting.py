"""The register as a file in chat; its people come along only where names may be in chat."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery

from handlers.ask import Ask, ask, conversation
from handlers.callbacks import SheetExport, SheetsOpen
from handlers.elsewhere import page_row
from handlers.forms.desk import Context
from handlers.partners.entry import SeesPartners
from handlers.partners.sheet_screens import back, sheets_screen
from handlers.partners.sheets import Sheets
from handlers.say import Say
from handlers.screen import Screen, answer, show
from handlers.words import file_name
from storage.page_links import Page


async def sheets_open(query: CallbackQuery, *, ctx: Context, state: FSMContext) -> None:
    """A file that is sent now is a table of partners, whatever form is open besides."""
    await ask(state, Ask.sheet, *back(ctx.say))
    await show(query, sheets_screen(ctx.say))


async def export(query: CallbackQuery, callback_data: SheetExport, *, sheets: Sheets, ctx: Context) -> None:
    """Sends the file; without people it says so, and where they are."""
    await answer(query, ctx.say.plain("sheet-toast-export"))
    as_csv, people = callback_data.as_csv == 1, ctx.library.personal_data_in_chat
    data = await sheets.export(as_csv=as_csv, people=people)
    if query.message is None:
        return
    screen = await _caption(ctx, people=people)
    file = BufferedInputFile(data, sheet_name("csv" if as_csv else "xlsx", ctx.say))
    await query.message.answer_document(file, caption=screen.text, reply_markup=screen.keyboard)


def sheet_name(ending: str, say: Say) -> str:
    """What the file is called."""
    return file_name(say.plain("sheet-file-name"), ending)


async def _caption(ctx: Context, *, people: bool) -> Screen:
    if people:
        return Screen(ctx.say("sheet-exported"))
    row = await page_row(
        Page.PARTNERS, None, store=ctx.store, person=ctx.person, library=ctx.library, say=ctx.say, now=ctx.now
    )
    return Screen(ctx.say("sheet-exported-page") if row else ctx.say("sheet-exported-command"), (row,))


def router() -> Router:
    router = conversation("exporting")
    router.callback_query.register(sheets_open, SheetsOpen.filter(), SeesPartners())
    router.callback_query.register(export, SheetExport.filter(), SeesPartners())
    return router
