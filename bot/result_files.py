"""Files of results for the chat: each is counted or drawn in a process of its own."""

from collections.abc import Sequence

from bot.child import in_child
from bot.paper_file import write_paper
from bot.pictures import draw_charts
from bot.sheet_files import count_results, draw_results, write_answers
from domain.charts import Chart
from domain.paper import Paper
from domain.results_summary import Summary
from domain.sheaf import Sheaf
from handlers.surveys.result_files import ResultFiles


def result_files() -> ResultFiles:
    async def count(sheaf: Sheaf) -> Summary:
        return await in_child(count_results, sheaf)

    async def book(sheaf: Sheaf) -> bytes:
        return await in_child(draw_results, sheaf)

    async def table(sheaf: Sheaf) -> bytes:
        return await in_child(write_answers, sheaf)

    async def draw(charts: Sequence[Chart]) -> list[bytes]:
        return await in_child(draw_charts, charts)

    async def write(paper: Paper) -> bytes:
        return await in_child(write_paper, paper)

    return ResultFiles(count, book, table, draw, write)
