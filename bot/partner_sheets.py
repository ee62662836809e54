"""Spreadsheets of the register, in and out: for the chat, for the bot's pages and for the command line alike."""

from dataclasses import replace
from datetime import datetime

from bot.child import in_child, in_child_told
from bot.partner_files import Pieces, draw, examine, pack, unpack
from bot.tables import check_size
from domain.at_work import Told, untold
from domain.partner_preview import ImportPreview
from domain.partner_words import plain
from domain.refusal import Refusal
from storage.partner_imports import Said
from storage.store import Store

MOST_SHOWN = 100
"""Faults and doubts that come with a preview, unless somebody wants more."""


class PartnerSheets:
    """A file is looked at (`preview_import`), doubts are decided on (`decide`), then it counts (`apply_import`)."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._imports = store.partner_imports

    async def preview_import(
        self,
        file: bytes,
        member_id: int | None,
        now: datetime,
        *,
        people: bool = True,
        merge: bool = False,
        most: int = MOST_SHOWN,
        name: str = "",
        told: Told = untold,
    ) -> ImportPreview:
        """What the file would do; nothing is done. It is kept for an hour for who looks, unless rows are bad.

        Without `people` a file that has any is not kept. `merge`: whatever is doubtful is the same organisation. `name`
        is the file's; `told` hears of the steps "read" and "checked". A `Refusal` for what can't be read as a table.
        """
        check_size(len(file))
        await self._imports.tidy(now)
        preview, _ = await self._examine(file, {}, told, merge=merge, most=most, name=name)
        if preview.bad or (preview.has_people and not people):
            return preview
        return replace(preview, import_id=await self._imports.keep(file, preview.outcome, member_id, now))

    async def check_import(self, import_id: int, member_id: int | None, now: datetime) -> None:
        """`Refusal` ("import-over", "import-done") for a file that this person can't go on with."""
        await self._imports.get(import_id, member_id, now)

    async def look_again(
        self, import_id: int, member_id: int | None, now: datetime, *, told: Told = untold
    ) -> ImportPreview:
        """The preview as it is by now; what it shows is what may be confirmed."""
        kept = await self._imports.get(import_id, member_id, now)
        return await self._shown(import_id, kept.file, kept.said, told)

    async def decide(
        self,
        import_id: int,
        pair: tuple[int, int],
        member_id: int | None,
        now: datetime,
        *,
        is_same: bool,
        told: Told = untold,
    ) -> ImportPreview:
        """Says of a doubt (its `number` and `key`) whether it is the same organisation; the preview after that."""
        kept = await self._imports.get(import_id, member_id, now)
        return await self._shown(import_id, kept.file, {**kept.said, pair: is_same}, told)

    async def apply_import(
        self,
        import_id: int,
        member_id: int | None,
        now: datetime,
        *,
        undecided: bool = False,
        merge: bool = False,
        told: Told = untold,
    ) -> ImportPreview:
        """Does exactly what was shown, all of it or nothing; once. What it has done.

        `told` hears of the steps "read", "checked" and "staged".

        `Refusal`: "import-over", "import-done", "import-doubtful" while doubts are open (not so with `undecided`), and
        "import-outdated" when the register has changed so that something else would be done: look again.
        """
        kept = await self._imports.get(import_id, member_id, now)
        mark = await self._imports.mark()
        preview, changes = await self._examine(kept.file, kept.said, told, merge=merge)
        if preview.outcome != kept.outcome:
            raise Refusal("import-outdated")
        if preview.doubtful and not undecided:
            raise Refusal("import-doubtful")
        await self._stage(import_id, changes, preview.new + preview.changed, told)
        await self._imports.finish(import_id, mark, member_id, now)
        await self._imports.unstage(import_id)
        return replace(preview, import_id=import_id)

    async def drop_import(self, import_id: int, member_id: int | None) -> None:
        """Forgets the file."""
        await self._imports.drop(import_id, member_id)

    async def export(self, *, as_csv: bool = False, people: bool = True) -> bytes:
        """The register as a file that can be imported again; archived organisations are left out."""
        names = {key: names[0] for key, names in await self._imports.branch_names()}
        return await in_child(draw, await self._register(), names, as_csv=as_csv, people=people)

    async def _shown(self, import_id: int, file: bytes, said: Said, told: Told) -> ImportPreview:
        preview, _ = await self._examine(file, said, told)
        await self._imports.note(import_id, said, preview.outcome)
        return replace(preview, import_id=import_id)

    async def _stage(self, import_id: int, changes: Pieces, every: int, told: Told) -> None:
        await self._imports.unstage(import_id)  # what an attempt left that came to nothing
        done = 0
        for piece in changes:
            staged = unpack(piece)
            await self._imports.stage(import_id, staged)
            done += len(staged)
            told("staged", done, every)

    async def _examine(
        self, file: bytes, said: Said, told: Told, *, merge: bool = False, most: int = MOST_SHOWN, name: str = ""
    ) -> tuple[ImportPreview, Pieces]:
        named = await self._imports.branch_names()
        branches = {plain(name): key for key, names in reversed(named) for name in reversed(names)}
        register = await self._register()
        return await in_child_told(told, examine, file, register, branches, said, merge=merge, most=most, name=name)

    async def _register(self) -> list[bytes]:
        return [pack(page) async for page in self._imports.register()]
