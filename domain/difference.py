"""Changing by difference: of two people who change one thing, each changes only what they meant to."""

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    T = TypeVar("T", bound=DataclassInstance)


def merged(now: "T", base: "T", wanted: "T") -> "T":
    """`now` with what `wanted` says otherwise than `base`; what others changed meanwhile stays.

    The three are of one dataclass. Of a tuple what was added is added, what was dropped is dropped.
    """
    names = (one.name for one in fields(wanted))
    new = {name: _value(getattr(now, name), getattr(base, name), getattr(wanted, name)) for name in names}
    return replace(now, **new)


def _value(now: Any, base: Any, wanted: Any) -> Any:
    if wanted == base:
        return now
    if isinstance(now, tuple):
        kept = tuple(one for one in now if one in wanted or one not in base)
        return (*kept, *(one for one in wanted if one not in base and one not in now))
    return wanted
