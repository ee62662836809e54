"""Questions that are one to whoever reads results: the rows of a scale, asked one by one."""

from collections.abc import Sequence
from itertools import groupby

from domain.questionnaire.model import Questionnaire
from domain.results import Result, is_number


def runs(results: Sequence[Result]) -> list[tuple[Result, ...]]:
    """The results in turn; scales of one list of options that follow each other in one group are together."""
    found: list[tuple[Result, ...]] = []
    for key, members in groupby(results, key=_key):
        together = tuple(members)
        found += [together] if key is not None else [(one,) for one in together]
    return found


def shared_title(labels: Sequence[str]) -> tuple[str, list[str]]:
    """What the labels have in common up to a colon, and what is left of each: «Оцените», «содержание», «удобство»."""
    head, colon, _ = labels[0].partition(":")
    if len(labels) < 2 or not colon or not all(label.startswith(f"{head}:") for label in labels):
        return "", list(labels)
    return head.strip(), [label[len(head) + 1 :].strip() for label in labels]


def ends_of(result: Result, questionnaire: Questionnaire) -> tuple[float, float]:
    """From where to where a scale goes: by its options, else by the answers."""
    figures = [float(one.name) for one in questionnaire.choices.get(result.item.choices, ()) if is_number(one.name)]
    if figures:
        return min(figures), max(figures)
    scale = result.scale
    return (scale.lowest or 0.0, scale.highest or 0.0) if scale else (0.0, 0.0)


def _key(result: Result) -> tuple[str, tuple[str, ...]] | None:
    is_scale = result.scale is not None and result.item.kind == "select_one"
    return (result.item.choices, result.item.path[:-1]) if is_scale else None
