"""Whom a survey asks: the questions about it, and the segment that their answers mean.

One question first («всех», by sectors, by a library, by the cooperation); what narrows it further, and who is left out,
is added afterwards by whoever wants it.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from domain.forms import Answers, Condition, Key, Kind, Option, Question
from domain.partner import SECTORS, Grade
from domain.segment import Segment, Whom, partners_by
from handlers.forms.desk import Context
from handlers.partners.words import GRADE_NAMES, SECTOR_NAMES

ALL, BY_SECTOR, BY_BRANCH, BY_GRADE = "all", "sector", "branch", "grade"
WHOM = {
    ALL: Key("author-option-all"),
    BY_SECTOR: Key("author-option-sector"),
    BY_BRANCH: Key("author-option-branch"),
    BY_GRADE: Key("author-option-grade"),
}
ASKS = {"sectors": "author-ask-sectors", "branch": "author-ask-branch", "grade": "author-ask-grade"}
LABELS = {"sectors": "author-label-sectors", "branch": "author-label-branch", "grade": "author-label-grade"}
ALSO = "also_"
"""What begins the id of a question that narrows further."""


async def whom_questions(ctx: Context) -> tuple[Question, ...]:
    branches = await ctx.store.branches.all()
    places = tuple(Option(str(one.id), one.short_name, one.id, aliases=(one.name, *one.aliases)) for one in branches)
    whom = tuple(Option(one, words) for one, words in WHOM.items() if one != BY_BRANCH or places)
    sectors = tuple(Option(one, Key(SECTOR_NAMES[one])) for one in SECTORS)
    grades = tuple(Option(one, Key(GRADE_NAMES[one])) for one in Grade)
    first = Question("whom", Kind.CHOICE, Key("author-ask-whom"), Key("author-label-whom"), options=whom)
    narrowing = (("sectors", BY_SECTOR, sectors), ("branch", BY_BRANCH, places), ("grade", BY_GRADE, grades))
    asked = [_narrowing(name, _is_by(what), options) for name, what, options in narrowing]
    return (first, *asked, *_further(narrowing), await _without(ctx), _without_sectors(sectors))


def segment_of(answers: Answers) -> Segment:
    """Whom the answers mean."""
    branch, grade = _either(answers, "branch"), _either(answers, "grade")
    base = partners_by(branch_id=int(branch) if branch else None, grade=Grade(grade) if grade else None)
    return replace(
        base,
        whom=Whom.PARTNERS,
        sectors=tuple(_list(answers, "sectors") or _list(answers, f"{ALSO}sectors")),
        without_partners=tuple(sorted(int(one) for one in _list(answers, "without"))),
        without_sectors=tuple(sorted(_list(answers, "without_sectors"))),
    )


def _further(narrowing: tuple[tuple[str, str, tuple[Option, ...]], ...]) -> Iterator[Question]:
    """What was not the first thing to narrow by may still be added."""
    for name, what, options in narrowing:
        if options:
            question = _narrowing(name, _is_not_by(what), options)
            yield replace(question, id=f"{ALSO}{name}", aside=True, required=False)


def _narrowing(name: str, when: Condition, options: tuple[Option, ...]) -> Question:
    kind = Kind.CHOICES if name == "sectors" else Kind.CHOICE
    words, label = Key(ASKS[name]), Key(LABELS[name])
    return Question(name, kind, words, label, options=options, when=when, most=max(1, len(options)))


async def _without(ctx: Context) -> Question:
    """Organisations that are left out, found by name."""
    known = await ctx.store.broadcasts.partners(partners_by())
    options = tuple(Option(str(one.id), one.short_name, one.id, aliases=(one.short_name,)) for one in known)
    words, label, hint = Key("author-ask-without"), Key("author-label-without"), Key("author-hint-without")
    question = Question("without", Kind.CHOICES, words, label, hint, options=options, most=len(options) or 1)
    return replace(question, aside=True, required=False)


def _without_sectors(sectors: tuple[Option, ...]) -> Question:
    words, label = Key("author-ask-without-sectors"), Key("author-label-without-sectors")
    question = Question("without_sectors", Kind.CHOICES, words, label, options=sectors, most=len(sectors))
    return replace(question, aside=True, required=False)


def _is_by(what: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get("whom") == what


def _is_not_by(what: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get("whom", what) != what


def _either(answers: Answers, name: str) -> str:
    return str(answers.get(name) or answers.get(f"{ALSO}{name}") or "")


def _list(answers: Answers, name: str) -> list[str]:
    value = answers.get(name, [])
    return value if isinstance(value, list) else []
