"""Where the items of a questionnaire stand in the document that expressions are asked of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.questionnaire.expression import BadExpression
from domain.questionnaire.model import Item, Questionnaire

ROOT = "/data"


@dataclass(frozen=True, slots=True)
class Place:
    """An item, the repeats that it stands in (from the outermost), and its turn in the order of asking."""

    item: Item
    repeats: tuple[str, ...]
    turn: int


def places_of(questionnaire: Questionnaire) -> dict[str, Place]:
    """Every named item by its name; of two with one name the first."""
    found: dict[str, Place] = {}
    for turn, (item, repeats) in enumerate(_below(questionnaire.items, ())):
        found.setdefault(item.name, Place(item, repeats, turn))
    return found


def path_from(here: Place, name: str, places: Mapping[str, Place]) -> str:
    """The XPath from one place to another: within the same repetition to that repetition's own, else to all of them.

    `$r0` is the outermost repetition that an item stands in, `$r1` the next, `$q-name` what stands in none, as the
    evaluator hands them over: looked up, where a path would be searched from the top.
    """
    there = places.get(name)
    if there is None:
        raise BadExpression("name", name)
    if not there.repeats and there.item.kind != "repeat":
        return f"$q-{name}"
    shared = [one for one, other in zip(here.repeats, there.repeats, strict=False) if one == other]
    if not shared:
        return "/".join((ROOT, *there.item.path))
    inside = there.item.path[there.item.path.index(shared[-1]) + 1 :]
    return "/".join((f"$r{len(shared) - 1}", *inside))


def _below(items: tuple[Item, ...], repeats: tuple[str, ...]) -> Iterator[tuple[Item, tuple[str, ...]]]:
    for item in items:
        yield item, repeats
        inner = (*repeats, item.name) if item.kind == "repeat" else repeats
        yield from _below(item.items, inner)
