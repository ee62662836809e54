"""A workbook of XLSForm, read by pyxform into our own data; what pyxform refuses comes out with its row."""

import re
import warnings
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from itertools import islice
from typing import Any

from domain.plain_workbook import OLD_EXCEL, ZIP, is_locked
from domain.questionnaire.cells import cell_faults, openable, sheet_with_twice
from domain.questionnaire.checks import faults_of
from domain.questionnaire.faults import BadQuestionnaire, Fault
from domain.questionnaire.kinds import KIND_OF, METADATA
from domain.questionnaire.model import Choice, Item, Labels, Questionnaire
from domain.questionnaire.refusals import all_refusals

Json = Mapping[str, Any]

TRUTH = {"yes": "true()", "true": "true()", "true()": "true()", "no": "false()", "false": "false()"}
NO_LANGUAGE = "default"
RT = "rt_"
LANGUAGE = re.compile(r"\(([A-Za-z]{2,3})(?:[-_][\w-]+)?\)\s*$")
TWICE = re.compile(r"Duplicate column header: (.*)")
OR_OTHER = re.compile(r"\bor[_ ]?(?:specify[_ ]?)?other\b", re.IGNORECASE)
OTHER = "other"
DEEPEST = 30
"""Groups within groups."""


def read_workbook(data: bytes, *, media: bool) -> Questionnaire:
    """The questionnaire of an XLSX file, told by its first bytes; `BadQuestionnaire` with all that speaks against it.

    `media`: whether pictures, files and places may be asked for.
    """
    if data.startswith(OLD_EXCEL):
        raise BadQuestionnaire([Fault("locked" if is_locked(data) else "old-excel")])
    if not data.startswith(ZIP):
        raise BadQuestionnaire([Fault("not-a-workbook")])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = openable(data)
        if spoilt := cell_faults(data):
            raise BadQuestionnaire(spoilt)
        sheets = _sheets(data)
        refusals = _refusals(sheets)
        questionnaire = _Reader(sheets, _form(sheets)).whole() if not _is_hopeless(sheets) else None
    faults = [*refusals, *(faults_of(questionnaire, media=media) if questionnaire else ())]
    if faults or questionnaire is None:
        raise BadQuestionnaire(_with_reason(faults))
    return questionnaire


def _with_reason(faults: list[Fault]) -> list[Fault]:
    """Without what only follows from the others: once all rows with faults are taken out there are no questions, and
    what pyxform says of no row in particular is said of a row below.
    """
    return [one for one in faults if one.code != "no-questions" and (one.code, one.row) != ("pyxform", 0)] or faults


def _sheets(data: bytes) -> Any:
    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import get_xlsform

    try:
        return get_xlsform(BytesIO(data), file_type=".xlsx")
    except PyXFormError as error:
        raise BadQuestionnaire([_of_the_file(str(error), data)]) from error
    except Exception as error:
        raise BadQuestionnaire([Fault("not-a-workbook")]) from error


def _of_the_file(words: str, data: bytes) -> Fault:
    found = TWICE.search(words)
    if found is None:
        return Fault("not-a-workbook")
    return Fault("heading-twice", values={"sheet": sheet_with_twice(data, found[1]), "column": found[1]})


def _refusals(sheets: Any) -> list[Fault]:
    """What pyxform refuses; afterwards the sheets hold only what it takes."""
    if too_deep := list(islice(_too_deep(sheets.survey), 1)):
        raise BadQuestionnaire(too_deep)
    rows = {"survey": sheets.survey, "choices": sheets.choices or []}
    faults = all_refusals(rows, lambda: _form(sheets))
    return faults or all_refusals(rows, lambda: _as_xform(sheets))


def _too_deep(survey: list[Json]) -> Iterator[Fault]:
    """Each group within another takes some of Python's own stack."""
    depth = 0
    for number, row in enumerate(survey, 2):
        kind = str(row.get("type", "")).strip().lower()
        depth += kind.startswith("begin") - kind.startswith("end")
        if depth > DEEPEST:
            yield Fault("too-deep", number, {"most": DEEPEST})


def _form(sheets: Any) -> Json:
    from pyxform.xls2json import workbook_to_json

    form: Json = workbook_to_json(workbook_dict=deepcopy(sheets), warnings=[])
    return form


def _as_xform(sheets: Any) -> None:
    """pyxform minds some things only when it writes the form."""
    from pyxform.builder import create_survey_element_from_dict

    create_survey_element_from_dict(_form(sheets)).to_xml(validate=False, warnings=[])


def _is_hopeless(sheets: Any) -> bool:
    """Whether pyxform makes nothing at all of what is left."""
    from pyxform.errors import PyXFormError

    try:
        _form(sheets)
    except PyXFormError:
        return True
    return False


