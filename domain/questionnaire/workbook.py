"""A workbook of XLSForm, read by pyxform into our own data; what pyxform refuses comes out with its row."""

import re
import warnings
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from domain.questionnaire.faults import BadQuestionnaire, Fault
from domain.questionnaire.kinds import KIND_OF, METADATA
from domain.questionnaire.model import Choice, Item, Labels, Questionnaire

Json = Mapping[str, Any]

TRUTH = {"yes": "true()", "true": "true()", "true()": "true()", "no": "false()", "false": "false()"}
NO_LANGUAGE = "default"
RT = "rt_"
ROW = re.compile(r"\[row\s*:\s*(\d+)\]")
LANGUAGE = re.compile(r"\(([A-Za-z]{2,3})(?:[-_][\w-]+)?\)\s*$")
OLD_EXCEL, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
OR_OTHER = re.compile(r"\bor[_ ]?other\b", re.IGNORECASE)


def read_workbook(data: bytes) -> Questionnaire:
    """The questionnaire of an XLSX file, told by its first bytes; `BadQuestionnaire` for what pyxform can't read.

    Whether each expression is right, and whether all of it can be asked in chat, is `domain.questionnaire.checks`'.
    """
    if data.startswith(OLD_EXCEL):
        raise BadQuestionnaire([Fault("old-excel")])
    if not data.startswith(ZIP):
        raise BadQuestionnaire([Fault("not-a-workbook")])
    sheets, form = _by_pyxform(data)
    return _Reader(sheets, form).whole()


def _by_pyxform(data: bytes) -> tuple[Any, Json]:
    from pyxform.builder import create_survey_element_from_dict
    from pyxform.errors import PyXFormError
    from pyxform.xls2json import workbook_to_json
    from pyxform.xls2json_backends import get_xlsform

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            sheets = get_xlsform(BytesIO(data), file_type=".xlsx")
            form = workbook_to_json(workbook_dict=sheets, warnings=[])
            create_survey_element_from_dict(form).to_xml(validate=False, warnings=[])
        except PyXFormError as error:
            raise BadQuestionnaire([_refused(str(error))]) from None
        except Exception as error:
            raise BadQuestionnaire([Fault("not-a-workbook")]) from error
    return sheets, form


def _refused(words: str) -> Fault:
    """What pyxform says, with the row that it names."""
    found = ROW.search(words)
    text = ROW.sub("", words.split("\n", maxsplit=1)[0]).strip(" :-")
    return Fault("pyxform", int(found[1]) if found else 0, {"text": text[:300]})


class _Reader:
    """From pyxform's JSON and the sheets it was made of."""

    def __init__(self, sheets: Any, form: Json) -> None:
        self._form = form
        self._rows = _rows_of(sheets.survey)
        self._types = {str(row.get("name", "")): str(row.get("type", "")) for row in sheets.survey}

    def whole(self) -> Questionnaire:
        items = tuple(self._items(self._form["children"], ()))
        lists = self._form.get("choices") or {}
        choices = {name: tuple(map(_choice, options)) for name, options in lists.items()}
        title = str(self._form.get("title") or self._form["name"])
        name = str(self._form.get("id_string") or self._form["name"])
        languages = tuple(sorted(set(_languages(items, choices)))) or ("",)
        return Questionnaire(name, title, str(self._form.get("version", "")), languages, choices, items)

    def _items(self, children: list[Json], above: tuple[str, ...]) -> Iterator[Item]:
        others = {f"{child['name']}_other" for child in children if self._has_other(child)}
        for child in children:
            made_by_pyxform = child["name"] in others and child["name"] not in self._types
            if child["name"] != "meta" and not made_by_pyxform and not _is_heading(child):
                yield self._item(child, above)

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
            calculation=str(bind.get("calculate", "")),
            default=str(body.get("default", "")),
            choices=str(body.get("list_name") or body.get("itemset") or ""),
            choice_filter=str(body.get("choice_filter", "")),
            other=self._has_other(body),
            appearance=str(control.get("appearance", "")),
            parameters=_parameters(body.get("parameters")),
            image=_media(body),
            count=str(control.get("jr:count", "")),
            rt={key.removeprefix(RT): str(value) for key, value in bind.items() if key.startswith(RT)},
            items=tuple(self._items(body.get("children") or [], path)),
        )


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


def _languages(items: tuple[Item, ...], choices: Mapping[str, tuple[Choice, ...]]) -> Iterator[str]:
    for item in items:
        for one in item.walk():
            yield from one.label
    for options in choices.values():
        for option in options:
            yield from option.label


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
