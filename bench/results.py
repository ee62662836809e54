"""What the results of ten thousand responses of twenty questions cost: the summary, the pictures, the workbook."""

import asyncio
import random
import time
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from bench.rows import put
from bench.table import Row, plain, under
from bench.town import NOW, POLICY, librarian, open_store
from bot.result_files import result_files
from bot.texts import Texts
from domain.questionnaire.model import Item, Questionnaire
from domain.questionnaire.workbook import read_workbook
from domain.segment import partners_by
from domain.survey import Survey, SurveyFields
from handlers.context import Library
from handlers.forms.desk import Context
from handlers.surveys.result_files import ResultFiles
from handlers.surveys.results_charts import charts
from handlers.surveys.results_material import found, sheaf
from storage.store import Store
from storage.tables import partners, responses

T = TypeVar("T")

RESPONSES = 10_000
SHIPPED = Path(__file__).parents[1] / "bot" / "data" / "our_partners.xlsx"
SECTORS = ("education", "healthcare", "culture", "media", "ngo", "business")
BEAT = 0.002
WORDS = (
    "Запомнился вечер «Космос – это мы»: пришли семьями, дети читали стихи, взрослые вспоминали, все остались довольны."
)


@dataclass(frozen=True, slots=True)
class ResultCosts:
    """Seconds, and megabytes above what the process had before, the child counted. `pause`: of the loop, at most."""

    summary: float
    pictures: float
    again: float
    book: float
    memory: float
    pause: float


async def result_costs(folder: Path) -> ResultCosts:
    store, _ = await open_store(folder)
    person = await librarian(store)
    survey = await _survey(store)
    say = Texts(ZoneInfo("Europe/Moscow"))("ru")
    ctx = Context(store, person, say, Library("", POLICY, ("ru",), "bot"), NOW)
    files = result_files()
    meter = _Meter()
    what, summary = await meter.timed(found(ctx, files, survey))
    _, pictures = await meter.timed(files.draw(charts(what, say)))
    _, again = await meter.timed(found(ctx, files, survey))
    _, book = await meter.timed(_book(ctx, files, survey))
    await store.close()
    return ResultCosts(summary, pictures, again, book, meter.memory, meter.pause)


async def _book(ctx: Context, files: ResultFiles, survey: Survey) -> bytes:
    return await files.book(await sheaf(ctx, survey))


class _Meter:
    """Watches the loop and the memory of this process and its children while something is done."""

    def __init__(self) -> None:
        self._before = _resident("self")
        self.memory = self.pause = 0.0

    async def timed(self, work: Awaitable[T]) -> tuple[T, float]:
        task, begun = asyncio.ensure_future(work), time.perf_counter()
        while not task.done():
            before = time.perf_counter()
            await asyncio.sleep(BEAT)
            self.pause = max(self.pause, time.perf_counter() - before - BEAT)
            self.memory = max(self.memory, sum(map(_resident, _family())) - self._before)
        return await task, time.perf_counter() - begun


def _family() -> Iterator[str]:
    yield "self"
    yield from Path("/proc/thread-self/children").read_text(encoding="ascii").split()


def _resident(pid: str) -> float:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6
    except (OSError, IndexError):
        return 0.0


async def _survey(store: Store) -> Survey:
    """«Наши партнеры», answered by ten thousand organisations."""
    questionnaire, chance = read_workbook(SHIPPED.read_bytes(), media=False), random.Random(1)
    kept = await store.questionnaires.add(questionnaire, None, NOW)
    rows = [{"name": f"Организация {n}", "short_name": f"Организация {n}"} for n in range(RESPONSES)]
    common = {"aliases": [], "revision": 1, "created_at": NOW}
    await put(store, partners, [row | common | {"sector": SECTORS[n % 6]} for n, row in enumerate(rows)])
    fields = SurveyFields(kept, "Наши партнеры", 2018, partners_by(), NOW, NOW.replace(month=5))
    survey = await store.surveys.begin(fields, 1, NOW)
    sent = {"survey_id": survey.id, "authors": {}, "source": "chat", "sent_at": NOW, "revision": 1}
    ids = await store.surveys.partners(survey.id)
    await put(
        store, responses, [sent | {"partner_id": one, "answers": answers_to(questionnaire, chance)} for one in ids]
    )
    return survey


def answers_to(questionnaire: Questionnaire, chance: random.Random) -> dict[str, Any]:
    asked = (item for item in questionnaire.walk() if item.is_question)
    return {item.name: _answer(questionnaire, item, chance) for item in asked}


def _answer(questionnaire: Questionnaire, item: Item, chance: random.Random) -> str | list[str]:
    options = [one.name for one in questionnaire.choices.get(item.choices, ())]
    if item.kind == "select_one":
        return chance.choice(options)
    return chance.sample(options, min(3, len(options))) if options else WORDS


def rows(folder: Path) -> list[Row]:
    costs = asyncio.run(result_costs(folder))
    return [
        under("10,000 responses: summary and pictures", costs.summary + costs.pictures, 5),
        plain("… a page after that", costs.again),
        under("… the workbook", costs.book, 10),
        Row("… memory above idle, the child counted", f"{costs.memory:.0f} MB", "< 300 MB", costs.memory < 300),
        under("… the longest pause of others", costs.pause, 0.05),
    ]
