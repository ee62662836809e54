"""This process among others on one database: it says that it is there, and takes over from those that are gone."""

import time
from collections.abc import Callable
from secrets import token_hex

import structlog

from bot.settings import Settings
from storage.inbox import Inbox
from storage.replicas import LEASE, Muster, Replicas
from storage.store import Store

log = structlog.get_logger()


class Alone:
    """The one process that there is."""

    is_alone = True

    def __init__(self, inbox: Inbox) -> None:
        self.name = token_hex(4)
        self._inbox = inbox

    async def start(self) -> dict[int, int]:
        """Answers that the process before owes: accounts by update."""
        return await self._inbox.owed()

    async def stop(self) -> None:
        """Nobody is there to be told."""

    async def beat(self) -> dict[int, int]:
        """Nobody is there to take over from."""
        return {}


class Replica:
    """One of several. `counted` is told how many processes are alive; `seconds` never go back."""

    is_alone = False

    def __init__(
        self, replicas: Replicas, counted: Callable[[int], None], seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self.name = token_hex(4)
        self._replicas = replicas
        self._counted = counted
        self._seconds = seconds
        self._well_since = self._said_at = seconds()

    async def start(self) -> dict[int, int]:
        """Signs on; answers that processes before owe, which are this one's now: accounts by update."""
        muster = await self._replicas.sign_on(self.name)
        self._well_since = self._said_at = self._seconds()
        log.info("replica-here", replica=self.name, all=muster.number)
        self._tell(muster)
        return muster.owed

    async def stop(self) -> None:
        """Signs off: what it could not finish is free at once."""
        await self._replicas.sign_off(self.name)

    async def beat(self) -> dict[int, int]:
        """Says that it is there; answers that processes owe which are gone, and which are this one's now.

        After a silence of its own (the database was away, the machine slept) it judges nobody for a lease: the others
        may have been kept from speaking by the same.
        """
        lease = LEASE.total_seconds()
        if self._seconds() - self._said_at > lease / 2:
            self._well_since = self._seconds()
        muster = await self._replicas.renew(self.name, judging=self._seconds() - self._well_since > lease)
        self._said_at = self._seconds()
        self._tell(muster)
        return muster.owed

    def _tell(self, muster: Muster) -> None:
        self._counted(muster.number)
        for name in muster.gone:
            log.error("replica-gone", replica=name, left=muster.number)


def replica_of(settings: Settings, store: Store, counted: Callable[[int], None]) -> Alone | Replica:
    """What this process is by its settings: Redis is there for several."""
    return Replica(store.replicas, counted) if settings.redis.url else Alone(store.inbox)
