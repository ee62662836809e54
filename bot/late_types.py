"""aiogram's nine hundred types are made ready when they are first used, not all of them at the start.

aiogram tells pydantic to put that off (`defer_build`), and then has it all done while it is imported: three seconds and
100 MB, of which a bot needs a tenth (https://github.com/aiogram/aiogram/issues/1513).
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType
from typing import Any

LIBRARY = "aiogram"


class LateTypes(MetaPathFinder):
    """Imports aiogram that way. It stands on `sys.meta_path`, so that it is there before whoever imports it first."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name != LIBRARY:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.origin is not None:
            spec.loader = _Loader(name, spec.origin)
        return spec


class _Loader(SourceFileLoader):
    def exec_module(self, module: ModuleType) -> None:
        names: dict[str, Any] = {}
        with _put_off(names):
            super().exec_module(module)
        _make_ready_when_used(names)


@contextmanager
def _put_off(names: dict[str, Any]) -> Iterator[None]:
    """Nothing is made ready meanwhile. `names`: what the types call one another, which aiogram says only here."""
    from pydantic import BaseModel

    def later(_cls: type[BaseModel], /, *, _types_namespace: dict[str, Any] | None = None, **_: Any) -> None:
        names.update(_types_namespace or {})

    at_once = vars(BaseModel)["model_rebuild"]
    BaseModel.model_config["defer_build"] = True
    BaseModel.model_rebuild = classmethod(later)  # type: ignore[assignment,method-assign]
    try:
        yield
    finally:
        BaseModel.model_rebuild = at_once  # type: ignore[method-assign]
        del BaseModel.model_config["defer_build"]


def _make_ready_when_used(names: dict[str, Any]) -> None:
    """pydantic does it by itself at the first use, if it is told who is meant."""
    from aiogram.methods import Response, TelegramMethod
    from aiogram.types import TelegramObject
    from pydantic import BaseModel

    rebuild = vars(BaseModel)["model_rebuild"].__func__

    def ready(cls: type[BaseModel], /, **options: Any) -> bool | None:
        done: bool | None = rebuild(cls, **options | {"_types_namespace": names})
        return done

    for kind in (TelegramObject, TelegramMethod, Response):
        kind.model_rebuild = classmethod(ready)  # type: ignore[assignment,method-assign]


def put_types_off() -> None:
    """From now on; in a process that has aiogram already, all of it has been made ready."""
    if not any(isinstance(one, LateTypes) for one in sys.meta_path):
        sys.meta_path.insert(0, LateTypes())


def make_ready_what_is_used() -> None:
    """What a bot cannot do without, so that nobody's first press waits for it."""
    from aiogram import methods, types

    for one in (
        types.Message,
        types.Update,
        methods.SendMessage,
        methods.SendPhoto,
        methods.SendDocument,
        methods.SendMediaGroup,
        methods.EditMessageText,
        methods.EditMessageCaption,
        methods.EditMessageMedia,
        methods.AnswerCallbackQuery,
        methods.AnswerInlineQuery,
    ):
        one.model_rebuild()
