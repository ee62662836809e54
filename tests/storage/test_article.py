"""The people of the article of 2018, entered by hand, come out in the list of participants as the article prints them.

Their names stand in a file beside the repository alone. The article leaves out the full stop behind the second initial
twice; the list puts it there, as everywhere.
"""

import re
from pathlib import Path

import pytest

from domain.event import EventFields, PartnerPart
from domain.participants import Group, lines
from domain.partner import RepFields
from domain.person_name import read_name
from storage.store import Store
from tests.storage.conftest import NOW, START, MakePerson

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT.parent / "shared" / "data" / "round-table-2018.txt"
PERSON = re.compile(r"([А-ЯЁ][а-яё]+ [А-ЯЁ]\.[А-ЯЁ]\.?) – ")
RANKS = ("Протоиерей",)
OTHERS = "Ветров А.Ю. – директор «ДК пос. Липки», Лапина М.И – Председатель отдела епархии, Протоиерей, гости г. Твери."


def printed(text: str) -> tuple[list[tuple[str, str]], str]:
    """Each name with what the article says behind it, and the group without names at the end."""
    whole = text.rsplit("СМИ: ", maxsplit=1)[-1].split("\n", maxsplit=1)[0].strip(" .")
    parts = PERSON.split(whole)[1:]
    said = [words.strip(" ,") for words in parts[1::2]]
    last, _, group = said[-1].rpartition(", ")
    return list(zip(parts[::2], [*said[:-1], last], strict=True)), group


def rep_fields(name: str, words: str) -> RepFields:
    """As somebody types it: the rank apart, the rest as it is."""
    rank = next((one for one in RANKS if words.endswith(f", {one}")), None)
    return RepFields(read_name(name), words.removesuffix(f", {rank}"), rank)


async def listed(store: Store, person: MakePerson, text: str) -> list[str]:
    """The list of an event to which all of them come."""
    librarian = await person(1)
    people, group = printed(text)
    partners = [await store.partners.add(f"Организация {n}", f"№ {n}", "other", None, NOW) for n in range(len(people))]
    parts = tuple(PartnerPart(partner) for partner in reversed(partners))
    event = await store.events.publish(EventFields("«Принцип»", START, "12+", partners=parts), librarian, NOW)
    for partner, (name, words) in zip(reversed(partners), people, strict=True):
        rep = await store.partners.put_rep(partner, rep_fields(name, words), librarian.id, NOW)
        await store.participants.note(event.id, rep, librarian, NOW, comes=True)
    await store.participants.add_group(event.id, Group(0, group), librarian, NOW)
    return lines(await store.participants.known(event.id), await store.participants.groups(event.id))


def as_printed(text: str) -> list[str]:
    people, group = printed(text)
    return [*(f"{name.rstrip('.')}. – {words}" for name, words in people), group]


async def test_invented_people_are_listed_word_for_word(store: Store, person: MakePerson) -> None:
    assert await listed(store, person, OTHERS) == [
        "Ветров А.Ю. – директор «ДК пос. Липки»",
        "Лапина М.И. – Председатель отдела епархии, Протоиерей",
        "гости г. Твери",
    ]


@pytest.mark.skipif(not ARTICLE.exists(), reason=f"the article is not there: {ARTICLE.name}")
async def test_the_people_of_the_article_are_listed_word_for_word(store: Store, person: MakePerson) -> None:
    text = ARTICLE.read_text(encoding="utf-8")
    people = await listed(store, person, text)
    assert len(people) == 10
    assert people == as_printed(text)
    missing = [one for one in people if one not in text]
    assert len(missing) == 2, "apart from the two stops the article says the same"
    assert all(re.sub(r"(\.[А-ЯЁ])\. –", r"\1 –", one) in text for one in missing)
