"""Results in words, with the number that each is of (DOMAIN.md §2.2)."""

from collections.abc import Mapping

from domain.own_words import OPEN
from domain.questionnaire.model import Labels
from domain.results import Groups, Result, Row, Scale, compared
from domain.results_sheets import Wording
from handlers.card import shortened
from handlers.length import paged
from handlers.say import Html, Say, join
from handlers.surveys.results_figures import mean_of, rate_of, span_of, value_of
from handlers.surveys.results_material import Found
from storage.tallies import Quoted

MOST = 3000
"""Letters of results on a page."""
LABEL, OPTION, QUOTE, QUOTES, ROWS = 250, 70, 200, 5, 24

Quotes = Mapping[str, Quoted]


def head(found: Found, say: Say) -> Html:
    fields = found.survey.fields
    title = say("results-head", title=fields.title, wave=str(fields.wave))
    return join(title, say.text(rate_of(found.rate, say)), say("results-base") if found.summary.answered else None)


def summary(found: Found, quotes: Quotes, say: Say) -> list[Html]:
    """A block for each question, by pages."""
    return paged((_block(one, found.wording, quotes, say) for one in found.summary.results), MOST, by="\n\n")


def grouped(found: Found, say: Say) -> list[Html]:
    """Each question by sectors; small ones are together or not there."""
    labels = {one.item.name: {row.name: row.label for row in one.rows} for one in found.summary.results}
    return paged(
        (_groups(one, labels[one.item.name], found.wording, say) for one in found.summary.groups), MOST, by="\n\n"
    )


def beside(found: Found, before: Found, say: Say) -> list[Html]:
    """Two waves, option by option."""
    pairs = compared(found.summary.results, before.summary.results)
    waves = (found.survey.fields.wave, before.survey.fields.wave)
    return paged(
        (_pair(one, other, waves, found.wording, say) for one, other in pairs if one.item.kind not in OPEN),
        MOST,
        by="\n\n",
    )


def _block(result: Result, wording: Wording, quotes: Quotes, say: Say) -> Html:
    title = say("results-question", label=shortened(wording.label(result.item), LABEL), n=result.n)
    rows = [_row(one, result.n, wording, say) for one in result.rows if one.count]
    more = [say("results-quotes-more", number=len(rows) - ROWS)] if len(rows) > ROWS else []
    several = say("results-several") if result.over_whole else None
    said = _quotes(quotes.get(result.item.name), say)
    return join(title, *rows[:ROWS], *more, several, _scale(result.scale, say), *said)


def _row(row: Row, n: int, wording: Wording, say: Say) -> Html:
    option = shortened(wording.option(row.name, row.label), OPTION)
    return say("results-row", option=option, value=value_of(row.count, n, say))


def _scale(scale: Scale | None, say: Say) -> Html | None:
    if scale is None or scale.mean is None:
        return None
    low, high = span_of(scale, say)
    said = say("results-mean", mean=mean_of(scale, say), lowest=low, highest=high, n=scale.n)
    return join(said, say("results-unknown", number=scale.unknown) if scale.unknown else None)


def _quotes(quoted: Quoted | None, say: Say) -> list[Html]:
    if quoted is None:
        return []
    shown = quoted.texts[:QUOTES]
    lines = [say("results-quote", text=shortened(" ".join(one.split()), QUOTE)) for one in shown]
    more = quoted.number - len(shown)
    return [*lines, say("results-quotes-more", number=more)] if more > 0 else lines


def _groups(groups: Groups, labels: Mapping[str, Labels], wording: Wording, say: Say) -> Html:
    title = say("results-title", label=shortened(wording.label(groups.item), LABEL))
    return join(title, *(_group(name, groups, labels, wording, say) for name in groups.sizes))


def _group(name: str, groups: Groups, labels: Mapping[str, Labels], wording: Wording, say: Say) -> Html:
    counts, size = groups.counts[name], groups.sizes[name]
    chosen = [
        say.plain("results-short", option=shortened(wording.option(one, label), OPTION), count=counts[one])
        for one, label in labels.items()
        if counts.get(one)
    ]
    return say("results-group", group=wording.group(name), n=size, counts="; ".join(chosen))


def _pair(one: Result, other: Result, waves: tuple[int, int], wording: Wording, say: Say) -> Html:
    label = shortened(wording.label(one.item), LABEL)
    title = say("results-pair", label=label, then=str(waves[1]), now=str(waves[0]))
    before = {row.name: row.count for row in other.rows}
    rows = [
        say(
            "results-pair-row",
            option=shortened(wording.option(row.name, row.label), OPTION),
            then=value_of(before.get(row.name, 0), other.n, say),
            now=value_of(row.count, one.n, say),
        )
        for row in one.rows
        if row.count or before.get(row.name)
    ]
    return join(title, *rows, _means(one, other, say))


def _means(one: Result, other: Result, say: Say) -> Html | None:
    now, then = one.scale, other.scale
    if now is None or then is None or now.mean is None or then.mean is None:
        return None
    values = {"now": mean_of(now, say), "then": mean_of(then, say)}
    return say("results-pair-mean", **values, n=now.n, before=then.n)
