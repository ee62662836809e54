"""Texts of consent: files with versions, shipped or the library's own; what cannot be used is named."""

from pathlib import Path

import pytest

from bot.consents import load_consents
from bot.settings import BadSettings
from domain.people import Purpose

OPERATOR = {"operator": "МБС г. Твери", "address": "Тверской пр-т, д. 5", "contact": "8 (4822) 00-00-00"}
LANGUAGES = ("ru", "en")


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_purpose_has_a_text_in_every_language(purpose: Purpose, language: str) -> None:
    text = load_consents("", LANGUAGES).current(purpose, language)
    shown = text.shown(OPERATOR)
    assert text.language == language
    assert all(value in shown for value in OPERATOR.values())
    assert "{" not in shown
    assert text.version(shown).startswith(f"{purpose}-1-{language}-")
    assert len(text.version(shown)) <= 40


def test_another_operator_is_another_text() -> None:
    text = load_consents("", LANGUAGES).current(Purpose.EVENTS, "ru")
    versions = {text.version(text.shown(OPERATOR | {"operator": name})) for name in ("А", "Б")}
    assert len(versions) == 2


def test_a_newer_version_of_the_librarys_own_is_asked_from_then_on(tmp_path: Path) -> None:
    (tmp_path / "events-2.ru.txt").write_text("Согласие\n\n{operator}", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("не наше", encoding="utf-8")
    texts = load_consents(str(tmp_path), LANGUAGES)
    assert texts.current(Purpose.EVENTS, "ru").number == 2
    assert texts.current(Purpose.EVENTS, "en").language == "ru"
    assert texts.current(Purpose.SURVEY, "en").number == 1


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("Согласие\n\n{operatr}".encode(), "{operatr} подставить нечем. Есть: {address}, {contact}, {operator}"),
        (b"", "нужно от 1 до 1700 знаков, а здесь 0"),
        ("я".encode() * 1701, "нужно от 1 до 1700 знаков, а здесь 1701"),
        ("Согласие".encode("cp1251"), "не в кодировке UTF-8"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, body: bytes, fault: str) -> None:
    (tmp_path / "events-2.ru.txt").write_bytes(body)
    with pytest.raises(BadSettings) as caught:
        load_consents(str(tmp_path), LANGUAGES)
    assert "events-2.ru.txt" in str(caught.value)
    assert fault in str(caught.value)


def test_a_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(BadSettings, match="нет такой папки"):
        load_consents("/nowhere", LANGUAGES)
