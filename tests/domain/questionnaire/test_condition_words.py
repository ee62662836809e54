"""When a question is asked, in words where there are any."""

from functools import partial

import pytest

from bot.console import sentence
from domain.questionnaire.condition_words import condition_words
from domain.questionnaire.model import Choice, Item, Questionnaire
from domain.questionnaire.outline import outline
from tests.chat.surveying import our_partners

LISTS = {"yn": (Choice("y", {"ru": "да"}), Choice("n", {"ru": "нет"}), Choice("m", {"ru": "как когда"}))}
ITEMS = (
    Item("select_one", "a", ("a",), choices="yn"),
    Item("select_multiple", "b", ("b",), choices="yn", other=True),
    Item("integer", "n", ("n",)),
    Item("integer", "k", ("k",)),
    Item("integer", "l", ("l",)),
    Item("calculate", "sum", ("sum",), calculation="${n} + 1"),
    Item("text", "t", ("t",)),
)
QUESTIONNAIRE = Questionnaire("t", "Проба", languages=("ru",), choices=LISTS, items=ITEMS)
NUMBERS = {item.name: number for number, (item, _) in enumerate(outline(QUESTIONNAIRE), 1)}
words = partial(condition_words, questionnaire=QUESTIONNAIRE, numbers=NUMBERS, plain=sentence, language="ru")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("${a} = 'y'", "в вопросе 1 выбрано «да»"),
        ("'y' = ${a}", "в вопросе 1 выбрано «да»"),
        ("${a}='y' or ${a} = 'm'", "в вопросе 1 выбрано «да» или «как когда»"),
        ("selected(${b}, 'n')", "в вопросе 2 выбрано «нет»"),
        ("selected(${b}, 'other')", "в вопросе 2 выбрано «другое»"),
        ("not(selected(${b}, 'n'))", "в вопросе 2 не выбрано «нет»"),
        ("${a} != 'y' and ${a} != 'n'", "в вопросе 1 не выбрано «да» или «нет»"),
        ("selected(${b}, 'y') and selected(${b}, 'n')", "в вопросе 2 выбрано «да» и в вопросе 2 выбрано «нет»"),
        ("${n} > 5", "в вопросе 3 ответ больше 5"),
        ("5 >= ${n}", "в вопросе 3 ответ не больше 5"),
        ("${n} < 2 or ${k} < 2 or ${l} < 2", "хотя бы в одном из вопросов 3–5 ответ меньше 2"),
        ("${t} != ''", "на вопрос 6 есть ответ"),
        ("not(${t} != '')", "на вопрос 6 нет ответа"),
        ("${a} = 'y' and (${n} > 1 or ${t} = '')",
         "в вопросе 1 выбрано «да» и (в вопросе 3 ответ больше 1 или на вопрос 6 нет ответа)"),
        ("${n} = 3", "в вопросе 3 ответ «3»"),
    ],
)  # fmt: skip
def test_a_condition_is_said_in_words(source: str, said: str) -> None:
    assert words([source]) == said


@pytest.mark.parametrize(
    "source",
    [
        "${sum} > 2",
        "${n} + 1 > 2",
        "count-selected(${b}) > 1",
        "today() > '2020-01-01'",
        "not(${n} > 1)",
        "${n} >",
        "1",
    ],
)
def test_what_has_no_words_stands_as_it_was_written(source: str) -> None:
    assert words([source]) == source


def test_conditions_of_the_groups_around_are_joined_and_said_once() -> None:
    assert words(["${a} = 'y'", "${a} = 'y'", "${n} > 1"]) == "в вопросе 1 выбрано «да» и в вопросе 3 ответ больше 1"
    either = "(в вопросе 1 выбрано «да» или в вопросе 3 ответ больше 1) и на вопрос 6 есть ответ"
    assert words(["${a} = 'y' or ${n} > 1", "${t} != ''"]) == either


def test_every_condition_of_our_partners_has_words() -> None:
    asked = outline(our_partners())
    numbers = {item.name: number for number, (item, _) in enumerate(asked, 1)}
    said = {item.name: condition_words(when, our_partners(), numbers, sentence, "ru") for item, when in asked}
    assert not any("$" in one for one in said.values())
    assert said["duration"] == "в вопросе 4 выбрано «да, сейчас» или «раньше, сейчас нет»"
    assert said["low_reason"] == "хотя бы в одном из вопросов 11–15 ответ не больше 2"
