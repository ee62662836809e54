"""What is made of results outside the chat, in a process of its own: `bot` says how."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from domain.charts import Chart
from domain.paper import Paper
from domain.results_summary import Summary
from domain.sheaf import Sheaf
from handlers.surveys.shelf import Shelf


@dataclass(frozen=True, slots=True)
class ResultFiles:
    """`count`: what answers come to. `book`: results as a workbook; `table`: answers as CSV; `draw`: charts as
    pictures (PNG); `write`: a paper as DOCX. `shelf`: what was made last, kept while it holds."""

    count: Callable[[Sheaf], Awaitable[Summary]]
    book: Callable[[Sheaf], Awaitable[bytes]]
    table: Callable[[Sheaf], Awaitable[bytes]]
    draw: Callable[[Sequence[Chart]], Awaitable[list[bytes]]]
    write: Callable[[Paper], Awaitable[bytes]]
    shelf: Shelf = field(default_factory=Shelf)
