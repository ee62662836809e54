"""What pyxform makes of a workbook, judged by its own paths: nothing of our reading, compiling or asking is in here.

The XForm's primary instance is filled with answers, its calculations are carried out, and every `relevant`,
`constraint`, `required` and filter is asked of it as it stands there. Dates are kept as the numbers of their days, so
that plain XPath compares them.
"""

import re
import warnings
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import datetime
from io import BytesIO
from math import isnan
from typing import Any

from lxml import etree

Answers = Mapping[str, Any]
JR = "http://openrosa.org/javarosa"
PRELOAD = f"{{{JR}}}preload"
EPOCH = datetime.fromisoformat("1970-01-01")
DAY = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?")
CONTROLS = ("input", "select", "select1", "upload", "trigger", "range")


class XForm:
    """`now` is the wall clock of the walk."""

    def __init__(self, workbook: bytes, now: datetime) -> None:
        root = etree.fromstring(_written(workbook).encode())
        for element in root.iter(etree.Element):
            element.tag = etree.QName(element).localname
        self._now = now
        first, *rest = root.iterfind(".//model/instance")
        self._data = etree.ElementTree(deepcopy(first[0]))
        self._lists = {one.get("id"): one for one in rest}
        self._data.getroot().extend(rest)  # so that a filter's own absolute paths begin where they should
        self._binds = {one.get("nodeset"): dict(one.attrib) for one in root.iterfind(".//bind")}
        body = root.find("body")
        self._controls = {one.get("ref"): one for one in body.iter(*CONTROLS)}
        self._repeats = [one.get("nodeset") for one in body.iter("repeat")]
        self._filled: dict[str, Any] = {}

    def complaints(self, answers: Answers, shown: set[str], lists: Mapping[str, set[str]]) -> list[str]:
        """What the XForm has against these answers, given to the questions that were `shown`.

        `lists`: options that do not stand in the workbook, by question.
        """
        self._lay_out(answers)
        self._put(answers)
        self._calculate()
        return [*self._about_questions(shown, lists), *self._about_calculations(answers)]

    def _lay_out(self, answers: Answers) -> None:
        """As many repetitions as were answered, each under its own key («age#2»)."""
        for template in self._data.xpath("//*[@*[local-name()='template']]"):
            template.getparent().remove(template)
        for path in sorted(self._repeats, key=len):
            for element in self._data.xpath(path):
                self._repeat(element, self._key(element), answers)
        own = (one for top in self._data.getroot() if top.tag != "instance" for one in top.iter())
        self._filled = {self._key(one): one for one in own if not len(one)}

    def _repeat(self, element: Any, key: str, answers: Answers) -> None:
        name, _, above = key.partition("#")
        numbers = above.split("#")[:-1]
        times = 0
        while answers.get("#".join((f"{name}:more", *numbers, str(times + 1)))) == "yes":
            times += 1
        for _ in range(times - 1):
            element.addnext(deepcopy(element))
        if not times:
            element.getparent().remove(element)

    def _put(self, answers: Answers) -> None:
        for key, value in answers.items():
            if key not in self._filled or "calculate" in self._bind(self._filled[key]):
                continue
            several = [one.removeprefix("own:") for one in _several(value) if one.startswith("own:")]
            self._filled[key].text = " ".join(
                "other" if one.startswith("own:") else _plain(one) for one in _several(value)
            )
            name, hash_, numbers = key.partition("#")
            words = self._filled.get(f"{name}_other{hash_}{numbers}")
            if words is not None and several:
                words.text = several[0]

    def _calculate(self) -> None:
        """Again and again, until nothing changes: a calculation may be written before what it takes."""
        for _ in range(20):
            before = etree.tostring(self._data)
            for element in self._filled.values():
                bind = self._bind(element)
                if "calculate" in bind:
                    element.text = _string(self._ask(bind["calculate"], element)) if self._is_relevant(element) else ""
                elif bind.get(PRELOAD) in ("timestamp", "date"):
                    element.text = str((self._now - EPOCH).total_seconds() / 86400)
            if etree.tostring(self._data) == before:
                return
        raise AssertionError("calculations that never come to an end")

    def _about_questions(self, shown: set[str], lists: Mapping[str, set[str]]) -> Iterator[str]:
        for key, element in self._filled.items():
            if _path(element) not in self._controls:
                continue
            offered = self._offered(element)
            if offered is not None:
                offered |= lists.get(key, set())
            yield from self._about_answer(key, element, offered)
            is_open = self._is_relevant(element) and offered != set()
            if is_open and not element.text and self._is_needed(element):
                yield f"{key}: required, but not answered"
            if is_open != (key in shown) and not key.partition("#")[0].endswith("_other"):
                yield f"{key}: {'relevant, but not shown' if is_open else 'shown, but not relevant'}"

    def _about_answer(self, key: str, element: Any, offered: set[str] | None) -> Iterator[str]:
        if not element.text:
            return
        constraint = self._bind(element).get("constraint")
        if not self._is_relevant(element):
            yield f"{key}: answered, but not relevant"
        if constraint and not _true(self._ask(constraint, element)):
            yield f"{key}: {element.text} against {constraint}"
        if offered is not None:
            yield from (f"{key}: {one} is not offered" for one in element.text.split() if one not in offered)

    def _is_needed(self, element: Any) -> bool:
        needed = self._bind(element).get("required")
        return needed is not None and _true(self._ask(needed, element))

    def _about_calculations(self, answers: Answers) -> Iterator[str]:
        for key, element in self._filled.items():
            if "calculate" not in self._bind(element) or key.startswith("instanceID"):
                continue
            ours, theirs = _plain(str(answers.get(key, ""))), element.text or ""
            if ours != theirs and not _close(ours, theirs) and not key.partition("#")[0].endswith("_count"):
                yield f"{key}: {ours!r} here, {theirs!r} there"

    def _is_relevant(self, element: Any) -> bool:
        above = [element, *element.iterancestors()]
        conditions = [(one, self._bind(one).get("relevant")) for one in above]
        return all(_true(self._ask(condition, one)) for one, condition in conditions if condition)

    def _offered(self, element: Any) -> set[str] | None:
        """The options that its filter lets through; None where there is nothing to choose."""
        control = self._controls[_path(element)]
        if control.tag not in ("select", "select1"):
            return None
        itemset = control.find("itemset")
        if itemset is None:
            return {one.findtext("value") for one in control.iterfind("item")}
        value = itemset.find("value").get("ref")
        return {one.findtext(value) for one in self._ask(itemset.get("nodeset"), element)}

    def _key(self, element: Any) -> str:
        """«age#2»: its name, and which repetition it stands in."""
        above = [one for one in reversed([element, *element.iterancestors()]) if _path(one) in self._repeats]
        numbers = [1 + len(list(one.itersiblings(one.tag, preceding=True))) for one in above]
        return "#".join((element.tag, *map(str, numbers)))

    def _bind(self, element: Any) -> Mapping[str, str]:
        return self._binds.get(_path(element), {})

    def _ask(self, expression: str, element: Any) -> Any:
        calls = {(None, name): call for name, call in self._functions(element).items()}
        return etree.XPath(expression, namespaces={"jr": JR}, extensions=calls)(element)

    def _functions(self, element: Any) -> Mapping[str, Any]:
        days = (self._now - EPOCH).total_seconds() / 86400
        return {
            "instance": lambda _, name: [self._lists[name]],
            "current": lambda _: [element],
            "selected": lambda _, value, one: _string(one) in _string(value).split(),
            "count-selected": lambda _, value: float(len(_string(value).split())),
            "if": lambda _, condition, yes, no: yes if _true(condition) else no,
            "coalesce": lambda _, *values: next(filter(None, map(_string, values)), ""),
            "regex": lambda _, value, pattern: re.fullmatch(_string(pattern), _string(value)) is not None,
            "today": lambda _: float(int(days)),
            "now": lambda _: days,
            "date": lambda _, value: float(_plain(_string(value))),
            "int": lambda _, value: value if isnan(value) else float(int(float(_string(value)))),
        }


