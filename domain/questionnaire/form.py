"""A questionnaire as the form that is asked: one question a screen, repeats laid out one repetition after the other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from domain.figures import figure
from domain.forms import Answers, Condition, Form, Key, Kind, Option, Question, Value, Words
from domain.questionnaire import own
from domain.questionnaire.functions import number
from domain.questionnaire.instance import NO, YES, Instance, key_of
from domain.questionnaire.model import Choice, Item, Labels, Questionnaire, in_language
from domain.refusal import Refusal

KINDS = {
    "text": Kind.TEXT,
    "barcode": Kind.TEXT,
    "integer": Kind.INTEGER,
    "decimal": Kind.DECIMAL,
    "range": Kind.DECIMAL,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "datetime": Kind.MOMENT,
    "select_one": Kind.CHOICE,
    "select_multiple": Kind.CHOICES,
    "note": Kind.NOTE,
    "acknowledge": Kind.CHOICE,
    "image": Kind.PHOTO,
    "file": Kind.FILE,
    "geopoint": Kind.PLACE,
}
LONGEST = 1000
"""Letters of a typed answer unless `rt_most` says otherwise."""
RANGE_BUTTONS = 21
OTHER = "other"
AGREED = "OK"
"""What ODK keeps of an acknowledgement."""
FAR = 10**12

Sources = Mapping[str, Sequence[Option]]
"""Lists of the register by name, for `rt_list`."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a form is made with: the library's wall clock, the language, lists of the register, how often at most a
    repeat is repeated, the messenger's ids of pictures by their files' names."""

    now: datetime
    language: str
    sources: Sources
    repeats: int = 10
    pictures: Mapping[str, str] = field(default_factory=dict)


def form_of(questionnaire: Questionnaire, telling: Telling) -> Form:
    """The form, for one look: it keeps what was asked of the answers, and must not be shared between two at once."""
    return Asked(questionnaire, telling).at(telling.now)


class Asked:
    """A questionnaire as a form that is made once and asked at any moment, by whoever comes, one after the other."""

    def __init__(self, questionnaire: Questionnaire, telling: Telling) -> None:
        maker = _Maker(questionnaire, telling)
        self._instance = maker.instance
        self._form = Form(questionnaire.name, tuple(maker.questions(questionnaire.items, (), ())))

    def at(self, now: datetime) -> Form:
        """The form, as it is asked at this moment of the library's wall clock."""
        if now != self._instance.now:
            self._instance.now = now
            if self._instance.tells_time:
                self._form.walked.clear()
        return self._form


