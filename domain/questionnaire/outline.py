"""A questionnaire as a list to be read: every question with the conditions on which it is asked."""

from collections.abc import Iterator, Sequence

from domain.questionnaire.model import Item, Questionnaire

Asked = tuple[Item, tuple[str, ...]]


def outline(questionnaire: Questionnaire) -> list[Asked]:
    """Every question with all its conditions, those of its groups first."""
    return list(_asked(questionnaire.items, ()))


def _asked(items: Sequence[Item], around: tuple[str, ...]) -> Iterator[Asked]:
    for item in items:
        conditions = (*around, item.relevant) if item.relevant else around
        if item.is_question:
            yield item, conditions
        yield from _asked(item.items, conditions)
