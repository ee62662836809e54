"""What a spreadsheet of ten thousand organisations costs: to look at, to bring in, and whoever waits meanwhile."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bench.table import Row, under
from bench.town import NOW, open_store
from bot.partner_sheets import PartnerSheets
from bot.table_files import write_xlsx
from storage.database import AnyDatabase

ROWS = 10_000
USUAL = 300
HEADINGS = ("Организация", "Сфера", "Адрес", "Телефон", "Фамилия", "Имя", "Отчество", "Должность")
KINDS = ("Школа", "Детский сад", "Библиотека", "Музей", "Колледж", "Фонд", "Поликлиника", "Дом культуры", "Редакция")
NAMES = ("Радуга", "Ромашка", "Волга", "Возрождение", "Надежда", "Импульс", "Созвездие", "Родник", "Маяк", "Исток")
BEAT = 0.002


@dataclass(frozen=True, slots=True)
class SheetCosts:
    """Seconds. `transaction`: the longest write; `pause`: of the loop while a file of 300 comes in, the best of 3."""

    preview: float
    apply: float
    transaction: float
    pause: float


async def sheet_costs(folder: Path) -> SheetCosts:
    """Looks at a file, brings it in, and looks at a usual one."""
    store, _ = await open_store(folder)
    sheets, writes = PartnerSheets(store), _watch_writes(store.db)
    file = table(ROWS)
    before = time.perf_counter()
    seen = await sheets.preview_import(file, None, NOW)
    between = time.perf_counter()
    await sheets.apply_import(seen.import_id, None, NOW, undecided=True)
    after = time.perf_counter()
    files = [write_xlsx(HEADINGS, [[f"Клуб № {n}", *_row(n)[1:]] for n in _numbers(turn)]) for turn in range(3)]
    pause = min([await _longest_pause(_whole(sheets, one)) for one in files])
    await store.close()
    return SheetCosts(between - before, after - between, max(writes), pause)


def table(rows: int) -> bytes:
    """A workbook of so many organisations with a person each."""
    return write_xlsx(HEADINGS, [_row(number) for number in range(rows)])


def _row(number: int) -> list[str]:
    kind, name = KINDS[number % len(KINDS)], NAMES[number % 7]
    phone = f"8 (4822) {30 + number % 60}-{10 + number % 90}-{10 + number * 7 % 90}"
    person = [f"Орлова-{chr(1072 + number % 32)}", "Анна", "Ивановна", "зам. директора, методист"]
    return [f"МБУ «{kind} № {number} {name}»", "Образование", f"ул. Советская, д. {number}", phone, *person]


def _numbers(turn: int) -> range:
    return range(turn * USUAL, turn * USUAL + USUAL)


async def _whole(sheets: PartnerSheets, file: bytes) -> None:
    """The file is looked at and brought in."""
    seen = await sheets.preview_import(file, None, NOW)
    await sheets.apply_import(seen.import_id, None, NOW, undecided=True)


async def _longest_pause(work: Coroutine[Any, Any, None]) -> float:
    task, longest = asyncio.create_task(work), 0.0
    while not task.done():
        before = time.perf_counter()
        await asyncio.sleep(BEAT)
        longest = max(longest, time.perf_counter() - before - BEAT)
    await task
    return longest


def _watch_writes(db: AnyDatabase) -> list[float]:
    """How long each transaction's own work takes, from now on."""
    spent: list[float] = []
    write = db.write

    async def watched(job: Callable[[AsyncConnection], Awaitable[Any]]) -> Any:
        async def timed(conn: AsyncConnection) -> Any:
            before = time.perf_counter()
            result = await job(conn)
            spent.append(time.perf_counter() - before)
            return result

        return await write(timed)

    db.write = watched  # type: ignore[method-assign]  # looked over its shoulder
    return spent


def rows(folder: Path) -> list[Row]:
    costs = asyncio.run(sheet_costs(folder))
    return [
        under("a sheet of 10,000 partners: its preview", costs.preview, 10),
        under("… its import", costs.apply, 20),
        under("… the longest write", costs.transaction, 1),
        under("… the longest pause of others", costs.pause, 0.05),
    ]
