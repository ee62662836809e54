"""Spares the tests what is done anew for each bot, though it comes to the same each time.

A process of the product makes one bot; the tests make thousands.
"""

import ssl
from functools import cache
from types import FunctionType, MethodType, SimpleNamespace
from typing import Any

from aiogram.client.session import aiohttp as sessions
from aiogram.dispatcher.event.handler import CallableObject, HandlerObject
from aiogram.filters import Filter

Read = tuple[bool, set[str], bool]
_read: dict[Any, Read] = {}
"""By code what aiogram has read of it: whether it is awaited, its parameters, and whether it takes any."""
_read_anew = CallableObject.__post_init__
_handler_anew = HandlerObject.__post_init__


def be_quick() -> None:
    """aiogram reads the parameters of two thousand functions and the machine's certificates once, not for each bot."""
    CallableObject.__post_init__ = _read_or_known  # type: ignore[method-assign]
    HandlerObject.__post_init__ = _handler_or_known  # type: ignore[method-assign]
    vars(sessions)["ssl"] = SimpleNamespace(create_default_context=cache(ssl.create_default_context))


def _read_or_known(self: CallableObject) -> None:
    code = _code_of(self.callback)
    known = _read.get(code) if code is not None else None
    if known is not None:
        self.awaitable, self.params, self.varkw = known
        return
    _read_anew(self)
    if code is not None:
        _read[code] = (self.awaitable, self.params, self.varkw)


def _handler_or_known(self: HandlerObject) -> None:
    """A bare function has no flags, and is no class."""
    if isinstance(self.callback, FunctionType) and not self.callback.__dict__:
        _read_or_known(self)
    else:
        _handler_anew(self)


def _code_of(callback: Any) -> Any:
    """What decides all that aiogram reads; None where that is not sure."""
    if isinstance(callback, FunctionType):
        return None if hasattr(callback, "__wrapped__") else callback.__code__
    if isinstance(callback, MethodType):
        return callback.__func__
    return type(callback) if isinstance(callback, Filter) else None
