"""The same update twice, and two bots on one token: nothing is done twice."""

from collections import Counter

import pytest

from sandbox.people import Person
from sandbox.shapes import Json
from tests.engines import at_newest
from tests.faults.at_work import answering, pressing
from tests.faults.yard import Yard, told
from tests.process import kill, start_bot, until

pytestmark = pytest.mark.long


def deliver_again(yard: Yard, updates: list[Json]) -> None:
    """The messenger has not understood that it need not; each comes twice in the batch."""
    yard.box.world.updates += [*updates, *updates]
    yard.box.world.update_changes.touch()


def heard(people: list[Person]) -> list[tuple[int, int]]:
    """How many messages and toasts each has got; cards go on following what others do."""
    return [(len(one.texts()), len(one.toasts())) for one in people]


class Ear:
    """Hears every update that goes out."""

    def __init__(self, yard: Yard) -> None:
        self.updates: list[Json] = []
        push = yard.box.world.push

        def pushed(kind: str, body: Json) -> None:
            push(kind, body)
            self.updates.append(yard.box.world.updates[-1])

        yard.box.world.push = pushed  # type: ignore[method-assign]  # a look, and nothing else


async def test_the_same_update_twice_has_its_effect_once_also_after_a_restart(yard: Yard) -> None:
    forms, seats = await answering(yard, people=1, length=2), await pressing(yard, people=1, rounds=1)
    people, ear = [*forms.people, *seats.people], Ear(yard)
    async with yard.bot():
        await forms.run()
        await seats.run()
        await yard.nothing_waits()
        before = heard(people)
        deliver_again(yard, ear.updates)
        await yard.box.settled()
        await yard.nothing_waits()
        assert heard(people) == before
    deliver_again(yard, ear.updates)
    async with yard.bot():
        await yard.box.settled()
        await yard.nothing_waits()
        assert heard(people) == before
        await yard.answers_everybody(people)
    forms.check()
    seats.check()
    answered = Counter(
        call.params["callback_query_id"] for call in yard.box.calls if call.method == "answerCallbackQuery"
    )
    assert set(answered.values()) == {1}
    assert yard.log().count("event='update-twice'") >= 3 * len(ear.updates) - len(people)


@pytest.mark.faults
async def test_two_bots_on_one_token_with_a_database_each(yard: Yard) -> None:
    """Neither can know what the other does: each leaves the messenger to the other for a while, and says so."""
    olga, elsewhere = yard.box.person("Ольга"), yard.folder / "elsewhere"
    elsewhere.mkdir()
    url = f"sqlite+aiosqlite:///{elsewhere / 'roundtable.db'}"
    await at_newest(url)
    async with yard.bot():
        await asks(yard, olga)
        other = await start_bot(yard.box, url, elsewhere)
        try:
            await yard.logged("another-poller-on-this-token")
            for _ in range(3):
                await asks(yard, olga)
        finally:
            await kill(other)
        await asks(yard, olga)
        await yard.logged("polling-again")
    assert len(told([olga], "/privacy")) == 1
    assert told([olga], "/privacy").total() == 5


async def asks(yard: Yard, person: Person) -> None:
    """Asks, and waits for the answer: one."""
    before = told([person], "/privacy").total()
    await person.says("/help")
    await until(yard.box, lambda: told([person], "/privacy").total() > before, 60)
    await yard.box.settled()
    assert told([person], "/privacy").total() == before + 1
