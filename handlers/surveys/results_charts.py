"""Results as charts: a picture for each question, one for the rows of a scale together."""

from domain.charts import Bar, Chart, Spread
from domain.figures import figure
from domain.results import Result, show_share
from domain.results_runs import ends_of, runs, shared_title
from domain.typography import typeset
from handlers.card import shortened
from handlers.say import Say
from handlers.surveys.results_figures import mean_of, span_of, value_of
from handlers.surveys.results_material import Found

MOST = 16
"""Bars that a telephone shows without much turning."""
LABEL, TITLE = 160, 250


def charts(found: Found, say: Say) -> list[Chart]:
    """In the order of the questionnaire; what nobody has answered, and open answers, have no picture."""
    every = (_chart(together, found, say) for together in runs(found.summary.results))
    return [chart for chart in every if chart.bars or chart.spreads]


def scales(together: tuple[Result, ...], found: Found, say: Say) -> Chart:
    """The rows of a scale: each mean, and from where to where the answers go."""
    labels = [found.wording.label(one.item) for one in together]
    title, rest = shared_title(labels)
    spreads = tuple(_spread(one, label, say) for one, label in zip(together, rest, strict=True) if _has_mean(one))
    ends = ends_of(together[0], found.questionnaire)
    head = _typed(title or say.plain("results-scales"), TITLE, say)
    return Chart(head, (), spreads, ends, _scale_notes(together, ends, say))


def _chart(together: tuple[Result, ...], found: Found, say: Say) -> Chart:
    first = together[0]
    if len(together) > 1:
        return scales(together, found, say)
    title = _typed(found.wording.label(first.item), TITLE, say)
    if first.rows and first.n:
        return Chart(title, _bars(first, found, say), notes=_notes(first, say))
    if not _has_mean(first):
        return Chart(title)
    spread, ends = _spread(first, say.plain("results-column-mean"), say), ends_of(first, found.questionnaire)
    return Chart(title, (), (spread,), ends, _scale_notes(together, ends, say))


def _bars(result: Result, found: Found, say: Say) -> tuple[Bar, ...]:
    """In their order; of a long list the most frequent ones."""
    rows = result.rows
    if len(rows) > MOST:
        rows = tuple(sorted(rows, key=lambda row: -row.count)[:MOST])
    return tuple(
        Bar(
            _typed(found.wording.option(row.name, row.label), LABEL, say), row.count, value_of(row.count, result.n, say)
        )
        for row in rows
    )


def _notes(result: Result, say: Say) -> tuple[str, ...]:
    base = "results-note-base" if show_share(0, result.n) is not None else "results-note-few"
    more = len(result.rows) - MOST
    scale = result.scale
    notes = (
        say.plain(base, n=result.n),
        say.plain("results-several") if result.over_whole else "",
        _mean_note(result, say) if scale is not None and scale.mean is not None else "",
        say.plain("results-note-more", number=more) if more > 0 else "",
    )
    return tuple(typeset(note, say.language) for note in notes if note)


def _mean_note(result: Result, say: Say) -> str:
    scale = result.scale
    if scale is None:
        return ""
    low, high = span_of(scale, say)
    said = say.plain("results-mean", mean=mean_of(scale, say), lowest=low, highest=high, n=scale.n)
    return f"{said}. {say.plain('results-unknown', number=scale.unknown)}" if scale.unknown else said


def _scale_notes(together: tuple[Result, ...], ends: tuple[float, float], say: Say) -> tuple[str, ...]:
    """How the axis is to be read, and who is not on it."""
    unknown = max(one.scale.unknown for one in together if one.scale is not None)
    low, high = (say.figures(figure(end)) for end in ends)
    notes = (
        say.plain("results-note-spread", lowest=low, highest=high),
        say.plain("results-note-unknown", number=unknown) if unknown else "",
    )
    return tuple(typeset(note, say.language) for note in notes if note)


def _spread(result: Result, label: str, say: Say) -> Spread:
    scale = result.scale
    if scale is None or scale.mean is None:
        raise ValueError("no mean")
    words = say.plain("results-mean-short", mean=mean_of(scale, say), n=scale.n)
    low, high = scale.lowest or 0.0, scale.highest or 0.0
    return Spread(_typed(label, LABEL, say), scale.mean, low, high, typeset(words, say.language))


def _has_mean(result: Result) -> bool:
    return result.scale is not None and result.scale.mean is not None


def _typed(text: str, most: int, say: Say) -> str:
    return typeset(shortened(text, most), say.language)
