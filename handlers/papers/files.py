"""What is made of papers outside the chat, in processes of their own: `bot` says how."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from domain.event_papers import Values

MOST_BYTES = 5 * 1024 * 1024
"""Of a file with minutes."""


@dataclass(frozen=True, slots=True)
class PaperFiles:
    """`fill`: the template of that name with these values, as DOCX; `pdf`: a DOCX as PDF, None where nothing can;
    `read`: the words of a file of that name, .docx or .txt."""

    fill: Callable[[str, Values], Awaitable[bytes]]
    read: Callable[[str, bytes], Awaitable[str]]
    pdf: Callable[[bytes], Awaitable[bytes]] | None = None
