"""The functions of ODK, asked through lxml as the forms ask them."""

from datetime import datetime
from typing import Any

import pytest
from lxml import etree

from domain.questionnaire.expression import rewrite
from domain.questionnaire.functions import URI, functions

NOW = datetime.fromisoformat("2018-03-26T10:05")
DOCUMENT = etree.fromstring(
    "<data><a>x y</a><n>7</n><day>2018-04-27</day><none/><kid><age>3</age></kid><kid><age>10</age></kid></data>"
)


def ask(source: str, context: Any = DOCUMENT) -> Any:
    written = rewrite(source, lambda name: f"/data/{name}").xpath
    own = functions(lambda: NOW, lambda value, path: f"{path}:{value}")
    return etree.XPath(written, namespaces={"rt": URI}, extensions=own)(context)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("selected(${a}, 'y')", True),
        ("selected(${a}, 'z')", False),
        ("count-selected(${a})", 2),
        ("selected-at(${a}, 1)", "y"),
        ("selected-at(${a}, 5)", ""),
        ("if(${n} > 5, 'много', 'мало')", "много"),
        ("if(${none}, 1, 2)", 1),
        ("coalesce(${none}, ${n}, 'x')", "7"),
        ("regex(${n}, '[0-9]+')", True),
        ("regex('7a', '[0-9]+')", False),
        ("regex('a', '[')", False),
        ("regex('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a+)+(b|c)+d*')", False),
        ("today()", "2018-03-26"),
        ("now()", "2018-03-26T10:05:00"),
        ("${day} > today()", True),
        ("${day} - today()", 32),
        ("date(today() + 7)", "2018-04-02"),
        ("date('никогда')", ""),
        ("format-date(${day}, '%d.%m.%Y, %e %n %y %b')", "27.04.2018, 27 4 18 %b"),
        ("format-date-time('2018-04-27T14:05', '%H:%M:%S %h %3')", "14:05:00 14 000"),
        ("format-date('', '%d')", ""),
        ("int(7.9)", 7),
        ("round(2.5)", 3),
        ("round(1.256, 2)", 1.26),
        ("pow(2, 10)", 1024),
        ("jr:choice-name(${n}, '${a}')", "${a}:7"),
        ("min(${n}, 3, 'x')", 3),
        ("max(/data/kid/age)", 10),
        ("sum(/data/kid/age)", 13),
        ("count(/data/kid)", 2),
        ("string-length('абв')", 3),
        ("join(', ', /data/kid/age)", "3, 10"),
        ("substr('абвг', 1, 3)", "бв"),
        ("substr('абвг', 2)", "вг"),
        ("concat(${n} + 1, true(), 0.5)", "8true0.5"),
        ("decimal-date-time('1970-01-02')", 1),
    ],
)
def test_it_gives(source: str, value: object) -> None:
    assert ask(source) == value


NO_NUMBERS = ["int('x')", "round(1 div 0)", "pow(10, 1000)", "min('x')", "position(/data/nobody)"]


@pytest.mark.parametrize("source", NO_NUMBERS)
def test_what_is_no_number_stays_none(source: str) -> None:
    assert str(ask(source)) in ("nan", "inf")


def test_once_keeps_what_is_there() -> None:
    assert ask("once('new')", DOCUMENT.find("n")) == "7"
    assert ask("once('new')", DOCUMENT.find("none")) == "new"


def test_a_repetition_knows_its_number() -> None:
    assert [ask("position(..)", age) for age in DOCUMENT.iterfind("kid/age")] == [1, 2]
