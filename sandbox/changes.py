"""Lets others wait for the next change."""

import asyncio


class Changes:
    """Counts changes; whoever waits is told at once."""

    def __init__(self) -> None:
        self.version = 1
        self.someone_waits = asyncio.Event()
        self._waiting: list[asyncio.Future[None]] = []

    def touch(self) -> None:
        """Something has changed."""
        self.version += 1
        waiting, self._waiting = self._waiting, []
        self.someone_waits.clear()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    @property
    def waiters(self) -> int:
        return sum(not future.done() for future in self._waiting)

    async def wait(self, after: int, timeout: float) -> bool:
        """Waits until there is a change after that version; False when the time is up."""
        if self.version > after:
            return True
        future = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        self.someone_waits.set()
        try:
            async with asyncio.timeout(timeout):
                await future
        except TimeoutError:
            return False
        return True
