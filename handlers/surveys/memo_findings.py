"""What numbers say of themselves, in sentences: a beginning for whoever writes the conclusions."""

from collections.abc import Iterator, Mapping
from itertools import islice

from domain.results import COUNTS_ONLY_UNDER, Result, Row, compared, show_share
from domain.results_runs import runs, shared_title
from handlers.card import shortened
from handlers.say import Say
from handlers.surveys.results_figures import mean_of, rate_of, value_of
from handlers.surveys.results_material import Found

MOST, TOP = 8, 3
LABEL, OPTION = 120, 80
MOVED = 10
"""Points by which a share must have moved to be worth a sentence."""
WISHES = ("forms_wanted", "themes", "resources")
"""Questions of «Наши партнеры» that ask for what comes next."""


def findings(found: Found, before: Found | None, say: Say) -> list[str]:
    """At most eight sentences: who answered, the best and the worst marks, what moved, what was chosen most."""
    every = (
        rate_of(found.rate, say) + ".",
        *_marks(found, say),
        *(_moved(found, before, say) if before else ()),
        *(_most_often(one, found, say) for one in _several(found) if one.item.name not in WISHES),
    )
    return list(islice((one for one in every if one), MOST))


def wishes(found: Found, say: Say) -> list[str]:
    """What is wanted most, where the questionnaire asks for it."""
    wanted = (one for one in _several(found) if one.item.name in WISHES)
    return [line for line in (_most_often(one, found, say) for one in wanted) if line]


def _several(found: Found) -> Iterator[Result]:
    return (one for one in found.summary.results if one.several and one.n)


def _marks(found: Found, say: Say) -> Iterator[str]:
    """Of each scale with several rows the highest mean and the lowest."""
    for together in runs(found.summary.results):
        _, labels = shared_title([found.wording.label(one.item) for one in together])
        means = [
            (one.scale.mean, label, mean_of(one.scale, say))
            for one, label in zip(together, labels, strict=True)
            if one.scale is not None and one.scale.mean is not None
        ]
        if len(together) > 1 and len(means) > 1:
            best, worst = max(means, key=lambda one: one[0]), min(means, key=lambda one: one[0])
            if best[0] > worst[0]:
                yield say.plain("memo-best", best=best[1], high=best[2], worst=worst[1], low=worst[2])


def _moved(found: Found, before: Found, say: Say) -> Iterator[str]:
    """The shares that moved furthest, of enough answers in both waves; one of each question."""
    moves = []
    for one, other in compared(found.summary.results, before.summary.results):
        if min(one.n, other.n) >= COUNTS_ONLY_UNDER and one.rows:
            then = {row.name: row.count for row in other.rows}
            moves.append(max(((_points(row, one, then, other), row, one, other) for row in one.rows), key=_far))
    for points, row, one, other in sorted(moves, key=_far, reverse=True)[:TOP]:
        if abs(points) >= MOVED:
            then = {each.name: each.count for each in other.rows}
            yield say.plain(
                "memo-moved",
                label=shortened(found.wording.label(one.item), LABEL),
                option=shortened(found.wording.option(row.name, row.label), OPTION),
                then=value_of(then.get(row.name, 0), other.n, say),
                now=value_of(row.count, one.n, say),
                wave=str(before.survey.fields.wave),
            )


def _far(move: tuple[float, Row, Result, Result]) -> float:
    return abs(move[0])


def _points(row: Row, one: Result, then: Mapping[str, int], other: Result) -> float:
    return (show_share(row.count, one.n) or 0.0) - (show_share(then.get(row.name, 0), other.n) or 0.0)


def _most_often(result: Result, found: Found, say: Say) -> str:
    """The options chosen most; those that tie with the last are named too, unless they are many."""
    rows = sorted((row for row in result.rows if row.count), key=lambda row: -row.count)
    top = [row for row in rows if len(rows) <= TOP or row.count >= rows[TOP - 1].count][: TOP + 1]
    chosen = "; ".join(
        say.plain(
            "results-short-share",
            option=shortened(found.wording.option(row.name, row.label), OPTION),
            value=value_of(row.count, result.n, say),
        )
        for row in top
    )
    return (
        say.plain("memo-often", label=shortened(found.wording.label(result.item), LABEL), chosen=chosen) if top else ""
    )
