"""The case that the sandbox opens on, read from a file and put into the store as people would have done it."""

import tomllib
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from bot.settings import Settings
from bot.tables import read_table
from domain.branch_table import read_branches
from domain.event import EventFields, PartnerPart
from domain.people import Grant, Person, Purpose, Role
from domain.questionnaire.workbook import read_workbook
from domain.segment import partners_by
from domain.survey import SurveyFields
from sandbox.people import Person as Guest
from sandbox.server import Sandbox
from storage.library import Branch, BranchFields
from storage.members import ConsentGiven
from storage.store import Store

DATA = Path(__file__).parent / "data"


@dataclass(slots=True)
class Sample:
    """What the file says, and the people it has been given in the sandbox."""

    data: dict[str, Any]
    token: str = "42:SANDBOX-TOKEN-FOR-THE-BROWSER"  # noqa: S105 - opens nothing but the sandbox
    people: dict[str, Guest] = field(default_factory=dict)

    @classmethod
    def read(cls) -> Self:
        return cls(tomllib.loads((DATA / "sample.toml").read_text(encoding="utf-8")))

    def seat(self, box: Sandbox) -> None:
        """Gives everybody an account, and puts them into a group."""
        for key, name in self.data["people"].items():
            self.people[key] = box.person(name)
        box.group(self.data["group"], *self.people.values())

    def settings(self, api_base: str, folder: Path, pages: str = "") -> Settings:
        """Everything is kept in the folder; `pages` is the address of the bot's own pages, with its port."""
        return Settings.model_validate(
            {
                "telegram": {"token": self.token, "api_base": api_base},
                "storage": {"url": f"sqlite+aiosqlite:///{folder / 'sandbox.db'}"},
                "backup": {"folder": str(folder / "backups")},
                "web": {"url": pages, "port": urlsplit(pages).port or 8081},
                "library": {"name": self.data["library"], "admins": [self.people["librarian"].id]},
                "privacy": self.data["operator"],
            }
        )

    async def fill(self, store: Store, now: datetime, *, empty: bool) -> None:
        """Branches, partners with representatives; and, unless `empty`, the round table, its invitations, a survey."""
        branches = await _branches(store, now)
        librarian = await self._member(store, "librarian", now)
        await store.members.grant(librarian.id, Grant(Role.METHODIST), None, now)
        partners = [await self._partner(store, row, now) for row in self.data["partners"]]
        if not empty:
            await store.events.publish(self._event(branches, partners), librarian, now)
            await self._survey(store, librarian, now)

    async def _member(self, store: Store, key: str, now: datetime) -> Person:
        guest = self.people[key]
        guest.account.started = True
        consent = ConsentGiven(Purpose.EVENTS, "1", "Согласен", now)
        return await store.members.consent(guest.id, guest.account.name, "ru", [consent], now)

    async def _partner(self, store: Store, row: dict[str, str], now: datetime) -> int:
        name = row["name"]
        partner_id = await store.partners.add(name, row.get("short_name", name), row["sector"], None, now)
        if "represented_by" in row:
            member = await self._member(store, row["represented_by"], now)
            await store.partners.bind(partner_id, member.id, None, now)
        return partner_id

    async def _survey(self, store: Store, author: Person, now: datetime) -> None:
        """«Наши партнеры», open to all of them."""
        workbook = (DATA / "our_partners.xlsx").read_bytes()
        kept = await store.questionnaires.add(read_workbook(workbook, media=False), author.id, now)
        await store.surveys.begin(SurveyFields(kept, segment=partners_by(), **self.data["survey"]), author.id, now)

    def _event(self, branches: list[Branch], partners: list[int]) -> EventFields:
        case = self.data["event"]
        branch = next(branch for branch in branches if branch.name == case["branch"])
        hall = next(hall for hall in branch.halls if hall.name == case["hall"])
        return EventFields(
            title=case["title"],
            form=case["form"],
            starts_at=case["starts_at"],
            branch_id=branch.id,
            hall_id=hall.id,
            capacity=case["capacity"],
            age_mark=case["age_mark"],
            goal=case["goal"],
            agenda=tuple(case["agenda"]),
            partners=tuple(PartnerPart(partner) for partner in partners),
        )


async def _branches(store: Store, now: datetime) -> list[Branch]:
    good, _ = read_branches(read_table((DATA / "branches.csv").read_bytes()).rows)
    await store.branches.put_all([BranchFields(**asdict(row)) for row in good], None, now)
    return await store.branches.all()
