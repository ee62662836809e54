"""What is kept of a person, for reading: in words, not as programs call it."""

from zoneinfo import ZoneInfo

import pytest

from bot.texts import Texts
from handlers.my_data import rows

SAY = Texts(ZoneInfo("Europe/Moscow"))("ru")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("language", "ru", "Русский"),
        ("kind", "reminder-week", "напоминание"),
        ("kind", "thanks", "вопрос об оценке"),
        ("state", "sent", "отправлено"),
        ("state", "superseded", "не отправлено: устарело"),
    ],
)
def test_what_programs_call_something_is_said_in_words(name: str, value: str, words: str) -> None:
    assert [said for _, said in rows({name: value}, SAY)] == [words]