def _written(workbook: bytes) -> str:
    from pyxform.builder import create_survey_element_from_dict
    from pyxform.xls2json import workbook_to_json
    from pyxform.xls2json_backends import get_xlsform

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        form = workbook_to_json(workbook_dict=get_xlsform(BytesIO(workbook), file_type=".xlsx"), warnings=[])
        return str(create_survey_element_from_dict(form).to_xml(validate=False, warnings=[]))


def _path(element: Any) -> str:
    return "/" + "/".join(one.tag for one in reversed([element, *element.iterancestors()]))


def _several(value: Any) -> list[str]:
    return value if isinstance(value, list) else [str(value)]


def _plain(text: str) -> str:
    """A date as the number of its day."""
    if not DAY.fullmatch(text):
        return text
    days = (datetime.fromisoformat(text) - EPOCH).total_seconds() / 86400
    return str(int(days)) if days == int(days) else str(days)


def _string(value: Any) -> str:
    if isinstance(value, list):
        return (value[0] if isinstance(value[0], str) else value[0].text or "") if value else ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return "NaN" if isnan(value) else str(int(value)) if value == int(value) else repr(value)
    return str(value)


def _true(value: Any) -> bool:
    return not isnan(value) and value != 0 if isinstance(value, float) else bool(value)


def _close(ours: str, theirs: str) -> bool:
    try:
        return abs(float(ours) - float(theirs)) < 1e-6
    except ValueError:
        return False
