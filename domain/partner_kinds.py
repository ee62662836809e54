"""Kinds of partner organisations by sector, and legal forms: dictionaries that are data (`domain/data`)."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class PartnerKind:
    """`words` are beginnings of words by which a name tells this kind, several in a row where one is not enough."""

    id: str
    sector: str
    words: tuple[str, ...]


@cache
def partner_kinds() -> tuple[PartnerKind, ...]:
    """Every kind, in the order in which they are offered."""
    data = tomllib.loads((DATA / "partner_kinds.toml").read_text(encoding="utf-8"))
    return tuple(
        PartnerKind(kind, sector, tuple(words)) for sector, kinds in data.items() for kind, words in kinds.items()
    )


@cache
def legal_forms() -> dict[str, str]:
    """«МБУ» → «муниципальное бюджетное учреждение»."""
    forms: dict[str, str] = tomllib.loads((DATA / "legal_forms.toml").read_text(encoding="utf-8"))["forms"]
    return forms
