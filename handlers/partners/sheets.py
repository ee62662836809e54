"""What the chat asks of whoever reads and writes spreadsheets: files are opened outside of it, `bot.partner_sheets`.

Imports go from the program to the conversations, so what the program does for them is named here.
"""

from datetime import datetime
from typing import Protocol

from domain.at_work import Told
from domain.partner_preview import ImportPreview


class Sheets(Protocol):
    """As `bot.partner_sheets.PartnerSheets` promises it."""

    async def preview_import(
        self, file: bytes, member_id: int | None, now: datetime, *, people: bool, name: str, told: Told
    ) -> ImportPreview: ...

    async def check_import(self, import_id: int, member_id: int | None, now: datetime) -> None: ...

    async def look_again(
        self, import_id: int, member_id: int | None, now: datetime, *, told: Told
    ) -> ImportPreview: ...

    async def decide(
        self,
        import_id: int,
        pair: tuple[int, int],
        member_id: int | None,
        now: datetime,
        *,
        is_same: bool,
        told: Told,
    ) -> ImportPreview: ...

    async def apply_import(
        self, import_id: int, member_id: int | None, now: datetime, *, told: Told
    ) -> ImportPreview: ...

    async def drop_import(self, import_id: int, member_id: int | None) -> None: ...

    async def export(self, *, as_csv: bool, people: bool) -> bytes: ...
