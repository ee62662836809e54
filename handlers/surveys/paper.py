"""A questionnaire as a printed form, in the words of the catalogue: boxes, tables, lines, and who answers what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from domain.forms import Option
from domain.questionnaire import own
from domain.questionnaire.condition_words import condition_words, has_words
from domain.questionnaire.form import LONGEST
from domain.questionnaire.model import Item, Questionnaire, in_language
from domain.questionnaire.outline import outline
from domain.questionnaire.paper import Answer, Ask, Blank, Block, Heading, Lines, Paper, Remark, Scale, Ticks
from domain.survey import Survey
from handlers.forms.desk import Context
from handlers.say import Say
from handlers.surveys.words import until

FEW = 40
"""Options from the register that fit on paper; of more, names are written in by hand."""
SCALE = (2, 8)
"""Options that fit beside each other in a table."""
LINES = ((80, 1), (300, 3))
"""Lines for so many letters."""
REFERENCE = re.compile(r"\$\{[^}]*\}")
GAP = "_____"
OTHER = "other"
NUMBERS = frozenset({"integer", "decimal", "range"})


def paper_of(ctx: Context, questionnaire: Questionnaire, places: Sequence[Option], survey: Survey | None) -> Paper:
    """The form; of a survey it says besides who asks, why, and until when."""
    say = ctx.say
    head = [say.plain("paper-asks", library=ctx.library.name)]
    if survey is not None:
        fields = survey.fields
        head += [fields.purpose] if fields.purpose else []
        head += [say.plain("paper-minutes", minutes=fields.minutes)] if fields.minutes else []
        head.append(say.plain("paper-until", at=until(ctx, survey)))
    head.append(say.plain("paper-who-sees"))
    blanks = tuple(say.plain(key) for key in ("paper-organisation", "paper-date"))
    maker = _Maker(questionnaire, places, say)
    title = survey.fields.title if survey else questionnaire.title
    return Paper(title, tuple(head), blanks, tuple(maker.blocks()), say.plain("paper-thanks"), say.plain("paper-page"))


class _Maker:
    def __init__(self, questionnaire: Questionnaire, places: Sequence[Option], say: Say) -> None:
        self._of = questionnaire
        self._places = places
        self._say = say
        self._numbers = _numbered(questionnaire.items, questionnaire)
        self._when = {item.name: self._conditions(conditions) for item, conditions in outline(questionnaire)}

    def blocks(self) -> Iterator[Block]:
        yield from self._told(list(self._all(self._of.items)))

    def _told(self, every: list[tuple[str, Block]]) -> Iterator[Block]:
        """Before the first of the questions that are for some only: which they are, and for whom."""
        for when, some in groupby(every, key=lambda one: one[0]):
            blocks = [block for _, block in some]
            numbers = [block.number for block in blocks if isinstance(block, Ask)]
            if when and numbers:
                yield Remark(self._only(numbers, when))
            yield from blocks

    def _only(self, numbers: list[int], when: str) -> str:
        if len(numbers) == 1:
            return self._say.plain("paper-only-one", number=numbers[0], when=when)
        return self._say.plain("paper-only", first=numbers[0], last=numbers[-1], when=when)

    def _all(self, items: Sequence[Item]) -> Iterator[tuple[str, Block]]:
        """Each block with the words for whom it is."""
        for item in items:
            if _is_scale(item, self._of):
                yield self._when[item.items[0].name], self._scale(item)
            elif item.kind in ("group", "repeat"):
                yield from self._group(item)
            elif item.kind == "note":
                yield self._when[item.name], Remark(self._words(item))
            elif item.is_question:
                yield self._when[item.name], self._ask(item)

    def _group(self, item: Item) -> Iterator[tuple[str, Block]]:
        inner = list(self._all(item.items))
        if item.label and inner:
            yield "", Heading(self._words(item))
        if item.kind == "repeat" and inner:
            yield "", Remark(self._say.plain("paper-repeat"))
        yield from inner

    def _scale(self, item: Item) -> Ask:
        head = self._words(item)
        rows = tuple(self._words(one).removeprefix(head).strip(" :") for one in item.items)
        answer = Scale(tuple(text for _, text in self._options(item.items[0])), rows)
        return Ask(self._numbers[item.items[0].name], head, (self._say.plain("paper-each-row"),), answer)

    def _ask(self, item: Item) -> Ask:
        hints = [in_language(item.hint, self._say.language), self._other_words(item), self._how_many(item)]
        return Ask(self._numbers[item.name], self._words(item), tuple(filter(None, hints)), self._answer(item))

    def _answer(self, item: Item) -> Answer:
        if item.kind == "acknowledge":
            return Ticks((self._say.plain("survey-option-agreed"),))
        if item.kind.startswith("select_"):
            return self._ticks(item)
        if item.kind in ("text", "barcode"):
            return Lines(_lines(own.number(item, "most", LONGEST)))
        if item.kind in ("image", "file", "geopoint"):
            return Lines(1)
        return Blank(self._say.plain(f"paper-blank-{'number' if item.kind in NUMBERS else item.kind}"))

    def _ticks(self, item: Item) -> Answer:
        """Boxes; what stands for words of one's own comes last, with a line."""
        options, has_own = self._options(item), item.other or "other_most" in item.rt
        if len(options) > FEW:
            return Lines(own.number(item, "most", 3) if item.kind == "select_multiple" else 1)
        words = dict(options).get(OTHER, self._say.plain("survey-option-other")) if has_own else ""
        return Ticks(tuple(text for name, text in options if not (has_own and name == OTHER)), words)

    def _options(self, item: Item) -> list[tuple[str, str]]:
        """Names with words, those of the register first."""
        places = [(one.id, str(one.words)) for one in self._places] if item.rt.get("list") else []
        choices = self._of.choices.get(item.choices, ())
        return [*places, *((one.name, in_language(one.label, self._say.language) or one.name) for one in choices)]

    def _how_many(self, item: Item) -> str:
        """Unless its words end by saying so, in brackets."""
        if not item.kind.startswith("select_") or self._words(item).endswith(")"):
            return ""
        most = own.number(item, "most", 0)
        if item.kind == "select_one":
            return ""
        is_limit = 0 < most < len(self._options(item))
        return self._say.plain("paper-most", most=most) if is_limit else self._say.plain("paper-several")

    def _other_words(self, item: Item) -> str:
        """Other words of the question, with when they are meant."""
        other = in_language(own.words(item), self._say.language)
        when = self._conditions((item.rt.get("words_when", ""),))
        return self._say.plain("paper-other-words", when=when, words=other) if other and when else ""

    def _words(self, item: Item) -> str:
        words = " ".join(in_language(item.label, self._say.language).split()) or item.name
        return REFERENCE.sub(GAP, words)

    def _conditions(self, conditions: Sequence[str]) -> str:
        """For whom it is; of what has no words only that it may not be for everybody."""
        every = [one for one in conditions if one]
        if not all(has_words(one, self._of) for one in every):
            return self._say.plain("paper-if-fits")
        return condition_words(every, self._of, self._numbers, self._say.plain, self._say.language)


def _numbered(items: Sequence[Item], of: Questionnaire, after: int = 0) -> Mapping[str, int]:
    """Every question's number; lines of a table have the table's."""
    numbers: dict[str, int] = {}
    for item in items:
        last = max(numbers.values(), default=after)
        if item.is_question and item.kind != "note":
            numbers[item.name] = last + 1
        elif _is_scale(item, of):
            numbers |= dict.fromkeys((one.name for one in item.items), last + 1)
        else:
            numbers |= _numbered(item.items, of, last)
    return numbers


def _is_scale(item: Item, questionnaire: Questionnaire) -> bool:
    """A group of single choices from one short list, asked all or none."""
    lists = {one.choices for one in item.items}
    if item.kind != "group" or len(item.items) < 2 or len(lists) > 1:
        return False
    fewest, most = SCALE
    is_short = fewest <= len(questionnaire.choices.get(item.items[0].choices, ())) <= most
    return is_short and all(_is_plain(one) for one in item.items)


def _is_plain(item: Item) -> bool:
    return item.kind == "select_one" and not (item.relevant or item.other or item.choice_filter or item.rt)


def _lines(letters: int) -> int:
    return next((lines for most, lines in LINES if letters <= most), 5)
