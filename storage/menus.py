"""Which menu of commands the messenger last took for each person who has one of their own."""

from collections.abc import Mapping

from sqlalchemy import bindparam, select, update

from storage.database import AnyDatabase
from storage.tables import members


class Menus:
    def __init__(self, db: AnyDatabase) -> None:
        self._db = db

    async def taken(self) -> dict[int, str]:
        """By member, the mark of the menu that a start has offered."""
        query = select(members.c.id, members.c.menu).where(members.c.menu.is_not(None))
        async with self._db.read() as conn:
            return {row.id: row.menu for row in await conn.execute(query)}

    async def forget(self) -> None:
        """Nobody knows what the messenger has by now."""
        await self._db.write(lambda conn: conn.execute(update(members).values(menu=None)))

    async def keep(self, taken: Mapping[int, str]) -> None:
        """These were taken."""
        if not taken:
            return
        mark = update(members).where(members.c.id == bindparam("member")).values(menu=bindparam("mark"))
        rows = [{"member": member_id, "mark": menu} for member_id, menu in taken.items()]
        await self._db.write(lambda conn: conn.execute(mark, rows))
