"""What pyxform says of a workbook, in our words; and what to take out so that it goes on to the next fault."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from domain.questionnaire.faults import Fault, Values

ROW = re.compile(r"\[row\s*:\s*(\d+)\]")
COLUMN = re.compile(r"the '([^']+)' value is invalid")
OF_CHOICES = "On the 'choices' sheet"
WORDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"On the 'settings' sheet, the '([^']*)' value", "setting-wrong", ("column",)),
    (r"Choices must have a name", "choice-nameless", ()),
    (r"Choice names must be unique", "choice-twice", ()),
    (r"Choice names with spaces.*See \[(.*)\] in \[(.*)\]", "choice-spaced", ("name", "list")),
    (r"On the 'choices' sheet, the '(.*)' value is invalid\. Column headers", "choices-heading", ("column",)),
    (r"There should be a choices sheet", "no-choices", ()),
    (r"for sheet: '(\w+)'.*headers were not found: '(.*?)'\. Learn", "heading-missing", ("sheet", "column")),
    (r"for sheet: '(\w+)'.*missing header row", "heading-missing", ("sheet",)),
    (r"for sheet: '(\w+)'.*same column were found: '(.*)', '(.*)'", "heading-twice", ("sheet", "what", "column")),
    (r"Question with no type", "type-missing", ()),
    (r"Missing calculation", "calculation-missing", ()),
    (r"Reference variables must start with", "reference-wrong", ()),
    (r"the 'parameters' value is invalid", "parameters-wrong", ()),
    (r"Could not find the name '([^']*)'", "expression-name", ("what",)),
    (r"List name not in choices sheet: (.*)", "list-unknown", ("list",)),
    (r"List name not in columns sheet: (.*)", "list-unknown", ("list",)),
    (r"'name' value '([^']*)' is invalid\. Questions, groups, and repeats must be unique", "name-twice", ("name",)),
    (r"Unmatched 'begin_\w+'.*name '([^']*)'", "block-open", ("name",)),
    (r"Unmatched 'end_(\w+)'", "block-closed", ("name",)),
    (r"Unknown question type '([^']*)'", "type-unknown", ("type",)),
    (r"Names must begin with", "name-wrong", ()),
    (r"with no name", "name-missing", ()),
    (r"named '([^']*)' has no label", "no-words", ("name",)),
    (r"The survey sheet is either empty or missing", "no-questions", ()),
    (r"[Yy]ou must have a sheet named", "no-questions", ()),
)
REFERENCE = re.compile(r"\$\{[^}]*\}")
SAID = ("label", "hint", "constraint_message", "required_message", "guidance_hint")
"""Columns of words, which may lack a name and still be words."""
PLACED = frozenset({"type-unknown", "no-words"})
"""Faults whose row is found by what they name."""
MOST = 100
"""Faults of one workbook that are looked for; whoever has more will not mend them all at once."""

Rows = list[dict[str, Any]]
Sheets = Mapping[str, Rows]


@dataclass(frozen=True, slots=True)
class Refused:
    """A fault that pyxform has named, and where: the row of the sheet «survey», and the column if it names one."""

    fault: Fault
    column: str


def refused(words: str) -> Refused:
    """pyxform's words as a fault of ours; those that we don't know stand as they are."""
    row, column = ROW.search(words), COLUMN.search(words)
    number, name = int(row[1]) if row else 0, column[1] if column else ""
    flat = " ".join(words.split())
    for pattern, code, keys in WORDS:
        if found := re.search(pattern, flat):
            values: Values = dict(zip(keys, found.groups(), strict=True))
            return Refused(Fault(code, number, _with_defaults(values, name)), name)
    text = ROW.sub("", words.split("\n", maxsplit=1)[0]).strip(" :-")
    return Refused(Fault("pyxform", number, {"text": text[:300]}), name)


def all_refusals(sheets: Sheets, parse: Callable[[], Any]) -> list[Fault]:
    """Every fault that pyxform finds in the sheets, by taking out what it has named and asking again."""
    from pyxform.errors import PyXFormError

    found: list[Fault] = []
    while len(found) < MOST:
        try:
            parse()
        except PyXFormError as error:
            words = str(error)
            rows = sheets["choices" if OF_CHOICES in words else "survey"]
            one = _placed(rows, refused(words))
            found.append(one.fault)
            if found.count(one.fault) > 1 or not _taken_out(rows, one):
                return found
        else:
            return found
    return found


def _placed(rows: Rows, one: Refused) -> Refused:
    """With the row, which pyxform does not always say."""
    fault = one.fault
    wanted = next((key for key in ("type", "name") if fault.values.get(key)), "")
    if fault.row or fault.code not in PLACED or not wanted:
        return one
    said = str(fault.values[wanted])
    number = next((n for n, row in enumerate(rows, 2) if str(row.get(wanted, "")).strip() == said), 0)
    return replace(one, fault=replace(fault, row=number))


def _taken_out(rows: Rows, one: Refused) -> bool:
    """Mends or empties what was named, a cell or else its row; False where there is nothing left to empty."""
    row = rows[one.fault.row - 2] if 2 <= one.fault.row < len(rows) + 2 else {}
    if one.fault.code in ("choice-nameless", "choice-twice") and row:
        row["name"] = f"row_{one.fault.row}"
        return True
    if one.fault.code == "expression-name" and row.get(one.column):
        row[one.column] = REFERENCE.sub("…", row[one.column]) if one.column.startswith(SAID) else ""
        return True
    there = bool(row)
    row.clear()
    return there


def _with_defaults(values: Values, column: str) -> Values:
    """What the words of our own faults speak of, where pyxform does not say it."""
    return {"column": column, "name": "", "type": "", "list": "", "text": "", "what": ""} | values
