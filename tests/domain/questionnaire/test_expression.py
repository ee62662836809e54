"""Expressions of XLSForm as plain XPath; what is none of them is named."""

import pytest

from domain.questionnaire.expression import BadExpression, names_in, rewrite


def xpath(source: str) -> str:
    return rewrite(source, lambda name: f"/data/{name}").xpath


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("${a} = 'да'", "/data/a = 'да'"),
        ("${a} > 5", "rt:num(/data/a) > rt:num(5)"),
        (". <= today()", "rt:num(.) <= rt:num(rt:today())"),
        ("today() - 7", "rt:num(rt:today()) - rt:num(7)"),
        ("${a}>3 and not(${b}='')", "rt:num(/data/a) > rt:num(3) and not(/data/b = '')"),
        ("selected(${a}, 'other')", "rt:selected(/data/a, 'other')"),
        ("if(${a}=1, 'x', \"y\")", "rt:if(/data/a = 1, 'x', \"y\")"),
        ("(${a} + 2) * 3", "rt:num((rt:num(/data/a) + rt:num(2))) * rt:num(3)"),
        ("- ${a}", "-rt:num(/data/a)"),
        ("${a} div 2 mod 3", "rt:num(rt:num(/data/a) div rt:num(2)) mod rt:num(3)"),
        ("jr:choice-name(${a}, '${a}')", "rt:choice-name(/data/a, '${a}')"),
        ("once(today())", "rt:once(., rt:today())"),
        ("position(..)", "rt:position(..)"),
        ("position() = 1", "position() = 1"),
        ("count(/data/kid[age > 3])", "count(/data/kid[rt:num(age) > rt:num(3)])"),
        ("../name | ./@id", "../name | ./@id"),
        ("div = 1", "div = 1"),
        ("child::a/text()", "child::a/text()"),
        ("true()", "true()"),
    ],
)
def test_it_is_rewritten(source: str, written: str) -> None:
    assert xpath(source) == written


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("${a} >", ("syntax", "")),
        ("1 + + 2", ("syntax", "+")),
        ("'open", ("syntax", "'open")),
        ("(1", ("syntax", "")),
        ("a b", ("syntax", "b")),
        ("", ("syntax", "")),
        ("foo(1)", ("function", "foo")),
        ("pulldata('a', 'b')", ("function", "pulldata")),
        ("if(1, 2)", ("arguments", "if")),
        ("today(1)", ("arguments", "today")),
    ],
)
def test_what_is_wrong_is_named(source: str, why: tuple[str, str]) -> None:
    with pytest.raises(BadExpression) as caught:
        xpath(source)
    assert caught.value.args == why


def test_it_tells_which_names_it_asks_for() -> None:
    assert rewrite("${a} + ${ b-1 }", lambda name: f"/data/{name}").names == {"a", "b-1"}
    assert names_in("${a} + + ${b.c}") == {"a", "b.c"}
