"""A questionnaire asked as a form: branches, repeats, calculations, limits."""

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.form_walk import walk
from domain.forms import Form, Kind, Option, Value
from domain.progress import Progress, back, counted, pending, put, skip, turn_to
from domain.questionnaire.form import Asked, Telling, form_of
from domain.questionnaire.model import Choice, Item, Questionnaire
from domain.refusal import Refusal

NOW = datetime.fromisoformat("2018-03-26T10:00")
TELLING = Telling(NOW, "ru", {"branches": (Option("b7", "Герцена", 7),)}, repeats=3)
YES_NO = (Choice("y", {"ru": "да"}), Choice("n", {"ru": "нет"}))


def item(kind: str, name: str, *above: str, **rest: object) -> Item:
    return Item(kind, name, (*above, name), **{"label": {"ru": f"{name}?"}, **rest})  # type: ignore[arg-type]


def asked(*items: Item, **lists: tuple[Choice, ...]) -> Form:
    return form_of(Questionnaire("t", "Проба", languages=("ru",), choices={"yn": YES_NO} | lists, items=items), TELLING)


def answer(form: Form, **values: Value) -> Progress:
    progress = Progress()
    for key, value in values.items():
        progress = put(form, progress, key.replace("_", "#"), value)
    return progress


FAMILY = (
    item("select_one", "a", choices="yn", required="yes"),
    item("integer", "n", relevant="${a} = 'y'", constraint=". > 0 and . < 4", message={"ru": "От 1 до 3"}),
    item(
        "repeat",
        "kid",
        count="${n}",
        items=(
            item("text", "name", "kid"),
            item("integer", "age", "kid", label={"ru": "Сколько лет: ${name}?"}, constraint=". >= position(..)"),
        ),
    ),
    item("calculate", "total", calculation="sum(${age})"),
    item("note", "bye", relevant="${total} > 3", label={"ru": "Всего ${total}"}),
)


def test_a_question_is_asked_where_its_condition_holds() -> None:
    form = asked(*FAMILY)
    assert [one.id for one in walk(form, {"a": "n"}).shown] == ["a"]
    assert [one.id for one in walk(form, {"a": "y"}).shown] == ["a", "n"]


def test_a_form_looks_anew_at_another_hour_only_where_it_asks_the_time() -> None:
    items = (item("text", "a"), item("text", "late", relevant="today() > '2018-03-26'"))
    timely, timeless = (Asked(Questionnaire("t", "Проба", items=some), TELLING) for some in (items, items[:1]))
    answers, tomorrow = {"a": "раз"}, NOW.replace(day=27)
    assert [one.id for one in walk(timely.at(NOW), answers).shown] == ["a"]
    assert [one.id for one in walk(timely.at(tomorrow), answers).shown] == ["a", "late"]
    assert walk(timeless.at(NOW), answers) is walk(timeless.at(tomorrow), answers)


def test_a_counted_repeat_asks_so_often_and_its_sums_follow() -> None:
    form = asked(*FAMILY)
    progress = answer(form, a="y", n=2, name_1="Петя", age_1=3, name_2="Вася", age_2=7)
    assert counted(form, progress)["total"] == "10"
    assert counted(form, put(form, progress, "n", 1))["total"] == "3"
    assert counted(form, put(form, put(form, progress, "n", 1), "n", 2)) == counted(form, progress)


def test_words_name_the_answers_before() -> None:
    form = asked(*FAMILY)
    progress = answer(form, a="y", n=1, name_1="Петя")
    question = pending(form, progress)
    assert question is not None
    assert question.words_after(counted(form, progress)) == "Сколько лет: Петя?"


def test_a_constraint_says_its_own_words_or_the_usual_ones() -> None:
    form = asked(*FAMILY)
    with pytest.raises(Refusal, match="form-said") as said:
        answer(form, a="y", n=9)
    assert said.value.values == {"text": "От 1 до 3"}
    with pytest.raises(Refusal, match="form-constraint"):
        answer(form, a="y", n=2, name_1="Петя", age_1=3, name_2="Вася", age_2=1)


def test_a_free_repeat_asks_before_each_repetition_and_ends_at_the_limit() -> None:
    form = asked(item("repeat", "kid", items=(item("text", "name", "kid"),)))
    progress = put(form, put(form, Progress(), "kid:more#1", "yes"), "name#1", "Петя")
    ending = put(form, progress, "kid:more#2", "no")
    assert pending(form, ending) is None
    assert counted(form, ending)["name#1"] == "Петя"
    assert "kid:more#4" not in {question.id for question in form.questions}


