"""A form on somebody's desk: who fills it in, which kind it is, how far it is."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.forms import Answers, Form, Key, Question, Value, Words
from domain.people import Person
from domain.progress import Progress, Selection, counted, pending
from domain.refusal import Refusal
from handlers.context import Library
from handlers.say import Html, Say
from handlers.screen import Button, Row, Screen
from storage.drafts import Body, Draft
from storage.store import Store

Step = Callable[[Form, Progress], Progress]
"""A step of a form as a pure rule."""
LEAVE = Key("form-button-leave")
GIVEN = "given"
"""Where a draft keeps the answers that nobody gave: those that it began with."""
AUTHORS = "authors"
"""Where a draft that several people share keeps who gave each answer."""
HAND = "hand"
"""Where it keeps who alone has gone on with it of late, and since which revision (None: not known)."""


class Moved(Refusal):
    """The press belongs to a question that is no longer the one on the desk."""

    def __init__(self) -> None:
        super().__init__("form-moved-on")


@dataclass(frozen=True, slots=True)
class Context:
    """Whom a form speaks with, and what it can ask."""

    store: Store
    person: Person
    say: Say
    library: Library
    now: datetime

    @property
    def now_local(self) -> datetime:
        """The library's wall clock, without its zone."""
        return self.say.local(self.now).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Given:
    """What a text or a press says: an answer, with `more` answers besides. Unless `sure` it is read back first.

    `then` is what it says of a later question, which waits there to be confirmed.
    """

    value: Value
    more: Answers = field(default_factory=dict)
    said: Mapping[str, int | str] = field(default_factory=dict)
    sure: bool = True
    then: Selection | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """The whole before it is sent. `submit` stands on the button that sends it; `ways`: what else there is."""

    text: Html
    submit: Words
    photo: str | None = None
    ways: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class FormKind:
    """What the runner must know of a form.

    `load` gives its questions; options may come from the store. `doubts` are what speaks against an answer: they are
    said, and asked about. `read` may understand a typed text in a way of its own (None: as usual). `title` names a
    draft. `submit` does what the form is for, drops the draft in the same transaction, and gives the last screen.
    `instead` is what is shown where the form takes nothing (any more); `signed` says who gave an answer, where that
    was somebody else; `leaving` is the screen behind the button `leave`, by which one goes away. `back`: where one
    was before, for whoever leaves the form; without it, the menu. `follows_answers`: the questions that `load` gives
    change with what has been answered. `command` leads to the draft by itself. `in_short`: dates that the preview does
    not show in full, so that they must be read back on their own.
    """

    id: str
    load: Callable[["Context", Draft], Awaitable[Form]]
    title: Callable[["Desk"], str]
    submit: Callable[["Desk"], Awaitable[Screen]]
    preview: Callable[["Desk"], Awaitable[Preview]] | None = None
    doubts: Callable[["Desk", Selection], Awaitable[list[Html]]] | None = None
    read: Callable[["Desk", Question, str], Awaitable[Given | None]] | None = None
    back: Callable[["Desk"], Button] | None = None
    warns_of_hiding: bool = True
    instead: Callable[["Desk"], Awaitable[Screen | None]] | None = None
    signed: Callable[["Desk"], Awaitable[Mapping[str, Html]]] | None = None
    leaving: Callable[["Desk"], Awaitable[Screen]] | None = None
    leave: Words = LEAVE
    follows_answers: bool = False
    command: str = ""
    in_short: frozenset[str] = frozenset()


Kinds = Mapping[str, FormKind]


@dataclass(frozen=True, slots=True)
class Desk:
    """One draft, open."""

    ctx: Context
    kind: FormKind
    draft: Draft
    form: Form
    progress: Progress

    @property
    def say(self) -> Say:
        return self.ctx.say

    @property
    def question(self) -> Question | None:
        """The question to be shown; None: the preview."""
        return pending(self.form, self.progress)

    @property
    def is_shared(self) -> bool:
        """Whether others go on with the draft too."""
        return self.draft.partner_id is not None

    @property
    def counted(self) -> dict[str, Value]:
        return counted(self.form, self.progress)

    def index(self, question: Question) -> int:
        """What stands for the question in a button."""
        return self.form.places[question.id]

    def at(self, index: int) -> Question:
        """The question on the desk, if that is the one a press means; `Moved` if not."""
        question = self.question
        if question is None or self.index(question) != index:
            raise Moved
        return question

    def words(self, words: Words) -> Html:
        return words_of(self.say, words)

    def plain(self, words: Words) -> str:
        return plain_of(self.say, words)

    def label(self, question: Question) -> str:
        """What the question is called where it is only named."""
        return self.plain(question.label or question.words_after(self.counted))

    def after(self, step: Step) -> Progress:
        """How far the form is after a step, if nobody else has gone on with it."""
        return step(self.form, self.progress)

    async def take(self, step: Step, expected: Progress) -> "Desk":
        """The desk after a step, which is saved: a pure rule and its outcome in one transaction.

        `expected` is what comes `after` it; if somebody has gone on meanwhile, the step is taken from where they are.
        """
        reached = expected

        def rule(body: Body) -> Body:
            nonlocal reached
            is_known = body is self.draft.body
            before = self.progress if is_known else Progress.from_json(body)
            reached = expected if is_known else step(self.form, before)
            return body | reached.to_json() | self._authors(body, before, reached) | self._hand(body)

        changed = await self.ctx.store.drafts.go_on(self.draft, rule, self.ctx.now)
        form = await self.kind.load(self.ctx, changed) if self.kind.follows_answers else self.form
        return replace(self, draft=changed, form=form, progress=reached)

    def is_alone_since(self, revision: int) -> bool:
        """Whether nobody but this person has gone on since what they saw."""
        who, since = self.draft.body.get(HAND, (None, None))
        return not self.is_shared or (who == self.ctx.person.id and since is not None and since <= revision)

    def _hand(self, body: Body) -> Body:
        if not self.is_shared or body.get(HAND, (None,))[0] == self.ctx.person.id:
            return {}
        return {HAND: [self.ctx.person.id, self.draft.revision if body is self.draft.body else None]}

    def _authors(self, body: Body, before: Progress, after: Progress) -> Body:
        """Of a draft that several go on with: who gave each answer."""
        if not self.is_shared:
            return {}
        changed = [key for key, value in after.answers.items() if before.answers.get(key) != value]
        return {AUTHORS: body.get(AUTHORS, {}) | dict.fromkeys(changed, self.ctx.person.id)}


async def open_desk(ctx: Context, kind: FormKind, draft: Draft) -> Desk:
    """The draft on the desk."""
    return Desk(ctx, kind, draft, await kind.load(ctx, draft), Progress.from_json(draft.body))


def words_of(say: Say, words: Words) -> Html:
    return say(words.name) if isinstance(words, Key) else say.text(words)


def plain_of(say: Say, words: Words) -> str:
    return say.plain(words.name) if isinstance(words, Key) else words


def while_at(question: Question, step: Step) -> Step:
    """The step, unless another device has gone on to another question meanwhile: then `Moved`."""

    def checked(form: Form, progress: Progress) -> Progress:
        now = pending(form, progress)
        if now is None or now.id != question.id:
            raise Moved
        return step(form, progress)

    return checked
