"""Results: numbers recomputed by hand, shares only where they mean something, small groups never alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.questionnaire.model import Choice, Item, Questionnaire
from domain.results import REST, Answered, Groups, Rate, by_groups, compared, day_words, results, show_share

SCALE = tuple(Choice(name, {"": name}) for name in ("1", "2", "3", "4", "5", "unknown"))
FORMS = tuple(Choice(name, {"ru": name}) for name in ("club", "contests", "other"))


def item(kind: str, name: str, **rest: object) -> Item:
    return Item(kind, name, (name,), **rest)  # type: ignore[arg-type]


ASKED = Questionnaire(
    "our",
    "Наши партнеры",
    choices={"scale": SCALE, "forms": FORMS},
    items=(
        item("select_one", "rating", choices="scale"),
        item("select_multiple", "forms", choices="forms", other=True),
        item("integer", "people"),
        item("date", "since"),
        item("text", "words"),
        item("note", "bye"),
        item("group", "g", items=(item("select_multiple", "libraries", rt={"list": "branches"}),)),
    ),
)


def said(number: int, group: str = "education", **answers: object) -> Answered:
    return Answered(number, 100 + number, group, answers)  # type: ignore[arg-type]


TEN = [
    said(1, rating="5", forms=["club"], people=10, since="2018-01-01", words="Спасибо"),
    said(2, rating="4", forms=["club", "own:чаепития"], people=20, since="2018-01-01"),
    said(3, rating="unknown", forms=["contests", "own:походы", "own:чаепития"]),
    said(4, "media", rating="3", libraries=["7", "9"]),
    said(5, "media", rating="5", libraries=["9"]),
]


def test_each_question_says_how_many_answered_and_chose_what() -> None:
    rating, forms, people, since, words, libraries = results(ASKED, TEN)
    assert (rating.n, [row.count for row in rating.rows], rating.several) == (5, [0, 0, 1, 1, 2, 1], False)
    assert (forms.n, [(row.name, row.count) for row in forms.rows], forms.several) == (
        3,
        [("club", 2), ("contests", 1), ("other", 2)],
        True,
    )
    assert (people.n, since.n, since.rows[0].count) == (2, 2, 2)
    assert words.words == ((1, "Спасибо"),)
    assert [(row.name, row.count) for row in libraries.rows] == [("9", 2), ("7", 1)]


def test_that_a_sum_is_more_than_the_whole_is_said_only_where_it_is() -> None:
    assert [one.over_whole for one in results(ASKED, TEN)] == [False, True, False, False, False, True]
    assert not any(one.over_whole for one in results(ASKED, [said(1, forms=["club"])]))


def test_own_answers_wait_for_a_librarian() -> None:
    assert results(ASKED, TEN)[1].words == ((2, "чаепития"), (3, "походы"), (3, "чаепития"))


def test_a_mean_leaves_out_who_does_not_know_and_counts_them_apart() -> None:
    scale = results(ASKED, TEN)[0].scale
    assert scale is not None
    assert (scale.mean, scale.lowest, scale.highest, scale.n, scale.unknown) == (4.25, 3, 5, 4, 1)
    numbers = results(ASKED, TEN)[2].scale
    assert numbers is not None
    assert (numbers.mean, numbers.lowest, numbers.highest) == (15, 10, 20)
    nothing = results(ASKED, [said(1, rating="unknown")])[0].scale
    assert nothing is not None
    assert (nothing.mean, nothing.n, nothing.unknown) == (None, 0, 1)


def test_nobody_asked_is_no_division() -> None:
    assert (Rate(0, 0).share, Rate(4, 3).share) == (0, 0.75)
    assert [result.n for result in results(ASKED, [])] == [0] * 6


@pytest.mark.parametrize(
    ("count", "n", "share"),
    [(6, 9, None), (5, 10, 50), (2, 30, 7), (1, 200, 0.5), (667, 1000, 66.7), (0, 10, 0), (10, 10, 100)],
)
def test_shares_are_printed_only_where_they_mean_something(count: int, n: int, share: float | None) -> None:
    assert show_share(count, n) == share


def test_repetitions_are_counted_each_as_one() -> None:
    kid = item("repeat", "kid", items=(item("integer", "age"),))
    asked = Questionnaire("t", "Т", items=(kid,))
    answers = {"age#1": 3, "age#2": 7}
    assert results(asked, [Answered(1, 1, "education", answers)])[0].n == 2


def by_groups_of(responses: list[Answered], asked: Questionnaire = ASKED) -> list[Groups]:
    return by_groups(results(asked, responses), responses)


def group(name: str, number: int, start: int = 0, value: str = "5") -> list[Answered]:
    return [said(start + one, name, rating=value) for one in range(number)]


def test_a_small_group_is_shown_only_together_with_others() -> None:
    whole = [*group("education", 4), *group("media", 2, 10), *group("ngo", 1, 20)]
    assert by_groups_of(whole)[0].sizes == {"education": 4, REST: 3}
    assert by_groups_of([*group("education", 4), *group("culture", 3, 10), *group("ngo", 1, 20)])[0].sizes == {
        "education": 4,
        REST: 4,
    }
    assert by_groups_of(group("media", 2))[0].sizes == {}
    assert by_groups_of([*group("media", 2), *group("ngo", 2, 10)]) == []


def test_a_question_that_few_of_a_group_answered_is_not_shown_for_it() -> None:
    quiet = [said(30 + one, "culture", forms=["club"]) for one in range(2)]
    whole = [*group("education", 4), *group("culture", 2, 10), *quiet, *group("ngo", 3, 20)]
    assert by_groups_of(whole)[0].sizes == {"education": 4}


def test_waves_are_compared_by_the_names_of_their_questions() -> None:
    before = Questionnaire(
        "our", "2017", choices={"scale": SCALE}, items=(item("select_one", "rating", choices="scale"),)
    )
    pairs = compared(results(ASKED, TEN), results(before, TEN[:2]))
    assert [(now.item.name, now.n, old.n) for now, old in pairs] == [("rating", 5, 2)]


GROUPS = st.lists(st.tuples(st.sampled_from("abcd"), st.booleans()), max_size=25)


@given(GROUPS)
def test_neither_what_is_shown_nor_what_is_left_of_the_whole_is_small(people: list[tuple[str, bool]]) -> None:
    whole = [said(n, name, **({"rating": "5"} if answers else {})) for n, (name, answers) in enumerate(people)]
    total = sum(answers for _, answers in people)
    found = by_groups_of(whole)
    shown = found[0].sizes if found else {}
    assert all(size >= 3 for size in shown.values())
    assert not 0 < total - sum(shown.values()) < 3 or not shown


def test_one_organisation_that_repeats_itself_is_no_group() -> None:
    asked = Questionnaire(
        "t",
        "Т",
        choices={"scale": SCALE},
        items=(item("repeat", "r", items=(item("select_one", "q", choices="scale"),)),),
    )
    loud = Answered(1, 1, "ngo", {"q#1": "5", "q#2": "5", "q#3": "4"})
    silent = [Answered(number, number, "ngo", {}) for number in (2, 3)]
    others = [Answered(number, number, "media", {"q#1": "1"}) for number in range(4, 8)]
    [groups] = by_groups_of([loud, *silent, *others], asked)
    assert groups.sizes == {}
    assert by_groups_of([loud, *silent], asked)[0].sizes == {}


def test_days_are_read_as_people_write_them() -> None:
    assert [day_words(one) for one in ("2018-04-27", "2018-04-27T14:00", "14:00")] == [
        "27.04.2018",
        "27.04.2018 14:00",
        "14:00",
    ]
