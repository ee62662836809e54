"""The register as a spreadsheet: taken out by staff; brought in by those who may, after a look at what it would do."""

from aiohttp import web

from bot.partner_sheets import PartnerSheets
from bot.tables import MOST_BYTES
from bot.web.kind import Kind
from bot.web.visit import Visit, download
from domain.partner_preview import ImportPreview
from domain.refusal import Refusal
from domain.rights import Act, may, require
from domain.row_numbers import stretches
from handlers.partners.exporting import sheet_name

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def admit(visit: Visit) -> None:
    require(visit.person, Act.SEE_PARTNERS)


async def show(visit: Visit) -> web.Response:
    return _page(visit)


async def as_xlsx(visit: Visit) -> web.Response:
    return download(await PartnerSheets(visit.store).export(), sheet_name("xlsx", visit.say), XLSX)


async def as_csv(visit: Visit) -> web.Response:
    body = await PartnerSheets(visit.store).export(as_csv=True)
    return download(body, sheet_name("csv", visit.say), "text/csv")


async def look(visit: Visit) -> web.Response:
    """What the file would do; nothing is done yet."""
    require(visit.person, Act.IMPORT_PARTNERS)
    if visit.upload is None:
        return _page(visit, bad=Refusal("page-no-file"))
    try:
        file, sheets = visit.upload, PartnerSheets(visit.store)
        preview = await sheets.preview_import(file.data, visit.person.id, visit.now, name=file.name)
    except Refusal as refusal:
        return _page(visit, bad=refusal)
    return _page(visit, preview=preview)


async def decide(visit: Visit) -> web.Response:
    """Whether two that look alike are one organisation."""
    require(visit.person, Act.IMPORT_PARTNERS)
    pair, is_same = (visit.number("row"), _signed(visit.form.get("other", ""))), visit.form.get("same") == "1"
    sheets = PartnerSheets(visit.store)
    preview = await sheets.decide(visit.number("import"), pair, visit.person.id, visit.now, is_same=is_same)
    return _page(visit, preview=preview)


async def apply(visit: Visit) -> web.Response:
    """Does exactly what was shown; where the register has changed meanwhile, shows it again."""
    require(visit.person, Act.IMPORT_PARTNERS)
    sheets, number = PartnerSheets(visit.store), visit.number("import")
    try:
        done = await sheets.apply_import(number, visit.person.id, visit.now)
    except Refusal as refusal:
        if refusal.code not in ("import-outdated", "import-doubtful"):
            return _page(visit, bad=refusal)
        return _page(visit, bad=refusal, preview=await sheets.look_again(number, visit.person.id, visit.now))
    return _page(visit, applied=done)


def _page(
    visit: Visit,
    *,
    bad: Refusal | None = None,
    preview: ImportPreview | None = None,
    applied: ImportPreview | None = None,
) -> web.Response:
    can_import = may(visit.person, Act.IMPORT_PARTNERS)
    return visit.page("partners", bad=bad, preview=preview, applied=applied, can_import=can_import, stretches=stretches)


def _signed(text: str) -> int:
    """The other of a pair: a partner's id, or a row of the file below zero."""
    figures = text.removeprefix("-")
    if not (figures.isascii() and figures.isdigit() and len(figures) < 16):
        raise Refusal("page-nothing")
    return int(text)


KIND = Kind(
    admit,
    shows={"": show, "partners.xlsx": as_xlsx, "partners.csv": as_csv},
    acts={"look": look, "decide": decide, "apply": apply},
    most_bytes=MOST_BYTES + 1,
)
