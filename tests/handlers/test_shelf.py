"""What takes long is made once, and anew as soon as it holds no more."""

import asyncio

import pytest

from domain.refusal import Refusal
from handlers.surveys import shelf
from handlers.surveys.shelf import Shelf


class Maker:
    def __init__(self) -> None:
        self.made = 0
        self.may_end = asyncio.Event()

    async def __call__(self) -> int:
        self.made += 1
        await self.may_end.wait()
        return self.made


async def test_a_thing_is_made_once_for_all_who_wait_and_kept_while_it_holds() -> None:
    kept, make = Shelf(), Maker()
    waiting = [asyncio.create_task(kept.get("a", 1, make)) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    make.may_end.set()
    assert await asyncio.gather(*waiting[1:]) == [1, 1]
    assert await kept.get("a", 1, make) == 1
    assert await kept.get("a", 2, make) == 2


async def test_what_failed_is_tried_again() -> None:
    kept, make = Shelf(), Maker()
    make.may_end.set()

    async def fail() -> int:
        raise Refusal("child-broke")

    with pytest.raises(Refusal, match="child-broke"):
        await kept.get("a", 1, fail)
    assert await kept.get("a", 1, make) == 1


async def test_the_shelf_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST", 2)
    kept, make = Shelf(), Maker()
    make.may_end.set()
    for name in ("a", "b", "a", "c", "a", "b"):
        await kept.get(name, 1, make)
    assert make.made == 4
