"""What is kept of a person, for reading: in words, not as programs call it."""

from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.texts import Texts
from domain.people import Role
from handlers.entries import ACTIONS
from handlers.my_data import rows
from handlers.notices import MAKERS

SAY = Texts(ZoneInfo("Europe/Moscow"))("ru")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("language", "ru", "Русский"),
        ("kind", "reminder-week", "напоминание"),
        ("kind", "thanks", "вопрос об оценке"),
        ("state", "sent", "отправлено"),
        ("state", "superseded", "не отправлено: устарело"),
        ("action", "part-answered", "Ответ партнёра на участие"),
        ("part", "co_organiser", "соорганизатор"),
        ("brings", ["hall", "speaker"], "зал, докладчик"),
        ("text_version", "events-1-ru-ea8c5e363ee84f6d", "1"),
        ("muted", ["week"], "Напоминать за неделю"),
        (
            "after",
            {"partner": 1, "state": "accepted", "brings": ["hall"]},
            "состояние: принято; что даёт организация: зал",
        ),
        ("after", {"role": "partner_rep"}, "роль: представитель партнёра"),
        ("after", {"mode": "offsite", "status": "published"}, "где проходит: на выезде; состояние: объявлено"),
        (
            "body",
            {"answers": {"target_age": "to14", "sector": "media"}},
            "до 14 лет; сфера: СМИ",
        ),
        ("args", {"old": "2018-04-27T14:00:00+03:00", "reason": "болезнь"}, "причина: болезнь"),
        ("answers", {"best_event": "Чтения <памяти>", "q2": ["да", "нет"]}, "Чтения <памяти>; да, нет"),
        ("body", {"title": "Вечер", "starts_at": "2018-04-27T14:00:00+03:00"}, "пятница, 27 апреля 2018 г., 14:00"),
    ],
)
def test_what_programs_call_something_is_said_in_words(name: str, value: Any, words: str) -> None:
    [(_, said)] = rows({name: value}, SAY)
    assert said.endswith(words)


def test_numbers_of_records_are_for_programs() -> None:
    assert rows({"args": {"partner": 1, "token": "x"}, "kind": "survey"}, SAY) == [("Вид", "приглашение к опросу")]


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_every_kind_of_message_has_words(kind: str) -> None:
    [(_, said)] = rows({"kind": kind}, SAY)
    assert said != kind


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_every_action_has_words(action: str) -> None:
    [(_, said)] = rows({"action": action}, SAY)
    assert said != action


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.PARTICIPANT}))
def test_every_role_has_words(role: str) -> None:
    [(_, said)] = rows({"role": role}, SAY)
    assert said != role
