"""Two people change one card: each changes only what they meant to."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some

from domain.difference import merged
from domain.partner import PartnerFields

BASE = PartnerFields("Колледж", "Колледж", "education", aliases=("ТПК", "Полиграф"), notes="старое")


def test_what_the_other_changed_meanwhile_stays() -> None:
    mine, theirs = replace(BASE, notes="моё"), replace(BASE, site="new.example", notes="их")
    assert merged(theirs, BASE, mine) == replace(BASE, site="new.example", notes="моё")
    assert merged(theirs, BASE, BASE) == theirs


def test_of_a_list_what_each_added_and_dropped_counts() -> None:
    mine, theirs = replace(BASE, aliases=("ТПК", "Новое")), replace(BASE, aliases=("ТПК", "Полиграф", "Их"))
    assert merged(theirs, BASE, mine).aliases == ("ТПК", "Их", "Новое")


lists = some.lists(some.sampled_from("абвг"), unique=True).map(tuple)


@given(lists, lists)
def test_alone_one_gets_what_one_wants(base: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    before, after = replace(BASE, aliases=base), replace(BASE, aliases=wanted)
    assert set(merged(before, before, after).aliases) == set(wanted)
