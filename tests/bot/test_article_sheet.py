"""The people of `tests/storage/test_article.py`, entered from a spreadsheet as a library's own computer saves it."""

import csv
import io

import pytest

from bot.partner_sheets import PartnerSheets
from domain.event import EventFields, PartnerPart
from domain.participants import lines
from storage.store import Store
from tests.bot.conftest import Town
from tests.storage.conftest import NOW, START
from tests.storage.test_article import ARTICLE, OTHERS, as_printed, printed, rep_fields

HEADINGS = ("Должность", "ФИО", "Организация", "Сан")


def sheet(text: str) -> bytes:
    """A row for each person, in Windows-1251 with semicolons, quotes in the cells."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(HEADINGS)
    for number, (name, words) in enumerate(printed(text)[0], 1):
        fields = rep_fields(name, words)
        writer.writerow((fields.position, name, f"МБУ «Организация № {number}»", fields.clergy_rank or ""))
    return file.getvalue().encode("cp1251")


async def listed(town: Town, text: str) -> list[str]:
    """The list of an event to which everybody of the spreadsheet comes."""
    store, anna = town.store, await town.member(town.anna)
    sheets = PartnerSheets(store)
    seen = await sheets.preview_import(sheet(text), anna.id, NOW)
    assert (seen.bad, seen.new) == (0, len(printed(text)[0]))
    await sheets.apply_import(seen.import_id, anna.id, NOW, undecided=True)
    return await _participants(store, town)


async def _participants(store: Store, town: Town) -> list[str]:
    anna = await town.member(town.anna)
    partners = sorted(await store.partners.all(), key=lambda one: one.id)
    parts = tuple(PartnerPart(one.id) for one in partners)
    event = await store.events.publish(EventFields("«Принцип»", START, "12+", partners=parts), anna, NOW)
    for partner in partners:
        for rep in await store.partners.reps(partner.id):
            await store.participants.note(event.id, rep.id, anna, NOW, comes=True)
    return lines(await store.participants.known(event.id), [])


async def test_invented_people_of_a_spreadsheet_are_listed_word_for_word(town: Town) -> None:
    assert await listed(town, OTHERS) == as_printed(OTHERS)[:-1]


@pytest.mark.skipif(not ARTICLE.exists(), reason=f"the article is not there: {ARTICLE.name}")
async def test_the_people_of_the_article_come_out_of_a_spreadsheet_word_for_word(town: Town) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    assert await listed(town, text) == as_printed(text)[:-1]
