"""People who go on with the bot whatever becomes of it: some answer a questionnaire, some press buttons."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.event import Event
from domain.people import Purpose
from domain.questionnaire.model import Item, Questionnaire
from domain.seats import Answer
from domain.segment import partners_by
from domain.survey import SurveyFields
from handlers.callbacks import ANSWERS, RsvpAnswer
from sandbox.people import Person
from sandbox.shapes import Json
from tests.chat.surveying import CLOSES
from tests.faults.yard import Yard, told
from tests.process import until

PATIENCE = 3.0
"""Seconds after which somebody presses again who has got no answer."""
GOING, DECLINED = ANSWERS.index(Answer.GOING), ANSWERS.index(Answer.DECLINED)


def question(number: int) -> str:
    return f"Вопрос № {number}."


@dataclass
class Answering:
    """Each writes their answers one after the other, the next one once its question is there."""

    yard: Yard
    people: Sequence[Person]
    length: int

    async def run(self) -> None:
        await asyncio.gather(*map(self._answer, self.people))

    async def _answer(self, person: Person) -> None:
        await person.says("/survey")
        form = await person.sees_button("Начать", 120)
        await person.taps_at_once("Начать", form)
        for number in range(self.length):
            await until(self.yard.box, lambda one=number: bool(told([person], question(one))), 120)  # type: ignore[misc]
            await person.says(f"Ответ {number}")
        await until(self.yard.box, lambda: bool(told([person], "Проверьте ответы")), 120)

    def check(self) -> None:
        """Each answer has had its effect once, and at its own question."""
        rows = self.yard.rows("SELECT body, revision FROM drafts WHERE form = 'survey'")
        whole = {f"q{number}": f"Ответ {number}" for number in range(self.length)}
        assert [json.loads(body)["answers"] for body, _ in rows] == [whole] * len(self.people)
        assert len({revision for _, revision in rows}) == 1, "as many steps with each of them"


async def answering(yard: Yard, people: int, length: int) -> Answering:
    """So many people, each for a partner of their own, are asked so many questions."""
    host = await yard.librarian()
    guests = []
    for number in range(people):
        guests.append(await yard.known(f"Представитель {number}", Purpose.SURVEY))
        partner = await yard.store.partners.add(f"П{number}", f"П{number}", "health", None, yard.now())
        await yard.store.partners.bind(partner, (await yard.member(guests[-1])).id, None, yard.now())
    items = tuple(Item("text", f"q{one}", (f"q{one}",), label={"ru": question(one)}) for one in range(length))
    asked = await yard.store.questionnaires.add(
        Questionnaire("q", "Анкета", languages=("ru",), items=items), host.id, yard.now()
    )
    fields = SurveyFields(asked, "Анкета", 2018, partners_by(sector="health"), yard.now(), CLOSES)
    await yard.store.surveys.begin(fields, host.id, yard.now())
    return Answering(yard, guests, length)


@dataclass
class Pressing:
    """Each presses «Приду» and «Не смогу» in turn under the card of an event that is full: a ticket each time."""

    yard: Yard
    event: Event
    people: Sequence[Person]
    rounds: int
    pressed: dict[str, int] = field(default_factory=dict)
    """Presses by their ids, with the ids of their updates."""

    async def run(self) -> None:
        await asyncio.gather(*map(self._press, self.people))

    async def _press(self, person: Person) -> None:
        await person.says(f"/start e{self.event.id}")
        card = await person.sees_button("Приду", 120)
        for _ in range(self.rounds):
            for answer in (GOING, DECLINED):
                await self._once(person, card, answer)
        await self._once(person, card, GOING)

    async def _once(self, person: Person, card: Json, answer: int) -> None:
        press, update = self.yard.press(person, card, RsvpAnswer(event_id=self.event.id, answer=answer).pack())
        self.pressed[press] = update
        try:
            await until(self.yard.box, lambda: self.yard.box.world.presses[press].answered, PATIENCE)
        except AssertionError:
            return

    def unanswered(self) -> set[int]:
        """Updates whose press nobody has answered."""
        presses = self.yard.box.world.presses
        return {update for press, update in self.pressed.items() if not presses[press].answered}

    def too_late(self) -> set[int]:
        """Updates whose press was answered when it was of no use any more."""
        late = {call.params["callback_query_id"] for call in self.yard.box.calls if "too old" in call.why}
        return {update for press, update in self.pressed.items() if press in late}

    def check(self) -> None:
        """Each press has had its effect once, in the order of pressing; and everybody sees it."""
        [(last_ticket,)] = self.yard.rows(f"SELECT last_ticket FROM events WHERE id = {self.event.id}")
        assert last_ticket == len(self.people) * (self.rounds + 1)
        states = self.yard.rows(f"SELECT state, COUNT(*) FROM rsvps WHERE event_id = {self.event.id} GROUP BY state")
        assert dict(states) == {"going": 1, "queued": len(self.people)}


async def pressing(yard: Yard, people: int, rounds: int) -> Pressing:
    """So many people with an event whose only seat is taken."""
    host = await yard.librarian()
    event = await yard.event(host, capacity=1)
    await yard.store.rsvps.answer(event.id, host.id, Answer.GOING, yard.now())
    return Pressing(yard, event, [await yard.known(f"Гость у стола {one}") for one in range(people)], rounds)