class _Maker:
    def __init__(self, questionnaire: Questionnaire, telling: Telling) -> None:
        self._of = questionnaire
        self._telling = telling
        self.instance = Instance(questionnaire, telling.now, telling.language)

    def questions(
        self, items: Sequence[Item], numbers: tuple[int, ...], around: tuple[Condition, ...]
    ) -> Iterator[Question]:
        """The questions of the items, asked where everything around them is relevant."""
        for item in items:
            when = (*around, self._relevance(item, numbers)) if item.relevant else around
            if item.kind == "group":
                yield from self.questions(item.items, numbers, when)
            elif item.kind == "repeat":
                yield from self._repetitions(item, numbers, when)
            elif item.kind == "calculate":
                yield self._computed(item, numbers, when)
            elif item.is_question:
                yield self._question(item, numbers, when)

    def _relevance(self, item: Item, numbers: tuple[int, ...]) -> Condition:
        return lambda answers: self.instance.holds(item, item.relevant, answers, numbers)

    def _repetitions(self, item: Item, numbers: tuple[int, ...], around: tuple[Condition, ...]) -> Iterator[Question]:
        """One after the other; before each is settled whether there is to be one more."""
        for turn in range(1, self._telling.repeats + 1):
            key = self.instance.room(item, (*numbers, turn))
            more = self._counted if item.count else self._one_more
            yield more(item, key, (*numbers, turn), around)
            around = (*around, partial(_is_yes, key))
            yield from self.questions(item.items, (*numbers, turn), around)

    def _one_more(self, item: Item, key: str, numbers: tuple[int, ...], around: tuple[Condition, ...]) -> Question:
        words = self._in(item.label) or item.name
        options = (Option(YES, Key("survey-option-add")), Option(NO, Key("survey-option-enough")))
        hint = Key("survey-hint-first" if numbers[-1] == 1 else "survey-hint-more")
        return Question(key, Kind.CHOICE, words, hint=hint, options=options, when=_all(around))

    def _counted(self, item: Item, key: str, numbers: tuple[int, ...], around: tuple[Condition, ...]) -> Question:
        def compute(answers: Answers) -> Value:
            wanted = number(self.instance.ask(item, item.count, answers, numbers[:-1]))
            return YES if wanted >= numbers[-1] else NO

        return Question(key, Kind.COMPUTED, item.name, required=False, when=_all(around), compute=compute)

    def _computed(self, item: Item, numbers: tuple[int, ...], around: tuple[Condition, ...]) -> Question:
        def compute(answers: Answers) -> Value | None:
            return self.instance.text(item, item.calculation, answers, numbers) or None

        key = key_of(item.name, numbers)
        return Question(key, Kind.COMPUTED, item.name, required=False, when=_all(around), compute=compute)

    def _question(self, item: Item, numbers: tuple[int, ...], around: tuple[Condition, ...]) -> Question:
        key = key_of(item.name, numbers)
        words = self._in(item.label) or item.name
        asked = Question(key, KINDS[item.kind], words, hint=self._in(item.hint), when=_all(around))
        picture = self._telling.pictures.get(item.image, "")
        asked = replace(asked, words_by=self._words_by(item, numbers), picture=picture)
        needed = self._needed(item, numbers)
        asked = replace(asked, required=item.required == "yes", needed=needed, check=self._check(item, numbers))
        shape = SHAPES.get(item.kind)
        return shape(self, asked, item, numbers) if shape else asked

    def _words_by(self, item: Item, numbers: tuple[int, ...]) -> Callable[[Answers], str] | None:
        """What the question says depends on the answers before it where its words name them, or `rt_words` are set."""
        plain, other = self._in(item.label), self._in(own.words(item))
        if "${" not in plain + other and not other:
            return None

        def words(answers: Answers) -> str:
            is_other = bool(other) and self.instance.holds(item, item.rt.get("words_when", ""), answers, numbers)
            return self.instance.filled(other if is_other else plain, item, answers, numbers)

        return words

    def _in(self, words: Labels) -> str:
        return in_language(words, self._telling.language)

    def _needed(self, item: Item, numbers: tuple[int, ...]) -> Condition | None:
        if item.required in ("", "yes", "no"):
            return None
        return lambda answers: self.instance.holds(item, item.required, answers, numbers)

    def _check(self, item: Item, numbers: tuple[int, ...]) -> Callable[[Value, Answers], None] | None:
        if not item.constraint:
            return None
        message = self._in(item.message)

        def check(value: Value, before: Answers) -> None:
            if not self.instance.would_hold(item, item.constraint, value, before, numbers):
                raise Refusal("form-said", text=message) if message else Refusal("form-constraint")

        return check

    def text(self, asked: Question, item: Item, _numbers: tuple[int, ...]) -> Question:
        return replace(asked, longest=own.number(item, "most", LONGEST))

    def whole(self, asked: Question, _item: Item, _numbers: tuple[int, ...]) -> Question:
        return replace(asked, lowest=-FAR, highest=FAR)

    def range(self, asked: Question, item: Item, _numbers: tuple[int, ...]) -> Question:
        """From start to end by step: buttons where they are few."""
        start, end, step = (float(item.parameters.get(key, "1")) for key in ("start", "end", "step"))
        count = int(abs(end - start) / abs(step or 1)) + 1
        steps = [_figures(start + one * (abs(step) if end >= start else -abs(step))) for one in range(count)]
        options = tuple(Option(one, one) for one in steps) if count <= RANGE_BUTTONS else ()
        kind = Kind.CHOICE if options else Kind.DECIMAL
        return replace(asked, kind=kind, options=options, lowest=int(min(start, end)), highest=int(max(start, end)))

    def acknowledge(self, asked: Question, _item: Item, _numbers: tuple[int, ...]) -> Question:
        return replace(asked, options=(Option(AGREED, Key("survey-option-agreed")),))

    def choice(self, asked: Question, item: Item, numbers: tuple[int, ...]) -> Question:
        options = tuple(self._options(item, numbers))
        has_other = item.other or "other_most" in item.rt
        other = OTHER if has_other else ""
        limited = replace(asked, fewest=own.number(item, "least", 1), most=own.number(item, "most", 100))
        longest = own.number(item, "other_most", 80)
        if item.choice_filter:
            limited = replace(limited, when=_and_offers(limited.when, options))
        return replace(limited, options=options, other=other, other_longest=longest, exclusive=own.exclusive(item))

    def _options(self, item: Item, numbers: tuple[int, ...]) -> Iterator[Option]:
        yield from self._telling.sources.get(item.rt.get("list", ""), ())
        choices = self._of.choices.get(item.choices, ())
        for choice in choices:
            yield self._option(item, choice, numbers)
        if item.other and all(choice.name != OTHER for choice in choices):
            yield Option(OTHER, Key("survey-option-other"))

    def _option(self, item: Item, choice: Choice, numbers: tuple[int, ...]) -> Option:
        words: Words = self._in(choice.label) or choice.name
        if not item.choice_filter:
            return Option(choice.name, words)
        return Option(choice.name, words, when=lambda answers: self.instance.offers(item, choice, answers, numbers))


Shape = Callable[[_Maker, Question, Item, tuple[int, ...]], Question]
SHAPES: Mapping[str, Shape] = {
    "text": _Maker.text,
    "barcode": _Maker.text,
    "integer": _Maker.whole,
    "decimal": _Maker.whole,
    "range": _Maker.range,
    "acknowledge": _Maker.acknowledge,
    "select_one": _Maker.choice,
    "select_multiple": _Maker.choice,
}


def _and_offers(when: Condition | None, options: tuple[Option, ...]) -> Condition:
    """A question whose filter lets nothing through is not asked: nobody could answer it."""

    def offers(answers: Answers) -> bool:
        if when is not None and not when(answers):
            return False
        return any(option.when is None or option.when(answers) for option in options)

    return offers


def _is_yes(key: str, answers: Answers) -> bool:
    return answers.get(key) == YES


def _all(conditions: tuple[Condition, ...]) -> Condition | None:
    if not conditions:
        return None
    return lambda answers: all(condition(answers) for condition in conditions)


def _figures(value: float) -> str:
    return figure(value)
