"""A form as data: its questions, what may be answered, and which answers count. Knows no form in particular."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from domain.refusal import Refusal

Value = str | int | list[str]
"""An answer as JSON keeps it. A date is «2018-04-27», a moment «2018-04-27T14:00» on the library's wall clock, a choice
the option's id, choices a list of ids, an own value of «другое» `own:` and the text, a decimal its figures («3.5»), a
time «14:00», a place «56.8587 35.9176», a photo or file the messenger's id."""

Answers = Mapping[str, Value]
Condition = Callable[[Answers], bool]
Computed = Callable[[Answers], Value | None]
Check = Callable[[Value, Answers], None]

OWN = "own:"
"""What an own value («другое») begins with."""


@dataclass(frozen=True, slots=True)
class Key:
    """A message of the catalogue."""

    name: str


Words = Key | str
"""A message of the catalogue, or the words themselves (of a questionnaire, of a branch)."""


class Kind(StrEnum):
    """What a question wants. A note is read and acknowledged; it has no answer. A computed one nobody is asked."""

    TEXT = "text"
    LINES = "lines"
    INTEGER = "integer"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    MOMENT = "moment"
    PHOTO = "photo"
    NOTE = "note"
    DECIMAL = "decimal"
    TIME = "time"
    PLACE = "place"
    FILE = "file"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Option:
    """What may be chosen. `number` is what a button carries, where the list may change under it; else its place.

    `aliases` are what it is called besides, when typed; `when` says whether it is offered, by the answers before.
    Where options have a `group` they are offered group by group, those without one first.
    """

    id: str
    words: Words
    number: int | None = None
    group: str = ""
    aliases: tuple[str, ...] = ()
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question; limits that don't belong to its kind are not looked at.

    `aside`: not asked in order, offered once the rest is answered. `other`: the option that stands for an own value.
    `check` raises `Refusal` for a value that cannot stand beside the answers before it. For a number, options are
    suggestions. For a moment, `day` is the day that is meant unless another is said, and `hour` likewise; the calendar
    opens on the month of `around`. `needed`:
    required only where it holds. `compute`: the answer that the form gives itself, None for none. `words_by`: the
    words, where they depend on the answers before. `picture`: the messenger's id of one beside the question.
    """

    id: str
    kind: Kind
    words: Words
    label: Words = ""
    hint: Words = ""
    required: bool = True
    aside: bool = False
    options: tuple[Option, ...] = ()
    groups: Mapping[str, Words] | None = None
    when: Condition | None = None
    longest: int = 1000
    lowest: int = 0
    highest: int = 1_000_000
    fewest: int = 1
    most: int = 100
    exclusive: frozenset[str] = frozenset()
    other: str = ""
    other_longest: int = 80
    check: Check | None = None
    skip: Words = ""
    day: str = ""
    hour: str = ""
    around: str = ""
    needed: Condition | None = None
    compute: Computed | None = None
    words_by: Callable[[Answers], str] | None = None
    picture: str = ""

    def words_after(self, before: Answers) -> Words:
        """What is asked, by the answers before it."""
        return self.words_by(before) if self.words_by else self.words

    def is_required(self, before: Answers) -> bool:
        """Whether it must be answered, by the answers before it."""
        return self.required if self.needed is None else self.needed(before)

    def number(self, option: Option) -> int:
        """What a button for the option carries."""
        return self.options.index(option) if option.number is None else option.number

    def numbered(self, number: int) -> Option | None:
        return next((option for option in self.options if self.number(option) == number), None)

    def offered(self, answers: Answers) -> tuple[Option, ...]:
        """The options that the answers before allow."""
        return tuple(option for option in self.options if option.when is None or option.when(answers))


@dataclass(frozen=True, slots=True)
class Form:
    """Questions in the order of asking. `follow` gives the other answers that follow when one is changed."""

    id: str
    questions: tuple[Question, ...]
    follow: Callable[[str, Value, Answers], Answers] | None = None
    walked: "list[tuple[Answers, Walked]]" = field(default_factory=list, compare=False, repr=False)
    places: Mapping[str, int] = field(init=False, compare=False, repr=False)
    """Where each question stands, from 0."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", {question.id: place for place, question in enumerate(self.questions)})

    def question(self, question_id: str) -> Question:
        place = self.places.get(question_id)
        if place is None:
            raise Refusal("form-question-gone")
        return self.questions[place]


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk from the first question to the last finds: the questions that are shown, the answers that count."""

    shown: tuple[Question, ...]
    counted: dict[str, Value]


def is_own(value: object) -> bool:
    """Whether it is an own value, in the person's words."""
    return isinstance(value, str) and value.startswith(OWN)
