"""What is made of papers outside the chat, in processes of their own: `bot` says how."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.event_papers import Values


@dataclass(frozen=True, slots=True)
class PaperFiles:
    """`fill`: the template of that name with these values, as DOCX; `pdf`: a DOCX as PDF, None where nothing can."""

    fill: Callable[[str, Values], Awaitable[bytes]]
    pdf: Callable[[bytes], Awaitable[bytes]] | None = None
