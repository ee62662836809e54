"""Spreadsheets of the register."""

from aiogram.filters.callback_data import CallbackData

from handlers.callbacks.fields import ChatId, Id, Number


class SheetsOpen(CallbackData, prefix="sh"):
    """How to bring a spreadsheet in, or take one."""


class SheetExport(CallbackData, prefix="she"):
    """The register as a file: CSV (1) or XLSX (0)."""

    as_csv: Number


class ImportShow(CallbackData, prefix="shi"):
    """What a file would do, as of now."""

    import_id: Id


class ImportPairs(CallbackData, prefix="shp"):
    """The first pair of organisations that look alike."""

    import_id: Id


class ImportPair(CallbackData, prefix="shs"):
    """Whether the organisation of a row is the same (1) as that one: its id, or another row below zero."""

    import_id: Id
    row: Number
    other: ChatId
    is_same: Number


class ImportApply(CallbackData, prefix="sha"):
    """Does what the file says."""

    import_id: Id


class ImportDrop(CallbackData, prefix="shx"):
    """Does not."""

    import_id: Id
