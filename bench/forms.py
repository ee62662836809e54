"""Answers in a form over HTTP, typed and pressed in turn, beside the floor.

Each typed answer is answered by a new message. The messenger takes thirty of those a second and one a second in a chat,
and ours keeps to that: without its pacer, for what is to be seen is its own cost.
"""

import asyncio
from pathlib import Path

from bench.bots import TOKEN, floor, ours
from bench.crowd import PATIENCE, Pressing, Talker, pressing
from bench.reminders import UNPACED
from bench.table import Row, seconds
from bench.town import NOW, librarian, open_store
from domain.people import Purpose
from domain.questionnaire.model import Choice, Item, Questionnaire
from domain.segment import partners_by
from domain.survey import SurveyFields, publish
from sandbox.people import Person
from sandbox.server import Sandbox
from storage.members import ConsentGiven
from storage.store import Store

PEOPLE, ANSWERS, QUESTIONS = 30, 600, 100


async def of_ours(folder: Path) -> Pressing:
    async with Sandbox(TOKEN) as box:
        people = [box.person(f"Гость {number}") for number in range(PEOPLE)]
        store, url = await open_store(folder)
        await _ask(store, people)
        async with ours(box, url, folder, **UNPACED):
            return await _talk(box, [await _begun(person) for person in people])


async def _of_floor(folder: Path) -> Pressing:
    async with Sandbox(TOKEN) as box, floor(box, folder):
        people = [box.person(f"Гость {number}") for number in range(PEOPLE)]
        for person in people:
            await person.says("/start")
            await person.sees_button("Приду", PATIENCE)
        return await _talk(box, list(map(Talker, people)))


async def _talk(box: Sandbox, talkers: list[Talker]) -> Pressing:
    await pressing(box, talkers, ANSWERS // 10)
    return await pressing(box, talkers, ANSWERS)


async def _begun(person: Person) -> Talker:
    await person.says("/survey")
    await person.sees_button("Начать", PATIENCE)
    await person.taps("Начать")
    await person.sees("Что провели?", PATIENCE)
    return Talker(person)


async def _ask(store: Store, people: list[Person]) -> None:
    """Each of them acts for an organisation that is asked."""
    host = await librarian(store)
    for person in people:
        person.account.started = True
        given = [ConsentGiven(one, "1", "Согласен", NOW) for one in (Purpose.EVENTS, Purpose.SURVEY)]
        member = await store.members.consent(person.id, person.account.name, "ru", given, NOW)
        partner = await store.partners.add(f"О {person.id}", f"О {person.id}", "education", None, NOW)
        await store.partners.bind(partner, member.id, None, NOW)
    kept = await store.questionnaires.add(_questionnaire(), None, NOW)
    fields = SurveyFields(kept, "Наши партнеры", 2018, partners_by(), NOW, NOW.replace(month=5))
    draft = await store.surveys.draft(fields, host.id, NOW)
    await store.surveys.change(draft.id, lambda old: publish(old, NOW), host.id, NOW)
    await store.close()


def _questionnaire() -> Questionnaire:
    """Words and a choice in turn."""
    yes_no = (Choice("y", {"ru": "да"}), Choice("n", {"ru": "нет"}))
    items = tuple(map(_item, range(QUESTIONS)))
    return Questionnaire("turns", "По очереди", languages=("ru",), choices={"yn": yes_no}, items=items)


def _item(number: int) -> Item:
    name = f"q{number}"
    if number % 2:
        return Item("select_one", name, (name,), label={"ru": "Повторим?"}, choices="yn", required="yes")
    return Item("text", name, (name,), label={"ru": "Что провели?"}, required="yes")


async def _both(folder: Path) -> tuple[Pressing, Pressing]:
    return await of_ours(folder), await _of_floor(folder)


def rows(folder: Path) -> list[Row]:
    mine, least = asyncio.run(_both(folder))
    rate = mine.rate / least.rate
    return [
        Row("answers in a form a second over HTTP, thirty people at once, unpaced", f"{mine.rate:.0f}"),
        Row("… of the floor", f"{least.rate:.0f}"),
        Row("… the first to the second", f"{rate:.2f}"),
        Row("… the longest wait of 99 in 100, ours", seconds(mine.quantile(0.99))),
    ]
