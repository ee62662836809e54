"""Results in words, with the number that each is of (DOMAIN.md §2.2)."""

from collections.abc import Iterable, Mapping

from domain.results import OPEN, REST, Groups, Rate, Result, Row, Scale, by_groups, compared, results, show_share
from domain.results_sheets import Material, label_of, option_of, quoted
from domain.survey import Survey
from handlers.card import shortened
from handlers.say import Html, Say, join

MOST = 3000
"""Letters of results on a page."""
LABEL, OPTION, QUOTE, QUOTES, ROWS = 250, 70, 200, 5, 24


def head(survey: Survey, rate: Rate, say: Say) -> Html:
    fields = survey.fields
    share = _share(rate.answered, rate.asked, say)
    key = "results-rate" if share else "results-rate-counts"
    said = say(key, answered=rate.answered, asked=rate.asked, share=share)
    return join(say("results-head", title=fields.title, wave=str(fields.wave)), said)


def summary(material: Material, say: Say) -> list[Html]:
    """A block for each question, by pages."""
    return paged(_block(one, material, say) for one in results(material.questionnaire, material.responses))


def grouped(material: Material, say: Say) -> list[Html]:
    """Each question by sectors; small ones are together or not there."""
    labels = {
        one.item.name: {row.name: row.label for row in one.rows}
        for one in results(material.questionnaire, material.responses)
    }
    found = [one for one in by_groups(material.questionnaire, material.responses) if one.sizes]
    return paged(_groups(one, labels[one.item.name], material, say) for one in found)


def beside(material: Material, before: Material, waves: tuple[int, int], say: Say) -> list[Html]:
    """Two waves, option by option."""
    now, then = (results(one.questionnaire, one.responses) for one in (material, before))
    pairs = [(one, other) for one, other in compared(now, then) if one.item.kind not in OPEN]
    return paged(_pair(one, other, waves, material, say) for one, other in pairs)


def paged(blocks: Iterable[Html]) -> list[Html]:
    pages: list[Html] = []
    for block in blocks:
        if pages and len(pages[-1]) + len(block) < MOST:
            pages[-1] = join(pages[-1], block, by="\n\n")
        else:
            pages.append(block)
    return pages


def _block(result: Result, material: Material, say: Say) -> Html:
    label = shortened(label_of(result.item, material.language), LABEL)
    title = say("results-question", label=label, n=result.n)
    rows = [_row(one, result.n, material, say) for one in result.rows if one.count]
    more = [say("results-quotes-more", number=len(rows) - ROWS)] if len(rows) > ROWS else []
    several = say("results-several") if result.several and result.n else None
    return join(title, *rows[:ROWS], *more, several, _scale(result.scale, say), *_quotes(result, material, say))


def _row(row: Row, n: int, material: Material, say: Say) -> Html:
    option = shortened(option_of(row.name, row.label, material), OPTION)
    return say("results-row", option=option, value=_of(row.count, n, say))


def _of(count: int, n: int, say: Say) -> str:
    """«6 из 9» where there are few, «12 (57 %)» where there are more."""
    share = _share(count, n, say)
    key = "results-share" if share else "results-count"
    return say.plain(key, count=count, n=n, share=share)


def _share(count: int, n: int, say: Say) -> str:
    share = show_share(count, n)
    return "" if share is None else say.figures(f"{share:g}")


def _scale(scale: Scale | None, say: Say) -> Html | None:
    if scale is None or scale.mean is None:
        return None
    mean, low, high = (say.figures(f) for f in (_one(scale.mean), f"{scale.lowest:g}", f"{scale.highest:g}"))
    said = say("results-mean", mean=mean, lowest=low, highest=high, n=scale.n)
    return join(said, say("results-unknown", number=scale.unknown) if scale.unknown else None)


def _one(mean: float) -> str:
    return f"{int(mean * 10 + 0.5) / 10:.1f}"


def _quotes(result: Result, material: Material, say: Say) -> list[Html]:
    said = quoted(result, material.quotes)
    lines = [say("results-quote", text=shortened(" ".join(one.split()), QUOTE)) for one in said[:QUOTES]]
    more = len(said) - QUOTES
    return [*lines, say("results-quotes-more", number=more)] if more > 0 else lines


def _groups(groups: Groups, labels: Mapping[str, Mapping[str, str]], material: Material, say: Say) -> Html:
    title = say("results-title", label=shortened(label_of(groups.item, material.language), LABEL))
    return join(title, *(_group(name, groups, labels, material, say) for name in groups.sizes))


def _group(name: str, groups: Groups, labels: Mapping[str, Mapping[str, str]], material: Material, say: Say) -> Html:
    counts, size = groups.counts[name], groups.sizes[name]
    group = material.words[REST] if name == REST else material.groups.get(name, name)
    chosen = [
        say.plain("results-short", option=shortened(option_of(one, label, material), OPTION), count=counts[one])
        for one, label in labels.items()
        if counts.get(one)
    ]
    return say("results-group", group=group, n=size, counts="; ".join(chosen))


def _pair(one: Result, other: Result, waves: tuple[int, int], material: Material, say: Say) -> Html:
    label = shortened(label_of(one.item, material.language), LABEL)
    title = say("results-pair", label=label, then=str(waves[1]), now=str(waves[0]))
    before = {row.name: row.count for row in other.rows}
    rows = [
        say(
            "results-pair-row",
            option=shortened(option_of(row.name, row.label, material), OPTION),
            then=_of(before.get(row.name, 0), other.n, say),
            now=_of(row.count, one.n, say),
        )
        for row in one.rows
        if row.count or before.get(row.name)
    ]
    return join(title, *rows, _means(one, other, say))


def _means(one: Result, other: Result, say: Say) -> Html | None:
    now, then = one.scale, other.scale
    if now is None or then is None or now.mean is None or then.mean is None:
        return None
    values = {"now": say.figures(_one(now.mean)), "then": say.figures(_one(then.mean))}
    return say("results-pair-mean", **values, n=now.n, before=then.n)
