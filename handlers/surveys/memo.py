"""«Итоги анкетирования»: the memo for the round table, as DOMAIN.md §2.2 describes it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from domain.paper import Blank, Block, Columns, Heading, Paper, Picture, Points, Rows, Text
from domain.results import Result, Row, Scale
from domain.results_runs import runs, shared_title
from domain.results_sheets import label_of
from domain.typography import typeset
from handlers.card import shortened
from handlers.context import Library
from handlers.say import Say
from handlers.surveys.memo_findings import findings, wishes
from handlers.surveys.results_charts import scales
from handlers.surveys.results_figures import mean_of, rate_of, span_of, value_of
from handlers.surveys.results_material import Found
from handlers.words import capital
from storage.tallies import Quoted

LABEL, OPTION, QUOTE = 300, 160, 700
ROWS = 20
"""Options of a list on paper, the most frequent ones."""


class Memo:
    """The memo of one survey, beside the wave before if there is one, with what may be quoted."""

    def __init__(self, found: Found, before: Found | None, quotes: Mapping[str, Quoted], say: Say) -> None:
        self._found, self._before, self._quotes, self._say = found, before, quotes, say
        self._then = {one.item.name: one for one in before.summary.results} if before else {}

    def paper(self, library: Library, waiting: int, now: datetime) -> Paper:
        """`waiting`: how many answers in own words nobody has looked at yet."""
        fields = self._found.survey.fields
        return Paper(
            title=self._say.plain("memo-title"),
            language=self._say.language,
            over=self._set(library.name),
            under=self._set(self._say.plain("memo-of", title=fields.title, wave=str(fields.wave))),
            footer=self._words("memo-made", when=self._day(now)),
            blocks=tuple(self._blocks(waiting, now)),
        )

    def _blocks(self, waiting: int, now: datetime) -> Iterator[Block]:
        yield from self._about(now)
        yield Heading(self._words("memo-answers"))
        yield Text(self._words("memo-base"), small=True)
        yield Columns(2)
        yield from self._tables()
        yield Columns(1)
        yield from self._rated()
        yield from self._open(waiting)
        yield Heading(self._words("memo-conclusions"))
        yield Points(tuple(self._set(one) for one in findings(self._found, self._before, self._say)))
        yield Blank(2)
        yield Heading(self._words("memo-proposals", wave=str(self._found.survey.fields.wave + 1)))
        wished = tuple(self._set(one) for one in wishes(self._found, self._say))
        if wished:
            yield Points(wished)
        yield Blank(3)

    def _about(self, now: datetime) -> Iterator[Block]:
        survey = self._found.survey
        fields = survey.fields
        if fields.purpose:
            yield Text(self._set(fields.purpose), self._words("memo-purpose"))
        key = "memo-dates" if survey.is_over(now) else "memo-dates-open"
        days = {"since": self._day(fields.opens_at), "until": self._day(fields.closes_at)}
        yield Text(self._words(key, **days), self._words("memo-when"))
        yield Text(self._set(rate_of(self._found.rate, self._say)) + ".", self._words("memo-who"))
        if self._before:
            yield Text(
                self._words("memo-before", wave=str(self._before.survey.fields.wave)), self._words("memo-beside")
            )
        yield Text(self._words("memo-known"), small=True)

    def _tables(self) -> Iterator[Block]:
        """Under the headings of the questionnaire's own parts."""
        parts = {item.name: item for item in self._found.questionnaire.items if item.items}
        last = ""
        for together in runs(self._found.summary.results):
            tables = list(self._table(together))
            part = together[0].item.path[0] if together[0].item.path else ""
            if tables and part != last and part in parts and parts[part].label:
                yield Heading(self._set(label_of(parts[part], self._say.language)), 2)
            last = part if tables else last
            yield from tables

    def _table(self, together: tuple[Result, ...]) -> Iterator[Block]:
        if len(together) > 1:
            return
        if together[0].rows and together[0].n:
            yield self._of_options(together[0])
        elif _has_mean(together[0]):
            yield self._of_scales(together)

    def _rated(self) -> Iterator[Block]:
        """Scales of several rows, as wide as the page: there is more to say of means."""
        every = [one for one in runs(self._found.summary.results) if len(one) > 1 and any(map(_has_mean, one))]
        if every:
            yield Heading(self._words("results-scales"), 2)
        for together in every:
            yield self._of_scales(together)
            yield Picture(scales(together, self._found, self._say))

    def _of_options(self, result: Result) -> Rows:
        every = list(result.rows)
        if len(every) > ROWS:
            every = sorted(every, key=lambda row: -row.count)[:ROWS]
        then = self._then.get(result.item.name)
        then = then if then is not None and then.item.kind == result.item.kind and then.n else None
        head = [self._words("results-column-option"), self._wave(self._found, result.n)]
        counts = {row.name: row.count for row in then.rows} if then else {}
        rows, never = _parted(every, counts)
        lines = [[self._option(row.name, row.label), value_of(row.count, result.n, self._say)] for row in rows]
        if then is not None and self._before is not None:
            head.append(self._wave(self._before, then.n))
            for row, line in zip(rows, lines, strict=True):
                line.append(value_of(counts.get(row.name, 0), then.n, self._say))
        return Rows(self._label(result), tuple(head), _typed(lines, self._say), self._notes(result, never))

    def _notes(self, result: Result, never: Sequence[Row]) -> tuple[str, ...]:
        """What to mind below a table of options."""
        names = "; ".join(self._option(row.name, row.label) for row in never)
        notes = [self._words("memo-nobody", options=names)] if names else []
        notes += [self._words("results-several")] if result.over_whole else []
        if result.scale is not None and result.scale.mean is not None:
            notes.append(self._words("memo-mean", **self._figures(result.scale)))
        if len(result.rows) > ROWS:
            notes.append(self._words("results-note-more", number=len(result.rows) - ROWS))
        return tuple(notes)

    def _of_scales(self, together: tuple[Result, ...]) -> Rows:
        title, labels = shared_title([self._found.wording.label(one.item) for one in together])
        head = ["results-column-asked", "results-column-mean", "results-column-span", "results-column-unknown"]
        lines = [self._scale_line(one, label) for one, label in zip(together, labels, strict=True)]
        heads = [capital(self._words(key)) for key in head]
        if any(self._mean_then(one) for one in together) and self._before is not None:
            heads.insert(2, str(self._before.survey.fields.wave))
            for one, line in zip(together, lines, strict=True):
                line.insert(2, self._mean_then(one))
        name = self._set(title or self._words("results-scales"))
        return Rows(name, tuple(heads), _typed(lines, self._say), (self._words("memo-spread"),))

    def _scale_line(self, one: Result, label: str) -> list[str]:
        scale = one.scale
        if scale is None or scale.mean is None:
            return [label, "–", "–", str(scale.unknown if scale else 0)]
        figures = self._figures(scale)
        span = self._say.plain("memo-span", **figures)
        return [label, self._say.plain("results-mean-short", mean=figures["mean"], n=scale.n), span, str(scale.unknown)]

    def _mean_then(self, result: Result) -> str:
        then = self._then.get(result.item.name)
        if then is None or then.scale is None or then.scale.mean is None:
            return ""
        return self._say.plain("results-mean-short", mean=mean_of(then.scale, self._say), n=then.scale.n)

    def _figures(self, scale: Scale) -> dict[str, str]:
        low, high = span_of(scale, self._say)
        return {"mean": mean_of(scale, self._say), "lowest": low, "highest": high, "n": str(scale.n)}

    def _open(self, waiting: int) -> Iterator[Block]:
        """Own words by question, of those that a librarian has let through."""
        said = [one for one in self._found.summary.results if one.item.name in self._quotes]
        if said or waiting:
            yield Heading(self._words("memo-open"))
        for one in said:
            quoted = self._quotes[one.item.name]
            yield Heading(self._label(one), 3)
            yield from (Text(self._set(f"«{shortened(text, QUOTE)}»"), quote=True) for text in quoted.texts)
            if quoted.number > len(quoted.texts):
                more = quoted.number - len(quoted.texts)
                yield Text(self._words("results-quotes-more", number=more), small=True)
        if waiting:
            yield Text(self._words("memo-waiting", number=waiting), small=True)

    def _wave(self, found: Found, n: int) -> str:
        return self._words("memo-column", wave=str(found.survey.fields.wave), n=n).replace(": ", "\n")

    def _label(self, result: Result) -> str:
        return self._set(shortened(self._found.wording.label(result.item), LABEL))

    def _option(self, name: str, label: Mapping[str, str]) -> str:
        return shortened(self._found.wording.option(name, label), OPTION)

    def _day(self, moment: datetime) -> str:
        return str(self._say.day(moment, weekday=False))

    def _words(self, key: str, **values: object) -> str:
        return self._set(self._say.plain(key, **values))

    def _set(self, text: str) -> str:
        return typeset(text, self._say.language)


def _has_mean(result: Result) -> bool:
    return result.scale is not None and result.scale.mean is not None


def _parted(rows: Sequence[Row], then: Mapping[str, int]) -> tuple[list[Row], list[Row]]:
    """Options that somebody chose, now or then, and the others."""
    chosen = [row for row in rows if row.count or then.get(row.name)]
    return chosen, [row for row in rows if row not in chosen]


def _typed(lines: Sequence[Sequence[str]], say: Say) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(typeset(cell, say.language) for cell in line) for line in lines)