class _Reader:
    """From pyxform's JSON and the sheets it was made of."""

    def __init__(self, sheets: Any, form: Json) -> None:
        self._form = form
        self._rows = _rows_of(sheets.survey)
        self._types = {str(row.get("name", "")): str(row.get("type", "")) for row in sheets.survey}
        self._options = {
            (row.get("list_name") or row.get("list name"), row.get("name")) for row in sheets.choices or ()
        }

    def whole(self) -> Questionnaire:
        items = tuple(self._items(self._form["children"], ()))
        lists = self._form.get("choices") or {}
        choices = {name: tuple(map(_choice, self._own(name, options))) for name, options in lists.items()}
        title = str(self._form.get("title") or self._form["name"])
        name = str(self._form.get("id_string") or self._form["name"])
        said = {language for item in items for one in item.walk() for language in one.label}
        languages = tuple(sorted(said)) or ("",)
        return Questionnaire(name, title, str(self._form.get("version", "")), languages, choices, items)

    def _own(self, name: str, options: list[Json]) -> list[Json]:
        """The options of a list as its author wrote them: pyxform adds one where a question has «or_other»."""
        return [one for one in options if one["name"] != OTHER or (name, OTHER) in self._options]

    def _items(self, children: list[Json], above: tuple[str, ...]) -> Iterator[Item]:
        made = self._made(children)
        for child in children:
            if child["name"] != "meta" and child["name"] not in made and not _is_heading(child):
                item = self._item(child, above)
                counted = made.get(item.count.strip("${} "))
                yield replace(item, count=_calculation(counted)) if counted else item

    def _made(self, children: list[Json]) -> dict[str, Json]:
        """The rows that pyxform has added by itself: the words of «other», how often a repeat is repeated."""
        others = {f"{child['name']}_other" for child in children if self._has_other(child)}
        counts = {f"{child['name']}_count" for child in children if child.get("type") == "repeat"}
        return {one["name"]: one for one in children if one["name"] in (others | counts) - self._types.keys()}

    def _has_other(self, child: Json) -> bool:
        return bool(OR_OTHER.search(self._types.get(str(child["name"]), "")))

    def _item(self, body: Json, above: tuple[str, ...]) -> Item:
        bind, control = body.get("bind") or {}, body.get("control") or {}
        name, kind = str(body["name"]), str(body.get("type", ""))
        path = (*above, name)
        if kind in METADATA:
            return Item("calculate", name, path, self._rows.get(name, 0), calculation=METADATA[kind])
        return Item(
            kind=KIND_OF.get(kind.lower(), kind),
            name=name,
            path=path,
            row=self._rows.get(name, 0),
            label=_labels(body.get("label")),
            hint=_labels(body.get("hint")),
            required=_required(bind.get("required", "")),
            relevant=_truth(bind.get("relevant", "")),
            constraint=_truth(bind.get("constraint", "")),
            message=_labels(bind.get("jr:constraintMsg")),
            calculation=_calculation(body),
            default=str(body.get("default", "")),
            choices=str(body.get("list_name") or body.get("itemset") or ""),
            choice_filter=str(body.get("choice_filter", "")),
            other=self._has_other(body),
            appearance=str(control.get("appearance", "")),
            parameters=_parameters(body.get("parameters")),
            image=_media(body),
            count=str(control.get("jr:count", "")),
            rt=dict(_own_columns(bind)),
            items=tuple(self._items(body.get("children") or [], path)),
        )


def _calculation(body: Json) -> str:
    return str((body.get("bind") or {}).get("calculate", ""))


def _own_columns(bind: Json) -> Iterator[tuple[str, str]]:
    """Our own columns; one that is given in several languages is a column for each, «words::ru»."""
    for key, value in bind.items():
        if not key.startswith(RT):
            continue
        for language, words in _labels(value).items():
            yield key.removeprefix(RT) + (f"::{language}" if language else ""), words


def _is_heading(body: Json) -> bool:
    """Options without anything to choose, that head a table on a larger screen."""
    return "label" in str((body.get("control") or {}).get("appearance", "")).split()


def _rows_of(survey: list[Json]) -> dict[str, int]:
    """The row of each name; the first row has the headings."""
    rows: dict[str, int] = {}
    for number, row in enumerate(survey, 2):
        rows.setdefault(str(row.get("name", "")), number)
    return rows


def _choice(body: Json) -> Choice:
    rest = {key: str(value) for key, value in body.items() if key not in ("name", "label", "media")}
    return Choice(str(body["name"]), _labels(body.get("label")), rest, _media(body))


def _labels(value: Any) -> Labels:
    """Words by language; «Русский (ru)» is «ru», words without a language are «»."""
    if isinstance(value, dict):
        return {_code(language): str(words) for language, words in value.items() if str(words).strip()}
    return {"": str(value)} if value not in (None, "") else {}


def _code(language: str) -> str:
    found = LANGUAGE.search(language)
    return found[1].lower() if found else "" if language == NO_LANGUAGE else language


def _truth(value: Any) -> str:
    text = str(value).strip()
    return TRUTH.get(text.lower(), text)


def _required(value: Any) -> str:
    """«yes», «no», or an expression."""
    text = _truth(value)
    return {"true()": "yes", "false()": "no"}.get(text, text)


def _parameters(value: Any) -> Mapping[str, str]:
    return {str(key): str(one) for key, one in value.items()} if isinstance(value, dict) else {}


def _media(body: Json) -> str:
    """The name of the picture's file, in whichever language it is given first."""
    picture = (body.get("media") or {}).get("image", "")
    return str(next(iter(picture.values()), "")) if isinstance(picture, dict) else str(picture)
