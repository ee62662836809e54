"""A questionnaire written back as a workbook of XLSForm, for Excel and LibreOffice; reading it gives the same."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from domain.questionnaire.model import Choice, Item, Labels, Questionnaire

Cells = Mapping[str, str]
"""A row by its headings."""
LANGUAGES = {"ru": "Русский", "en": "English"}
ORDER = (
    "type name label hint required relevant constraint constraint_message calculation default choice_filter "
    "appearance parameters media::image repeat_count bind::rt_"
).split()
"""Headings of the sheet «survey» as their author looks for them."""
WIDTHS = {"label": 50, "hint": 40, "relevant": 30, "constraint": 30, "name": 18, "type": 26, "calculation": 30}


def write_workbook(questionnaire: Questionnaire) -> bytes:
    """The workbook as XLSX: every item in its own row where it has one, and nothing that Excel would take for a
    formula."""
    from xlsxwriter import Workbook

    out = BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True})
        survey = dict(_placed(questionnaire.items))
        _write(book.add_worksheet("survey"), survey, sorted(_headings(survey.values()), key=_order), bold)
        choices = dict(enumerate(_options(questionnaire), 1))
        _write(book.add_worksheet("choices"), choices, _headings(choices.values()), bold)
        settings = {1: _settings(questionnaire)}
        _write(book.add_worksheet("settings"), settings, _headings(settings.values()), bold)
    return out.getvalue()


def _write(sheet: Any, rows: Mapping[int, Cells], headings: Sequence[str], bold: Any) -> None:
    """Rows by their place, 0 being the headings."""
    sheet.freeze_panes(1, 0)
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, bold)
        sheet.set_column(column, column, WIDTHS.get(heading.partition("::")[0], 14))
    for place, cells in rows.items():
        for column, heading in enumerate(headings):
            if cells.get(heading):
                sheet.write_string(place, column, cells[heading])


def _headings(rows: Any) -> list[str]:
    """Those that anything stands under, in the order in which they come."""
    return list({heading: None for cells in rows for heading, text in cells.items() if text})


def _order(heading: str) -> tuple[int, str]:
    found = next((place for place, one in enumerate(ORDER) if heading.startswith(one)), len(ORDER))
    return found, heading


def _placed(items: Sequence[Item]) -> Iterator[tuple[int, Cells]]:
    """Each row with its place: its own, or else the next that is free."""
    last = 0
    for row, cells in _rows(items):
        last = max(last + 1, row - 1)
        yield last, cells


def _rows(items: Sequence[Item]) -> Iterator[tuple[int, Cells]]:
    for item in items:
        yield item.row, _cells(item)
        if item.kind in ("group", "repeat"):
            yield from _rows(item.items)
            yield 0, {"type": f"end_{item.kind}"}


def _cells(item: Item) -> Cells:
    return {
        "type": _type(item),
        "name": item.name,
        **_in_languages("label", item.label),
        **_in_languages("hint", item.hint),
        "required": item.required,
        "relevant": item.relevant,
        "constraint": item.constraint,
        **_in_languages("constraint_message", item.message),
        "calculation": item.calculation,
        "default": item.default,
        "choice_filter": item.choice_filter,
        "appearance": item.appearance,
        "parameters": " ".join(f"{key}={value}" for key, value in item.parameters.items()),
        "media::image": item.image,
        "repeat_count": item.count,
        **{_own(column): text for column, text in item.rt.items()},
    }


def _type(item: Item) -> str:
    if item.kind in ("group", "repeat"):
        return f"begin_{item.kind}"
    if item.kind.startswith("select_"):
        return f"{item.kind} {item.choices}" + (" or_other" if item.other else "")
    return item.kind


def _own(column: str) -> str:
    name, _, language = column.partition("::")
    return _heading(f"bind::rt_{name}", language)


def _options(questionnaire: Questionnaire) -> Iterator[Cells]:
    for name, options in questionnaire.choices.items():
        for option in options:
            yield {"list_name": name, **_option(option)}


def _option(option: Choice) -> Cells:
    words = {"name": option.name, **_in_languages("label", option.label), "media::image": option.image}
    return {**words, **option.columns}


def _settings(questionnaire: Questionnaire) -> Cells:
    twice = any(len({one.name for one in options}) < len(options) for options in questionnaire.choices.values())
    return {
        "form_title": questionnaire.title,
        "form_id": questionnaire.name,
        "version": questionnaire.version,
        "allow_choice_duplicates": "yes" if twice else "",
    }


def _in_languages(heading: str, words: Labels) -> Cells:
    return {_heading(heading, language): text for language, text in words.items()}


def _heading(heading: str, language: str) -> str:
    """«label::Русский (ru)»; a language that has no code stands as it was written."""
    if not language:
        return heading
    has_code = language.isascii() and language.isalpha() and len(language) in (2, 3)
    return f"{heading}::{LANGUAGES.get(language, language)} ({language})" if has_code else f"{heading}::{language}"