def test_a_filter_lets_choices_through_by_their_columns() -> None:
    places = (Choice("h", {"": "Герцена"}, {"side": "y"}), Choice("p", {"": "Полевого"}, {"side": "n"}))
    side = item("select_one", "side", choices="yn")
    form = asked(side, item("select_one", "at", choices="places", choice_filter="side = ${side}"), places=places)
    assert [one.id for one in form.question("at").offered({"side": "y"})] == ["h"]
    assert counted(form, answer(form, side="y", at="h")) == {"side": "y", "at": "h"}
    with pytest.raises(Refusal, match="form-option-gone"):
        answer(form, side="n", at="h")


def test_the_columns_of_our_own_set_limits_and_exclude() -> None:
    rt = {"exclusive": "n", "most": "2", "other_most": "5", "list": "branches"}
    form = asked(item("select_multiple", "q", choices="yn", other=True, rt=rt))
    question = form.question("q")
    assert [one.id for one in question.options] == ["b7", "y", "n", "other"]
    assert (question.most, question.other, question.other_longest) == (2, "other", 5)
    assert question.exclusive == {"n"}
    assert counted(form, answer(form, q=["b7", "own:клуб"])) == {"q": ["b7", "own:клуб"]}


def test_other_words_are_said_where_their_condition_holds() -> None:
    rt = {"words": "Почему не начали?", "words_when": "${a} = 'n'"}
    form = asked(item("select_one", "a", choices="yn"), item("text", "why", rt=rt))
    assert form.question("why").words_after({"a": "n"}) == "Почему не начали?"
    assert form.question("why").words_after({"a": "y"}) == "why?"


def test_required_may_be_a_condition() -> None:
    form = asked(item("select_one", "a", choices="yn"), item("text", "why", required="${a} = 'n'"))
    with pytest.raises(Refusal, match="form-required"):
        skip(form, answer(form, a="n"), "why")
    assert pending(form, skip(form, answer(form, a="y"), "why")) is None


def test_a_range_is_buttons_where_they_are_few_and_figures_where_not() -> None:
    few = {"start": "1.5", "end": "3", "step": "0.5"}
    many = {"start": "0", "end": "100", "step": "1"}
    form = asked(item("range", "few", parameters=few), item("range", "many", parameters=many))
    assert [one.id for one in form.question("few").options] == ["1.5", "2", "2.5", "3"]
    assert form.question("many").kind is Kind.DECIMAL
    with pytest.raises(Refusal, match="form-number-range"):
        answer(form, few="2", many="101")


def test_an_acknowledgement_is_one_button_and_what_lacks_words_goes_by_its_name() -> None:
    form = asked(item("acknowledge", "read", label={}))
    assert form.question("read").words == "read"
    assert counted(form, answer(form, read="OK")) == {"read": "OK"}


def test_it_is_the_same_after_a_journey_as_json() -> None:
    whole = Questionnaire("t", "Проба", "3", ("ru",), {"yn": YES_NO}, FAMILY)
    assert Questionnaire.from_json(json.loads(json.dumps(whole.to_json()))) == whole
    assert [one.name for one in whole.walk()] == ["a", "n", "kid", "name", "age", "total", "bye"]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["a", "n", "name#1", "age#1", "name#2", "age#2", "bye"]),
        st.sampled_from(["y", "n", 1, 2, 3, 9, "Петя"]),
        st.sampled_from(["put", "skip", "back", "turn"]),
    ),
    max_size=30,
)


@given(STEPS)
def test_whatever_the_order_of_steps_what_counts_is_what_a_straight_walk_would_give(
    steps: list[tuple[str, Value, str]],
) -> None:
    form, progress = asked(*FAMILY), Progress()
    for key, value, step in steps:
        try:
            progress = taken(form, progress, key, value, step)
        except Refusal:
            continue
    final = {key: progress.answers[key] for key in sorted(progress.answers)}
    assert counted(form, progress) == walk(asked(*FAMILY), final).counted


def taken(form: Form, progress: Progress, key: str, value: Value, step: str) -> Progress:
    if step == "put":
        return put(form, progress, key, value)
    if step == "skip":
        return skip(form, progress, key)
    return back(form, progress) if step == "back" else turn_to(form, progress, key)
