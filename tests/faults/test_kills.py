"""`kill -9` at random moments of a letter to many, while people talk with the bot: nothing is lost.

What comes twice are at most the messages that were on their way (`sending`) at a kill: they are counted in the file.
"""

import asyncio
import random
import re
from collections import Counter
from contextlib import AsyncExitStack

import pytest

from sandbox.trouble import Rule
from tests.faults.at_work import answering, pressing
from tests.faults.yard import WORDS, Yard, told
from tests.process import kill, start_bot, until

pytestmark = pytest.mark.long

LETTERS_A_LIFE = 28
"""People for each kill, so that the letter is under way at every one of them."""
MOST_CALLS = 60
"""A life ends after at most so many calls; some end before the first."""
PICKED_UP = re.compile(r"event='picked-up' messages=(\d+)")
OPEN = "state IN ('ready', 'claimed', 'sending') AND kind = 'broadcast'"


class Reaper:
    """Kills one bot after the other, and counts what was on its way."""

    def __init__(self, yard: Yard, seed: int) -> None:
        self._yard = yard
        self._chance = random.Random(seed)
        self.sending: Counter[int] = Counter()
        self.owed: set[int] = set()

    async def one_life(self) -> None:
        bot = await start_bot(self._yard.box, self._yard.url, self._yard.folder)
        try:
            await self._live()
        finally:
            await kill(bot)
        self._read()

    async def _live(self) -> None:
        """Until a random number of calls have come, and a moment longer."""
        calls, box = self._chance.randrange(MOST_CALLS), self._yard.box
        wanted = len(box.calls) + calls
        await until(box, lambda: len(box.calls) >= wanted)
        await asyncio.sleep(self._chance.uniform(0, 0.05 if calls else 0.4))

    def _read(self) -> None:
        sending, owed, [(open_letters,)] = self._yard.remains(
            "SELECT chat_id FROM outbox WHERE state = 'sending'",
            "SELECT update_id FROM inbox WHERE owed_to IS NOT NULL",
            f"SELECT COUNT(*) FROM outbox WHERE {OPEN}",
        )
        self.sending.update(chat for (chat,) in sending)
        self.owed |= {update for (update,) in owed}
        assert open_letters, "the letter was under way"


@pytest.mark.parametrize(
    ("kills", "seed"), [(5, 1), *(pytest.param(25, seed, marks=pytest.mark.faults) for seed in range(2, 6))]
)
async def test_killed_at_random_moments_nothing_is_lost(yard: Yard, kills: int, seed: int) -> None:
    forms = await answering(yard, people=4, length=3 + kills // 2)
    seats = await pressing(yard, people=4, rounds=kills)
    audience = [*await yard.crowd(kills * LETTERS_A_LIFE), *forms.people]
    await yard.letter()
    await yard.store.close()
    yard.box.trouble.rules.append(Rule("slow", "sendMessage", probability=0.5, seconds=0.1))
    reaper = Reaper(yard, seed)
    async with AsyncExitStack() as last:
        async with asyncio.TaskGroup() as talk:
            talk.create_task(forms.run())
            talk.create_task(seats.run())
            for _ in range(kills):
                await reaper.one_life()
            await last.enter_async_context(yard.bot())
        await yard.summed_up(len(audience))
        await yard.answers_everybody([*forms.people, *seats.people, *audience[:20]])
    forms.check()
    seats.check()
    letters = told(audience, WORDS)
    twice = {chat: times - 1 for chat, times in letters.items() if times > 1}
    assert len(letters) == len(audience)
    assert all(number <= reaper.sending[chat] for chat, number in twice.items())
    assert seats.unanswered() <= reaper.owed
    assert yard.rows("SELECT state, COUNT(*) FROM inbox WHERE state != 'done' GROUP BY state") == []
    assert yard.rows(f"SELECT COUNT(*) FROM outbox WHERE {OPEN}") == [(0,)]
    assert sum(map(int, PICKED_UP.findall(yard.log()))) >= reaper.sending.total()
