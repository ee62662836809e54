"""What all tests share."""

import asyncio
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

import bot  # noqa: F401 - it comes first, so that aiogram is imported as the product does it
from tests.engines import drop_templates
from tests.memory import leave_alone_what_stays, write_to_memory
from tests.order import long_ones_first

write_to_memory()
settings.register_profile("patient", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")  # how busy a machine is says nothing of a rule


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    long_ones_first(items)


def pytest_collection_finish() -> None:
    """Where the tests run, and not in the process that shares them out: that one does without aiogram."""
    from tests.quick import be_quick

    be_quick()
    leave_alone_what_stays()


@pytest.fixture(scope="session", autouse=True)
def _templates() -> Iterator[None]:
    """Leaves no database behind."""
    yield
    asyncio.run(drop_templates())
